"""Topics above and below topics: which belong together, and what each falls into.

Above, topics are joined by the likeness of their centres (average linkage); below, k-means looks again within each
topic that is large enough. Parts of topics are an aid to reading: their stability is not measured.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.cluster.hierarchy import linkage
from sklearn.preprocessing import normalize

from lib.text import Counts
from lib.topics.clusters import Labels, canonical_order, centres, partition
from lib.topics.labels import name_groups, telling_terms
from lib.topics.model import Topics

ROOT = "all"
_PAPERS_PER_PART = 10  # a topic is divided into at most one part for so many papers
_SMALLEST = 3  # papers in a part
_PARTS = 4
_NAMED = 3  # topics that name a group


@dataclass(frozen=True)
class Branch:
    """A row of the tree: all papers ("all"), joined topics ("g1", …), a topic ("3") or a part of one ("3.1").

    `height` is 1 - cosine between the centres that are joined there, and 0 for topics and their parts.
    """

    branch: str
    parent: str | None
    label: str
    topic: int | None
    papers: int
    height: float = 0.0


def grow_tree(counts: Counts, topics: Topics) -> pd.DataFrame:
    """A frame with a row for each `Branch`, parents before children; the papers of siblings add up to their parent's.

    Only topics of 20 papers or more have parts.
    """
    branches = [*_above(topics), *(part for number in _numbers(topics) for part in _parts(counts, topics, number))]
    dtypes = {"branch": "string", "parent": "string", "label": "string", "topic": "Int64"}
    return pd.DataFrame(branches, columns=list(Branch.__annotations__)).astype(
        {**dtypes, "papers": "Int64", "height": "Float64"}
    )


def _numbers(topics: Topics) -> range:
    return range(1, topics.k + 1)


def _above(topics: Topics) -> list[Branch]:
    """The root, the groups from the widest to the narrowest, and the topics."""
    members: list[list[int]] = [[number] for number in _numbers(topics)]
    names, heights = [str(number) for number in _numbers(topics)], [0.0] * topics.k
    parents: dict[str, str] = {}
    for at, (one, other, distance) in enumerate(_joins(topics)):
        names.append(ROOT if at == topics.k - 2 else f"g{topics.k - 2 - at}")
        members.append(sorted(members[one] + members[other]))
        heights.append(round(distance**2 / 2, 4))  # of vectors of length 1: 1 - cosine
        parents |= {names[one]: names[-1], names[other]: names[-1]}
    parents = parents or dict.fromkeys(names, ROOT)
    if ROOT not in names:
        names, members, heights = [*names, ROOT], [*members, list(_numbers(topics))], [*heights, 0.0]
    rows = zip(names, members, heights, strict=True)
    return [_branch(topics, name, parents.get(name), inside, height) for name, inside, height in rows][::-1]


def _joins(topics: Topics) -> Iterator[tuple[int, int, float]]:
    """The steps of joining topics, as SciPy's linkage has them."""
    if topics.k > 1:
        labels = topics.papers.set_index("paper_id").loc[list(topics.space.paper_ids), "topic"].to_numpy(dtype=np.intp)
        middle = centres(topics.space.points, labels - 1, topics.k)
        yield from ((int(one), int(other), float(far)) for one, other, far, _ in linkage(middle, method="average"))


def _branch(topics: Topics, name: str, parent: str | None, inside: list[int], height: float) -> Branch:
    here = [topics.topics[number - 1] for number in inside]
    papers = sum(topic.papers for topic in here)
    if name == ROOT:
        return Branch(name, None, "All papers", None, papers, height)
    if not name.startswith("g"):
        return Branch(name, parent, here[0].label, here[0].number, papers)
    firsts = [topic.label.partition(",")[0] for topic in here]
    label = " · ".join(firsts[:_NAMED]) + (" …" if len(firsts) > _NAMED else "")
    return Branch(name, parent, label, None, papers, height)


def _parts(counts: Counts, topics: Topics, number: int) -> list[Branch]:
    """What a topic falls into; none where it is small or all of one piece."""
    if not topics.is_clustered:
        return []
    inside = topics.papers.index[(topics.papers["topic"] == number).fillna(value=False)].to_numpy()
    place = {paper_id: at for at, paper_id in enumerate(topics.space.paper_ids)}
    points = topics.space.points[[place[topics.papers["paper_id"].iloc[row]] for row in inside]]
    labels = _divide(points - points.mean(axis=0), topics.seed)
    names = name_groups(telling_terms(counts, inside, (labels + 1).tolist()))
    sizes = np.bincount(labels)
    return [
        Branch(f"{number}.{part}", str(number), names[part], number, int(sizes[part - 1]))
        for part in range(1, len(sizes) + 1)
        if len(sizes) > 1
    ]


def _divide(points: NDArray[np.float64], seed: int) -> Labels:
    """As many parts as there can be of three papers or more, the largest first."""
    points = np.asarray(normalize(points))
    most = min(_PARTS, len(points) // _PAPERS_PER_PART, len(np.unique(points, axis=0)))
    for parts in range(most, 1, -1):
        labels = partition(points, parts, seed=seed).labels_
        if np.bincount(labels, minlength=parts).min() >= _SMALLEST:
            return np.asarray(np.argsort(canonical_order(labels, parts))[labels])
    return np.zeros(len(points), dtype=np.intp)
