"""Search over a library of five papers: what is typed, what is found, what is marked, what is complained about."""

from math import log

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.schema import AUTHORSHIPS, PAPERS
from lib.search import (
    Found,
    SearchIndex,
    bm25,
    build_index,
    find_highlights,
    find_name_highlights,
    parse_query,
    read_texts,
    search,
)
from lib.text import count_terms

ROWS = (
    (
        "p1",
        "Graph neural networks for speech",
        "A network of graphs hears what we say.",
        "cs.LG",
        "2019-03-01",
        80.0,
        True,
    ),
    ("p2", "Speech synthesis", "We make speech with a neural vocoder, not a graph.", "SD", "2021-05-02", None, False),
    (
        "p3",
        "Poincaré embeddings",
        "Trees live in curved space; few-shot learning helps.",
        "LG",
        "2023-07-03",
        12.5,
        True,
    ),
    ("p4", "Robots that walk", "Walking robots learn from few shots of video.", "RO", None, None, False),
    ("p5", "A survey of vocoders", None, "SD", "2020-01-01", None, False),
)
AUTHORS = {
    "p1": ["Ada Verne", "Bo Lund"],
    "p2": ["José Núñez"],
    "p3": ["Ada Verne"],
    "p4": ["Cy Graph"],
    "p5": ["Bo Lund"],
}
TOPICS = pd.Series({"p1": "Speech & audio", "p2": "Speech & audio", "p3": "Geometry"}, dtype="string")


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    papers = PAPERS.frame(
        {
            "paper_id": paper,
            "title": title,
            "abstract": abstract,
            "category": category,
            "date": day and pd.Timestamp(day),
            "score": score,
            "has_code": code,
            "year_inferred": False,
            "badges": "",
            "authors_complete": True,
        }
        for paper, title, abstract, category, day, score, code in ROWS
    )
    names = AUTHORSHIPS.frame({"paper_id": paper, "name": name} for paper, names in AUTHORS.items() for name in names)
    return build_index(read_texts(count_terms(papers), papers), papers, names, TOPICS)


def found_by(index: SearchIndex, text: str) -> list[str]:
    return search(index, parse_query(text)).papers["paper_id"].tolist()


def complaints_about(index: SearchIndex, text: str) -> tuple[str, ...]:
    return search(index, parse_query(text)).complaints


@pytest.mark.parametrize(
    ("typed", "papers"),
    [
        ("speech", {"p1", "p2"}),
        ("SPEECH Graph", {"p1", "p2"}),
        ("vocoder", {"p2", "p5"}),
        ("vocoders", {"p2", "p5"}),
        ("poincare", {"p3"}),
        ("robot*", {"p4"}),
        ("r*", {"p4"}),
        ('"neural network"', set()),
        ('"neural networks"', {"p1"}),
        ("few-shot", {"p3"}),
        ("“few-shot learning”", {"p3"}),
        ("speech -graph", set()),
        ("speech -networks", {"p2"}),
        ("speech NOT networks", {"p2"}),
        ("trees OR robots", {"p3", "p4"}),
        ("trees | robots", {"p3", "p4"}),
        ("learning AND trees", {"p3"}),
        ("author:verne", {"p1", "p3"}),
        ("author: verne", {"p1", "p3"}),
        ("author:nunez", {"p2"}),
        ('author:"a verne"', set()),
        ('author:"ada verne"', {"p1", "p3"}),
        ("author:ver -author:lund", {"p3"}),
        ("year:2021", {"p2"}),
        ("year:2019..2021", {"p1", "p2", "p5"}),
        ("year:2019-2021", {"p1", "p2", "p5"}),
        ("year:2021..", {"p2", "p3"}),
        ("year:..2019", {"p1"}),
        ("-year:2021", {"p1", "p3", "p4", "p5"}),
        ("category:lg", {"p1", "p3"}),
        ("category:cs.LG", {"p1", "p3"}),
        ("topic:speech", {"p1", "p2"}),
        ("has:code", {"p1", "p3"}),
        ("-has:code speech", {"p2"}),
        ("has:score year:2023", {"p3"}),
        ("-has:abstract", {"p5"}),
        ("has:date", {"p1", "p2", "p3", "p5"}),
        ("title:speech", {"p1", "p2"}),
        ("title:graph", {"p1"}),
        ("verne", {"p1", "p3"}),
        ("", {"p1", "p2", "p3", "p4", "p5"}),
    ],
)
def test_what_is_typed_finds_what_is_meant(index: SearchIndex, typed: str, papers: set[str]) -> None:
    assert set(found_by(index, typed)) == papers


def test_a_word_of_the_title_outweighs_one_of_the_abstract(index: SearchIndex) -> None:
    assert found_by(index, "speech")[0] == "p2"
    assert found_by(index, "graph") == ["p1", "p4", "p2"]


def test_without_words_the_newest_comes_first_and_nothing_is_scored(index: SearchIndex) -> None:
    papers = search(index, parse_query("has:date")).papers
    assert papers["paper_id"].tolist() == ["p3", "p2", "p5", "p1"]
    assert papers["rank"].tolist() == [1, 2, 3, 4]
    assert papers["score"].isna().all()


def test_bm25_by_hand() -> None:
    # 3 papers, the word is in 1 of them, twice; its length is 4 and the mean 5
    rarity = log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    expected = rarity * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 4 / 5))
    assert bm25(np.array([2.0]), np.array([4.0]), 5, 3) == pytest.approx([expected])


