"""Who wrote which paper: the visible authors in order, and the owner of every page that lists it, visible or not.

A name on a paper proves nothing about a profile of the same name unless that profile lists the paper, or a reader says
so: authorships that carry a profile_id are a lower bound.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lib.corpus.decisions import Decisions
from lib.corpus.entries import Entry
from lib.corpus.keys import name_key
from lib.corpus.merged import Merged
from lib.corpus.names import variant
from lib.corpus.rows import Row, longest
from lib.corpus.same_authors import PageNumbers


def authorship_rows(merged: Merged, decisions: Decisions) -> Iterator[Row]:
    """A row for each visible author of a paper, then one for each author hidden behind "et al." whose page lists it."""
    told = _told(merged, decisions)
    for paper_id, entries in merged.papers.items():
        visible = longest(entries).record.authors
        owners = {profile_id: name for profile_id in _owners(merged, entries) if (name := merged.names[profile_id])}
        found = _recognise(visible, owners)
        for place, name in enumerate(visible):
            profile_id = found.get(place, told.get(name_key(name)))
            yield {"paper_id": paper_id, "name": name, "position": place + 1, "profile_id": profile_id}
        for profile_id in sorted(owners.keys() - set(found.values())):
            yield {"paper_id": paper_id, "name": owners[profile_id], "position": None, "profile_id": profile_id}


def _owners(merged: Merged, entries: Sequence[Entry]) -> Iterable[str]:
    return dict.fromkeys(merged.profile_of[entry.dump.id] for entry in entries)


def _recognise(visible: Sequence[str], owners: Mapping[str, str]) -> dict[int, str]:
    """Where the owners (profile_id -> name) stand among the visible authors: place -> profile_id.

    An owner wrote the paper, so that "S. Xu" is Songpei Xu here if nobody else could be.
    """
    found: dict[int, str] = {}
    for alike in (_same, _variant):
        for profile_id, name in owners.items():
            places = [place for place, other in enumerate(visible) if place not in found and alike(name, other)]
            if profile_id not in found.values() and places and (alike is _same or len(places) == 1):
                found[places[0]] = profile_id
    return found


def _same(one: str, other: str) -> bool:
    return name_key(one) == name_key(other)


def _variant(one: str, other: str) -> bool:
    return bool(variant(one, other))


def _told(merged: Merged, decisions: Decisions) -> dict[str, str]:
    """Names that a reader said are a profile's wherever they stand: name_key -> profile_id."""
    pages = PageNumbers(merged.pages)
    told: dict[str, str] = {}
    for one, other in decisions.pairs("author", "together"):
        page = pages.find(one)
        if page is not None and pages.find(other) is None:
            told[name_key(other)] = merged.profile_ids[page]
    return told
