"""How many topics? Evidence for each number, a suggestion in the open, and the others that are as good.

No curve shows "the right k": silhouette is flat, and most libraries fall into few topics as well as into many. What
can be told is which numbers of topics come out the same again when papers are left out. Where several do so equally
well, the largest tells the most.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import pairwise_distances, silhouette_score

from lib.text import Counts
from lib.topics.clusters import partition
from lib.topics.model import Evidence, KChoice, Space
from lib.topics.space import embed
from lib.topics.stability import agreement, draw

FEWEST_PAPERS = 10  # to cluster at all
_SMALLEST = 3  # papers in the smallest topic of a suggestion
_CANDIDATES = (2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20)
_SAMPLE = 1_000  # papers that silhouette is measured on: it compares each with each
_CLOSE = 0.05  # agreement; a smaller difference is none, and neither is one within the spread of both over resamples
_HOLDS = 0.4  # agreement below which even the best number of topics is a matter of chance


def suggest_k(counts: Counts, *, seed: int = 0, ks: Iterable[int] | None = None) -> KChoice:
    """The suggested number of topics, with the evidence for each of `ks` (by default up to the root of the papers)."""
    return choose_k(embed(counts, seed=seed), seed=seed, ks=ks)


def choose_k(space: Space, *, seed: int = 0, ks: Iterable[int] | None = None) -> KChoice:
    """As `suggest_k`, for papers that are points already."""
    papers, distinct = len(space.points), _distinct(space.points)
    if refusal := _refuse(papers, distinct):
        return KChoice(1, refusal)
    possible = sorted({k for k in ks or _CANDIDATES if 2 <= k <= distinct and (ks or k * k <= papers)})
    return choose_among(tuple(_weigh(space, possible or [2], seed)))


def decide_k(space: Space, k: int) -> KChoice:
    """The number of topics that a reader asked for, or the largest below it that the papers allow."""
    if k < 1:
        raise ValueError(f"k is {k!r}; expected 1 or more topics, or None for a suggestion")
    distinct = _distinct(space.points)
    if refusal := _refuse(len(space.points), distinct):
        return KChoice(1, refusal)
    if k > distinct:
        return KChoice(distinct, f"{k} topics were asked for, but only {distinct} papers differ in their words.")
    return KChoice(k, f"{k} topic{'' if k == 1 else 's'}, as asked for.")


def _distinct(points: NDArray[np.float64]) -> int:
    return len(np.unique(points, axis=0))


def _refuse(papers: int, distinct: int) -> str | None:
    """Why these papers are not clustered, if they are not."""
    if papers < FEWEST_PAPERS:
        few = "No paper has" if not papers else "1 paper has" if papers == 1 else f"{papers} papers have"
        return f"{few} words in common with others; clustering needs {FEWEST_PAPERS}. They stand as one group."
    if distinct < 2:
        return f"All {papers:,} papers use the same words: there is nothing to tell apart."
    return None


def _weigh(space: Space, ks: list[int], seed: int) -> Iterable[Evidence]:
    resamples = draw(space, seed=seed)
    random = np.random.default_rng(seed)
    sample = space.points[np.sort(random.choice(len(space.points), min(len(space.points), _SAMPLE), replace=False))]
    distances = np.maximum(pairwise_distances(sample, metric="cosine"), 0)
    for k in ks:
        stability, spread = agreement(k, resamples)
        found = partition(sample, min(k, _distinct(sample)), seed=seed, starts=2)
        silhouette = silhouette_score(distances, found.labels_, metric="precomputed") if k < len(sample) else 0.0
        smallest = np.bincount(found.predict(space.points), minlength=k).min()
        yield Evidence(k, round(stability, 4), round(spread, 4), round(float(silhouette), 4), int(smallest))


def choose_among(evidence: tuple[Evidence, ...]) -> KChoice:
    """The largest number of topics that is about as stable as the best; the best itself where none is stable."""
    usable = [each for each in evidence if each.smallest >= _SMALLEST] or list(evidence[:1])
    best = max(usable, key=lambda each: (each.stability, -each.k))
    as_good = [each for each in usable if best.stability - each.stability <= max(min(each.spread, best.spread), _CLOSE)]
    chosen = as_good[-1] if best.stability >= _HOLDS else best
    others = tuple(each.k for each in as_good if each is not chosen)
    return KChoice(chosen.k, _explain(chosen, best, others), others, evidence)


def _explain(chosen: Evidence, best: Evidence, others: tuple[int, ...]) -> str:
    found = f"agreement {chosen.stability:.2f} ± {chosen.spread:.2f}; 1 is the same topics again, 0 is chance"
    if best.stability < _HOLDS:
        reason = (
            f"No number of topics comes out the same when papers are left out: {chosen.k} is a first look ({found})."
        )
    elif chosen is best:
        reason = f"{chosen.k} topics come out the same more often than others when papers are left out ({found})."
    else:
        reason = (
            f"{chosen.k} topics come out the same when papers are left out ({found}) about as well as the steadiest "
            f"number, {best.k} ({best.stability:.2f}), and tell more apart."
        )
    if not others:
        return reason
    listed = " and ".join(filter(None, [", ".join(map(str, others[:-1])), str(others[-1])]))
    return f"{reason} {listed} {'is' if len(others) == 1 else 'are'} as good."
