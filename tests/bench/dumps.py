"""How fast dumps are read: beside scikit-learn's TF-IDF of the same titles and abstracts, and how it grows."""

import gc
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

from sklearn.feature_extraction.text import TfidfVectorizer

from lib.dumps import Dump, Record, read, render

ROOT = Path(__file__).parents[2]
CAPTURED = date(2026, 11, 24)
REPEATS = 7
SIZES = (1_000, 10_000, 100_000)


def main() -> None:
    """Print the ratio of reading to TF-IDF, and time and memory per paper as a dump grows."""
    texts, source = find_texts()
    dumps = [read(text, captured=CAPTURED) for text in texts]
    records = [record for dump in dumps for record in dump.records]
    documents = [f"{record.title} {record.abstract}" for record in records]
    reading, counting = alternate(
        lambda: [read(text, captured=CAPTURED) for text in texts],
        lambda: TfidfVectorizer().fit_transform(documents),
    )
    lines = [
        f"reading {len(texts)} dumps, {len(records)} papers ({source})",
        f"  read {reading:.3f} s, TfidfVectorizer {counting:.3f} s, ratio {reading / counting:.2f} (at most 2)",
        "one dump that grows (compact, the same papers over and over under other titles)",
        *(measure(grow(dumps, size)) for size in SIZES),
    ]
    print("\n".join(lines))


def find_texts() -> tuple[list[str], str]:
    """The reference dumps where they are beside the checkout, else the sample dumps, and which they are."""
    shared = sorted((ROOT.parent / "shared/dumps").glob("*.txt"))
    paths = shared or sorted((ROOT / "sample_data").rglob("*.txt"))
    return [path.read_bytes().decode("utf-8") for path in paths], "../shared/dumps" if shared else "sample_data"


def alternate(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """The median seconds of both, run in turn so that a busy moment hits both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(REPEATS):
        for taken, run in zip(times, (first, second), strict=True):
            gc.collect()
            start = time.perf_counter()
            run()
            taken.append(time.perf_counter() - start)
    return median(times[0]), median(times[1])


def grow(dumps: list[Dump], size: int) -> str:
    """A dump of so many papers, made of the facts of these dumps over and over."""
    records = [record for dump in dumps for record in dump.records if record.date]
    more = (replace(records[number % len(records)], title=_title(records, number)) for number in range(size))
    return render(None, list(more), "compact")


def _title(records: list[Record], number: int) -> str:
    return f"Part {number}: {records[number % len(records)].title}"


def measure(text: str) -> str:
    """Time without, and peak memory with, the allocations traced."""
    start = time.perf_counter()
    papers = len(read(text, captured=CAPTURED).records)
    seconds = time.perf_counter() - start
    tracemalloc.start()
    read(text, captured=CAPTURED)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return (
        f"  {papers:7,} papers, {len(text) / 1e6:6.1f} MB: {seconds:7.2f} s, {1e6 * seconds / papers:4.0f} µs a paper; "
        f"peak {peak / 1e6:6.0f} MB, {peak / len(text):.1f} bytes for each character"
    )
