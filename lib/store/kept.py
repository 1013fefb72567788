"""Frames kept as Parquet: written whole or not at all, and read only where they are what they say they are.

Beside the frames of a corpus are two that every page asks it for and that take long to make of a large one.

The key stands in every file again, so that no frame is shown for another content whatever became of the files' names.
Pages of Parquet carry checksums; what is damaged, foreign or of another shape is thrown away. Deleting the folder costs
nothing but time.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from lib.corpus import Corpus
from lib.errors import SchemaError
from lib.schema import TABLES, Table
from lib.schema.derived import view

# What pyarrow and the checks raise for a file that is missing, damaged, foreign or of another shape.
_NOT_WHOLE = (OSError, ValueError, KeyError, TypeError, NotImplementedError, SchemaError)
_DRAFTED = 3600  # seconds after which nobody writes at a draft any more: who did was killed
LISTINGS = view("listings", "a paper of a profile", "profile_id", "paper_id")
AUTHOR_NAMES = view("author_names", "a paper", "paper_id", "authors")
KEPT = 16  # corpora that stay; the longest unused goes first


class KeptFrames:
    """A folder with one folder for each corpus."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str) -> Corpus | None:
        """The corpus that was kept under this key; None where there is none that is whole."""
        folder = self._folder / key
        try:
            corpus = _corpus([_read_frame(folder, table, key) for table in TABLES])
            _remember(corpus, *(_read_frame(folder, table, key) for table in (LISTINGS, AUTHOR_NAMES)))
            os.utime(folder)
        except _NOT_WHOLE:
            shutil.rmtree(folder, ignore_errors=True)
            return None
        return corpus

    def has(self, key: str) -> bool:
        """Whether something was kept under this key; only `read` tells whether it is whole."""
        return (self._folder / key).is_dir()

    def write(self, key: str, corpus: Corpus) -> None:
        """Keep the corpus. A folder that cannot be written costs time at the next opening, and stops nobody now."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=self._folder))
        except OSError:
            return
        try:
            for table, frame in _frames(corpus):
                _write_frame(draft, table, key, frame, corpus.id)
            draft.rename(self._folder / key)
            self._forget()
        except OSError:  # the disk is full, or somebody else kept the same meanwhile
            shutil.rmtree(draft, ignore_errors=True)

    def _forget(self) -> None:
        kept = sorted(self._folder.glob("[!.]*"), key=lambda folder: folder.stat().st_mtime, reverse=True)
        abandoned = [draft for draft in self._folder.glob(".draft-*") if draft.stat().st_mtime < time.time() - _DRAFTED]
        for folder in (*kept[KEPT:], *abandoned):
            shutil.rmtree(folder, ignore_errors=True)


def _corpus(frames: list[pd.DataFrame]) -> Corpus:
    (corpus_id,) = {frame.attrs["corpus"] for frame in frames}
    for frame in frames:
        frame.attrs = {}
    return Corpus(corpus_id, **{table.name: frame for table, frame in zip(TABLES, frames, strict=True)})


def _read_frame(folder: Path, table: Table, key: str) -> pd.DataFrame:
    frame = pd.read_parquet(folder / f"{table.name}.parquet", page_checksum_verification=True)
    if frame.attrs["key"] != key:
        raise ValueError(f"frames of {frame.attrs['key']!r} where those of {key!r} are expected")
    days = {column.name: column.dtype for column in table.columns if column.dtype == "datetime64[s]"}
    return table.check(frame.astype(days))  # Parquet knows no unit longer than a millisecond


def _remember(corpus: Corpus, listings: pd.DataFrame, names: pd.DataFrame) -> None:
    """Give the corpus what it would work out again: where a cached property keeps its value."""
    listings.attrs = {}
    found = names["authors"].set_axis(pd.Index(names["paper_id"]))
    found.attrs = {}
    vars(corpus).update(listings=listings, author_names=found)


def _frames(corpus: Corpus) -> Iterator[tuple[Table, pd.DataFrame]]:
    for table in TABLES:
        yield table, getattr(corpus, table.name)
    yield LISTINGS, LISTINGS.cast(corpus.listings)
    yield AUTHOR_NAMES, AUTHOR_NAMES.cast(corpus.author_names.reset_index())


def _write_frame(folder: Path, table: Table, key: str, frame: pd.DataFrame, corpus_id: str) -> None:
    stamped = frame.copy(deep=False)
    stamped.attrs = {"key": key, "corpus": corpus_id}
    stamped.to_parquet(folder / f"{table.name}.parquet", index=False, write_page_checksum=True)
