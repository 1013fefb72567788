"""In which papers a selection has topics found, and what it calls them."""

from collections.abc import Collection

import pytest

from lib.corpus import Corpus, build_corpus
from lib.samples import load_sample
from lib.selection import Selection
from lib.selection.options import NAMES, SEED, TOPICS_FROM, K
from lib.topics.asked import asked_names, asked_papers, asked_params


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return build_corpus(load_sample("profiles"))


def nothing(_text: str) -> Collection[str]:
    raise AssertionError("there is no text to search for")


def of_selection(selection: Selection) -> Selection:
    return selection.set(TOPICS_FROM, "selection")


def test_topics_are_found_in_the_whole_library_unless_the_reader_wants_them_of_the_selection(corpus: Corpus) -> None:
    filtered = Selection(categories=("IR",))
    assert asked_papers(corpus, filtered, nothing) is corpus
    part = asked_papers(corpus, of_selection(filtered), nothing)
    assert set(part.papers["category"]) == {"IR"}
    assert len(part.papers) == 7


def test_what_was_picked_in_figures_leaves_the_topics_as_they_are(corpus: Corpus) -> None:
    picked = of_selection(Selection().pick("topic", ["1"]))
    assert asked_papers(corpus, picked, nothing) is corpus


def test_a_text_leaves_the_papers_that_a_search_finds(corpus: Corpus) -> None:
    found = corpus.papers["paper_id"].head(2).tolist()
    part = asked_papers(corpus, of_selection(Selection(text="hand")), lambda _text: found)
    assert part.papers["paper_id"].tolist() == found


def test_equal_parts_have_one_id_and_no_part_has_that_of_the_library(corpus: Corpus) -> None:
    by_category = asked_papers(corpus, of_selection(Selection(categories=("IR",))), nothing)
    found = by_category.papers["paper_id"].tolist()
    by_text = asked_papers(corpus, of_selection(Selection(text="x")), lambda _text: found)
    other = asked_papers(corpus, of_selection(Selection(categories=("CV",))), nothing)
    assert by_category.id == by_text.id
    assert len({by_category.id, other.id, corpus.id}) == 3
    assert asked_papers(corpus, of_selection(Selection(categories=("CV", "IR"))), nothing) is corpus


def test_number_seed_and_names_are_those_of_the_link() -> None:
    selection = Selection().set(K, 4).set(SEED, 9).set(NAMES, ("2=Hand pose", "x=No topic", "3="))
    assert asked_params(selection) == {"k": 4, "seed": 9}
    assert asked_names(selection) == {2: "Hand pose"}
