"""SearchIndex and Query -> the papers that answer, best first, and aloud what the library does not have."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.search.bm25 import Hits
from lib.search.fold import fold, words_of
from lib.search.index import SearchIndex
from lib.search.match import match_clause
from lib.search.query import Clause, Query

_FAR = 2  # letters that a misspelt word may be longer or shorter

Group = tuple[Clause, ...]


@dataclass(frozen=True, eq=False)
class Found:
    """The answer to `query`.

    `papers` has `paper_id`, `rank` (1…) and `score` (BM25, larger is better, comparable within one answer only; missing
    when no words were looked for: then the newest paper comes first). `complaints` are those of the query and what the
    library does not have.
    """

    query: Query
    papers: pd.DataFrame
    complaints: tuple[str, ...]


def search(index: SearchIndex, query: Query) -> Found:
    """The papers for which all groups hold. Where none has all the words, those with some of them, and that is said."""
    hits = {clause: match_clause(index, clause) for group in query.groups for clause in group}
    complaints = [*query.complaints, *_missing(index, hits)]
    holds, scores = _combine(len(index), query.groups, hits)
    if not holds.any() and len(query.wanted_words) > 1:
        holds, scores = _combine(len(index), _loosen(query), hits)
        if holds.any():
            complaints.append("No paper has all of these words; shown are those with some of them.")
    rows = np.flatnonzero(holds)
    return Found(query, _rank(index, rows, scores[rows] if query.wanted_words else None), tuple(complaints))


def _combine(
    papers: int, groups: Iterable[Group], hits: Mapping[Clause, Hits]
) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """For which rows every group holds, and the sum of what its words are worth."""
    every, scores = np.ones(papers, dtype=bool), np.zeros(papers)
    for group in groups:
        holds = np.zeros(papers, dtype=bool)
        for clause in group:
            found = np.zeros(papers, dtype=bool)
            found[hits[clause].rows] = True
            holds |= ~found if clause.excluded else found
            if not clause.excluded:
                scores[hits[clause].rows] += hits[clause].scores
        every &= holds
    return every, scores


def _loosen(query: Query) -> tuple[Group, ...]:
    """Any of the words instead of all; filters and exclusions hold as before."""
    words = set(query.wanted_words)
    return (*(group for group in query.groups if not words & set(group)), query.wanted_words)


def _rank(index: SearchIndex, rows: NDArray[np.intp], scores: NDArray[np.float64] | None) -> pd.DataFrame:
    """Best first; among equals the newest, then by id."""
    found = index.papers.iloc[rows][["paper_id", "date"]]
    found = found.assign(score=None if scores is None else np.round(scores, 9)).astype({"score": "Float64"})
    ranked = found.sort_values(["score", "date", "paper_id"], ascending=[False, False, True], ignore_index=True)
    return ranked.assign(rank=pd.Series(range(1, len(rows) + 1), dtype="Int64"))[["paper_id", "rank", "score"]]


def _missing(index: SearchIndex, hits: Mapping[Clause, Hits]) -> list[str]:
    """What no paper of this library has, with what may have been meant."""
    without = [clause for clause, found in hits.items() if not len(found.rows) and not clause.excluded]
    return [said for clause in without for said in _missing_of(index, clause)]


def _missing_of(index: SearchIndex, clause: Clause) -> list[str]:
    match clause.field:
        case "text" | "title":
            return [_no_word(index, word) for word in words_of(clause.value) if _is_unknown(index, word)]
        case "author":
            names = [" ".join(words_of(name)) for name in index.written_names]
        case "category":
            names = list(index.categories.names)
        case "topic":
            names = list(index.topics.names)
        case _:
            return []
    if not names:
        return [f"No {clause.field} of any paper is known here."]
    return [f"No {clause.field} {clause.value!r} in this library{_meant(clause.value, names)}"]


def _is_unknown(index: SearchIndex, word: str) -> bool:
    return word not in index.positions.number and word not in index.names.columns


def _no_word(index: SearchIndex, word: str) -> str:
    begun = (*index.words.beginning(word[0]), *index.names.beginning(word[0]))
    near = [other for other in begun if abs(len(other) - len(word)) <= _FAR]
    return f"No paper has the word {word!r}{_meant(word, near)}"


def _meant(value: str, known: list[str]) -> str:
    folded = {fold(each): each for each in sorted(known)}
    close = get_close_matches(fold(value), list(folded), 1, cutoff=0.75)
    return f"; did you mean {folded[close[0]]!r}?" if close else "."
