"""Papers on a plane, so that papers with alike words lie near each other.

Only nearness means something: the axes have no unit, and distances between far groups say nothing. Up to a few
thousand papers this is t-SNE (van der Maaten & Hinton 2008, Visualizing data using t-SNE, JMLR 9, 2579–2605) from the
first two dimensions, so that what is far apart stays so (Kobak & Berens 2019, Nature Communications 10, 5416). Beyond,
a sample is laid out so and every other paper is put among its nearest neighbours in it.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE
from sklearn.neighbors import NearestNeighbors
from threadpoolctl import threadpool_limits

from lib.topics.model import Topics

_ALL = 2_000  # papers that t-SNE places itself, some seconds long
_LANDMARKS = 1_000  # of more papers, so many are placed by it (trustworthiness at 10,000: 0.93)
_NEIGHBOURS = 5
_PERPLEXITY = 30.0
_FEWEST = 10  # below, nearness in many dimensions is no more than the first two

Plane = NDArray[np.float64]


def lay_out(topics: Topics) -> pd.DataFrame:
    """A frame with a row for each paper in the space: `paper_id`, `x` and `y`, from about -1 to 1.

    The same papers and seed lie at the same places on one machine; on another, single papers may differ, because t-SNE
    magnifies the last digits of its numbers.
    """
    space = topics.space
    with threadpool_limits(limits=1):
        plane = _place(space.points, topics.seed)
    placed = pd.DataFrame({"paper_id": list(space.paper_ids), "x": plane[:, 0], "y": plane[:, 1]})
    return placed.astype({"paper_id": "string", "x": "Float64", "y": "Float64"})


def _place(points: Plane, seed: int) -> Plane:
    chosen = np.arange(len(points))
    if len(points) > _ALL:
        chosen = np.sort(np.random.default_rng(seed).choice(len(points), _LANDMARKS, replace=False))
    landmarks = _scale(_spread(points[chosen], seed))
    if len(chosen) == len(points):
        return landmarks
    plane = _between(points, points[chosen], landmarks)
    plane[chosen] = landmarks
    return plane


def _spread(points: Plane, seed: int) -> Plane:
    """The points on a plane: t-SNE, or the first two dimensions of few points."""
    flat = _first_two(points)
    if len(np.unique(points, axis=0)) < _FEWEST:
        return flat
    start = flat / max(float(flat[:, 0].std()), 1e-12) * 1e-4
    perplexity = min(_PERPLEXITY, (len(points) - 1) / 3)
    tsne = TSNE(perplexity=perplexity, init=start, metric="cosine", random_state=seed, max_iter=400)
    return np.asarray(tsne.fit_transform(points), dtype=np.float64)


def _first_two(points: Plane) -> Plane:
    """Principal components, each turned so that its largest entry is positive."""
    plane = np.zeros((len(points), 2))
    rank = min(2, *points.shape)
    if rank:
        with np.errstate(invalid="ignore"):  # it also divides by the variance, which papers all alike do not have
            found = PCA(rank, svd_solver="full").fit_transform(points)
        plane[:, :rank] = found * np.where(found[np.abs(found).argmax(axis=0), np.arange(rank)] < 0, -1, 1)
    return plane


def _between(points: Plane, landmarks: Plane, plane: Plane) -> Plane:
    """Each point at the weighted mean of its nearest landmarks' places; closer ones weigh more."""
    distances, nearest = NearestNeighbors(n_neighbors=_NEIGHBOURS).fit(landmarks).kneighbors(points)
    weights = 1 / np.maximum(distances, 1e-3) ** 2
    weights /= weights.sum(axis=1, keepdims=True)
    return np.asarray((plane[nearest] * weights[:, :, None]).sum(axis=1))


def _scale(plane: Plane) -> Plane:
    """The plane centred, its farthest coordinate at 1 or -1."""
    centred = plane - plane.mean(axis=0) if len(plane) else plane
    return np.asarray(np.round(centred / max(float(np.abs(centred).max(initial=0)), 1e-12), 4))
