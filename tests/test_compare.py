"""Authors side by side: every number worked out by hand on six papers of two authors."""

import pandas as pd
import pytest

from lib import charts, tables, theme, words
from lib.network import read_network
from lib.schema import AUTHORSHIPS, PAPERS
from lib.similar import weigh, weigh_authors
from lib.text import count_terms

ABSTRACTS = {
    "a": "We study hand pose in images. Hand pose is hard.",
    "b": "Hand pose and gesture from images.",
    "c": "Retrieval of podcasts with language models.",
    "d": "Podcasts and retrieval again.",
    "e": "Music retrieval from images.",
    "f": "Images of hands.",
}
AUTHORS = pd.DataFrame(
    [(paper, "xu", "Xu") for paper in "abf"] + [(paper, "li", "Li") for paper in "cdef"],
    columns=["paper_id", "group", "label"],
    dtype="string",
)
PARTS = pd.DataFrame(
    [(paper, "CV", "Vision") for paper in "abf"] + [(paper, "IR", "Retrieval") for paper in "cde"],
    columns=["paper_id", "group", "label"],
    dtype="string",
)
STYLES = theme.styles(["xu", "li", "CV", "IR"])


@pytest.fixture
def papers() -> pd.DataFrame:
    known = {"year_inferred": False, "badges": "", "authors_complete": True}
    return PAPERS.frame(
        {
            **known,
            "paper_id": paper,
            "title": f"Paper {paper}",
            "abstract": abstract,
            "date": None if paper == "e" else pd.Timestamp(2018 + place, 1, 1),
            "has_code": paper in "abc",
            "score": 50.0 if paper == "a" else None,
        }
        for place, (paper, abstract) in enumerate(ABSTRACTS.items())
    )


def test_what_is_counted_of_each_author(papers: pd.DataFrame) -> None:
    table = tables.compare.span(papers, AUTHORS, 10)
    rows = [tuple(row) for row in table.drop(columns="group").to_numpy()]
    assert rows == [("Li", 4, 40.0, 2020, 2023, 0, 1), ("Xu", 3, 30.0, 2018, 2023, 1, 2)]


def test_an_authors_mix_adds_up_to_a_hundred() -> None:
    table = tables.compare.mix(AUTHORS, PARTS)
    rows = list(zip(table["label"], table["part_label"], table["papers"], table["n"], table["share"], strict=True))
    assert rows == [
        ("Li", "Vision", 1, 4, 25.0),
        ("Xu", "Vision", 3, 3, 100.0),
        ("Li", "Retrieval", 3, 4, 75.0),
    ]
    assert words.compare.mix(table, "category") == (
        "The largest category of each: Li: Retrieval (3 of 4); Xu: Vision (3 of 3). Numbers in the bars are papers."
    )


def test_likeness_is_one_less_the_divergence_and_names_what_drives_it() -> None:
    table = tables.compare.likeness(tables.compare.mix(AUTHORS, PARTS))
    # p = (1, 0), q = (1/4, 3/4), middle (5/8, 3/8): D = (log2(8/5) + (log2(2/5) + 3 log2(2)) / 4) / 2
    assert table["similarity"].tolist() == pytest.approx([0.4512], abs=1e-4)
    assert table["drivers"].tolist() == ["Vision"]


def test_shares_with_code_carry_wilsons_interval(papers: pd.DataFrame) -> None:
    table = tables.compare.code(tables.compare.span(papers, AUTHORS, 10))
    xu = table[table["label"] == "Xu"].iloc[0]
    assert (xu["coded"], xu["papers"], round(xu["share"], 1)) == (2, 3, 66.7)
    assert (xu["low"], xu["high"]) == pytest.approx((20.77, 93.85), abs=0.01)
    assert words.compare.code(table).endswith("The intervals overlap: no difference is shown.")


def test_what_two_share_are_papers_and_partners_seen_on_both_sides(papers: pd.DataFrame) -> None:
    wrote = {"a": ("Xu", "Ruiz"), "c": ("Li", "Ruiz"), "f": ("Xu", "Li"), "d": ("Li", "Berg")}
    profiles = {"Xu": "xu", "Li": "li"}
    rows = [
        {"paper_id": paper, "name": name, "position": place, "profile_id": profiles.get(name)}
        for paper, names in wrote.items()
        for place, name in enumerate(names, 1)
    ]
    table = tables.compare.shared(AUTHORS, read_network(AUTHORSHIPS.frame(rows), papers))
    assert [tuple(row) for row in table.to_numpy()] == [("Li", "Xu", 1, 1, "Ruiz")]
    assert words.compare.shared(table).startswith("Li and Xu share most: 1 paper and 1 co-author.")


def test_the_words_that_set_apart_are_those_the_other_does_not_use(papers: pd.DataFrame) -> None:
    table = tables.compare.apart(AUTHORS, count_terms(papers))
    first = table[table["rank"] == 1].set_index("label")["term"]
    assert first["Li"] == "retrieval"
    assert first["Xu"] in {"hand", "pose"}
    assert (table["z"] > 0).all()


def test_one_author_alone_is_not_set_apart_and_says_so(papers: pd.DataFrame) -> None:
    alone = AUTHORS[AUTHORS["group"] == "xu"]
    table = tables.compare.apart(alone, count_terms(papers))
    assert table.empty
    assert words.compare.apart(table) == "It takes two authors with abstracts to set apart."
    assert tables.compare.likeness(tables.compare.mix(alone, PARTS)).empty


def test_every_statement_of_a_paragraph_names_a_figure_that_is_drawn(papers: pd.DataFrame) -> None:
    spans, mix = tables.compare.span(papers, AUTHORS, 10), tables.compare.mix(AUTHORS, PARTS)
    terms = tables.compare.apart(AUTHORS, count_terms(papers))
    drawn = {
        charts.compare.span(spans, STYLES).layout.title.text,
        charts.compare.mix(mix, STYLES, "topic").layout.title.text,
        charts.compare.code(tables.compare.code(spans), STYLES).layout.title.text,
        charts.compare.apart(terms, STYLES).layout.title.text,
        charts.scores.coverage(tables.scores.coverage(papers, AUTHORS), STYLES).layout.title.text,
    }
    said = words.compare.author("Xu", spans, mix, terms)
    assert {statement.figure for statement in said} <= drawn
    assert [statement.text for statement in said][:2] == [
        "Xu: 3 papers from 2018 to 2023, 30 % of this library.",
        "Most are about “Vision” (3 of 3).",
    ]


def test_the_author_most_like_another_comes_with_the_words_that_make_it_so(papers: pd.DataFrame) -> None:
    listings = AUTHORS.rename(columns={"group": "profile_id"})[["profile_id", "paper_id"]]
    weights = weigh_authors(weigh(count_terms(papers)), listings)
    table = tables.compare.similar(AUTHORS, weights, pd.Series({"xu": "Xu", "li": "Li"}))
    assert list(zip(table["one"], table["other"], table["together"], strict=True)) == [("Li", "Xu", 1), ("Xu", "Li", 1)]
    assert table["similarity"].between(0, 1, inclusive="neither").all()
    assert table["similarity"].iloc[0] == table["similarity"].iloc[1]
    assert words.compare.similar(table).startswith("Xu is most like Li (")
