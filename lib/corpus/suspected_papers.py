"""Papers that may be one and are kept apart until a reader decides: the same title alone, a new title, a near one.

What one page lists side by side is suspected only under the very same title: the site tells its papers apart.
"""

import re
from collections.abc import Iterator, Sequence

from lib.corpus.entries import Entry
from lib.corpus.groups import by_key
from lib.corpus.keys import name_key
from lib.corpus.merged import Merged
from lib.corpus.rows import Row
from lib.dumps.normal import normalise

_TOO_COMMON = 8  # more papers than this under one title ("Editorial") or abstract: that they agree says nothing
_WORDS = 20  # a shorter abstract may be a phrase that many papers have
_NUMERAL = re.compile(r".*\d.*|[ivx]+")


def suspected_papers(merged: Merged) -> Iterator[Row]:
    """A row for each pair of papers with its evidence; the first paper of several is compared with each other one."""
    leaders = merged.same_papers.leaders()
    papers = [number for number, leader in enumerate(leaders) if number == leader]
    seen: set[tuple[int, int]] = set()
    for number, other, reason in _evidence(merged.entries, papers):
        one_title = merged.entries[number].title == merged.entries[other].title
        told_apart = merged.same_papers.apart(number, other) or (
            merged.same_papers.meet(number, other) and not one_title
        )
        if not told_apart and (number, other) not in seen:
            seen.add((number, other))
            yield {
                "kind": "paper",
                "kept": merged.entries[number].id,
                "other": merged.entries[other].id,
                "dump_id": merged.entries[other].dump.id,
                "reason": reason,
                "state": "suspected",
            }


def _evidence(entries: Sequence[Entry], papers: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    for members in by_key(((entries[number].title,), number) for number in papers):
        for other in members[1:] if len(members) <= _TOO_COMMON else ():
            yield members[0], other, _same_title(entries[members[0]], entries[other])
    for members in by_key(((normalise(entries[number].record.abstract),), number) for number in papers):
        long = len(entries[members[0]].record.abstract.split()) >= _WORDS
        for other in members[1:] if long and len(members) <= _TOO_COMMON else ():
            titles = f"“{entries[members[0]].record.title}” and “{entries[other].record.title}”"
            yield members[0], other, f"Equal abstracts under two titles, {titles}."
    for members in by_key(
        ((name_key(name),), number) for number in papers for name in entries[number].record.authors[:1]
    ):
        yield from _near_titles(entries, members)


def _same_title(one: Entry, other: Entry) -> str:
    if one.dump.id == other.dump.id:
        return f"{one.dump.file} lists the title twice: {_told(one)}, and {_told(other)}."
    return (
        f"The same title, but no page shows that it is one paper: {_told(one)} in {one.dump.file}, "
        f"{_told(other)} in {other.dump.file}."
    )


def _told(entry: Entry) -> str:
    return f"{', '.join(entry.record.authors) or 'no author'}, {entry.record.date or 'no date'}"


def _near_titles(entries: Sequence[Entry], members: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Pairs of one first author's titles that differ in one word that is no numeral ("Part I" is not "Part II")."""
    for alike in by_key(_with_a_gap(entries, members)):
        for other in alike[1:] if len(alike) <= _TOO_COMMON else ():
            first, second = (set(entries[number].title.split()) for number in (alike[0], other))
            if not any(_NUMERAL.fullmatch(word) for word in first ^ second):
                titles = f"“{entries[alike[0]].record.title}” and “{entries[other].record.title}”"
                yield alike[0], other, f"The same first author and titles that differ in one word, {titles}."


def _with_a_gap(entries: Sequence[Entry], members: Sequence[int]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Each title with one of its words left out: titles that differ in one word have such a form in common."""
    for number in members:
        words = entries[number].title.split()
        for gap in range(len(words)) if len(words) > 3 else ():
            yield (*words[:gap], "", *words[gap + 1 :]), number
