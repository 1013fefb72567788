"""Opening a library of 100,000 papers for the second time, as a multiple of what pandas needs to read its Parquet."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

import pandas as pd

from lib.corpus import Corpus
from lib.dumps import render
from lib.schema import TABLES
from lib.store import Library, Store, Upload, alone, open_store
from lib.store.frames import Frames
from lib.store.limits import FILES_PER_UPLOAD
from tests.bench.corpus import make_dumps

PAPERS = 100_000
_AGAIN = 5
Result = TypeVar("Result")


def main() -> None:
    """Print how long importing, the first and the second opening take, and the ratio."""
    with tempfile.TemporaryDirectory() as name, open_store(f"sqlite:///{name}/oeuvre.sqlite") as store:
        store.frames = Frames(store.database, Path(name) / "frames")
        library = store.libraries.create(alone(), "Large")
        imported, _ = _timed(lambda: _fill(store, library))
        first, corpus = _timed(lambda: store.frames.open_corpus(alone(), library.id))
        (folder,) = (Path(name) / "frames").iterdir()
        pairs = [_pair(store, library, folder) for _ in range(_AGAIN)]
        ours, theirs = (median(times) for times in zip(*pairs, strict=True))
        _tell(corpus, imported, first)
        print(
            f"Opened again in {ours:.3f} s, pandas reads its Parquet in {theirs:.3f} s: {ours / theirs:.2f} times as "
            f"long (medians of {_AGAIN}, turn by turn; at most 3 is wanted)."
        )


def _pair(store: Store, library: Library, folder: Path) -> tuple[float, float]:
    """The store's time and pandas' right after it, so that both meet the same machine."""
    return _timed(lambda: store.frames.open_corpus(alone(), library.id))[0], _timed(lambda: _read(folder))[0]


def _tell(corpus: Corpus, imported: float, first: float) -> None:
    print(
        f"{len(corpus.papers):,} papers on {len(corpus.captures):,} pages: imported in {imported:.1f} s, "
        f"opened for the first time in {first:.1f} s."
    )


def _fill(store: Store, library: Library) -> None:
    uploads = list(_pages())
    for start in range(0, len(uploads), FILES_PER_UPLOAD):
        for report in store.dumps.take_in(alone(), library.id, uploads[start : start + FILES_PER_UPLOAD]):
            assert report.status == "kept", report.message


def _pages() -> Iterator[Upload]:
    """As many distinct papers as wanted: a fifth of the records that are made repeat a paper."""
    for dump in make_dumps(PAPERS * 5 // 4):
        text = render(None, dump.records, "spaced")
        yield Upload(dump.file, text.encode(), date(2026, 1, 1))


def _read(folder: Path) -> list[pd.DataFrame]:
    return [pd.read_parquet(folder / f"{table.name}.parquet") for table in TABLES]


def _timed(call: Callable[[], Result]) -> tuple[float, Result]:
    start = perf_counter()
    result = call()
    return perf_counter() - start, result
