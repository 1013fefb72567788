"""What each word says about each paper of a large library: weighed outside the page, and handed over as frames."""

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from lib.corpus import Corpus
from lib.similar import Weights, weigh
from lib.work.counts import kept_counts
from lib.work.kept import Frames
from lib.work.tasks import Params, Tell


def weight_frames(corpus: Corpus, params: Params, tell: Tell) -> dict[str, pd.DataFrame]:  # noqa: ARG001 - a Function
    """The weights of the corpus for `to_weights`: frames `papers`, `terms` and `entries`.

    `papers` says where in `entries` the weights of each paper end; those name the row of their term.
    """
    tell(0.1, "Counting the words of each paper")
    counts = kept_counts(corpus)
    tell(0.6, "Weighing the words")
    found = weigh(counts)
    matrix = found.matrix
    return {
        "papers": pd.DataFrame({"paper_id": found.paper_ids, "end": matrix.indptr[1:].astype(np.int32)}),
        "terms": pd.DataFrame({"term": found.terms}),
        "entries": pd.DataFrame({"term": matrix.indices.astype(np.int32), "weight": matrix.data}),
    }


def to_weights(frames: Frames) -> Weights:
    """The weights that `weight_frames` handed over."""
    papers, terms, entries = (frames[name] for name in ("papers", "terms", "entries"))
    starts = np.append(np.int32(0), papers["end"].to_numpy())
    parts = (entries["weight"].to_numpy(), entries["term"].to_numpy(), starts)
    matrix = csr_array(parts, shape=(len(papers), len(terms)))
    return Weights(tuple(papers["paper_id"].tolist()), tuple(terms["term"].tolist()), matrix)
