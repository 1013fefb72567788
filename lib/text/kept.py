"""Term counts on disk, as plain numbers: reading them back runs nothing (no pickle)."""

import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from lib.errors import InputError
from lib.text.counts import Counts
from lib.text.terms import Terms

_VERSION = 1  # of the rules by which words are read: counts made by other rules are not mixed with ours


def save_counts(counts: Counts, path: Path) -> None:
    """Writes the counts as .npz; `load_counts` reads them back."""
    arrays = {"version": np.array(_VERSION), "paper_ids": _bytes(counts.paper_ids)}
    for name, terms in (("words", counts.words), ("phrases", counts.phrases)):
        arrays[f"{name}.names"], arrays[f"{name}.shown"] = _bytes(terms.names), _bytes(terms.shown)
        arrays[f"{name}.counts"], arrays[f"{name}.columns"] = terms.matrix.data, terms.matrix.indices
        arrays[f"{name}.starts"] = terms.matrix.indptr
    with path.open("wb") as file:  # given a path, NumPy would add .npz to it
        np.savez(file, allow_pickle=False, **arrays)


def load_counts(path: Path) -> Counts:
    """The counts kept in the file, or an InputError when it holds none or those of another version."""
    try:
        with np.load(path, allow_pickle=False) as kept:
            arrays = {name: kept[name] for name in kept.files}
        if int(arrays["version"]) != _VERSION:
            raise InputError(f"{path}: counts of version {arrays['version']}, expected {_VERSION}. Count again.")
        papers = _strings(arrays["paper_ids"])
        return Counts(papers, _terms(arrays, "words", len(papers)), _terms(arrays, "phrases", len(papers)))
    except (KeyError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise InputError(f"{path}: expected kept term counts, found something else ({error}). Count again.") from error


def _terms(arrays: dict[str, NDArray[np.generic]], name: str, papers: int) -> Terms:
    names, shown = _strings(arrays[f"{name}.names"]), _strings(arrays[f"{name}.shown"])
    parts = (arrays[f"{name}.counts"], arrays[f"{name}.columns"], arrays[f"{name}.starts"])
    return Terms(names, shown, csr_array(parts, shape=(papers, len(names))))


def _bytes(strings: tuple[str, ...]) -> NDArray[np.uint8]:
    """Strings as one row of bytes: NumPy's own text arrays give each entry the length of the longest."""
    return np.frombuffer("\n".join(strings).encode(), dtype=np.uint8)


def _strings(data: NDArray[np.generic]) -> tuple[str, ...]:
    text = data.tobytes().decode()
    return tuple(text.split("\n")) if text else ()
