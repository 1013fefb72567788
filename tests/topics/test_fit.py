"""Topics of toy papers: which are found, how they are numbered and named, and what does not change them."""

import pandas as pd
import pytest

from lib.text import count_terms
from lib.topics import PLACED, Topics, fit_topics, paper_terms
from lib.topics.space import SAMPLE
from tests.topics.toys import BEES, BREAD, SAILING, papers_of, three_fields


def groups(topics: Topics) -> set[frozenset[str]]:
    return {frozenset(papers) for papers in topics.by_number.values()}


def same(one: Topics, other: Topics) -> None:
    assert one.topics == other.topics
    assert one.choice == other.choice
    pd.testing.assert_frame_equal(one.papers, other.papers)


@pytest.fixture(scope="module")
def toys() -> Topics:
    return fit_topics(count_terms(three_fields()), k=3)


def test_each_field_is_a_topic(toys: Topics) -> None:
    ids = [f"p{at:02}" for at in range(36)]
    assert groups(toys) == {frozenset(ids[:12]), frozenset(ids[12:24]), frozenset(ids[24:])}


def test_papers_beyond_the_sample_lie_with_their_field_in_whatever_order_they_came() -> None:
    many = papers_of(*three_fields()["abstract"].tolist() * (SAMPLE // 36 + 10))
    topics = fit_topics(count_terms(many), k=3)
    assert len(topics.papers) > SAMPLE
    fields = topics.papers["paper_id"].str[1:].astype(int) % 36 // 12
    assert topics.papers.groupby(fields)["topic"].nunique().tolist() == [1, 1, 1]
    same(topics, fit_topics(count_terms(many.sample(frac=1, random_state=1)), k=3))


def test_a_topic_is_named_by_what_its_papers_say(toys: Topics) -> None:
    assert [topic.papers for topic in toys.topics] == [12, 12, 12]
    assert toys.topics[0].label == "Baking, crust, dough"
    assert set(", ".join(BREAD).split(", ")) == {term.term for term in toys.topics[0].terms}
    assert set(", ".join(SAILING).split(", ")) == {term.term for term in toys.topics[1].terms}
    assert set(", ".join(BEES).split(", ")) == {term.term for term in toys.topics[2].terms}


def test_separate_fields_are_stable(toys: Topics) -> None:
    assert [topic.stability for topic in toys.topics] == [1.0, 1.0, 1.0]
    assert not any(topic.is_unstable for topic in toys.topics)


def test_fields_split_by_force_are_unstable() -> None:
    topics = fit_topics(count_terms(three_fields()), k=6)
    assert topics.k == 6
    assert all(topic.stability is not None and topic.stability < 0.6 for topic in topics.topics)
    assert all(topic.is_unstable for topic in topics.topics)


def test_the_largest_topic_is_the_first_and_equal_ones_follow_their_papers() -> None:
    topics = fit_topics(count_terms(papers_of(*BREAD[:6], *SAILING, *BEES[:6])), k=3)
    assert [topic.papers for topic in topics.topics] == [12, 6, 6]
    assert topics.by_number["2"][0] == "p00"


def test_every_paper_has_its_row_with_distance_and_second_best(toys: Topics) -> None:
    PLACED.check(toys.papers)
    assert toys.papers["paper_id"].tolist() == [f"p{at:02}" for at in range(36)]
    assert toys.papers["topic"].tolist() == [1] * 12 + [2] * 12 + [3] * 12
    assert toys.papers["distance"].between(0, 1).all()
    assert (toys.papers["second"] != toys.papers["topic"]).all()
    assert (toys.papers["margin"] > 0).all()


def test_a_paper_between_two_fields_has_the_smallest_margin() -> None:
    between = "sailing with honey and bees against the wind, pollen on the jib, nectar on the keel"
    topics = fit_topics(count_terms(papers_of(*SAILING, *BEES, between)), k=2)
    assert topics.papers.set_index("paper_id")["margin"].idxmin() == "p24"


def test_central_papers_are_the_closest_of_their_topic(toys: Topics) -> None:
    distance = toys.papers.set_index("paper_id")["distance"]
    for topic in toys.topics:
        inside = distance[list(toys.by_number[str(topic.number)])]
        assert len(topic.central) == 5
        assert sorted(distance[list(topic.central)]) == sorted(inside)[:5]


def test_a_term_is_counted_in_papers(toys: Topics) -> None:
    assert {term.papers for term in toys.topics[0].terms} == {5}
    assert all(term.weight > 0 for term in toys.topics[0].terms)


def test_the_order_of_rows_changes_nothing(toys: Topics) -> None:
    shuffled = three_fields().sample(frac=1, random_state=3)
    same(fit_topics(count_terms(shuffled), k=3), toys)


def test_the_same_seed_gives_the_same_topics() -> None:
    counts = count_terms(three_fields())
    same(fit_topics(counts, seed=7), fit_topics(counts, seed=7))


def test_a_suggestion_is_followed() -> None:
    topics = fit_topics(count_terms(three_fields()))
    assert topics.k == topics.choice.k == 3
    assert topics.why_k == topics.choice.why


def test_no_two_topics_have_the_same_label() -> None:
    topics = fit_topics(count_terms(papers_of(*BREAD * 3, *BEES * 3)), k=8)
    assert len({topic.label for topic in topics.topics}) == topics.k == 8


@pytest.mark.parametrize("papers", [1, 2, 7, 9])
def test_too_few_papers_are_one_topic_and_it_says_why(papers: int) -> None:
    counts = count_terms(papers_of(*BREAD[:papers]))
    topics = fit_topics(counts, k=3)
    assert topics.k == 1
    assert not topics.is_clustered
    assert "clustering needs 10" in topics.why_k
    assert topics.papers["topic"].tolist() == [1] * papers
    assert topics.topics[0].stability is None
    assert topics.topics[0].papers == papers
    assert all(terms for terms in paper_terms(counts).values())


def test_no_papers_are_no_topics() -> None:
    topics = fit_topics(count_terms(papers_of()))
    assert topics.k == 0
    assert topics.papers.empty


def test_a_paper_without_words_has_no_topic() -> None:
    topics = fit_topics(count_terms(papers_of(*BREAD, *BEES, "", "the of and", "xylophone")), k=2)
    assert topics.papers["topic"].isna().tolist() == [False] * 24 + [True] * 3
    assert [topic.papers for topic in topics.topics] == [12, 12]


def test_papers_that_all_say_the_same_are_one_topic() -> None:
    topics = fit_topics(count_terms(papers_of(*["bees carry pollen"] * 15)), k=4)
    assert topics.k == 1
    assert topics.papers["topic"].tolist() == [1] * 15


def test_more_topics_than_papers_are_not_made_up() -> None:
    topics = fit_topics(count_terms(papers_of(*BREAD)), k=500)
    assert topics.k <= 12
    assert "500 topics were asked for" in topics.why_k


def test_text_of_stop_words_alone_is_one_topic() -> None:
    topics = fit_topics(count_terms(papers_of(*["we propose a new method"] * 12)))
    assert topics.k == 1
    assert topics.topics[0].label


def test_chinese_papers_are_told_apart() -> None:
    bread, bees = (
        ["小麦面团发酵后烘烤", "黑麦面团烘烤", "面团发酵烘烤"],
        ["蜜蜂采集花粉酿蜜", "野生蜜蜂采集花粉", "蜜蜂酿蜜"],
    )
    topics = fit_topics(count_terms(papers_of(*bread * 3, *bees * 3)), k=2)
    assert groups(topics) == {
        frozenset(f"p{at:02}" for at in range(9)),
        frozenset(f"p{at:02}" for at in range(9, 18)),
    }


def test_no_topics_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="k is 0; expected 1 or more"):
        fit_topics(count_terms(three_fields()), k=0)
