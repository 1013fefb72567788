"""Selection -> the part of the library that is on screen."""

from collections.abc import Collection, Mapping
from functools import reduce
from math import inf
from operator import and_, or_
from typing import TypeAlias

import pandas as pd

from lib.arrow import is_among
from lib.corpus import Corpus
from lib.corpus.keys import name_key
from lib.selection.model import Between, Pick, Selection
from lib.selection.periods import read_period
from lib.selection.resolve import resolve
from lib.selection.text import find_papers

TopicPapers = Mapping[str, Collection[str]]
Mask: TypeAlias = "pd.Series[bool]"


def apply(
    corpus: Corpus, selection: Selection, topics: TopicPapers | None = None, found: Collection[str] | None = None
) -> Corpus:
    """The papers that pass every filter and every pick, with all that belongs to them; twice is the same as once.

    If authors are selected, exactly their profiles and captures and those of picked authors stay, even without a paper
    left; else those stay of which a paper does.

    Args:
        corpus: The whole library.
        selection: What is on screen. Ids that the library does not have match nothing (`missing` says so).
        topics: The paper_ids of each topic number, for picks of topics; without it such picks filter nothing, which
            `missing` says as well.
        found: The paper_ids that a search finds for the selection's text; without it, papers pass that contain the text
            as it stands in title, abstract or a name, capital letters or not.
    """
    selection = resolve(corpus, selection)
    if not selection.filters:
        return corpus
    wanted = reduce(and_, _masks(corpus, selection, topics, found))
    named = {*selection.authors, *selection.picked("author")} if selection.authors else None
    return corpus.only(
        corpus.papers.loc[wanted, "paper_id"],
        None if named is None else named & set(corpus.profiles["profile_id"]),
    )


def _masks(
    corpus: Corpus, selection: Selection, topics: TopicPapers | None, found: Collection[str] | None
) -> list[Mask]:
    """For each filter and pick which rows of papers pass; a missing value passes none."""
    papers = corpus.papers
    masks = [pd.Series(data=True, index=papers.index)]
    if selection.authors:
        masks.append(is_among(papers["paper_id"], _listed(corpus, selection.authors)))
    if selection.years:
        masks.append(_within(papers["date"].dt.year, selection.years))
    if selection.categories:
        masks.append(papers["category"].isin(selection.categories))
    if selection.code is not None:
        masks.append((papers["has_code"] == selection.code).astype(bool))
    if selection.scores:
        masks.append(_within(papers["score"], selection.scores))
    if selection.text:
        masks.append(is_among(papers["paper_id"], find_papers(corpus, selection.text) if found is None else found))
    return [
        *masks,
        *(_picked(corpus, pick, topics) for pick in selection.picks if pick.kind != "topic" or topics is not None),
    ]


def _listed(corpus: Corpus, profile_ids: Collection[str]) -> "pd.Series[str]":
    listings = corpus.listings
    return listings.loc[listings["profile_id"].isin(profile_ids), "paper_id"]


def _within(values: "pd.Series[float]", between: Between) -> Mask:
    low, high = between.low if between.low is not None else -inf, between.high if between.high is not None else inf
    return values.between(low, high).fillna(value=False).astype(bool)


def _picked(corpus: Corpus, pick: Pick, topics: TopicPapers | None) -> Mask:
    papers, values = corpus.papers, set(pick.values)
    match pick.kind:
        case "paper":
            return is_among(papers["paper_id"], values)
        case "topic":
            return is_among(papers["paper_id"], {paper for value in values for paper in (topics or {}).get(value, ())})
        case "period":
            return reduce(or_, (_in_period(papers["date"], value) for value in values))
        case "author":
            return is_among(papers["paper_id"], _listed(corpus, values))
        case "person":
            return is_among(papers["paper_id"], _written(corpus, values))
        case "category":
            return papers["category"].isin(values)


def _in_period(dates: "pd.Series[pd.Timestamp]", value: str) -> Mask:
    period = read_period(value)
    if period is None:
        return pd.Series(data=False, index=dates.index)
    return dates.between(period.start_time, period.end_time)


def _written(corpus: Corpus, names: Collection[str]) -> "pd.Series[str]":
    authorships, wanted = corpus.authorships, set(map(name_key, names))
    return authorships.loc[authorships["name"].map(name_key).isin(wanted), "paper_id"]
