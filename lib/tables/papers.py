"""Papers in an order, and all that is known of one: its authors, what each capture said of it, its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from lib.arrow import is_among, sort_rows
from lib.corpus import Corpus
from lib.schema import AUTHORSHIPS
from lib.schema.derived import view
from lib.similar import Weights, similar_papers

SEEN = view(
    "seen", "a paper in a dump", "captured", "page", "score", "badges", "rank", "file", "first_line", "last_line",
    "doubtful", "dump_id",
)  # fmt: skip
SCORES = view("scores", "a score on a day", "captured", "score", "page", "file")
SIMILAR = view("similar", "a similar paper", "title", "similarity", "terms", "shared_authors", "date", "paper_id")
LISTING = view("listing", "a paper", "title", "authors", "category", "date", "score", "has_code", "paper_id")


def order(papers: pd.DataFrame, by: str, found: "pd.Series[str] | None" = None) -> "pd.Series[str]":
    """The `paper_id`s sorted by "newest", "oldest", "score" or "title"; what is unknown comes last, ties by title.

    "relevance" is the order of `found`, the `paper_id`s that a search answered; where nothing was looked for, "newest".
    """
    if by == "relevance" and found is not None:
        return found[is_among(found, papers["paper_id"])].reset_index(drop=True)
    title = papers["title"].str.casefold()
    keys = pd.DataFrame({"title": title, "date": papers["date"], "score": papers["score"], "id": papers["paper_id"]})
    first = {"oldest": ["date"], "score": ["score", "date"], "title": []}.get(by, ["date"])
    ordered = sort_rows(keys, [*first, "title", "id"], falling=[] if by == "oldest" else first)
    return ordered["id"].reset_index(drop=True)


def listing(corpus: Corpus, paper_ids: Sequence[str]) -> pd.DataFrame:
    """The papers of these ids in this order, each with its visible authors."""
    rows = corpus.rows_of(paper_ids, abstracts=False)
    return LISTING.cast(rows.assign(authors=corpus.author_names.reindex(rows.index)).reset_index())


def find(corpus: Corpus, paper_id: str) -> pd.Series | None:
    """The paper's row of `papers`, or None when the library has no such paper."""
    rows = corpus.papers[corpus.papers["paper_id"] == paper_id]
    return rows.iloc[0] if len(rows) else None


def authors(corpus: Corpus, paper_id: str) -> pd.DataFrame:
    """The paper's authors in their order; those known only from a page of theirs come last, without a position."""
    rows = corpus.authorships[corpus.authorships["paper_id"] == paper_id]
    return AUTHORSHIPS.check(rows.sort_values(["position", "name"], na_position="last").reset_index(drop=True))


def seen(corpus: Corpus, paper_id: str) -> pd.DataFrame:
    """The paper in each dump that lists it, newest capture first."""
    rows = corpus.observations[corpus.observations["paper_id"] == paper_id]
    rows = rows.merge(corpus.captures[["dump_id", "profile_id", "captured", "file"]], on="dump_id")
    rows = rows.assign(page=rows["profile_id"].map(corpus.labels), rank=rows["position"])
    return SEEN.cast(rows.sort_values(["captured", "file", "rank"], ascending=[False, True, True]))


def scores(corpus: Corpus, paper_id: str) -> pd.DataFrame:
    """Every score of the paper that a capture shows, oldest first."""
    return SCORES.cast(seen(corpus, paper_id).dropna(subset="score").sort_values(["captured", "file"]))


def similar(corpus: Corpus, weights: Weights, writers: pd.DataFrame, paper_id: str) -> pd.DataFrame:
    """The papers whose words are most like this one's, with the terms that drive it and the authors both have.

    `writers` says who wrote what, as lib.network.identify_people reads it from the authorships.
    """
    found = similar_papers(weights, writers, paper_id)
    rows = found.merge(corpus.papers[["paper_id", "title", "date"]], on="paper_id").sort_values("rank")
    return SIMILAR.cast(rows)


@dataclass(frozen=True)
class Neighbours:
    """Where a paper stands in an order: its place counted from 1, how many there are, and the ones before and after."""

    place: int
    of: int
    before: str | None
    after: str | None


def neighbours(ordered: "pd.Series[str]", paper_id: str) -> Neighbours | None:
    """The paper's place in the order; None when it is not in it."""
    places = ordered.index[ordered == paper_id]
    if not len(places):
        return None
    place = int(places[0])
    before = str(ordered[place - 1]) if place else None
    after = str(ordered[place + 1]) if place + 1 < len(ordered) else None
    return Neighbours(place + 1, len(ordered), before, after)