def test_where_no_paper_has_all_words_those_with_some_are_shown_and_that_is_said(index: SearchIndex) -> None:
    found = search(index, parse_query("trees robots -has:code"))
    assert found.papers["paper_id"].tolist() == ["p4"]
    assert found.complaints == ("No paper has all of these words; shown are those with some of them.",)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("autor:verne", "There is no filter 'autor:', so it was read as words; did you mean author:?"),
        ("zz:verne", "There is no filter 'zz:', so it was read as words; there are title:, author:, year:,"),
        ("has:cod", "has:cod was left out; did you mean has:code?"),
        ("has:", "has: was left out; there are has:code, has:score, has:abstract, has:date."),
        ("year:soon", "year:soon was left out; write year:2021, year:2019..2023, year:2019.. or year:..2023."),
        ("year:2023-2019", "year:2023-2019 runs backwards; it was read as 2019 to 2023."),
        ("author:", "The filter 'author:' has no value; write for example author:graph."),
        ('"graph neural', "A quotation mark is not closed; the phrase was read to the end."),
        ("a1 OR -b1", "OR cannot join what is excluded; both conditions were taken one by one."),
        ("speehc", "No paper has the word 'speehc'; did you mean 'speech'?"),
        ("qqqq", "No paper has the word 'qqqq'."),
        ("category:cs.XX", "No category 'cs.XX' in this library."),
        ("topic:geometri", "No topic 'geometri' in this library; did you mean 'Geometry'?"),
        ("author:vernes", "No author 'vernes' in this library."),
    ],
)
def test_what_is_not_understood_or_not_there_is_said_aloud(index: SearchIndex, typed: str, said: str) -> None:
    assert any(complaint.startswith(said) for complaint in complaints_about(index, typed))


def test_a_query_that_is_understood_has_no_complaints(index: SearchIndex) -> None:
    assert complaints_about(index, 'speech -trees author:verne year:2019.. "neural networks" has:code') == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "all papers"),
        ("graph -survey", "papers with “graph”, without “survey”"),
        ('"graph neural" OR trees', "papers with “graph neural” or with “trees”"),
        ("author:verne -author:lund", "papers by an author named “verne”, not by an author named “lund”"),
        ("year:2021", "papers of 2021"),
        ("year:2019-2023", "papers from 2019 to 2023"),
        ("year:2019.. -year:..2020", "papers since 2019, not up to 2020"),
        ("category:LG topic:speech", "papers in category “LG”, on topic “speech”"),
        ("has:code -has:score", "papers with code, without score"),
        ("title:graph -title:speech", "papers with “graph” in the title, without “speech” in the title"),
    ],
)
def test_a_query_says_itself_in_english(typed: str, said: str) -> None:
    assert parse_query(typed).describe() == said


@given(st.text())
def test_nothing_that_can_be_typed_fails_and_every_query_reads_back(typed: str) -> None:
    query = parse_query(typed)
    again = parse_query(query.text)
    assert again == query
    assert again.complaints == ()
    assert query.describe()


@given(
    st.lists(
        st.sampled_from(['"', "-", "OR", "author:", "year:", "2019", "..", "has:", "code", "graph", "NOT", " ", "*"])
    )
)
def test_no_mixture_of_signs_makes_a_search_fail(index: SearchIndex, pieces: list[str]) -> None:
    query = parse_query("".join(pieces))
    assert parse_query(query.text) == query
    found = search(index, query)
    assert found.papers["rank"].tolist() == list(range(1, len(found.papers) + 1))
    assert found.papers["paper_id"].is_unique


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Graphs and a graph, graphical", "graph", ["Graphs", "graph"]),
        ("Graph-neural networks", '"graph neural"', ["Graph-neural"]),
        ("On Poincaré’s disk", "poincare", ["Poincaré"]),
        ("On Poincare\u0301’s disk", "poincaré", ["Poincare\u0301"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Regularisation is regular", "regular*", ["Regularisation", "regular"]),
        ("speech or trees", "speech -trees", ["speech"]),
        ("speech", "author:speech", []),
        ("neural networks networks", '"neural networks" networks', ["neural networks", "networks"]),
        ("知识图谱的研究", "知识图谱", ["知识图谱"]),
        ("<b>graph</b>", "graph", ["graph"]),
    ],
)
def test_matches_are_marked_in_the_text_as_written(text: str, typed: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in find_highlights(text, parse_query(typed))] == marked


def test_names_are_marked_by_their_beginnings() -> None:
    assert find_name_highlights("José Núñez", parse_query("author:nun")) == [(5, 8)]
    assert find_name_highlights("José Núñez", parse_query("nun jose")) == [(0, 4)]


@given(st.text(), st.text(min_size=1))
def test_marks_lie_in_the_text_in_order_and_apart(text: str, typed: str) -> None:
    marks = find_highlights(text, parse_query(typed))
    ends = [end for mark in marks for end in mark]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in marks)


def test_an_empty_library_answers_with_nothing() -> None:
    empty = PAPERS.frame()
    index = build_index(read_texts(count_terms(empty), empty), empty, AUTHORSHIPS.frame())
    for typed in ("graph", '"graph neural"', "author:verne", "topic:x", "category:LG", "year:2021", "has:code", ""):
        found = search(index, parse_query(typed))
        assert isinstance(found, Found)
        assert found.papers.empty
