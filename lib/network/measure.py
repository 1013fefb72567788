"""Network -> where to draw each person, in which community they write, and how central they are."""

from typing import Literal

import networkx as nx
import pandas as pd

from lib.network.model import Network

SEED = 20220531
BETWEENNESS_UP_TO = 1_000_000  # people times ties: what the time grows with (Brandes 2001); about 0.4 seconds

Weight = Literal["papers", "fractional"]


def find_communities(network: Network, weight: Weight = "papers") -> pd.Series:
    """The community of each person, by `person_id`: 1 is the largest; missing for people without a tie.

    Source: Blondel, Guillaume, Lambiotte & Lefebvre (2008), Fast unfolding of communities in large networks, Journal of
    Statistical Mechanics P10008, as networkx has it, with a fixed seed. Of two equally large ones the one whose first
    id comes first.
    """
    ids = network.people["person_id"]
    number = {person: at for at, person in enumerate(ids)}  # sets of strings have no order that all machines share
    tied: nx.Graph[int] = nx.Graph()
    for first, second, strength in network.ties[["first", "second", weight]].itertuples(index=False, name=None):
        tied.add_edge(number[first], number[second], weight=float(strength))
    found = nx.community.louvain_communities(tied, seed=SEED) if len(tied) else []
    ranked = sorted((sorted(people) for people in found), key=lambda people: (-len(people), people))
    community = {at: rank for rank, people in enumerate(ranked, 1) for at in people}
    return pd.Series([community.get(at) for at in range(len(ids))], index=ids, dtype="Int64", name="community")


def measure_people(network: Network) -> pd.DataFrame:
    """The people with `fractional` (papers with others, each counted once), `betweenness` (0–1) and `community`.

    Betweenness is the share of shortest chains between two others that lead through this person; missing where
    there are too many for it. Most central first: by co-authors, papers together, id.

    Sources: Freeman (1977), A set of measures of centrality based on betweenness, Sociometry 40, 35–41; Newman (2001),
    Physical Review E 64, 016132.
    """
    ids = network.people["person_id"]
    small = len(ids) * len(network.ties) <= BETWEENNESS_UP_TO
    between = nx.betweenness_centrality(network.graph) if small else {}
    fractional = dict(network.graph.degree(weight="fractional"))
    measured = network.people.assign(
        fractional=pd.array([fractional[person] for person in ids], dtype="Float64"),
        betweenness=pd.array([between.get(person) for person in ids], dtype="Float64"),
        community=find_communities(network).array,
    )
    by = ["partners", "joint_papers", "person_id"]
    return measured.sort_values(by, ascending=[False, False, True], ignore_index=True)
