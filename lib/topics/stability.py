"""Would the same topics come out of other papers? They are found again in parts of the papers, and compared.

Each part is weighted, reduced and clustered as if there were no other papers. In large libraries the weights hardly
change with the papers, so there the points stay where they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import adjusted_rand_score

from lib.topics.clusters import Labels, partition
from lib.topics.model import Space
from lib.topics.space import LARGE, resample

_PART = 0.8  # of the papers in each resample
_AT_MOST = 1_000  # papers in a resample, because more would only take longer
_RESAMPLES = 6


@dataclass(frozen=True, eq=False)
class Resample:
    """Some of a space's papers (its rows, ascending) and their points."""

    rows: NDArray[np.intp]
    points: NDArray[np.float64]
    seed: int

    def cluster(self, k: int) -> Labels:
        """These papers in `k` clusters, or in as many as there are different points."""
        clusters = min(k, len(np.unique(self.points, axis=0)))
        starts = 3 if len(self.rows) < _AT_MOST else 1  # of few papers, one often ends badly by chance alone
        return np.asarray(partition(self.points, clusters, seed=self.seed, starts=starts).labels_, dtype=np.intp)


def draw(space: Space, *, seed: int, resamples: int = _RESAMPLES) -> list[Resample]:
    """Resamples of four fifths of the papers without replacement, of a thousand at most."""
    return list(_draw(space, seed, resamples))


def _draw(space: Space, seed: int, resamples: int) -> Iterator[Resample]:
    papers = len(space.points)
    size = min(_AT_MOST, max(2, round(papers * _PART)))
    random = np.random.default_rng(seed)
    for at in range(resamples):
        rows = np.sort(random.choice(papers, size, replace=False))
        points = space.points[rows] if papers > LARGE else resample(space, rows, seed + at)
        yield Resample(rows, points, seed + at)


def recovery(labels: Labels, resamples: list[Resample]) -> list[float]:
    """How well each cluster is found again: the mean over resamples of its best Jaccard similarity, 0–1.

    Source: Hennig (2007), Cluster-wise assessment of cluster stability, Computational Statistics & Data Analysis 52,
    258–271, by subsetting: clusters are compared on the papers of the resample.
    """
    clusters = int(labels.max()) + 1
    found = [_best_overlaps(labels[each.rows], each.cluster(clusters), clusters) for each in resamples]
    drawn = np.sum(~np.isnan(found), axis=0)
    return [float(value) for value in np.nansum(found, axis=0) / np.maximum(drawn, 1)]


def agreement(k: int, resamples: list[Resample]) -> tuple[float, float]:
    """Mean and standard deviation, over pairs of resamples, of the adjusted Rand index on the papers both have.

    Source: Ben-Hur, Elisseeff & Guyon (2002), A stability based method for discovering structure in clustered data,
    Pacific Symposium on Biocomputing 7, 6–17, with the index of Hubert & Arabie (1985).
    """
    found = [(each.rows, each.cluster(k)) for each in resamples]
    scores = [_agree(*one, *other) for one, other in combinations(found, 2)]
    return float(np.mean(scores)), float(np.std(scores, ddof=1))


def _agree(rows: NDArray[np.intp], labels: Labels, other_rows: NDArray[np.intp], other_labels: Labels) -> float:
    _, here, there = np.intersect1d(rows, other_rows, assume_unique=True, return_indices=True)
    return float(adjusted_rand_score(labels[here], other_labels[there]))


def _best_overlaps(labels: Labels, again: Labels, clusters: int) -> NDArray[np.float64]:
    """Per cluster the Jaccard similarity with the most similar new one; NaN where none of its papers was drawn."""
    both = np.zeros((clusters, clusters))
    np.add.at(both, (labels, again), 1)
    here, there = both.sum(axis=1), both.sum(axis=0)
    either = here[:, None] + there[None, :] - both
    overlap = np.divide(both, either, out=np.zeros_like(both), where=either > 0).max(axis=1)
    return np.where(here > 0, overlap, np.nan)
