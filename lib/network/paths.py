"""How two people are connected: the shortest chain of co-authors, with the papers of each step."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from lib.arrow import locate
from lib.network.model import JOINT, Network
from lib.network.views import require

_STEP = 1_000_000  # what a step costs beside the bonus for papers: fewer steps always win
_MOST = 1_000  # joint papers beyond which a tie is no closer


@dataclass(frozen=True, eq=False)
class Path:
    """The people of the chain in order (empty when there is none) and a frame of its steps: `step`, then as in JOINT.

    `first` and `second` stand in the order of the walk; `reason` says why there is no chain.
    """

    people: tuple[str, ...]
    steps: pd.DataFrame
    reason: str = ""

    @property
    def length(self) -> int | None:
        """Steps from one end to the other; None when the two are not connected."""
        return len(self.people) - 1 if self.people else None


def find_path(network: Network, start: str, end: str) -> Path:
    """A shortest chain of co-authors; of several the one with more papers on each step.

    Source: Dijkstra (1959), A note on two problems in connexion with graphs, Numerische Mathematik 1, 269–271. Raises
    SelectionError when the network lacks one of the two.
    """
    require(network, start)
    require(network, end)
    people = _walk(network, start, end)
    if not people:
        names = network.names
        return Path((), _steps(network, []), f"no chain of papers in view connects {names[start]} and {names[end]}")
    return Path(tuple(people), _steps(network, people))


def _walk(network: Network, start: str, end: str) -> list[str]:
    """The people from start to end; nobody where nothing connects the two."""
    ids = network.people["person_id"]
    ends = tuple(locate(network.ties[side], ids) for side in ("first", "second"))
    cost = _STEP - network.ties["papers"].clip(upper=_MOST).to_numpy(dtype=np.float64)
    ties = csr_array((cost, ends), shape=(len(ids), len(ids)))
    first, last = locate(pd.Series([start, end], dtype="string"), ids)
    reach, before = dijkstra(ties, directed=False, indices=first, return_predecessors=True)
    if np.isinf(reach[last]):
        return []
    walked = [last]
    while walked[-1] != first:
        walked.append(before[walked[-1]])
    return ids.iloc[walked[::-1]].tolist()


def _steps(network: Network, people: list[str]) -> pd.DataFrame:
    frames = [network.joint.head(0).assign(step=pd.Series(dtype="Int64"))]
    for step, (one, other) in enumerate(pairwise(people), 1):
        joint = network.joint
        papers = joint[(joint["first"] == min(one, other)) & (joint["second"] == max(one, other))]
        frames.append(papers.assign(first=one, second=other, step=step).astype({"step": "Int64"}))
    walked = pd.concat(frames, ignore_index=True)[["step", *JOINT.names]]
    return walked.astype({"step": "Int64", "first": "string", "second": "string", "paper_id": "string"})
