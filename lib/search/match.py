"""One clause of a query -> the rows it holds for, and what it is worth there."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.search.bm25 import Hits, count_phrase, count_word, score
from lib.search.fold import fold, words_of
from lib.search.index import AUTHOR_WEIGHT, SearchIndex
from lib.search.patterns import both_numbers, is_beginning, is_single
from lib.search.query import Clause
from lib.text import clean

Mask = NDArray[np.bool_]


def match_clause(index: SearchIndex, clause: Clause) -> Hits:
    """The rows that the clause holds for (as if it did not exclude); only words are worth anything."""
    match clause.field:
        case "text" | "title":
            return _match_text(index, clause)
        case "author":
            return _rows(_has_author(index, clause))
        case "year":
            first, last = clause.years
            return _rows((index.years >= (first or 0)) & (index.years <= (last or 9_999)))
        case "category":
            return _rows(index.categories.has([_is_category(name, clause.value) for name in index.categories.names]))
        case "topic":
            return _rows(index.topics.has([_begins(words_of(name), clause) for name in index.topics.names]))
        case "has":
            return _rows(_has(index.papers, clause.value))


def _rows(mask: Mask) -> Hits:
    rows = np.flatnonzero(mask)
    return Hits(rows, np.zeros(len(rows)))


def _match_text(index: SearchIndex, clause: Clause) -> Hits:
    """A word is looked up in the counts; several in a row, or a single letter, by their positions."""
    title_only = clause.field == "title"
    words = words_of(clean(clause.value)) or words_of(clause.value)
    if is_beginning(clause) or (is_single(clause) and len(words) == 1 and len(words[0]) > 1):
        return score(index, count_word(index, _forms(index, clause, words[0]), title_only=title_only))
    frequency = count_phrase(index, words, title_only=title_only)
    return score(index, frequency if title_only else frequency + AUTHOR_WEIGHT * _has_author(index, clause))


def _forms(index: SearchIndex, clause: Clause, word: str) -> tuple[str, ...]:
    if not is_beginning(clause):
        return both_numbers(word)
    lexicons = (index.words, index.names)  # titles have no words that `words` lacks
    return tuple(dict.fromkeys(name for lexicon in lexicons for name in lexicon.beginning(word)))


def _has_author(index: SearchIndex, clause: Clause) -> Mask:
    """Whose paper shows a name that has the clause's words as beginnings ("a verne" is Ada Verne), or as a phrase."""
    exact = clause.phrase or clause.field != "author"
    named = np.ones(len(index.written_names), dtype=bool)
    for word in words_of(clause.value):
        named &= index.writers.count([word] if exact else index.writers.beginning(word)) > 0
    if exact:
        for at in np.flatnonzero(named):
            named[at] = _in_a_row(words_of(index.written_names[at]), words_of(clause.value))
    return np.asarray(index.wrote @ named.astype(np.int32) > 0)


def _in_a_row(words: list[str], wanted: list[str]) -> bool:
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def _begins(words: list[str], clause: Clause) -> bool:
    return all(any(word.startswith(part) for word in words) for part in words_of(clause.value))


def _is_category(code: str, wanted: str) -> bool:
    """The archive before the dot may be left out, on either side: LG, cs.LG."""
    full, asked = fold(code), fold(wanted)
    return full == asked or full.rpartition(".")[2] == asked or full == asked.rpartition(".")[2]


def _has(papers: pd.DataFrame, value: str) -> Mask:
    if value in ("code", "abstract"):
        return np.asarray(papers[f"has_{value}"].fillna(value=False), dtype=bool)
    return np.asarray(papers[value].notna(), dtype=bool)
