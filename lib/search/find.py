"""SearchIndex and Query -> the papers that answer, best first, and aloud what the library does not have."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.search.fold import fold, words_of
from lib.search.index import SearchIndex
from lib.search.match import match_clause
from lib.search.query import Clause, Query

_FAR = 2  # letters that a misspelt word may be longer or shorter


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
    complaints = [*query.complaints, *_missing(index, query)]
    mask, scores = _score(index, query.groups)
    if not mask.any() and len(query.wanted_words) > 1:
        loose = _loosen(query)
        mask, scores = _score(index, loose.groups)
        if mask.any():
            complaints.append("No paper has all of these words; shown are those with some of them.")
    rows = np.flatnonzero(mask)
    worth = scores[rows] if query.wanted_words else None
    return Found(query, _rank(index, rows, worth), tuple(complaints))


def _score(index: SearchIndex, groups: Iterable[tuple[Clause, ...]]) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    mask, scores = np.ones(len(index), dtype=bool), np.zeros(len(index))
    for group in groups:
        holds = np.zeros(len(index), dtype=bool)
        for clause in group:
            hits = match_clause(index, clause)
            if clause.excluded:
                holds[:] = True
                holds[hits.rows] = False
            else:
                holds[hits.rows] = True
                scores[hits.rows] += hits.scores
        mask &= holds
    return mask, scores


def _loosen(query: Query) -> Query:
    """Any of the words instead of all; filters and exclusions hold as before."""
    strict = tuple(group for group in query.groups if not set(group) & set(query.wanted_words))
    return replace(query, groups=(*strict, query.wanted_words))


def _rank(index: SearchIndex, rows: NDArray[np.intp], scores: NDArray[np.float64] | None) -> pd.DataFrame:
    """Best first; among equals the newest, then by id."""
    found = index.papers.iloc[rows][["paper_id", "date"]]
    found = found.assign(score=None if scores is None else np.round(scores, 9)).astype({"score": "Float64"})
    ranked = found.sort_values(["score", "date", "paper_id"], ascending=[False, False, True], ignore_index=True)
    return ranked.assign(rank=pd.Series(range(1, len(rows) + 1), dtype="Int64"))[["paper_id", "rank", "score"]]


def _missing(index: SearchIndex, query: Query) -> list[str]:
    """What no paper of this library has, with what may have been meant."""
    clauses = [clause for group in query.groups for clause in group if not clause.excluded]
    return [said for clause in clauses for said in _missing_of(index, clause)]


def _missing_of(index: SearchIndex, clause: Clause) -> list[str]:
    if clause.field in ("has", "year") or len(match_clause(index, clause).rows):
        return []
    if clause.field in ("text", "title"):
        return [_no_word(index, word) for word in words_of(clause.value) if _is_unknown(index, word)]
    known = {"category": index.papers["category"], "topic": index.topics}.get(clause.field)
    if known is not None and not len(known.dropna()):
        return [f"No {clause.field} of any paper is known here."]
    names = [" ".join(name) for name in index.writers] if known is None else list(map(str, known.dropna().unique()))
    return [f"No {clause.field} {clause.value!r} in this library{_meant(clause.value, names)}"]


def _is_unknown(index: SearchIndex, word: str) -> bool:
    return len(word) > 1 and word not in index.words.columns and word not in index.names.columns


def _no_word(index: SearchIndex, word: str) -> str:
    begun = (*index.words.beginning(word[0]), *index.names.beginning(word[0]))
    near = [other for other in begun if abs(len(other) - len(word)) <= _FAR]
    return f"No paper has the word {word!r}{_meant(word, near)}"


def _meant(value: str, known: list[str]) -> str:
    folded = {fold(each): each for each in sorted(known)}
    close = get_close_matches(fold(value), list(folded), 1, cutoff=0.75)
    return f"; did you mean {folded[close[0]]!r}?" if close else "."
