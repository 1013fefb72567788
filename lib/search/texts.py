"""What is searched of titles and abstracts: how often each word stands in each paper, and where."""

from dataclasses import dataclass

import pandas as pd
from scipy.sparse import csc_array

from lib.search.positions import Positions, read_positions
from lib.text import Counts


@dataclass(frozen=True, eq=False)
class Texts:
    """The texts of a library, which depend on nothing else; rows are the papers `paper_ids`, which are sorted.

    `words` counts the words `names` in titles and abstracts: shape (papers, names); `titles` counts those of
    `positions.number` in titles alone, in their order.
    """

    paper_ids: tuple[str, ...]
    names: tuple[str, ...]
    words: csc_array
    positions: Positions
    titles: csc_array


def read_texts(counts: Counts, papers: pd.DataFrame) -> Texts:
    """The texts of `papers`, of which `counts` are the kept counts."""
    ordered = papers[["paper_id", "title", "abstract"]].sort_values("paper_id")
    positions = read_positions(ordered["title"].fillna(""), ordered["abstract"].fillna(""))
    words = csc_array(counts.words.matrix)
    return Texts(counts.paper_ids, counts.words.names, words, positions, positions.count_titles())
