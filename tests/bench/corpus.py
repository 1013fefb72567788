"""Building a library of 1,000, 10,000 and 100,000 papers: time and memory for one record, which must not grow."""

import random
import tracemalloc
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from time import process_time

from lib.corpus import build_corpus
from lib.dumps.model import CaptureYear, Dump, Owner, Record, Span

_A_PAGE = 100  # records a dump
_REPEATED = 0.2  # of the records show a paper that an earlier page showed
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_YEAR = CaptureYear(None, "Every date shows its year.")


def make_dumps(size: int, *, one_title: bool = False) -> list[Dump]:
    """Pages of 100 records each, `size` in all; with `one_title` every record is called "Editorial"."""
    chance = random.Random(size)  # noqa: S311 - made-up papers, no secrets
    words = ["".join(chance.choices(_LETTERS, k=7)) for _ in range(3000)]
    people = [f"{first.title()} {last.title()}" for first, last in zip(words[:1500], words[1500:], strict=True)]
    records: list[Record] = []
    for number in range(size):
        if records and chance.random() < _REPEATED:
            records.append(chance.choice(records))
            continue
        title = "Editorial" if one_title else " ".join(chance.choices(words, k=8))
        day = date(2000, 1, 1) + timedelta(days=chance.randrange(9000))
        abstract = " ".join(chance.choices(words, k=150))
        authors = tuple(chance.sample(people, 3))
        lines = Span(number + 1, number + 3)
        records.append(Record(lines, "compact", title, authors, True, "CV", day, True, None, (), abstract))
    return [
        _page(number, records[start : start + _A_PAGE], people) for number, start in enumerate(range(0, size, _A_PAGE))
    ]


def _page(number: int, records: Sequence[Record], people: Sequence[str]) -> Dump:
    name = f"{number}.txt"
    owner = Owner(people[number % len(people)], "likely", "Made up.")
    day = date(2026, 1, 1) + timedelta(days=number % 300)
    dump_id = sha256(name.encode()).hexdigest()
    return Dump(dump_id, name, "", day, "compact", None, owner, _YEAR, tuple(records), (), ())


def _measure(dumps: Sequence[Dump]) -> tuple[float, float]:
    """Seconds of processor time, and the peak of memory in MB of a second run (tracing slows the first one down)."""
    start = process_time()
    build_corpus(dumps)
    seconds = process_time() - start
    tracemalloc.start()
    build_corpus(dumps)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return seconds, peak / 1e6


def _compare(what: str, sizes: Sequence[int], *, one_title: bool) -> None:
    first = (0.0, 0.0)
    for size in sizes:
        seconds, megabytes = _measure(make_dumps(size, one_title=one_title))
        first = first if first[0] else (seconds / size, megabytes / size)
        print(
            f"build_corpus, {what}, {size:>7,} records: {seconds:6.2f} s, peak {megabytes:6.1f} MB; for one record "
            f"{seconds / size / first[0]:4.2f} times the time and {megabytes / size / first[1]:4.2f} times the memory "
            f"of {sizes[0]:,}"
        )


def main() -> None:
    """Print time and memory by size, and those of one record as a multiple of what they are in the smallest library."""
    _compare("titles differ", (1_000, 10_000, 100_000), one_title=False)
    _compare("one title for all", (1_000, 10_000), one_title=True)
