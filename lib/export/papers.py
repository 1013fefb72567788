"""One row for each paper, ready to be read without the rest of the library: who, when, how far it is known, and where.

The lines are those of the newest capture that lists the paper, which is the one that its title and score come from.
"""

import pandas as pd

from lib.corpus import Corpus
from lib.schema.derived import view

PAPERS = view(
    "exported papers", "a paper",
    "paper_id", "title", "authors", "authors_complete", "page", "category", "date", "year_inferred", "score",
    "has_code", "badges", "abstract", "captured", "file", "first_line", "last_line", "doubtful",
)  # fmt: skip


def list_papers(corpus: Corpus) -> pd.DataFrame:
    """The papers in the order of their dates, newest first, then by title; `page` names those whose pages list them."""
    rows = corpus.papers.merge(_newest_sights(corpus), on="paper_id", how="left")
    rows = rows.assign(authors=rows["paper_id"].map(corpus.author_names), page=rows["paper_id"].map(_pages(corpus)))
    rows = rows.sort_values(["date", "title", "paper_id"], ascending=[False, True, True], na_position="last")
    return PAPERS.cast(rows.reset_index(drop=True))


def _newest_sights(corpus: Corpus) -> pd.DataFrame:
    """Where each paper stands in the newest capture that lists it."""
    sights = corpus.observations.merge(corpus.captures[["dump_id", "captured", "file"]], on="dump_id")
    sights = sights.sort_values(["captured", "dump_id", "position"]).drop_duplicates("paper_id", keep="last")
    return sights[["paper_id", "captured", "file", "first_line", "last_line", "doubtful"]]


def _pages(corpus: Corpus) -> "pd.Series[str]":
    """The authors on whose pages each paper stands, separated by semicolons: a name may hold a comma."""
    listed = corpus.listings.assign(label=corpus.listings["profile_id"].map(corpus.labels))
    return listed.sort_values(["paper_id", "label"]).groupby("paper_id")["label"].agg("; ".join)
