"""Labels say what sets a topic apart, once."""

import pytest

from lib.text import count_terms
from lib.topics import WeightedTerm, paper_terms
from lib.topics.alike import are_alike, condense, is_within, shares_a_word
from lib.topics.labels import name_groups
from tests.topics.toys import papers_of


def terms(*names: str, papers: int = 5) -> tuple[WeightedTerm, ...]:
    return tuple(WeightedTerm(name, float(10 - at), papers) for at, name in enumerate(names))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("image", "images", True),
        ("policy", "policies", True),
        ("robot", "robotics", True),
        ("translate", "translation", True),
        ("loss", "losses", False),
        ("bias", "biases", False),
        ("graph", "grape", False),
        ("state", "statistics", False),
    ],
)
def test_forms_of_one_word_are_alike(one: str, other: str, alike: bool) -> None:
    assert are_alike(one, other) is alike
    assert are_alike(other, one) is alike


def test_a_phrase_holds_its_words_in_whatever_form() -> None:
    assert is_within("image", "semantic images")
    assert not is_within("semantic images", "image")
    assert shares_a_word("few-shot learning", "learning rates")


def test_of_terms_that_say_the_same_the_first_stays() -> None:
    assert [term.term for term in condense(terms("image", "images", "video"), 5)] == ["image", "video"]


def test_a_telling_phrase_takes_the_place_of_its_words() -> None:
    kept = condense(terms("reinforcement", "policy", "reinforcement learning", "learning"), 5)
    assert [term.term for term in kept] == ["reinforcement learning", "policy"]


def test_a_phrase_that_says_little_beside_its_word_is_left_out() -> None:
    kept = condense([WeightedTerm("robot", 20, 50), WeightedTerm("robot arm", 3, 4)], 5)
    assert [term.term for term in kept] == ["robot"]


def test_topics_with_the_same_terms_get_different_labels() -> None:
    labels = name_groups({1: terms("bees", "honey"), 2: terms("bees", "honey"), 3: terms(*"abcd"), 4: terms(*"abce")})
    assert labels == {1: "Bees, honey", 2: "Bees, honey (2)", 3: "A, b, c", 4: "A, b, c, e"}


def test_a_name_keeps_its_spelling() -> None:
    assert name_groups({1: terms("LiDAR", "maps"), 2: ()}) == {1: "LiDAR, maps", 2: "Topic 2"}


def test_a_single_paper_shows_its_own_terms() -> None:
    own = paper_terms(count_terms(papers_of("We show how bees of clay hives carry pollen")))
    assert {term.term for term in own["p00"]} == {"bees", "carry", "clay", "hives", "pollen"}
