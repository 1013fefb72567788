"""Terms that set groups apart: the formula by hand, and what a reader would expect of it."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from lib.statistics import PRIOR_PAPERS, distinctive_terms

TERMS = ("graph", "speech", "the")


def test_log_odds_and_z_follow_the_formula() -> None:
    counts = csr_array(np.array([[4, 0, 5], [2, 0, 5], [0, 3, 5], [1, 2, 4]]))
    found = distinctive_terms(counts, TERMS, ["a", "a", "b", "b"])
    # graph: 6 uses by a of 16 words, 1 by b of 15; prior 10 papers of the average paper (7/4, 5/4, 19/4 uses)
    prior = np.array([7, 5, 19]) * PRIOR_PAPERS / 4
    a, b = np.array([6, 0, 10]) + prior, np.array([1, 5, 9]) + prior
    log_odds = np.log(a / (a.sum() - a)) - np.log(b / (b.sum() - b))
    z = log_odds / np.sqrt(1 / a + 1 / b)
    graph = found[(found["group"] == "a") & (found["term"] == "graph")].iloc[0]
    assert (graph["log_odds"], graph["z"]) == pytest.approx((log_odds[0], z[0]))
    assert (graph["rank"], graph["count"], graph["papers"], graph["group_papers"]) == (1, 6, 2, 2)
    speech = found[found["group"] == "b"].iloc[0]
    assert (speech["term"], speech["z"], speech["count"]) == ("speech", pytest.approx(-z[1]), 5)


def test_a_term_that_all_use_alike_sets_nobody_apart() -> None:
    counts = csr_array(np.array([[3, 1, 5], [3, 1, 5], [0, 4, 5], [0, 4, 5]]))
    found = distinctive_terms(counts, TERMS, ["a", "a", "b", "b"])
    assert found[["group", "term"]].to_numpy().tolist() == [["a", "graph"], ["b", "speech"]]


def test_a_term_of_a_single_paper_tells_about_the_paper_and_not_the_author() -> None:
    counts = csr_array(np.array([[9, 0, 1], [0, 2, 1], [0, 2, 1], [0, 0, 1]]))
    groups = ["a", "a", "a", "b"]
    assert distinctive_terms(counts, TERMS, groups).query("group == 'a'")["term"].tolist() == ["speech"]
    assert set(distinctive_terms(counts, TERMS, groups, minimum_papers=1).query("group == 'a'")["term"]) == {
        "graph",
        "speech",
    }


def test_an_author_of_one_paper_is_told_by_that_paper() -> None:
    counts = csr_array(np.array([[3, 0, 1], [0, 2, 1], [0, 2, 1]]))
    assert distinctive_terms(counts, TERMS, ["a", "b", "b"], limit=1)["term"].tolist() == ["graph", "speech"]


def test_one_group_or_no_words_have_nothing_to_be_set_apart_from() -> None:
    assert distinctive_terms(csr_array(np.array([[1, 2, 3]])), TERMS, ["a"]).empty
    assert distinctive_terms(csr_array(np.zeros((2, 3), dtype=np.int32)), TERMS, ["a", "b"]).empty
    assert distinctive_terms(csr_array(np.zeros((0, 3), dtype=np.int32)), TERMS, []).empty


def test_no_more_terms_than_asked_for_and_the_best_first() -> None:
    counts = csr_array(np.array([[9, 5, 0], [9, 5, 0], [0, 0, 9]]))
    found = distinctive_terms(counts, TERMS, ["a", "a", "b"], limit=1)
    assert found["term"].tolist() == ["graph", "the"]
    assert found["rank"].tolist() == [1, 1]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.lists(st.integers(0, 5), min_size=3, max_size=3)), max_size=8))
def test_the_order_of_papers_does_not_matter(papers: list[tuple[str, list[int]]]) -> None:
    def told(rows: list[tuple[str, list[int]]]) -> pd.DataFrame:
        counts = csr_array(np.array([row for _, row in rows], dtype=np.int32).reshape(-1, 3))
        return distinctive_terms(counts, TERMS, [group for group, _ in rows])

    pd.testing.assert_frame_equal(told(papers), told(papers[::-1]))
