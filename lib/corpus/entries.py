"""The records of all dumps in one order, oldest capture first, each with the name it has when it stands alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lib.corpus.keys import digest, slug, title_key
from lib.dumps.model import Dump, Record


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of one dump.

    `id` is the paper_id of the record's paper as long as it is the oldest record of it: short for the oldest one of its
    title, followed by "~" and a hash for those that came later.
    """

    dump: Dump
    position: int
    record: Record
    title: str  # as titles are compared
    id: str


def order_dumps(dumps: Iterable[Dump]) -> list[Dump]:
    """Each dump once, oldest capture first, whatever order they came in.

    Of two with the same text the earlier day stands: a text that comes in again says nothing new.
    """
    first: dict[str, Dump] = {}
    for dump in sorted(dumps, key=lambda dump: (dump.captured, dump.id, dump.file)):
        first.setdefault(dump.id, dump)
    return list(first.values())


def list_entries(dumps: Iterable[Dump]) -> list[Entry]:
    """The records of the dumps in order; a record without a title is like no other."""
    entries: list[Entry] = []
    taken: set[str] = set()
    for dump in dumps:
        times = Counter[str]()
        for position, record in enumerate(dump.records, 1):
            title = title_key(record.title) or f"?{dump.id}:{position}"
            short = f"{slug(record.title, 24) or 'untitled'}-{digest(title)[:6]}"
            times[short] += 1
            name = short if short not in taken else f"{short}~{digest(dump.id, str(times[short]))[:10]}"
            taken.add(short)
            entries.append(Entry(dump, position, record, title, name))
    return entries
