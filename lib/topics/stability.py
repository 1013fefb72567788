"""Would the same topics come out of other papers? Clusters are found again in parts of the papers and compared.

The points stay where they are; what is resampled is which papers k-means sees. So this measures whether the papers
fall into these groups, not whether their words were counted well.
"""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score

from lib.topics.clusters import Labels, partition

_PART = 0.7  # of the papers in each resample
_AT_MOST = 1_000  # papers in a resample: more would only take longer
_SMALL = 1_000  # papers; below, a single start of k-means often ends badly, and that is no property of the papers


def jaccard_of_clusters(points: NDArray[np.float64], labels: Labels, *, seed: int, resamples: int = 12) -> list[float]:
    """How well each cluster is found again: mean over resamples of its best Jaccard similarity, 0–1.

    Source: Hennig (2007), Cluster-wise assessment of cluster stability, Computational Statistics & Data Analysis 52,
    258–271, by subsetting: clusters are compared on the papers of the resample.
    """
    clusters = int(labels.max()) + 1
    found = np.full((resamples, clusters), np.nan)
    for at, rows in enumerate(_resamples(len(points), resamples, seed)):
        again = partition(points[rows], min(clusters, len(rows)), seed=seed + at, starts=_starts(points)).labels_
        found[at] = _best_overlaps(labels[rows], again, clusters)
    return [float(value) for value in np.nan_to_num(np.nanmean(found, axis=0))]


def resampled(points: NDArray[np.float64], k: int, *, seed: int, resamples: int = 5) -> list[KMeans]:
    """K-means fitted on resamples of the points."""
    rows = _resamples(len(points), resamples, seed)
    return [partition(points[some], k, seed=seed + at, starts=_starts(points)) for at, some in enumerate(rows)]


def agreement(placements: list[Labels]) -> tuple[float, float]:
    """Mean and standard deviation of the adjusted Rand index over all pairs of clusterings of the same papers.

    Source: Ben-Hur, Elisseeff & Guyon (2002), A stability based method for discovering structure in clustered data,
    Pacific Symposium on Biocomputing 7, 6–17, with the index of Hubert & Arabie (1985).
    """
    scores = [adjusted_rand_score(one, other) for one, other in combinations(placements, 2)]
    return float(np.mean(scores)), float(np.std(scores, ddof=1))


def _starts(points: NDArray[np.float64]) -> int:
    return 3 if len(points) <= _SMALL else 1


def _resamples(papers: int, resamples: int, seed: int) -> list[NDArray[np.intp]]:
    random = np.random.default_rng(seed)
    size = min(_AT_MOST, max(2, round(papers * _PART)))
    return [np.sort(random.choice(papers, size, replace=False)) for _ in range(resamples)]


def _best_overlaps(labels: Labels, again: Labels, clusters: int) -> NDArray[np.float64]:
    """Per cluster the Jaccard similarity with the most similar new one; NaN where none of its papers was drawn."""
    both = np.zeros((clusters, clusters))
    np.add.at(both, (labels, again), 1)
    here, there = both.sum(axis=1), both.sum(axis=0)
    either = here[:, None] + there[None, :] - both
    overlap = np.divide(both, either, out=np.zeros_like(both), where=either > 0).max(axis=1)
    return np.where(here > 0, overlap, np.nan)
