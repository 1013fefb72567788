"""Network -> where to draw each person: connected parts are laid out one by one and packed beside each other."""

import networkx as nx
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from lib.network.measure import measure_people
from lib.network.model import Network

SEED = 20220531
_KAMADA_KAWAI_UP_TO = 60  # people: it is the tidier layout, and its time grows with their cube
_ROUNDS = 50
_GAP = 1.5  # between two parts, in the distance of neighbours

Places = NDArray[np.float64]


def place_people(network: Network) -> pd.DataFrame:
    """Where to draw each person: `person_id`, `x`, `y` within -1…1. Only nearness means something, not the axes.

    Up to 60 people of one part by Kamada & Kawai (1989), Information Processing Letters 31, 7–15; above by Fruchterman
    & Reingold (1991), Software: Practice and Experience 21, 1129–1164, from a fixed start.
    """
    parts = [sorted(part) for part in nx.connected_components(network.graph)]
    parts.sort(key=lambda part: (-len(part), part))
    with threadpool_limits(limits=1):  # of so few numbers, several threads take five times as long
        places = _pack([_lay_out(network, part) for part in parts])
    order = [person for part in parts for person in part]
    frame = pd.DataFrame({"person_id": order, "x": places[:, 0], "y": places[:, 1]})
    frame = frame.astype({"person_id": "string", "x": "Float64", "y": "Float64"})
    return frame.sort_values("person_id", ignore_index=True)


def locate_people(network: Network) -> pd.DataFrame:
    """The people as `measure_people` has them, with their places."""
    return measure_people(network).merge(place_people(network), on="person_id")


def _lay_out(network: Network, people: list[str]) -> Places:
    """One connected part, shape (people, 2), with about one unit of area for each person."""
    graph: nx.Graph[str] = nx.Graph()  # a new one, because a layout follows the order of nodes and ties
    graph.add_nodes_from(people)
    ties = sorted((min(one, other), max(one, other)) for one, other in network.graph.subgraph(people).edges())
    graph.add_edges_from(ties)
    if len(people) <= _KAMADA_KAWAI_UP_TO:
        found = nx.kamada_kawai_layout(graph)
    else:
        found = nx.spring_layout(graph, seed=SEED, iterations=_ROUNDS)
    places = np.array([found[person] for person in people], dtype=np.float64)
    places -= places.min(axis=0)
    reach = float(places.max()) or 1.0
    side = np.sqrt(len(people)) - 1
    return np.asarray(places / reach * side, dtype=np.float64)


def _pack(parts: list[Places]) -> Places:
    """The parts in rows from the largest to the smallest, together about as wide as high, scaled to -1…1."""
    if not parts:
        return np.empty((0, 2))
    sizes = [part.max(axis=0) + _GAP for part in parts]
    width = max(1.2 * np.sqrt(sum(float(size.prod()) for size in sizes)), float(sizes[0][0]))
    left = top = height = 0.0
    corners: list[tuple[float, float]] = []
    for size in sizes:
        if left and left + size[0] > width:
            left, top, height = 0.0, top + height, 0.0
        corners.append((left, -top - float(size[1])))
        left, height = left + float(size[0]), max(height, float(size[1]))
    places = np.concatenate([part + corner for part, corner in zip(parts, corners, strict=True)])
    middle, reach = (places.max(axis=0) + places.min(axis=0)) / 2, float(np.ptp(places, axis=0).max()) / 2 or 1.0
    return np.asarray((places - middle) / reach, dtype=np.float64)
