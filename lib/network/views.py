"""Network -> a smaller Network: closer ties only, the people around one person, as many as a figure can draw.

Each says in `left_out` what it took away.
"""

from dataclasses import replace

import pandas as pd

from lib.arrow import is_among
from lib.errors import SelectionError
from lib.network.model import Network
from lib.network.read import count_ties

DRAWABLE = 400  # people: beyond, names overlap at any size of screen and a browser slows down


def keep_close_ties(network: Network, minimum: int) -> Network:
    """The ties of at least `minimum` joint papers and the people who have one; at 1 also those who wrote alone."""
    if minimum <= 1:
        return network
    ties = network.ties[network.ties["papers"] >= minimum]
    tied = set(ties["first"]) | set(ties["second"])
    people = network.people[is_among(network.people["person_id"], tied)]
    said = (
        f"{_count(len(network.people) - len(people), 'person', 'people')} with no co-author of {minimum} joint papers"
    )
    return _cut(network, people, ties, said)


def keep_around(network: Network, person_id: str, radius: int = 1) -> Network:
    """The people at most `radius` steps from this person, and all ties between them.

    Raises SelectionError when the network has no such person.
    """
    require(network, person_id)
    near = {person_id}
    for _ in range(radius):
        near |= _neighbours(network.ties, near)
    people = network.people[is_among(network.people["person_id"], near)]
    far = _count(len(network.people) - len(people), "person", "people")
    name = network.names[person_id]
    return _between(network, people, f"{far} more than {_count(radius, 'step', 'steps')} from {name}")


def _neighbours(ties: pd.DataFrame, people: set[str]) -> set[str]:
    """Whom any of these people wrote with."""
    first, second = ties["first"], ties["second"]
    return {*second[is_among(first, people)], *first[is_among(second, people)]}


def keep_largest(network: Network, limit: int = DRAWABLE) -> Network:
    """At most `limit` people: captured profiles first, then by papers together, papers and name.

    Where there are more profiles than that, the people of the closest ties: profiles alone may have none in common.
    """
    if len(network.people) <= limit:
        return network
    captured = network.people["profile_id"].notna()
    ranked = network.people.assign(captured=captured).sort_values(
        ["captured", "joint_papers", "papers", "person_id"], ascending=[False, False, False, True]
    )["person_id"]
    if captured.sum() > limit:
        ranked = pd.concat([_by_closeness(network.ties), ranked]).drop_duplicates()
    people = network.people[is_among(network.people["person_id"], ranked.head(limit))]
    rest = _count(len(network.people) - limit, "person", "people")
    return _between(network, people, f"{rest} with the fewest papers together")


def _by_closeness(ties: pd.DataFrame) -> "pd.Series[str]":
    """The people of the ties, those of the closest first; a person stands once for each tie."""
    by = ["papers", "fractional", "first", "second"]
    closest = ties.sort_values(by, ascending=[False, False, True, True], ignore_index=True)
    people: pd.Series[str] = pd.concat([closest["first"], closest["second"]]).sort_index(kind="stable")
    return people


def _between(network: Network, people: pd.DataFrame, said: str) -> Network:
    kept = set(people["person_id"])
    ties = network.ties[is_among(network.ties["first"], kept) & is_among(network.ties["second"], kept)]
    return _cut(network, people, ties, said)


def _cut(network: Network, people: pd.DataFrame, ties: pd.DataFrame, said: str) -> Network:
    joint = network.joint.merge(ties[["first", "second"]], on=["first", "second"])
    left_out = network.left_out if len(people) == len(network.people) else (*network.left_out, said)
    counted = count_ties(people.reset_index(drop=True), ties)
    return replace(network, people=counted, ties=ties.reset_index(drop=True), joint=joint, left_out=left_out)


def require(network: Network, person_id: str) -> None:
    """A SelectionError where the network has no such person."""
    if not (network.people["person_id"] == person_id).any():
        raise SelectionError(
            f"Nobody is called {person_id!r} in this network of {_count(len(network.people), 'person', 'people')}; "
            "choose one of its people, or show the whole network."
        )


def _count(n: int, one: str, many: str) -> str:
    return f"{n:,} {one if n == 1 else many}"
