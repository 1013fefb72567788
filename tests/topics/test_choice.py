"""How many topics: the evidence, and the sentence that it is put in."""

import pytest

from lib.text import count_terms
from lib.topics import Evidence, suggest_k
from lib.topics.choice import choose_among
from tests.topics.toys import BREAD, papers_of, three_fields


def test_three_fields_suggest_three_topics_with_evidence_for_each_number() -> None:
    choice = suggest_k(count_terms(three_fields()))
    assert choice.k == 3
    assert [each.k for each in choice.evidence] == [2, 3, 4, 5, 6]
    three = choice.evidence[1]
    assert (three.stability, three.smallest) == (1.0, 12)
    assert three.silhouette > 0.9
    assert all(-1 <= each.stability <= 1 and each.spread >= 0 for each in choice.evidence)


def test_the_reason_names_the_number_its_agreement_and_what_is_as_good() -> None:
    choice = suggest_k(count_terms(three_fields()))
    assert choice.why.startswith("3 topics come out the same")
    assert "agreement 1.00" in choice.why
    assert choice.k not in choice.as_good
    assert all(str(k) in choice.why for k in choice.as_good)


def test_asked_for_numbers_are_weighed_and_impossible_ones_left_out() -> None:
    choice = suggest_k(count_terms(three_fields()), ks=[9, 3, 1, 500])
    assert [each.k for each in choice.evidence] == [3, 9]


def test_a_number_is_not_as_good_only_because_its_own_agreement_varies_so_much() -> None:
    two, four, ten = (
        Evidence(2, 0.53, 0.42, 0.2, 99),
        Evidence(4, 0.88, 0.08, 0.3, 50),
        Evidence(10, 0.91, 0.05, 0.5, 15),
    )
    choice = choose_among((two, four, ten))
    assert (choice.k, choice.as_good) == (10, (4,))
    assert choose_among((Evidence(3, 0.84, 0.2, 0.2, 99), Evidence(8, 0.65, 0.1, 0.3, 50))).k == 3


@pytest.mark.parametrize(
    ("texts", "reason"), [(BREAD[:9], "clustering needs 10"), (["bees fly"] * 12, "the same words")]
)
def test_where_nothing_can_be_told_apart_one_is_suggested(texts: list[str], reason: str) -> None:
    choice = suggest_k(count_terms(papers_of(*texts)))
    assert choice.k == 1
    assert reason in choice.why
    assert choice.evidence == ()
