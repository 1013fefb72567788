"""One clause of a query -> the rows it holds for, and what it is worth there."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.search.bm25 import Hits, score_word
from lib.search.fold import fold, words_of
from lib.search.index import Rows, SearchIndex
from lib.search.patterns import is_single, pattern_of
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
            return _rows(_is_category(index.papers["category"], clause.value))
        case "topic":
            return _rows(_begins_words(index.topics, clause.value))
        case "has":
            return _rows(_has(index.papers, clause.value))


def _rows(mask: Mask) -> Hits:
    rows = np.flatnonzero(mask)
    return Hits(rows, np.zeros(len(rows)))


def _match_text(index: SearchIndex, clause: Clause) -> Hits:
    """Words are looked up in the counts; a phrase only in the papers that have all its words, and there in the text."""
    counted = [word for word in words_of(clean(clause.value)) if len(word) > 1]
    hits = [score_word(index, clause, word) for word in counted]
    if is_single(clause) and len(hits) == 1:
        return hits[0]
    rows: Rows = np.arange(len(index), dtype=np.intp)
    for hit in hits:
        rows = np.intersect1d(rows, hit.rows, assume_unique=True)
    rows = rows[_stands_in(index, clause, rows)]
    scores = [hit.scores[np.searchsorted(hit.rows, rows)] for hit in hits]
    return Hits(rows, np.sum(scores, axis=0) if scores else np.zeros(len(rows)))


def _stands_in(index: SearchIndex, clause: Clause, rows: Rows) -> Mask:
    """In which of these rows the clause's words stand one after the other."""
    pattern = pattern_of(clause)
    found = np.zeros(len(rows), dtype=bool)
    for field in ("title",) if clause.field == "title" else ("title", "abstract"):
        texts = index.papers[field].iloc[rows].fillna("")
        found |= np.fromiter((bool(pattern.search(fold(text))) for text in texts), dtype=bool, count=len(rows))
    if clause.field == "text":
        found |= _has_author(index, clause)[rows]
    return found


def _has_author(index: SearchIndex, clause: Clause) -> Mask:
    """Whose paper shows a name that has the clause's words as beginnings: "a verne" is Ada Verne."""
    wanted = words_of(clause.value)
    whole = clause.phrase or clause.field == "text"
    named = np.array([_is_name(name, wanted, whole) for name in index.writers], dtype=np.int32)
    return np.asarray(index.wrote @ named > 0) if len(named) else np.zeros(len(index), dtype=bool)


def _is_name(name: tuple[str, ...], wanted: list[str], whole: bool) -> bool:
    if whole:
        return any(list(name[at : at + len(wanted)]) == wanted for at in range(len(name) - len(wanted) + 1))
    return all(any(word.startswith(part) for word in name) for part in wanted)


def _is_category(categories: pd.Series, value: str) -> Mask:
    """The archive before the dot may be left out, on either side: LG, cs.LG."""
    wanted = fold(value)
    forms = {wanted, wanted.rpartition(".")[2]}
    known = {
        str(code): bool(forms & {fold(str(code)), fold(str(code)).rpartition(".")[2]})
        for code in categories.dropna().unique()
    }
    return _mask(categories, known)


def _begins_words(labels: pd.Series, value: str) -> Mask:
    wanted = words_of(value)
    known = {
        str(label): _is_name(tuple(words_of(str(label))), wanted, whole=False) for label in labels.dropna().unique()
    }
    return _mask(labels, known)


def _mask(values: pd.Series, known: Mapping[str, bool]) -> Mask:
    return np.asarray([known.get(value, False) for value in values.fillna("")], dtype=bool)


def _has(papers: pd.DataFrame, value: str) -> Mask:
    if value == "code":
        return np.asarray(papers["has_code"].fillna(value=False), dtype=bool)
    return np.asarray(papers[value].notna(), dtype=bool)
