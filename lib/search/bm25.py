"""How well a paper answers a word: BM25 over the kept counts, with words of titles and of authors' names weighed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.search.fold import words_of
from lib.search.index import AUTHOR_WEIGHT, TITLE_WEIGHT, Lexicon, Rows, SearchIndex
from lib.search.patterns import both_numbers, is_beginning
from lib.search.query import Clause

K1 = 1.2  # how soon more of the same word stops mattering
B = 0.75  # how much long papers are marked down, from 0 to 1


@dataclass(frozen=True, eq=False)
class Hits:
    """The rows that have a word, in order, and what it is worth in each."""

    rows: Rows
    scores: NDArray[np.float64]


def bm25(frequency: NDArray[np.float64], lengths: NDArray[np.float64], mean: float, papers: int) -> NDArray[np.float64]:
    """What a word is worth in each paper that has it `frequency` (> 0) times; all arrays have the shape (hits,).

    The inverse document frequency has 1 added inside its logarithm, so that common words never count against a paper.

    Source: Robertson & Zaragoza (2009), The probabilistic relevance framework: BM25 and beyond, Foundations and Trends
    in Information Retrieval 3, 333–389, section 3; weighed fields: section 3.6.
    """
    hits = len(frequency)
    rarity = np.log(1 + (papers - hits + 0.5) / (hits + 0.5))
    norm = K1 * (1 - B + B * lengths / mean)
    return np.asarray(rarity * frequency * (K1 + 1) / (frequency + norm), dtype=np.float64)


def score_word(index: SearchIndex, clause: Clause, word: str) -> Hits:
    """The papers with this word (in either number, or begun like it) in title, abstract or an author's name."""
    forms = _forms(clause, word)
    total = np.zeros(len(index))
    if clause.field == "text":
        _add(total, index.words, forms, 1)
        _add(total, index.names, forms, AUTHOR_WEIGHT)
    _add(total, index.titles, forms, TITLE_WEIGHT - 1 if clause.field == "text" else TITLE_WEIGHT)
    rows = np.flatnonzero(total)
    mean = float(index.lengths.mean()) if len(index) else 1.0
    return Hits(rows, bm25(total[rows], index.lengths[rows], mean or 1.0, len(index)))


def _forms(clause: Clause, word: str) -> tuple[str, ...]:
    if is_beginning(clause):
        return (word + "*",)
    return (word,) if clause.phrase or len(words_of(clause.value)) > 1 else both_numbers(word)


def _add(total: NDArray[np.float64], lexicon: Lexicon, forms: tuple[str, ...], weight: float) -> None:
    for form in forms:
        names = lexicon.beginning(form[:-1]) if form.endswith("*") else (form,)
        for column in (column for name in names for column in lexicon.columns.get(name, ())):
            start, end = lexicon.matrix.indptr[column], lexicon.matrix.indptr[column + 1]
            total[lexicon.matrix.indices[start:end]] += weight * lexicon.matrix.data[start:end]
