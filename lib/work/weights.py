"""What each word says about each paper of a large library: weighed outside the page, and handed over as frames."""

import pandas as pd
from scipy.sparse import csr_array

from lib.corpus import Corpus
from lib.similar import Weights, weigh
from lib.work import sparse
from lib.work.counts import kept_counts
from lib.work.kept import Frames
from lib.work.tasks import Params, Tell


def weight_frames(corpus: Corpus, params: Params, tell: Tell) -> dict[str, pd.DataFrame]:  # noqa: ARG001 - a Function
    """The weights of the corpus for `to_weights`: frames `papers` and `terms`, and those of the matrix."""
    tell(0.1, "Counting the words of each paper")
    counts = kept_counts(corpus)
    tell(0.6, "Weighing the words")
    found = weigh(counts)
    names = {"papers": pd.DataFrame({"paper_id": found.paper_ids}), "terms": pd.DataFrame({"term": found.terms})}
    return names | sparse.to_frames("weights", found.matrix)


def to_weights(frames: Frames) -> Weights:
    """The weights that `weight_frames` handed over."""
    papers, terms = tuple(frames["papers"]["paper_id"].tolist()), tuple(frames["terms"]["term"].tolist())
    matrix = csr_array(sparse.from_frames("weights", frames), shape=(len(papers), len(terms)))
    return Weights(papers, terms, matrix)
