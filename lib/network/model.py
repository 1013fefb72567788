"""What a co-author network is: people, the ties between them, and the papers that each tie is made of."""

from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import pandas as pd

from lib.schema import Column, Table

_OURS = "computed by Oeuvre"

PEOPLE = Table(
    "people",
    "a person who wrote a paper",
    (
        Column("person_id", "string", "Person", "The profile, or the name as it is compared.", _OURS, required=True),
        Column("name", "string", "Name", "The profile's name, or the name's commonest spelling.", "record"),
        Column("profile_id", "string", "Profile", "The person's captured page; missing when there is none.", _OURS),
        Column("papers", "Int64", "Papers", "Papers that show this person.", _OURS, "papers", required=True),
        Column("partners", "Int64", "Co-authors", "People written with (degree).", _OURS, "people", required=True),
        Column(
            "joint_papers",
            "Int64",
            "Papers together",
            "Papers with each co-author, added up over them (strength).",
            _OURS,
            "papers",
            required=True,
        ),
    ),
    ("person_id",),
)

TIES = Table(
    "ties",
    "two people who wrote together",
    (
        Column("first", "string", "Person", "The person whose id comes first.", _OURS, required=True),
        Column("second", "string", "Person", "The other one.", _OURS, required=True),
        Column("papers", "Int64", "Papers together", "Papers that show both.", _OURS, "papers", required=True),
        Column(
            "fractional",
            "Float64",
            "Papers together, fractional",
            "Each paper counts 1/(n - 1), n being the people it shows, so that long author lists weigh no more.",
            _OURS,
            "papers",
            required=True,
        ),
    ),
    ("first", "second"),
)

JOINT = Table(
    "joint",
    "a paper that two people wrote together",
    (*TIES.columns[:2], Column("paper_id", "string", "Paper", "Which paper.", _OURS, required=True)),
    ("first", "second", "paper_id"),
)


@dataclass(frozen=True, eq=False)
class Network:
    """Who writes with whom.

    `people`, `ties` and `joint` keep to the tables above, in the order of their keys. `papers` counts the papers read,
    `hiding` those of them that hide authors behind "et al.", so that ties and weights are lower bounds. `left_out` says
    in sentences what was taken away from the network as read.
    """

    people: pd.DataFrame
    ties: pd.DataFrame
    joint: pd.DataFrame
    papers: int
    hiding: int
    left_out: tuple[str, ...] = ()

    @cached_property
    def graph(self) -> "nx.Graph[str]":
        """The same as a networkx graph, nodes in the order of their ids; edges carry `papers` and `fractional`."""
        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from(self.people["person_id"])
        for first, second, papers, fractional in self.ties.itertuples(index=False, name=None):
            graph.add_edge(first, second, papers=int(papers), fractional=float(fractional))
        return graph

    @cached_property
    def names(self) -> pd.Series:
        """Each person's name, by `person_id`."""
        return self.people.set_index("person_id")["name"]

    def caution(self) -> str:
        """What a reader must know before believing the figure, in one or two sentences."""
        hidden = f"{self.hiding:,} of {self.papers:,} papers hide authors behind “et al.”"
        bound = f"{hidden}, so ties and counts are lower bounds. " if self.hiding else ""
        return f"{bound}Two people of one name cannot be told apart unless each has a captured profile."
