"""What is searched: the kept term counts, titles weighed, and each paper's authors, year, category and topic."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array

from lib.arrow import locate, sort_rows
from lib.search.fold import fold, words_of
from lib.search.positions import Positions
from lib.search.texts import Texts

TITLE_WEIGHT = 3  # a word of the title counts as if it stood in the abstract this often
FACTS = ["paper_id", "date", "category", "score", "has_code", "has_abstract"]  # asked of a paper beside its words
AUTHOR_WEIGHT = 2  # and a word of an author's name so often: people called Graph must not hide papers on graphs

Rows = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of something, and how often each stands in each row of it.

    `names` are folded and sorted; `columns` has the columns of each, of which there may be several ("Poincaré",
    "Poincare").
    """

    names: tuple[str, ...]
    columns: dict[str, tuple[int, ...]]
    matrix: csc_array

    def beginning(self, prefix: str) -> tuple[str, ...]:
        """All words that begin like this."""
        return self.names[bisect_left(self.names, prefix) : bisect_left(self.names, prefix + "\U0010ffff")]

    def count(self, names: Sequence[str]) -> NDArray[np.float64]:
        """How often any of these words stands in each row. Shape (rows,)."""
        columns = [column for name in names for column in self.columns.get(name, ())]
        return np.asarray(self.matrix[:, columns].sum(axis=1), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Labels:
    """One label for each row: `names[codes[i]]`; a code of -1 is none."""

    names: tuple[str, ...]
    codes: Rows

    def has(self, wanted: Sequence[bool]) -> NDArray[np.bool_]:
        """Which rows have one of the labels for which `wanted` (in the order of `names`) is true."""
        return np.append(np.asarray(wanted, dtype=bool), False)[self.codes]


@dataclass(frozen=True, eq=False)
class SearchIndex:
    """All that a search needs, made once for a library; row i of everything is the paper `papers["paper_id"][i]`.

    `words` are the kept counts of title and abstract; `titles`, `names` and `writers` count words of titles by paper,
    words of authors' names by paper, and by distinct name; `wrote` says which paper (row) shows which name (column).
    """

    papers: pd.DataFrame
    words: Lexicon
    titles: Lexicon
    positions: Positions
    names: Lexicon
    writers: Lexicon
    written_names: tuple[str, ...]
    wrote: csr_array
    topics: Labels

    def __len__(self) -> int:
        return len(self.papers)

    @cached_property
    def lengths(self) -> NDArray[np.float64]:
        """Words of each paper, those of its title weighed. Shape (papers,)."""
        titles = np.asarray(self.titles.matrix.sum(axis=1), dtype=np.float64)
        return np.asarray(self.words.matrix.sum(axis=1) + (TITLE_WEIGHT - 1) * titles, dtype=np.float64)

    @cached_property
    def years(self) -> NDArray[np.float64]:
        """Each paper's year; NaN without a date, which no comparison holds for."""
        return np.asarray(self.papers["date"].dt.year.to_numpy(dtype=np.float64, na_value=np.nan))

    @cached_property
    def categories(self) -> Labels:
        """Each paper's category."""
        return _label(self.papers["category"])


def build_index(
    texts: Texts, papers: pd.DataFrame, authorships: pd.DataFrame, topics: pd.Series | None = None
) -> SearchIndex:
    """The index of `papers`, whose texts are `texts`; `topics` names topics by `paper_id`."""
    known = papers.assign(has_abstract=papers["abstract"].notna())[FACTS]
    ordered = sort_rows(known, ["paper_id"]).reset_index(drop=True)  # as the texts stand
    written_names, wrote = _read_writers(ordered["paper_id"], authorships)
    writers = _split_names(written_names)
    labels = pd.Series(dtype="string") if topics is None else topics
    return SearchIndex(
        papers=ordered,
        words=_lexicon(texts.names, texts.words),
        titles=_lexicon(tuple(texts.positions.number), texts.titles),
        positions=texts.positions,
        names=Lexicon(writers.names, writers.columns, csc_array(wrote @ writers.matrix)),
        writers=writers,
        written_names=written_names,
        wrote=wrote,
        topics=_label(labels.reindex(ordered["paper_id"])),
    )


def _lexicon(names: Sequence[str], matrix: csc_array) -> Lexicon:
    columns: defaultdict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        columns[fold(name)].append(at)
    ordered = {name: tuple(columns[name]) for name in sorted(columns)}
    return Lexicon(tuple(ordered), ordered, matrix)


def _label(values: pd.Series) -> Labels:
    codes, names = pd.factorize(values, sort=True)
    return Labels(tuple(map(str, names)), np.asarray(codes, dtype=np.intp))


def _read_writers(paper_ids: "pd.Series[str]", authorships: pd.DataFrame) -> tuple[tuple[str, ...], csr_array]:
    """The distinct names, and a matrix of who wrote what: shape (papers, names)."""
    rows = locate(authorships["paper_id"], paper_ids)
    codes, names = pd.factorize(authorships["name"][rows >= 0], sort=True)
    ones = np.ones(len(codes), dtype=np.int32)
    return tuple(map(str, names)), csr_array((ones, (rows[rows >= 0], codes)), shape=(len(paper_ids), len(names)))


def _split_names(names: Sequence[str]) -> Lexicon:
    """The words that each name is made of: a row is a name."""
    of_name = [sorted(set(words_of(name))) for name in names]
    words = sorted({word for words in of_name for word in words})
    number = {word: at for at, word in enumerate(words)}
    row = np.repeat(np.arange(len(names)), [len(each) for each in of_name])
    column = [number[word] for each in of_name for word in each]
    ones = np.ones(len(column), dtype=np.int32)
    return _lexicon(words, csc_array((ones, (row, column)), shape=(len(names), len(words))))
