"""What a co-author network is: people, the ties between them, and the papers that each tie is made of."""

from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import pandas as pd

from lib.schema.network import JOINT, PEOPLE, TIES

__all__ = ["JOINT", "PEOPLE", "TIES", "Network"]


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

    def partners(self, person_id: str) -> "pd.Series[str]":
        """Whom this person wrote with, by `person_id`; nobody for a person who is not there. It needs no graph."""
        first, second = self.ties["first"], self.ties["second"]
        return pd.concat([second[first == person_id], first[second == person_id]], ignore_index=True)

    def caution(self) -> str:
        """What a reader must know before believing the figure, in one or two sentences."""
        hidden = f"{self.hiding:,} of {self.papers:,} papers hide authors behind “et al.”"
        bound = f"{hidden}, so ties and counts are lower bounds. " if self.hiding else ""
        return f"{bound}Two people of one name cannot be told apart unless each has a captured profile."
