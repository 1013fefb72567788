"""Term counts -> points: papers with alike words lie close together (latent semantic analysis).

Counts are weighted by tf-idf and reduced to few dimensions, fewer for small corpora: what 300 papers say in 100
dimensions is mostly chance (NMI 0.42 against 0.50 in 30).

Sources: Deerwester et al. (1990), Indexing by latent semantic analysis, JASIS 41, 391–407; for the exponent Caron
(2001), Experiments with LSA scoring, in Computational Information Retrieval, SIAM, 157–169.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

from lib.text import Counts
from lib.topics.model import Space

LARGE = 1_000  # papers; above, single runs hardly differ, and time counts
SAMPLE = 4_000  # papers that axes and clusters are found on; the others are put among them (NMI at 10,000: the same)
_PAPERS_PER_DIMENSION = 10
_DIMENSIONS = 30  # 50 are no better up to 10,000 papers and 20 topics, and take half as long again
_EXPONENT = 1.5  # of the singular values: 1 is plain LSA; more lets the weak dimensions, mostly chance, count less
_DIGITS = 5  # what differs beyond them is rounding, which differs between machines


def embed(counts: Counts, *, seed: int = 0) -> Space:
    """The papers as points of length 1, in `dimensions(papers)` dimensions or fewer."""
    words = fitting_counts(counts)
    axes = find_axes(words, seed)
    near = axes.any(axis=1)
    ids = np.array(counts.paper_ids, dtype=object)
    return Space(
        tuple(ids[near]), tuple(ids[~near]), csr_array(words[np.flatnonzero(near)]), axes[near], to_points(axes[near])
    )


def find_axes(counts: csr_array, seed: int) -> NDArray[np.float64]:
    """Each row of word counts on the main axes of all, the first the heaviest; a row without words is 0 on all."""
    with threadpool_limits(limits=1):  # the order of sums, and so the last digits, must not depend on cores
        return _reduce(weigh(counts), seed)


def to_points(axes: NDArray[np.float64], width: int | None = None) -> NDArray[np.float64]:
    """Points of length 1 from the first `width` axes, by default as many as so many papers bear."""
    if not len(axes):
        return axes
    points = normalize(axes[:, : width or dimensions(len(axes))])
    return np.asarray(np.round(points, _DIGITS))


def dimensions(papers: int) -> int:
    """How many dimensions a corpus of so many papers bears."""
    return min(_DIMENSIONS, max(2, round(papers / _PAPERS_PER_DIMENSION)))


def fitting_counts(counts: Counts) -> csr_array:
    """Counts of the words that may tell papers apart: no fillers, in two papers or more. Shape (papers, words)."""
    return _shared(csr_array(counts.words.matrix)[:, np.flatnonzero(~counts.words.is_filler)])


def all_counts(counts: Counts, space: Space) -> csr_array:
    """Counts of all words, fillers too, of the papers in the space. Shape (papers, words)."""
    rows = np.array([counts.row[paper_id] for paper_id in space.paper_ids], dtype=np.intp)
    return _shared(csr_array(counts.words.matrix)[rows])


def _shared(counts: csr_array) -> csr_array:
    """The columns that two papers or more have."""
    papers = np.bincount(counts.indices, minlength=counts.shape[1])
    return csr_array(counts[:, np.flatnonzero(papers >= 2)])


def resample(space: Space, rows: NDArray[np.intp], seed: int) -> NDArray[np.float64]:
    """The points of some of the papers, found anew as if there were no others."""
    return to_points(find_axes(_shared(csr_array(space.counts[rows])), seed))


def weigh(counts: csr_array) -> csr_array:
    """Tf-idf with logarithmic term frequency, rows of length 1: a word that all papers have weighs next to nothing."""
    papers = np.bincount(counts.indices, minlength=counts.shape[1])
    idf = np.log((2 + counts.shape[0]) / (1 + papers))
    data = (1 + np.log(counts.data)) * idf[counts.indices]
    weights = csr_array((data, counts.indices, counts.indptr), shape=counts.shape)
    return csr_array(normalize(weights)) if weights.shape[1] else weights


def _reduce(weights: csr_array, seed: int) -> NDArray[np.float64]:
    if min(weights.shape) < 2:
        return np.asarray(weights.toarray() if weights.shape[1] else np.zeros((weights.shape[0], 1)))
    papers = weights.shape[0]
    rank = min(dimensions(papers) if papers > LARGE else dimensions(papers) * 3 // 2, *weights.shape)
    svd = TruncatedSVD(rank, random_state=seed, n_iter=3)
    with np.errstate(invalid="ignore"):  # it also divides by the variance, which papers that are all alike do not have
        svd.fit(weights[sample_rows(papers, seed)])
    axes = svd.transform(weights) * svd.singular_values_ ** (_EXPONENT - 1)
    return np.asarray(np.round(axes.astype(np.float64), _DIGITS))


def sample_rows(papers: int, seed: int) -> NDArray[np.intp]:
    """The rows that axes and clusters are found on, ascending: all of them, or a sample of a large library's."""
    chosen = np.random.default_rng(seed).choice(papers, min(papers, SAMPLE), replace=False)
    return np.sort(chosen)
