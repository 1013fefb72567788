"""What is searched: the kept term counts, titles weighed, and each paper's authors, year, category and topic."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array

from lib.search.fold import fold, words_of
from lib.text import Counts, Terms, count_terms

TITLE_WEIGHT = 3  # a word of the title counts as if it stood in the abstract this often
AUTHOR_WEIGHT = 2  # and a word of an author's name so often: people called Graph must not hide papers on graphs

Rows = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one field: which column each folded word has, and how often it stands in each paper.

    `names` are sorted; several columns may share a folded form ("Poincaré", "Poincare").
    """

    names: tuple[str, ...]
    columns: dict[str, tuple[int, ...]]
    matrix: csc_array

    def beginning(self, prefix: str) -> tuple[str, ...]:
        """All words that begin like this."""
        return self.names[bisect_left(self.names, prefix) : bisect_left(self.names, prefix + "\U0010ffff")]


@dataclass(frozen=True, eq=False)
class SearchIndex:
    """All that a search needs, made once for a library; row i of everything is the paper `papers["paper_id"][i]`.

    `papers` are the library's, in the order of their ids; `writers` are the distinct names, folded, and `wrote` says
    which row has which of them; `topics` is each row's topic, missing where none is known.
    """

    papers: pd.DataFrame
    words: Lexicon
    titles: Lexicon
    names: Lexicon
    writers: tuple[tuple[str, ...], ...]
    wrote: csr_array
    topics: pd.Series

    @cached_property
    def lengths(self) -> NDArray[np.float64]:
        """Words of each paper, those of its title weighed. Shape (papers,)."""
        titles = np.asarray(self.titles.matrix.sum(axis=1), dtype=np.float64)
        return np.asarray(self.words.matrix.sum(axis=1) + (TITLE_WEIGHT - 1) * titles, dtype=np.float64)

    @cached_property
    def years(self) -> NDArray[np.float64]:
        """Each paper's year; NaN without a date, which no comparison holds for."""
        return np.asarray(self.papers["date"].dt.year.to_numpy(dtype=np.float64, na_value=np.nan))

    def __len__(self) -> int:
        return len(self.papers)


def build_index(
    counts: Counts, papers: pd.DataFrame, authorships: pd.DataFrame, topics: pd.Series | None = None
) -> SearchIndex:
    """The index of `papers`, of which `counts` are the kept counts; `topics` names topics by `paper_id`."""
    ordered = papers.set_index("paper_id").loc[list(counts.paper_ids)].reset_index()
    titles = count_terms(ordered[["paper_id", "title"]].assign(abstract=None))
    names, wrote = _read_writers(counts, authorships)
    known = pd.Series(pd.NA, index=ordered["paper_id"], dtype="string") if topics is None else topics
    return SearchIndex(
        ordered,
        _lexicon(counts.words),
        _lexicon(titles.words),
        _name_lexicon(names, wrote),
        tuple(tuple(words_of(name)) for name in names),
        wrote,
        known.reindex(ordered["paper_id"]).astype("string").reset_index(drop=True),
    )


def _lexicon(terms: Terms) -> Lexicon:
    return _fold_columns(terms.names, csc_array(terms.matrix))


def _fold_columns(names: tuple[str, ...], matrix: csc_array) -> Lexicon:
    columns: defaultdict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        columns[fold(name)].append(at)
    ordered = {name: tuple(columns[name]) for name in sorted(columns)}
    return Lexicon(tuple(ordered), ordered, matrix)


def _read_writers(counts: Counts, authorships: pd.DataFrame) -> tuple[list[str], csr_array]:
    """The distinct names, and a matrix of who wrote what: shape (papers, names)."""
    rows = authorships["paper_id"].map(counts.row)
    known = rows.notna().to_numpy(dtype=bool)
    codes, names = pd.factorize(authorships["name"][known], sort=True)
    ones = np.ones(len(codes), dtype=np.int32)
    where = (rows[known].to_numpy(dtype=np.intp), codes)
    return [str(name) for name in names], csr_array((ones, where), shape=(len(counts.paper_ids), len(names)))


def _name_lexicon(names: list[str], wrote: csr_array) -> Lexicon:
    """The words that names are made of, by paper."""
    of_name = [sorted(set(words_of(name))) for name in names]
    words = sorted({word for words in of_name for word in words})
    number = {word: at for at, word in enumerate(words)}
    row = np.repeat(np.arange(len(names)), [len(each) for each in of_name])
    column = [number[word] for each in of_name for word in each]
    made_of = csr_array((np.ones(len(column), dtype=np.int32), (row, column)), shape=(len(names), len(words)))
    return _fold_columns(tuple(words), csc_array(wrote @ made_of))
