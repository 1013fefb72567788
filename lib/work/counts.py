"""The words of each library, counted once and kept beside its other results: pages and computations share them."""

import os
import tempfile
from pathlib import Path

import pandas as pd

from lib.corpus import Corpus
from lib.errors import InputError
from lib.store.places import data_folder
from lib.text import Counts, count_terms
from lib.text.kept import load_counts, save_counts
from lib.work.tasks import Params, Tell

KEPT = 8  # libraries whose counts stay on disk


def kept_counts(corpus: Corpus, folder: Path | None = None) -> Counts:
    """The term counts of the corpus, from `folder` (by default in the data folder) or counted now and put there."""
    path = (folder or data_folder() / "work" / "counts") / f"{corpus.id}.npz"
    try:
        return load_counts(path)
    except (InputError, FileNotFoundError):
        counts = count_terms(corpus.papers)
        _keep(counts, path)
        return counts


def count_words(corpus: Corpus, params: Params, tell: Tell) -> dict[str, pd.DataFrame]:  # noqa: ARG001 - a Function
    """Count and keep the words of the corpus; the frame `size` says how many papers and words there are."""
    tell(0.1, "Counting the words of each paper")
    counts = kept_counts(corpus)
    size = {"papers": [len(counts.paper_ids)], "words": [len(counts.words.names)]}
    return {"size": pd.DataFrame(size)}


def _keep(counts: Counts, path: Path) -> None:
    """Write whole or not at all, and forget the oldest beyond KEPT."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=".draft-", dir=path.parent)
    os.close(handle)
    try:
        save_counts(counts, Path(draft))
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)
    for old in sorted(path.parent.glob("*.npz"), key=lambda each: each.stat().st_mtime)[:-KEPT]:
        old.unlink(missing_ok=True)
