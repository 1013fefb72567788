"""How well papers answer a word or a phrase: BM25 over the kept counts, titles and authors' names weighed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.search.index import AUTHOR_WEIGHT, TITLE_WEIGHT, Rows, SearchIndex

K1 = 1.2  # how soon more of the same word stops mattering
B = 0.75  # how much long papers are marked down, from 0 to 1

Weights = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Hits:
    """The rows that something holds for, in order, and what it is worth in each."""

    rows: Rows
    scores: Weights


def bm25(frequency: Weights, lengths: Weights, mean: float, papers: int) -> Weights:
    """What a word is worth in each paper that has it `frequency` (> 0) times; all arrays have the shape (hits,).

    The inverse document frequency has 1 added inside its logarithm, so that common words never count against a paper.

    Source: Robertson & Zaragoza (2009), The probabilistic relevance framework: BM25 and beyond, Foundations and Trends
    in Information Retrieval 3, 333–389, section 3; weighed fields: section 3.6.
    """
    hits = len(frequency)
    rarity = np.log(1 + (papers - hits + 0.5) / (hits + 0.5))
    norm = K1 * (1 - B + B * lengths / mean)
    return np.asarray(rarity * frequency * (K1 + 1) / (frequency + norm), dtype=np.float64)


def count_word(index: SearchIndex, forms: Sequence[str], *, title_only: bool) -> Weights:
    """How often any of these forms of a word stands in each paper, fields weighed. Shape (papers,)."""
    titles = index.titles.count(forms)
    if title_only:
        return titles
    return index.words.count(forms) + (TITLE_WEIGHT - 1) * titles + AUTHOR_WEIGHT * index.names.count(forms)


def count_phrase(index: SearchIndex, words: list[str], *, title_only: bool) -> Weights:
    """How often these words stand one after the other in each paper, fields weighed. Shape (papers,)."""
    everywhere, in_title = index.positions.count(index.positions.find(words))
    return in_title if title_only else everywhere + (TITLE_WEIGHT - 1) * in_title


def score(index: SearchIndex, frequency: Weights) -> Hits:
    """The papers with a frequency above 0, and what that is worth."""
    rows = np.flatnonzero(frequency)
    mean = max(float(index.lengths.mean()), 1.0) if len(index) else 1.0
    return Hits(rows, bm25(frequency[rows], index.lengths[rows], mean, len(index)))
