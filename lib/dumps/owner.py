"""Whose page a dump without a header is: the author who is in every list that hides nobody."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lib.dumps.model import Owner
from lib.dumps.normal import normalise

LEAD = 2
"""Papers by which the most frequent name leads, among those in every complete list, to be the likely owner."""
LEAD_WITHOUT_PROOF = 3
"""The same where every list hides somebody; there the name must also be twice as frequent as the next."""


@dataclass(frozen=True, slots=True)
class AuthorList:
    """The visible authors of one paper; `complete` where nobody is hidden and the list itself is not in doubt."""

    names: tuple[str, ...]
    complete: bool


def infer_owner(lists: Sequence[AuthorList]) -> Owner:
    """The owner with "proven", "likely" or "unknown", and why. Plain frequency is wrong in one dump of ten."""
    shown = _shown_names(lists)
    counts = Counter(key for names in lists for key in dict.fromkeys(map(normalise, names.names)))
    complete = [frozenset(map(normalise, each.names)) for each in lists if each.complete and each.names]
    if not complete:
        return _without_complete_lists(counts, shown)
    candidates = frozenset.intersection(*complete)
    if not candidates:
        return Owner(None, "unknown", f"The {len(complete)} complete author lists share no name.")
    if len(candidates) == 1:
        name = shown[next(iter(candidates))]
        return Owner(name, "proven", f"{name} is the only name in {_count_lists(len(complete))}.")
    return _among(candidates, counts, shown, len(complete))


def _among(candidates: frozenset[str], counts: Counter[str], shown: dict[str, str], complete: int) -> Owner:
    first, second = sorted(candidates, key=lambda key: (-counts[key], key))[:2]
    figures = f"{shown[first]} in {counts[first]} papers, {shown[second]} in {counts[second]}"
    where = f"{len(candidates)} names are in {_count_lists(complete)}; of these the most frequent is"
    if counts[first] - counts[second] >= LEAD:
        return Owner(shown[first], "likely", f"{where} {figures}.")
    return Owner(
        None, "unknown", f"{len(candidates)} names are in {_count_lists(complete)}, and none leads: {figures}."
    )


def _without_complete_lists(counts: Counter[str], shown: dict[str, str]) -> Owner:
    ranked = sorted(counts, key=lambda key: (-counts[key], key))[:2]
    if not ranked:
        return Owner(None, "unknown", "No author list could be read.")
    first = ranked[0]
    next_count = counts[ranked[1]] if len(ranked) > 1 else 0
    figures = f"{shown[first]} in {counts[first]} papers" + (
        f", {shown[ranked[1]]} in {next_count}" if len(ranked) > 1 else ""
    )
    if counts[first] - next_count >= LEAD_WITHOUT_PROOF and counts[first] >= 2 * next_count:
        return Owner(shown[first], "likely", f"Every list hides authors, but one name is far ahead: {figures}.")
    return Owner(None, "unknown", f"Every list hides authors, and no name is far enough ahead: {figures}.")


def _count_lists(complete: int) -> str:
    return "the one complete author list" if complete == 1 else f"all {complete} complete author lists"


def _shown_names(lists: Iterable[AuthorList]) -> dict[str, str]:
    """For each normalised name the form that is shown most often."""
    forms = Counter(name for each in lists for name in each.names)
    shown: dict[str, str] = {}
    for name, _ in sorted(forms.items(), key=lambda pair: (-pair[1], pair[0])):
        shown.setdefault(normalise(name), name)
    return shown
