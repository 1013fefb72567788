"""Numbers agree between pages: each quantity that two pages show is read from the tables of both and compared."""

from collections.abc import Mapping
from functools import cache

import pandas as pd
import pytest

from lib import tables
from lib.corpus import Corpus, build_corpus
from lib.network import read_network
from lib.samples import load_sample
from lib.tables.groups import group_papers
from lib.topics.frames import topic_frames

LIBRARIES = ["profiles", "group"]
Counts = Mapping[str, int]


@cache
def library(name: str) -> Corpus:
    return build_corpus(load_sample(name))


@cache
def topics(name: str) -> dict[str, pd.DataFrame]:
    return topic_frames(library(name), {"k": 4, "seed": 0}, lambda *_: None)


def authors(name: str) -> pd.DataFrame:
    return group_papers(library(name), "author")


def counts(table: pd.DataFrame, by: str, value: str) -> Counts:
    """The sum of `value` for each `by`, zeros left out: some tables have a row for nothing and some do not."""
    sums = table.groupby(by)[value].sum()
    return {str(key): int(total) for key, total in sums.items() if total}


@pytest.fixture(autouse=True)
def _own_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path_factory.mktemp("data")))


@pytest.mark.parametrize("name", LIBRARIES)
def test_papers_of_each_author(name: str) -> None:
    corpus, groups = library(name), authors(name)
    span = tables.compare.span(corpus.papers, groups, len(corpus.papers))
    dated = corpus.papers["paper_id"][corpus.papers["date"].notna()]
    span_dated = tables.compare.span(corpus.papers, groups[groups["paper_id"].isin(dated)], len(corpus.papers))
    expected = counts(tables.overview.authors(corpus), "profile_id", "papers")
    assert expected
    assert counts(span, "group", "papers") == expected
    assert counts(tables.scores.coverage(corpus.papers, groups), "group", "papers") == expected
    years = tables.timeline.per_period(corpus.papers, groups, "year", corpus.as_of)
    assert counts(years, "group", "papers") == counts(span_dated, "group", "papers")
    assert counts(tables.compare.years(corpus.papers, groups, corpus.as_of), "group", "papers") == counts(
        years, "group", "papers"
    )
    careers = tables.timeline.careers(corpus.papers, groups, corpus.as_of)
    assert counts(careers, "group", "papers") == counts(years, "group", "papers")


@pytest.mark.parametrize("name", LIBRARIES)
def test_papers_with_code_and_with_a_score_of_each_author(name: str) -> None:
    corpus, groups = library(name), authors(name)
    overview, span = (
        tables.overview.authors(corpus),
        tables.compare.span(corpus.papers, groups, len(corpus.papers)),
    )
    assert counts(span, "group", "coded") == counts(overview, "profile_id", "coded")
    assert counts(tables.compare.code(span), "group", "coded") == counts(overview, "profile_id", "coded")
    scored = counts(overview, "profile_id", "scored")
    assert counts(span, "group", "scored") == scored
    assert counts(tables.scores.coverage(corpus.papers, groups), "group", "scored") == scored
    points = tables.scores.every_paper(corpus, groups)
    assert {str(group): len(rows) for group, rows in points.groupby("group")} == scored
    without = tables.scores.unscored(corpus.papers, groups)
    assert len(without) == len(corpus.papers) - tables.overview.summary(corpus).scored


@pytest.mark.parametrize("name", LIBRARIES)
def test_first_and_last_year_of_each_author(name: str) -> None:
    corpus = library(name)
    overview = tables.overview.authors(corpus).set_index("profile_id")
    span = tables.compare.span(corpus.papers, authors(name), len(corpus.papers)).set_index("group")
    for column in ("first_year", "last_year"):
        assert span[column].to_dict() == overview.loc[span.index, column].to_dict()


