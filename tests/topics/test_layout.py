"""The map, the tree, and topics through time."""

import numpy as np
import pandas as pd
import pytest

from lib.text import count_terms
from lib.topics import Topics, fit_topics, grow_tree, lay_out, layout, match_topics
from tests.topics.toys import BEES, BREAD, SAILING, papers_of, three_fields


@pytest.fixture(scope="module")
def toys() -> Topics:
    return fit_topics(count_terms(three_fields()), k=3)


def nearest(places: pd.DataFrame) -> list[int]:
    """Which paper lies closest to each."""
    plane = places[["x", "y"]].to_numpy(dtype=float)
    apart = np.linalg.norm(plane[:, None] - plane[None], axis=2) + np.diag(np.full(len(plane), np.inf))
    closest: list[int] = apart.argmin(axis=1).tolist()
    return closest


def test_neighbours_on_the_map_are_of_the_same_field(toys: Topics) -> None:
    places = lay_out(toys)
    assert places["paper_id"].tolist() == toys.papers["paper_id"].tolist()
    assert places[["x", "y"]].abs().max().max() <= 1
    assert [at // 12 for at in nearest(places)] == [at // 12 for at in range(36)]


def test_the_map_is_the_same_again(toys: Topics) -> None:
    shuffled = fit_topics(count_terms(three_fields().iloc[::-1]), k=3)
    pd.testing.assert_frame_equal(lay_out(toys), lay_out(shuffled))


def test_papers_beyond_the_landmarks_lie_among_their_like(toys: Topics, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_ALL", 30)
    monkeypatch.setattr(layout, "_LANDMARKS", 24)
    assert [at // 12 for at in nearest(lay_out(toys))] == [at // 12 for at in range(36)]


@pytest.mark.parametrize("papers", [0, 1, 2, 7])
def test_few_papers_have_places_too(papers: int) -> None:
    topics = fit_topics(count_terms(papers_of(*BREAD[:papers])))
    places = lay_out(topics)
    assert len(places) == len(topics.space.paper_ids)
    assert places.notna().all().all()


def test_papers_that_are_all_alike_lie_on_one_place() -> None:
    places = lay_out(fit_topics(count_terms(papers_of(*["bees carry pollen"] * 15))))
    assert len(places) == 15
    assert len(places[["x", "y"]].drop_duplicates()) == 1


def test_the_papers_of_branches_add_up_to_those_of_their_parent() -> None:
    counts = count_terms(papers_of(*BREAD * 3, *SAILING * 3, *BEES))
    tree = grow_tree(counts, fit_topics(counts, k=3)).set_index("branch")
    assert tree.loc["all", "papers"] == 84
    sums = tree.groupby("parent")["papers"].sum()
    assert {parent: tree.loc[parent, "papers"] for parent in sums.index} == sums.to_dict()
    assert {"1", "2", "3"} <= set(tree.index)
    assert {parent for parent in tree["parent"].dropna() if parent.isdecimal()} <= {"1", "2"}  # twelve bees are few
    assert tree["label"].notna().all()


def test_parents_come_before_children() -> None:
    counts = count_terms(three_fields())
    tree = grow_tree(counts, fit_topics(counts, k=6))
    seen: set[object] = set()
    for branch, parent in zip(tree["branch"], tree["parent"].fillna(""), strict=True):
        assert parent in seen or branch == "all"
        seen.add(branch)
    assert tree["branch"].is_unique


def test_the_two_halves_of_a_field_are_joined_first() -> None:
    counts = count_terms(papers_of(*BREAD * 2, *BEES))
    tree = grow_tree(counts, fit_topics(counts, k=3)).set_index("branch")
    joined = tree[tree["parent"] == "g1"]
    assert set(joined["topic"]) <= {1, 2, 3}
    heights = tree["height"].to_dict()
    assert heights["all"] > heights["g1"] > 0


@pytest.mark.parametrize("papers", [0, 1, 9])
def test_few_papers_are_a_tree_of_one_topic(papers: int) -> None:
    counts = count_terms(papers_of(*BREAD[:papers]))
    tree = grow_tree(counts, fit_topics(counts))
    assert tree["branch"].tolist() == (["all", "1"] if papers else ["all"])


def test_topics_are_known_again_when_papers_are_added() -> None:
    old = fit_topics(count_terms(three_fields().iloc[:34]), k=3)
    new = fit_topics(count_terms(papers_of(*BREAD, *SAILING, *BEES, *(f"{text}, wax" for text in BEES))), k=3)
    assert [topic.papers for topic in new.topics] == [24, 12, 12]
    assert match_topics(old, new) == {1: 2, 2: 3, 3: 1}


def test_topics_of_other_papers_are_not_the_same() -> None:
    bread, bees = (fit_topics(count_terms(papers_of(*field))) for field in (BREAD, BEES[:5]))
    renamed = bees.papers.assign(paper_id=bees.papers["paper_id"] + "x")
    assert match_topics(bread, Topics(0, bees.choice, bees.topics, renamed, bees.space)) == {}
