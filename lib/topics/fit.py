"""Term counts -> Topics: points, clusters, a second look, and what each topic is: terms, stability, central papers."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from lib.text import Counts
from lib.topics.choice import choose_k, decide_k
from lib.topics.clusters import Labels, canonical_order, centres, find_clusters, refine
from lib.topics.labels import name_groups, telling_terms
from lib.topics.model import PLACED, KChoice, Space, Topic, Topics
from lib.topics.space import all_counts, embed
from lib.topics.stability import draw, recovery

_CENTRAL = 5  # papers that stand for a topic
_RESAMPLES = 10  # that the stability of each topic is measured on


def fit_topics(counts: Counts, *, k: int | None = None, seed: int = 0) -> Topics:
    """The topics of these papers: `k` of them, or as many as `suggest_k` suggests.

    Fewer come out where the papers cannot be told apart into so many, and one below ten papers; `Topics.why_k` says so.
    The same papers and seed give the same topics, in whatever order the papers came. Raises ValueError for k below 1.
    """
    space = embed(counts, seed=seed)
    choice = choose_k(space, seed=seed) if k is None else decide_k(space, k)
    if choice.k < 2:
        return _single_topic(counts, space, choice, seed)
    start = find_clusters(space.axes, choice.k, seed=seed)
    labels = refine(all_counts(counts, space), start)
    order = canonical_order(labels, choice.k)
    stability = recovery(start, draw(space, seed=seed, resamples=_RESAMPLES))
    papers = _place(counts, space, np.argsort(order)[labels], choice.k)
    return Topics(seed, choice, _describe(counts, papers, [stability[at] for at in order]), papers, space)


def _single_topic(counts: Counts, space: Space, choice: KChoice, seed: int) -> Topics:
    """All papers in one topic, those apart included: there is nothing else that they could be in."""
    papers = _place(counts, space, np.zeros(len(space.paper_ids), dtype=np.intp), 1)
    papers["topic"] = papers["topic"].fillna(1)
    return Topics(seed, choice, _describe(counts, papers, [None]), papers, space)


def _place(counts: Counts, space: Space, labels: Labels, topics: int) -> pd.DataFrame:
    """A frame of the table PLACED: each paper with its topic, its distance to the centre, and the next best."""
    here = np.arange(len(labels))
    distances = 1 - space.points @ centres(space.points, labels, topics).T
    own = distances[here, labels]
    distances[here, labels] = np.inf
    second = distances.argmin(axis=1) if topics > 1 else np.zeros(len(labels), dtype=np.intp)
    several = topics > 1
    placed = pd.DataFrame(
        {
            "topic": labels + 1,
            "distance": np.round(own, 4),
            "second": second + 1 if several else None,
            "margin": np.round(distances[here, second] - own, 4) if several else None,
        },
        index=list(space.paper_ids),
    )
    whole = placed.reindex(list(counts.paper_ids)).rename_axis("paper_id").reset_index()
    return PLACED.check(whole.astype({column.name: column.dtype for column in PLACED.columns}))


def _describe(counts: Counts, papers: pd.DataFrame, stability: Sequence[float | None]) -> tuple[Topic, ...]:
    """Each topic with its label, size, terms and central papers; `stability` by number."""
    inside = papers.dropna(subset=["topic"])
    numbers = inside["topic"].astype(int)
    terms = telling_terms(counts, inside.index.to_numpy(), numbers.tolist())
    labels = name_groups(terms)
    nearest = inside.sort_values(["distance", "paper_id"]).groupby("topic")["paper_id"]
    central = {number: tuple(nearest.get_group(number).head(_CENTRAL)) for number in terms}
    sizes = numbers.value_counts()
    return tuple(
        Topic(number, labels[number], int(sizes[number]), stability[number - 1], terms[number], central[number])
        for number in sorted(terms)
    )