@pytest.mark.parametrize("name", LIBRARIES)
@pytest.mark.parametrize("per", ["year", "quarter", "month"])
def test_papers_of_each_period(name: str, per: str) -> None:
    corpus = library(name)
    everyone = group_papers(corpus, "none")
    stacked = counts(tables.timeline.per_period(corpus.papers, everyone, per, corpus.as_of), "period", "papers")
    assert stacked
    assert counts(tables.timeline.course(corpus.papers, per, corpus.as_of), "period", "papers") == stacked
    calendar = tables.timeline.calendar(corpus.papers, corpus.as_of)
    starts = pd.to_datetime(calendar[["year", "month"]].assign(day=1))
    period = starts.dt.to_period({"year": "Y", "quarter": "Q", "month": "M"}[per]).dt.start_time
    assert counts(calendar.assign(period=period), "period", "papers") == stacked
    assert int(tables.timeline.cumulative(corpus.papers, everyone)["cumulative"].max()) == sum(stacked.values())


@pytest.mark.parametrize("name", LIBRARIES)
def test_papers_of_each_category(name: str) -> None:
    corpus = library(name)
    expected = counts(tables.overview.categories(corpus.papers), "category", "papers")
    grouped = group_papers(corpus, "category")
    assert {str(group): len(rows) for group, rows in grouped.groupby("group")} == expected
    whole = pd.DataFrame({"paper_id": corpus.papers["paper_id"], "group": "all", "label": "all"}, dtype="string")
    assert counts(tables.compare.mix(whole, grouped), "part", "papers") == expected


def pairs(table: pd.DataFrame, one: str, other: str) -> dict[frozenset[str], int]:
    rows = zip(table[one], table[other], table["papers"], strict=True)
    return {frozenset((str(first), str(second))): int(papers) for first, second, papers in rows}


@pytest.mark.parametrize("name", LIBRARIES)
def test_papers_that_two_authors_wrote_together(name: str) -> None:
    corpus, groups = library(name), authors(name)
    network = read_network(corpus.authorships, corpus.papers)
    shared = tables.compare.shared(groups, network)
    listed = pairs(shared, "one", "other")  # by what is listed on pages
    together = {pair: papers for pair, papers in listed.items() if papers}
    names = {str(corpus.labels[profile]) for profile in corpus.profiles["profile_id"]}
    shown = pairs(tables.network.ties(network), "first", "second")  # by author lists, where “et al.” hides people
    ties = {pair: papers for pair, papers in shown.items() if pair <= names}
    assert set(ties) <= set(together)
    assert all(together[pair] >= papers for pair, papers in ties.items())


@pytest.mark.parametrize("name", LIBRARIES)
def test_papers_of_each_topic(name: str) -> None:
    corpus, frames = library(name), topics(name)
    expected = {str(row.topic): row.papers for row in frames["topics"].itertuples()}
    assert counts(tables.topics.sizes(frames, corpus), "topic", "papers") == expected
    grouped = tables.topics.groups(frames)
    assert {str(group): len(rows) for group, rows in grouped.groupby("group")} == expected
    places = tables.topics.places(frames, corpus, authors(name)).dropna(subset="topic")
    assert {str(topic): len(rows) for topic, rows in places.groupby("topic")} == expected
    branches = tables.topics.tree(frames).set_index("branch")["papers"]
    assert {topic: int(branches[topic]) for topic in expected} == expected
    whole = pd.DataFrame({"paper_id": corpus.papers["paper_id"], "group": "all", "label": "all"}, dtype="string")
    assert counts(tables.compare.mix(whole, grouped), "part", "papers") == expected


@pytest.mark.parametrize("name", LIBRARIES)
def test_an_authors_papers_on_each_topic(name: str) -> None:
    frames, groups = topics(name), authors(name)
    heat = tables.topics.by_author(frames, groups)
    bars = tables.compare.mix(groups, tables.topics.groups(frames))
    columns = ["group", "part", "papers", "n"]
    left, right = (table[columns].sort_values(columns, ignore_index=True) for table in (heat, bars))
    pd.testing.assert_frame_equal(left, right)


@pytest.mark.parametrize("name", LIBRARIES)
def test_what_headers_claim(name: str) -> None:
    corpus = library(name)
    chosen = tuple(corpus.profiles["profile_id"])
    compared = tables.compare.claims(corpus.profiles, corpus.labels, chosen).set_index("page")
    overview = tables.overview.authors(corpus).set_index("page")
    spread = tables.scores.headers(corpus, ())
    for label, figure, claimed in zip(spread["label"], spread["figure"], spread["claimed"], strict=True):
        assert compared[figure][label] == claimed == overview[figure][label]
