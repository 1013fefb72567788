"""Term counts -> weights: what a term says about a paper, given how many papers have it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, hstack
from sklearn.feature_extraction.text import TfidfTransformer

from lib.errors import SelectionError
from lib.text import Counts

Vector = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Weights:
    """Each paper as a direction in the space of terms.

    `matrix` has the shape (papers, terms) and rows of length 1 (0 for a paper without terms), so that the product of
    two rows is their cosine similarity; `terms` are as the papers write them.
    """

    paper_ids: tuple[str, ...]
    terms: tuple[str, ...]
    matrix: csr_array

    @cached_property
    def row(self) -> dict[str, int]:
        """Row of each paper."""
        return {paper_id: at for at, paper_id in enumerate(self.paper_ids)}

    def row_of(self, paper_id: str) -> int:
        """The paper's row, or a SelectionError."""
        if paper_id not in self.row:
            raise SelectionError(
                f"There is no paper {paper_id!r} among the {len(self.paper_ids):,} of this library; "
                "open one of its papers."
            )
        return self.row[paper_id]


def weigh(counts: Counts) -> Weights:
    """Tf-idf of the telling words and the phrases, with sublinear term frequency and smoothed document frequency.

    Source: Salton & Buckley (1988), Term-weighting approaches in automatic text retrieval, Information Processing &
    Management 24, 513–523, as scikit-learn's TfidfTransformer has it. Defined from one paper on.
    """
    telling = np.flatnonzero(counts.words.is_telling)
    names = (*(counts.words.shown[at] for at in telling), *counts.phrases.shown)
    both = csr_array(hstack([csr_array(counts.words.matrix)[:, telling], counts.phrases.matrix], format="csr"))
    if not both.shape[0] or not both.shape[1]:
        return Weights(counts.paper_ids, names, csr_array(np.zeros(both.shape)))
    matrix = TfidfTransformer(sublinear_tf=True).fit_transform(both.astype(np.float64))
    return Weights(counts.paper_ids, names, csr_array(matrix))


def name_drivers(products: Vector, terms: Sequence[str], limit: int) -> tuple[str, float]:
    """The terms with the largest `products`, best first, separated by commas, and their share of the sum (0–1).

    A phrase speaks for its words: "few-shot learning" is not followed by "shot", and takes its place.
    """
    named: list[str] = []
    share = 0.0
    candidates = np.flatnonzero(products > 0)
    for at in candidates[np.lexsort((candidates, -np.round(products[candidates], 12)))]:
        if len(named) == limit:
            break
        share += float(products[at])
        term = terms[at]
        within = [known for known in named if _is_within(known, term)]
        if within:
            named[named.index(within[0])] = term
            named = [known for known in named if known not in within]
        elif not any(_is_within(term, known) for known in named):
            named.append(term)
    total = float(products.sum())
    return ", ".join(named), share / total if total else 0.0


def _is_within(term: str, phrase: str) -> bool:
    one, other = (f" {each.casefold().replace('-', ' ')} " for each in (term, phrase))
    return one in other
