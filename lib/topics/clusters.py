"""Points -> clusters: k-means, by vote where papers are few, and a second look at each paper's own words.

Below a thousand papers single runs of k-means differ by chance, so that several, in fewer and in more dimensions,
vote: +0.035 NMI at 100 papers, +0.015 at 300, nothing at 2,000. K-means decides in few dimensions, where a paper's
rarer words no longer count. So each paper is then asked again with all its words, the most ordinary too ("prove that",
"the robot"): +0.015 from 2,000 papers on.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.cluster import KMeans
from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

from lib.topics.space import LARGE, dimensions, sample_rows, to_points

_MIDDLE = 3_000  # papers; above, ten starts of k-means end no better than four
_VOTERS = 15
_ROUNDS = 8
_WORDS = 10  # words in one abstract repeat each other: a paper weighs as much as so many independent ones
_PRIOR = 15  # papers of average words that are added to each topic, so that a word it lacks rules no paper out

Labels = NDArray[np.intp]


def partition(points: NDArray[np.float64], k: int, *, seed: int, starts: int | None = None) -> KMeans:
    """Fitted k-means of the points, with `starts` random starts (by default fewer for large corpora)."""
    n_init = starts or (10 if len(points) <= _MIDDLE else 4)
    with threadpool_limits(limits=1):
        return KMeans(k, n_init=n_init, random_state=seed).fit(points)


def find_clusters(axes: NDArray[np.float64], k: int, *, seed: int) -> Labels:
    """The cluster (0…) of each paper, by vote where there are few papers."""
    if len(axes) > LARGE:
        points = to_points(axes)
        model = partition(points[sample_rows(len(points), seed)], k, seed=seed)
        return np.asarray(model.predict(points), dtype=np.intp)
    votes = _vote(axes, k, seed)
    agreed = len(np.unique(votes, axis=0)) >= k  # else there are too few opinions to make k clusters of
    return _labels(partition(votes if agreed else to_points(axes), k, seed=seed))


def _vote(axes: NDArray[np.float64], k: int, seed: int) -> NDArray[np.float64]:
    """Which clusters each paper is in, over runs of k-means in half to one and a half times the usual dimensions.

    Source: Strehl & Ghosh (2002), Cluster ensembles, JMLR 3, 583–617, the runs put together by k-means as by Topchy,
    Jain & Punch (2005), Clustering ensembles, IEEE TPAMI 27, 1866–1881.
    """
    usual = dimensions(len(axes))
    widths = np.linspace(max(2, usual / 2), usual * 1.5, _VOTERS).round().astype(int).tolist()
    runs = [to_points(axes, width) for width in widths]
    found = [
        partition(points, min(k, len(np.unique(points, axis=0))), seed=seed + at, starts=1).labels_
        for at, points in enumerate(runs)
    ]
    return np.hstack([np.eye(k)[labels] for labels in found])


def _labels(model: KMeans) -> Labels:
    return np.asarray(model.labels_, dtype=np.intp)


def refine(counts: csr_array, start: Labels) -> Labels:
    """The cluster of each paper, given all its words; numbered as in `start`.

    Expectation–maximisation for a mixture of multinomials (Nigam et al. 2000, Text classification from labeled and
    unlabeled documents using EM, Machine Learning 39, 103–134) for a few rounds, in which every paper weighs the same
    and no cluster is expected to be larger than another. Where one would lose all its papers, all stay as they were.
    """
    clusters = int(start.max()) + 1
    belonging = np.eye(clusters, dtype=np.float32)[start]
    words = csr_array((1 + np.log(counts.data.astype(np.float32)), counts.indices, counts.indptr), shape=counts.shape)
    words = csr_array(normalize(words, norm="l1") * _WORDS)
    prior = np.asarray(words.mean(axis=0), dtype=np.float32).ravel() * _PRIOR + 1e-9  # so that none has no logarithm
    with threadpool_limits(limits=1):
        for _ in range(_ROUNDS):
            belonging = _reconsider(words, belonging, prior)
    found = np.bincount(belonging.argmax(axis=1), minlength=clusters)
    return belonging.argmax(axis=1) if found.all() else start


def _reconsider(words: csr_array, belonging: NDArray[np.float32], prior: NDArray[np.float32]) -> NDArray[np.float32]:
    """One round: each cluster's words from its papers, then each paper's clusters from its words."""
    uses = (words.T @ belonging).T + prior
    odds = np.log(uses / uses.sum(axis=1, keepdims=True))
    evidence = words @ (odds - odds.mean(axis=0)).T
    likelihood = np.exp(evidence - evidence.max(axis=1, keepdims=True))
    return np.asarray(likelihood / likelihood.sum(axis=1, keepdims=True))


def canonical_order(labels: Labels, clusters: int) -> NDArray[np.intp]:
    """The clusters by size, the largest first; equal ones by their first paper. Shape (clusters,)."""
    sizes = np.bincount(labels, minlength=clusters)
    first = np.full(clusters, len(labels))
    np.minimum.at(first, labels, np.arange(len(labels)))
    return np.lexsort((first, -sizes))


def centres(points: NDArray[np.float64], labels: Labels, clusters: int) -> NDArray[np.float64]:
    """The mean direction of each cluster's points, of length 1. Shape (clusters, dimensions)."""
    sums = np.zeros((clusters, points.shape[1]))
    np.add.at(sums, labels, points)
    return np.asarray(normalize(sums))
