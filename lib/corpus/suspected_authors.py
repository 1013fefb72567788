"""Authors that may be one and are kept apart until a reader decides: namesakes, variants of a name, unnamed pages.

A name on a paper that no page of that name lists is suspected as well: it may be the author's, or a namesake's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lib.corpus.decisions import Decisions
from lib.corpus.groups import by_key
from lib.corpus.keys import name_key
from lib.corpus.merged import Merged
from lib.corpus.names import initials, spelling, variant
from lib.corpus.rows import Row, longest

_TOO_COMMON = 8  # initials that fit more authors than this say nothing


@dataclass(frozen=True)
class _Person:
    """A profile as evidence: the number of its oldest page, its name ("" when unknown), the papers of all its pages."""

    number: int
    id: str
    dump_id: str
    name: str
    papers: frozenset[int]


_Evidence = Iterator[tuple[_Person, _Person, str]]


def suspected_authors(merged: Merged, decisions: Decisions) -> Iterator[Row]:
    """A row for each pair of profiles with its evidence, then one for each name beyond its profile's own pages."""
    people = _people(merged)
    seen: set[tuple[str, str]] = set()
    for one, other, reason in (*_namesakes(merged, people), *_variants(merged, people), *_unnamed(people)):
        if (one.id, other.id) not in seen and not merged.same_authors.apart(one.number, other.number):
            seen.add((one.id, other.id))
            yield _row(one.id, other.id, other.dump_id, reason)
    yield from _unlisted(merged, people, decisions)


def _row(kept: str, other: str, dump_id: str | None, reason: str) -> Row:
    return {
        "kind": "author",
        "kept": kept,
        "other": other,
        "dump_id": dump_id,
        "reason": reason,
        "state": "suspected",
    }


def _people(merged: Merged) -> list[_Person]:
    papers: defaultdict[str, set[int]] = defaultdict(set)
    for page, profile_id in zip(merged.pages, merged.profile_ids, strict=True):
        papers[profile_id] |= page.papers
    oldest = ((number, page) for number, page in enumerate(merged.pages) if page.id == merged.profile_ids[number])
    return [
        _Person(number, page.id, page.dump.id, merged.names[page.id] or "", frozenset(papers[page.id]))
        for number, page in oldest
    ]


def _namesakes(merged: Merged, people: Sequence[_Person]) -> _Evidence:
    for members in by_key(((name_key(person.name),), number) for number, person in enumerate(people) if person.name):
        one = people[members[0]]
        for other in (people[number] for number in members[1:]):
            yield one, other, f"The same name, “{one.name}”, and {_shared(merged, one, other)}."


def _variants(merged: Merged, people: Sequence[_Person]) -> _Evidence:
    named = [(number, person.name) for number, person in enumerate(people) if person.name]
    spelled = by_key(((spelling(name),), number) for number, name in named)
    short = by_key((initials(name), number) for number, name in named if all(initials(name)))
    for members in (*spelled, *(members for members in short if len(members) <= _TOO_COMMON)):
        for place, number in enumerate(members):
            for other in (people[later] for later in members[place + 1 : place + _TOO_COMMON]):
                one = people[number]
                how = variant(one.name, other.name) if name_key(one.name) != name_key(other.name) else ""
                if how:
                    yield one, other, f"“{one.name}” and “{other.name}”: {how}; {_shared(merged, one, other)}."


def _shared(merged: Merged, one: _Person, other: _Person) -> str:
    shared = sorted(one.papers & other.papers)
    if not shared:
        return "no shared paper"
    title = merged.entries[shared[0]].record.title
    return f"one shared paper, “{title}”" if len(shared) == 1 else f"{len(shared)} shared papers, among them “{title}”"


def _unnamed(people: Sequence[_Person]) -> _Evidence:
    """Pages of unknown authors all of whose papers, two at least, are on another author's pages."""
    listed: defaultdict[int, list[_Person]] = defaultdict(list)
    for person in people:
        for paper in person.papers if person.name else ():
            listed[paper].append(person)
    for unknown in people:
        if not unknown.name and len(unknown.papers) > 1:
            counts = Counter(person for paper in sorted(unknown.papers) for person in listed[paper])
            for person, count in counts.items():
                if count == len(unknown.papers):
                    yield person, unknown, f"All {count} papers of this page are on the page of {person.name}."


def _unlisted(merged: Merged, people: Sequence[_Person], decisions: Decisions) -> Iterator[Row]:
    """Names on papers that their profile does not list, but for those of two profiles or that a reader decided on."""
    decided = {name_key(name) for verdict in ("together", "apart") for _, name in decisions.pairs("author", verdict)}
    counts = Counter(name_key(person.name) for person in people)
    known = {name_key(person.name): person for person in people if counts[name_key(person.name)] == 1 and person.name}
    titles: defaultdict[str, list[str]] = defaultdict(list)
    leaders = merged.same_papers.leaders()
    for number, entry in enumerate(merged.entries):
        if leaders[number] != number:
            continue
        for name in map(name_key, longest(merged.papers[entry.id]).record.authors):
            if name in known and number not in known[name].papers and name not in decided:
                titles[name].append(entry.record.title)
    for name, found in titles.items():
        person = known[name]
        papers = f"“{found[0]}”" if len(found) == 1 else f"{len(found)} papers, among them “{found[0]}”"
        yield _row(person.id, person.name, None, f"The name stands on {papers}, not listed on this author's page.")
