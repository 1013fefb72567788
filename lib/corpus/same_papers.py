"""Which records are one paper: the same title and one more witness, or a reader's word.

A witness is a near-equal abstract, a shared visible author, or dates within a day. Every rule is a key that records
share, so that the time grows with the number of records even if thousands have the same title.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from lib.corpus.abstracts import near_equal, sketch
from lib.corpus.decisions import Decisions
from lib.corpus.entries import Entry
from lib.corpus.groups import Check, Groups, by_key
from lib.corpus.keys import name_key
from lib.dumps.normal import normalise

Scope = tuple[str, ...]
Keys = Iterator[tuple[tuple[object, ...], int]]


def merge_papers(entries: Sequence[Entry], decisions: Decisions) -> Groups:
    """Groups of entries that are one paper; two entries that a reader keeps apart are in different groups."""
    number = {entry.id: index for index, entry in enumerate(entries)}
    apart = list(_known(decisions.pairs("paper", "apart"), number))
    groups = Groups([entry.dump.id for entry in entries], apart)
    for one, other in _known(decisions.pairs("paper", "together"), number):
        groups.join(one, other)
    titles = Counter(entry.title for entry in entries)
    scopes = {index: (entry.title,) for index, entry in enumerate(entries) if titles[entry.title] > 1}
    if apart:  # the pages of one author agree first, so that a new capture follows the author's earlier one
        _join(groups, entries, {index: (*scope, _owner(entries[index])) for index, scope in scopes.items()})
    _join(groups, entries, scopes)
    return groups


def _owner(entry: Entry) -> str:
    return name_key(entry.dump.owner.name or entry.dump.id)


def _known(pairs: Iterable[tuple[str, str]], number: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    for one, other in pairs:
        if one in number and other in number:
            yield number[one], number[other]


def _join(groups: Groups, entries: Sequence[Entry], scopes: Mapping[int, Scope]) -> None:
    """Join the entries of each scope that have a witness in common.

    A shared author comes last and is no witness within one page: its author wrote both, and the site lists them as two.
    """

    def compatible(one: int, other: int) -> bool:
        return not _other_people(entries[one], entries[other])

    def alike(one: int, other: int) -> bool:
        return near_equal(entries[one].record.abstract, entries[other].record.abstract)

    def elsewhere(one: int, other: int) -> bool:
        return not groups.meet(one, other)

    rounds: list[tuple[Callable[[Sequence[Entry], Mapping[int, Scope]], Keys], Check | None]] = [
        (_abstract_keys, None),
        (_day_keys, compatible),
        (_author_keys, elsewhere),
        (_sketch_keys, alike),
    ]
    for keys, check in rounds:
        for members in by_key(keys(entries, _undecided(groups, scopes))):
            groups.join_all(members, check)


def _undecided(groups: Groups, scopes: Mapping[int, Scope]) -> dict[int, Scope]:
    """The entries of those scopes that are not one paper yet: what is left to find out."""
    leaders = groups.leaders()
    papers: defaultdict[Scope, set[int]] = defaultdict(set)
    for index, scope in scopes.items():
        papers[scope].add(leaders[index])
    return {index: scope for index, scope in scopes.items() if len(papers[scope]) > 1}


def _author_keys(entries: Sequence[Entry], scopes: Mapping[int, Scope]) -> Keys:
    for index, scope in scopes.items():
        for name in dict.fromkeys(map(name_key, entries[index].record.authors)):
            yield (*scope, name), index


def _abstract_keys(entries: Sequence[Entry], scopes: Mapping[int, Scope]) -> Keys:
    for index, scope in scopes.items():
        if abstract := normalise(entries[index].record.abstract):
            yield (*scope, abstract), index


def _day_keys(entries: Sequence[Entry], scopes: Mapping[int, Scope]) -> Keys:
    """Each date under its own number and the next: two dates share a number if they are within a day."""
    for index, scope in scopes.items():
        if day := entries[index].record.date:
            yield (*scope, day.toordinal()), index
            yield (*scope, day.toordinal() + 1), index


def _sketch_keys(entries: Sequence[Entry], scopes: Mapping[int, Scope]) -> Keys:
    for index, scope in scopes.items():
        for key in sketch(entries[index].record.abstract):
            yield (*scope, *key), index


def _other_people(one: Entry, other: Entry) -> bool:
    """Whether both author lists are complete and share nobody: then the same title and day are chance ("Editorial")."""
    complete = not (one.record.more_authors or other.record.more_authors)
    names = set(map(name_key, one.record.authors)), set(map(name_key, other.record.authors))
    return complete and all(names) and not names[0] & names[1]


def witnesses(one: Entry, other: Entry) -> str:
    """What two entries have in common, in words; "" if nothing is a witness."""
    found = []
    if normalise(one.record.abstract) and normalise(one.record.abstract) == normalise(other.record.abstract):
        found.append("equal abstracts")
    elif near_equal(one.record.abstract, other.record.abstract):
        found.append("near-equal abstracts")
    theirs = set(map(name_key, other.record.authors))
    if shared := [name for name in one.record.authors if name_key(name) in theirs]:
        found.append(
            f"the shared author {shared[0]}" if len(shared) == 1 else "the shared authors " + ", ".join(shared)
        )
    days = one.record.date, other.record.date
    if days[0] and days[1] and abs((days[0] - days[1]).days) <= 1:
        found.append(f"dates within a day ({days[0]} and {days[1]})" if days[0] != days[1] else f"the date {days[0]}")
    return ", ".join(found)
