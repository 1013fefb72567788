"""Whose page a dump without a header is: the author who is in every list that hides nobody.

A list without "et al." is complete, so the owner is in each of them: their intersection holds the owner, and proves
who it is when one name is left. Otherwise frequency decides among the names that are left, and only with a lead: an
owner whom "et al." hides on most papers is less visible than the co-authors.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lib.dumps.model import Owner
from lib.dumps.normal import may_be_same, normalise

LEAD = 2
"""Papers by which a name leads the others that are in every complete list, to be the likely owner."""
LEAD_WITHOUT_PROOF = 3
"""The same where no list is complete; there the name must also be on most papers and twice as frequent as the next."""


@dataclass(frozen=True, slots=True)
class AuthorList:
    """The visible authors of one paper; `complete` where nobody is hidden and the list itself is not in doubt."""

    names: tuple[str, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible owner: the name as shown, and on how many papers it, or a variant of it, is visible."""

    name: str
    papers: int


def infer_owner(lists: Sequence[AuthorList]) -> Owner:
    """The owner with "proven", "likely" or "unknown", and why. Plain frequency is wrong in one dump of ten."""
    lists = [each for each in lists if each.names]
    complete = [each.names for each in lists if each.complete]
    if not lists:
        return Owner(None, "unknown", "No author list could be read.")
    if not complete:
        return _infer_from_frequency(lists)
    candidates = _rank(find_common_names(complete), lists)
    where = f"the one complete author list ({_join(complete[0])})"
    if len(complete) > 1:
        where = f"all {len(complete)} complete author lists"
    if not candidates:
        return Owner(None, "unknown", f"No name is in {where}; perhaps two pages were pasted together.")
    if len(candidates) == 1:
        return Owner(candidates[0].name, "proven", f"{candidates[0].name} is the only name in {where}.")
    return _choose(candidates, lists, where)


def find_common_names(complete: Sequence[tuple[str, ...]]) -> list[str]:
    """The names of the first list that every other holds too, perhaps with an initial or without an accent."""
    return [name for name in (complete or [()])[0] if all(_is_in(name, names) for names in complete[1:])]


def _choose(candidates: Sequence[_Candidate], lists: Sequence[AuthorList], where: str) -> Owner:
    """The most frequent of the names that every complete list holds, if nothing speaks against it."""
    first, second = candidates[:2]
    begin = f"{len(candidates)} names are in {where}"
    figures = f"{_count(first)}, then {_count(second)}"
    if first.papers - second.papers < LEAD:
        return Owner(None, "unknown", f"{begin}, and none leads by {LEAD} papers: {figures}.")
    hidden = next((other.name for other in candidates[1:] if _may_be_hidden(other.name, lists)), None)
    if hidden and sum(each.complete for each in lists) > 1:
        reason = f"{hidden} always stands last and may be hidden behind “et al.” on every other paper"
        return Owner(None, "unknown", f"{begin}; first comes {figures}, but {reason}.")
    return Owner(first.name, "likely", f"{begin}; of these {_count(first)} leads {_count(second)}.")


def _infer_from_frequency(lists: Sequence[AuthorList]) -> Owner:
    """The most frequent name where every list hides somebody."""
    first, *others = _rank([name for each in lists for name in each.names], lists)[:2]
    second = others[0].papers if others else 0
    figures = ", ".join(map(_count, (first, *others)))
    if first.papers - second >= LEAD_WITHOUT_PROOF and first.papers >= 2 * second and 2 * first.papers > len(lists):
        return Owner(first.name, "likely", f"Every list hides authors, but one name is far ahead: {figures}.")
    return Owner(None, "unknown", f"Every list hides authors, and no name is far enough ahead: {figures}.")


def _rank(names: Sequence[str], lists: Sequence[AuthorList]) -> list[_Candidate]:
    """The distinct people among the names, the most frequent first."""
    shown = Counter(name for each in lists for name in each.names)
    people: dict[str, str] = {}
    for name in sorted(set(names), key=lambda name: (-shown[name], name)):
        people.setdefault(normalise(name), name)
    papers = Counter(key for each in lists for key in {normalise(name) for name in each.names})
    return sorted(
        (_Candidate(name, papers[key]) for key, name in people.items()),
        key=lambda candidate: (-candidate.papers, candidate.name),
    )


def _is_in(name: str, names: Sequence[str]) -> bool:
    """Whether the person may be in the list: a variant of the name is no proof that somebody is missing."""
    return name in names or any(may_be_same(name, other) for other in names)


def _may_be_hidden(name: str, lists: Sequence[AuthorList]) -> bool:
    """Whether the person stands last in every complete list and is visible in no other: so do heads of groups."""
    return all(each.names[-1] == name if each.complete else name not in each.names for each in lists)


def _count(candidate: _Candidate) -> str:
    return f"{candidate.name} ({candidate.papers} {'paper' if candidate.papers == 1 else 'papers'})"


def _join(names: Sequence[str]) -> str:
    return ", ".join(names)
