"""Which topic is which after the library has grown: names and colours stay with topics, not with their numbers."""

import numpy as np
from scipy.optimize import linear_sum_assignment

from lib.topics.model import Topics

_SAME = 1 / 3  # Jaccard similarity; topics that overlap less are not the same


def match_topics(old: Topics, new: Topics) -> dict[int, int]:
    """For each topic of `old` that is found again in `new`, its number there.

    Topics are compared on the papers that both have; the pairs with the largest overlap in total are taken (Kuhn 1955,
    The Hungarian method), of which those with a Jaccard similarity of a third or more are named.
    """
    both = old.papers.merge(new.papers, on="paper_id", suffixes=("_old", "_new"))
    both = both.dropna(subset=["topic_old", "topic_new"])
    together = np.zeros((old.k, new.k))
    np.add.at(together, (both["topic_old"].to_numpy(int) - 1, both["topic_new"].to_numpy(int) - 1), 1)
    either = together.sum(axis=1, keepdims=True) + together.sum(axis=0) - together
    overlap = np.divide(together, either, out=np.zeros_like(together), where=either > 0)
    rows, columns = linear_sum_assignment(overlap, maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return {one + 1: other + 1 for one, other in pairs if overlap[one, other] >= _SAME}
