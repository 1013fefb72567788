"""What is like what: papers similar to a paper, authors similar to an author, each with the terms that make it so.

`weigh` and `weigh_authors` are made once for a library; the rest answers at once, from two papers on.
"""

from lib.similar.authors import AuthorWeights, compare_authors, similar_authors, weigh_authors
from lib.similar.papers import similar_papers
from lib.similar.weights import Weights, weigh

__all__ = [
    "AuthorWeights",
    "Weights",
    "compare_authors",
    "similar_authors",
    "similar_papers",
    "weigh",
    "weigh_authors",
]
