"""Term counts of a library: made once, kept, and reused by topics, search, similarity and comparison.

Papers stand in the order of their ids, so that no result depends on the order of rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.text.clean import clean
from lib.text.phrases import count_phrases
from lib.text.terms import Terms, count_words
from lib.text.tokens import read_words


@dataclass(frozen=True, eq=False)
class Counts:
    """How often each word and each phrase stands in each paper's title and abstract.

    Rows of both matrices follow `paper_ids`, which are sorted. `words` holds every word of two letters or more, stop
    words included (`Terms.is_telling` tells them apart). `phrases` holds two to four telling words in a row, with
    nothing between them but spaces or hyphens, that stand in several papers.
    """

    paper_ids: tuple[str, ...]
    words: Terms
    phrases: Terms

    @cached_property
    def row(self) -> dict[str, int]:
        """Row of each paper."""
        return {paper_id: at for at, paper_id in enumerate(self.paper_ids)}

    def of(self, paper_ids: Iterable[str]) -> "Counts":
        """The counts of these papers alone, over the same terms; an unknown id is a KeyError."""
        chosen = sorted(set(paper_ids))
        rows = np.array([self.row[paper_id] for paper_id in chosen], dtype=np.intp)
        return Counts(tuple(chosen), _rows(self.words, rows), _rows(self.phrases, rows))


def count_terms(papers: pd.DataFrame) -> Counts:
    """Counts of the words and phrases in the frame's `title` and `abstract` (missing is empty), by `paper_id`."""
    ordered = papers[["paper_id", "title", "abstract"]].sort_values("paper_id")
    parts = zip(ordered["title"].fillna(""), ordered["abstract"].fillna(""), strict=True)
    words = read_words(clean(f"{title} . {abstract}") for title, abstract in parts)
    terms = count_words(words)
    return Counts(tuple(ordered["paper_id"]), terms, count_phrases(words, terms))


def _rows(terms: Terms, rows: NDArray[np.intp]) -> Terms:
    return Terms(terms.names, terms.shown, terms.matrix[rows])
