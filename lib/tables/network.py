"""Who writes with whom: the numbers behind the figures of the Network page."""

import pandas as pd

from lib.network import Network, Path
from lib.schema.derived import view

GRAPH = view(
    "graph",
    "a person",
    "person_id",
    "name",
    "profile_id",
    "papers",
    "partners",
    "joint_papers",
    "fractional",
    "betweenness",
    "community",
    "x",
    "y",
    "named",
)
_LABEL = (0.4, 0.09)  # about the width and the height of a name, in the unit of x and y
_NAMED = 24  # names beyond these are found by pointing at a circle
TIES = view("ties", "two people who wrote together", "first", "second", "papers", "fractional")
PATH = view("path", "a paper on a step of the chain", "step", "first", "second", "title", "date", "paper_id")


def graph(located: pd.DataFrame) -> pd.DataFrame:
    """Every person of `locate_people`, the most connected first; `named` where the figure has room for a name."""
    ranked = located.assign(captured=located["profile_id"].notna()).sort_values(
        "captured", ascending=False, kind="stable"
    )
    return GRAPH.cast(located.assign(named=located["person_id"].isin(_apart(ranked))))


def ties(network: Network) -> pd.DataFrame:
    """Every pair by name, those with most papers together first."""
    ordered = network.ties.sort_values(
        ["papers", "fractional", "first", "second"], ascending=[False, False, True, True]
    )
    return TIES.cast(
        ordered.assign(first=ordered["first"].map(network.names), second=ordered["second"].map(network.names))
    )


def path(found: Path, network: Network, papers: pd.DataFrame) -> pd.DataFrame:
    """The papers of every step of a chain, oldest first within a step."""
    steps = found.steps.merge(papers[["paper_id", "title", "date"]], on="paper_id")
    steps = steps.sort_values(["step", "date", "paper_id"])
    named = steps.assign(first=steps["first"].map(network.names), second=steps["second"].map(network.names))
    return PATH.cast(named)


def _apart(ranked: pd.DataFrame) -> set[str]:
    """The people whose names can be written beside their circles without covering another, the first ones first."""
    taken: list[tuple[float, float]] = []
    named: set[str] = set()
    for person, x, y in ranked[["person_id", "x", "y"]].head(_NAMED).itertuples(index=False, name=None):
        if not any(abs(x - other_x) < _LABEL[0] and abs(y - other_y) < _LABEL[1] for other_x, other_y in taken):
            taken.append((x, y))
            named.add(person)
    return named
