"""The co-author network of a library small enough to draw by hand."""

import os
import subprocess
import sys
from itertools import pairwise

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.errors import SelectionError
from lib.network import (
    Network,
    find_communities,
    find_path,
    keep_around,
    keep_close_ties,
    keep_largest,
    measure_people,
    place_people,
    read_network,
)
from lib.schema import AUTHORSHIPS, PAPERS
from tests.conftest import ROOT

ADA, BO, CY, DEE, EVE = "ada", "name:bo lund", "name:cy ito", "name:dee roy", "name:eve lone"
WRITTEN = {
    "p1": ["Ada Verne", "Bo Lund", "Cy Ito"],
    "p2": ["Bo Lund", "Ada Verne"],
    "p3": ["Cy Ito", "Dee Roy"],
    "p4": ["Eve Lone"],
}


def network_of(written: dict[str, list[str]], hiding: tuple[str, ...] = ()) -> Network:
    authorships = AUTHORSHIPS.frame(
        {
            "paper_id": paper,
            "name": name,
            "position": at,
            "profile_id": "ada" if name == "Ada Verne" else None,
        }
        for paper, names in written.items()
        for at, name in enumerate(names, 1)
    )
    papers = PAPERS.frame(
        {
            "paper_id": paper,
            "title": paper,
            "year_inferred": False,
            "has_code": False,
            "badges": "",
            "authors_complete": paper not in hiding,
        }
        for paper in written
    )
    return read_network(authorships, papers)


@pytest.fixture
def network() -> Network:
    return network_of(WRITTEN, hiding=("p3",))


def test_people_are_profiles_or_names(network: Network) -> None:
    assert network.people["person_id"].tolist() == [ADA, BO, CY, DEE, EVE]
    assert network.people["name"].tolist() == ["Ada Verne", "Bo Lund", "Cy Ito", "Dee Roy", "Eve Lone"]
    assert network.people["profile_id"].tolist() == ["ada", pd.NA, pd.NA, pd.NA, pd.NA]
    assert network.people["papers"].tolist() == [2, 2, 2, 1, 1]
    assert network.people["partners"].tolist() == [2, 2, 3, 1, 0]
    assert network.people["joint_papers"].tolist() == [3, 3, 3, 1, 0]


def test_partners_are_found_from_either_end_of_a_tie(network: Network) -> None:
    assert sorted(network.partners(CY)) == sorted(network.graph.neighbors(CY)) == [ADA, BO, DEE]
    assert network.partners(EVE).empty
    assert network.partners("nobody").empty


def test_ties_count_papers_whole_and_fractional(network: Network) -> None:
    assert network.ties[["first", "second", "papers", "fractional"]].to_numpy().tolist() == [
        [ADA, BO, 2, 1.5],
        [ADA, CY, 1, 0.5],
        [BO, CY, 1, 0.5],
        [CY, DEE, 1, 1.0],
    ]


def test_each_tie_names_its_papers(network: Network) -> None:
    assert network.joint.to_numpy().tolist() == [
        [ADA, BO, "p1"],
        [ADA, BO, "p2"],
        [ADA, CY, "p1"],
        [BO, CY, "p1"],
        [CY, DEE, "p3"],
    ]


def test_spellings_that_nobody_would_tell_apart_are_one_person_called_by_the_commonest() -> None:
    found = network_of({"p1": ["Bo  Lund"], "p2": ["Bo Lund"], "p3": ["BO LUND"], "p4": ["Bo Lund"]})
    assert found.people["name"].tolist() == ["Bo Lund"]
    assert found.people["papers"].tolist() == [4]


def test_a_person_named_twice_on_a_paper_is_no_tie_with_themselves() -> None:
    assert network_of({"p1": ["Bo Lund", "BO LUND"]}).ties.empty


def test_papers_out_of_view_do_not_count() -> None:
    whole = network_of(WRITTEN)
    authorships = AUTHORSHIPS.frame(
        [{"paper_id": "gone", "name": "Ada Verne"}, {"paper_id": "gone", "name": "Bo Lund"}]
    )
    assert read_network(authorships, PAPERS.frame()).people.empty
    assert whole.papers == 4


def test_the_caution_says_how_many_papers_hide_authors(network: Network) -> None:
    assert network.caution().startswith(
        "1 of 4 papers hide authors behind “et al.”, so ties and counts are lower bounds."
    )
    assert "one name cannot be told apart" in network_of(WRITTEN).caution()
    assert "et al." not in network_of(WRITTEN).caution()


def test_closer_ties_leave_out_loose_ones_and_say_so(network: Network) -> None:
    found = keep_close_ties(network, 2)
    assert found.people["person_id"].tolist() == [ADA, BO]
    assert found.people["partners"].tolist() == [1, 1]
    assert found.people["papers"].tolist() == [2, 2]
    assert found.joint["paper_id"].tolist() == ["p1", "p2"]
    assert found.left_out == ("3 people with no co-author of 2 joint papers",)
    assert keep_close_ties(network, 1) is network


def test_the_view_around_a_person_reaches_as_far_as_asked(network: Network) -> None:
    near = keep_around(network, DEE, 1)
    assert near.people["person_id"].tolist() == [CY, DEE]
    assert near.left_out == ("3 people more than 1 step from Dee Roy",)
    assert keep_around(network, DEE, 2).people["person_id"].tolist() == [ADA, BO, CY, DEE]
    assert len(keep_around(network, DEE, 2).ties) == 4


def test_the_largest_are_profiles_first_and_then_those_with_most_papers_together(network: Network) -> None:
    found = keep_largest(network, 2)
    assert found.people["person_id"].tolist() == [ADA, BO]
    assert found.left_out == ("3 people with the fewest papers together",)
    assert keep_largest(network, 5) is network


def test_of_more_profiles_than_a_figure_takes_the_people_of_the_closest_ties_stay() -> None:
    written = {"a": ["P1", "P2"], "b": ["P3"], "c": ["P3", "Friend"], "d": ["P3", "Friend"], "e": ["P4", "Friend"]}
    authorships = AUTHORSHIPS.frame(
        {"paper_id": paper, "name": name, "position": at, "profile_id": name.lower() if name != "Friend" else None}
        for paper, names in written.items()
        for at, name in enumerate(names, 1)
    )
    known = {"title": "T", "year_inferred": False, "has_code": False, "badges": "", "authors_complete": True}
    papers = PAPERS.frame({**known, "paper_id": paper} for paper in written)
    found = keep_largest(read_network(authorships, papers), 2)
    assert found.people["person_id"].tolist() == ["name:friend", "p3"]
    assert found.ties[["first", "second", "papers"]].to_numpy().tolist() == [["name:friend", "p3", 2]]
    assert keep_largest(read_network(authorships, papers), 4).people["profile_id"].notna().all()
    assert found.left_out == ("3 people with the fewest papers together",)


def test_somebody_who_is_not_there_is_said_to_be_missing(network: Network) -> None:
    with pytest.raises(SelectionError, match="'zed' in this network of 5 people"):
        keep_around(network, "zed")
    with pytest.raises(SelectionError, match="'zed'"):
        find_path(network, ADA, "zed")


def test_a_path_names_the_papers_of_each_step(network: Network) -> None:
    found = find_path(network, DEE, ADA)
    assert (found.people, found.length) == ((DEE, CY, ADA), 2)
    assert found.steps.to_numpy().tolist() == [[1, DEE, CY, "p3"], [2, CY, ADA, "p1"]]


def test_of_two_shortest_paths_the_one_with_more_papers_wins() -> None:
    written = {"a": ["A A", "B B"], "b": ["B B", "D D"], "c": ["A A", "C C"], "d": ["C C", "D D"], "e": ["A A", "C C"]}
    assert find_path(network_of(written), "name:a a", "name:d d").people == ("name:a a", "name:c c", "name:d d")


@given(st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=1, max_size=3), min_size=1, max_size=12))
def test_a_path_is_as_short_and_as_close_as_networkx_finds_it(papers: list[set[str]]) -> None:
    network = network_of({f"p{at}": [f"{name} {name}" for name in sorted(names)] for at, names in enumerate(papers)})
    start, end = network.people["person_id"].iloc[[0, -1]]
    found = find_path(network, start, end)
    costs = {(one, other): 1_000_000 - papers for one, other, papers, _ in network.ties.itertuples(index=False)}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(network.people["person_id"])
    graph.add_weighted_edges_from((one, other, cost) for (one, other), cost in costs.items())
    assert bool(found.people) == nx.has_path(graph, start, end)
    if found.people:
        walked = sum(costs[min(step), max(step)] for step in pairwise(found.people))
        assert walked == nx.dijkstra_path_length(graph, start, end)
        assert {str(person) for person in keep_around(network, start).people["person_id"]} == {start, *graph[start]}


def test_people_without_a_chain_are_said_to_be_unconnected(network: Network) -> None:
    found = find_path(network, ADA, EVE)
    assert (found.people, found.length, len(found.steps)) == ((), None, 0)
    assert found.reason == "no chain of papers in view connects Ada Verne and Eve Lone"
    assert find_path(network, ADA, ADA).length == 0


def test_people_are_measured_by_degree_strength_and_betweenness(network: Network) -> None:
    found = measure_people(network)
    assert found["person_id"].tolist() == [CY, ADA, BO, DEE, EVE]
    assert found["partners"].tolist() == [3, 2, 2, 1, 0]
    assert found["fractional"].tolist() == [2, 2, 2, 1, 0]
    # Cy lies between Dee and each of Ada and Bo: 2 of the 6 pairs of others
    assert found["betweenness"].tolist() == pytest.approx([2 / 6, 0, 0, 0, 0])
    assert found["community"].tolist() == [2, 1, 1, 2, pd.NA]


def test_communities_are_numbered_from_the_largest() -> None:
    groups = {"p1": ["A A", "B B", "C C"], "p2": ["D D", "E E"], "p3": ["B B", "C C"], "p4": ["F F"]}
    found = find_communities(network_of(groups))
    assert found.tolist() == [1, 1, 1, 2, 2, pd.NA]
    assert found.index.tolist() == [f"name:{letter} {letter}" for letter in "abcdef"]


def test_a_layout_keeps_to_its_bounds_and_tells_people_apart() -> None:
    written = {f"p{at}": [f"Hub {at // 40}", f"Leaf {at}"] for at in range(120)}
    places = place_people(network_of(written))
    assert len(places.drop_duplicates(["x", "y"])) == len(places) == 123
    assert places[["x", "y"]].to_numpy(float).min() >= -1
    assert places[["x", "y"]].to_numpy(float).max() <= 1


def test_neither_communities_nor_layout_depend_on_how_python_hashes() -> None:
    script = (
        "from tests.test_network import WRITTEN, network_of; from lib.network import find_communities, place_people;"
        "n = network_of(WRITTEN | {f'q{i}': [f'A{i % 7}', f'B{i % 5}'] for i in range(40)});"
        "print(find_communities(n).to_json(), place_people(n).round(6).to_json())"
    )
    said = {
        subprocess.run(  # noqa: S603 - our own script
            [sys.executable, "-c", script], cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, stdout=-1, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_a_large_part_is_laid_out_too() -> None:
    places = place_people(network_of({f"p{at}": ["Hub", f"Leaf {at}"] for at in range(80)}))
    assert len(places.drop_duplicates(["x", "y"])) == 81


def test_nobody_makes_an_empty_network() -> None:
    nobody = network_of({})
    assert (len(nobody.people), len(nobody.ties), nobody.papers) == (0, 0, 0)
    assert place_people(nobody).empty
    assert measure_people(nobody).empty
    assert find_communities(nobody).empty


def test_somebody_alone_is_drawn_in_the_middle() -> None:
    alone = network_of({"p1": ["Eve Lone"]})
    assert place_people(alone)[["x", "y"]].to_numpy().tolist() == [[0, 0]]
    assert measure_people(alone)["betweenness"].tolist() == [0]


written = st.dictionaries(
    st.sampled_from([f"p{at}" for at in range(8)]),
    st.lists(st.sampled_from(["Ada Verne", "Bo Lund", "Cy Ito", "Dee Roy"]), min_size=1, max_size=3, unique=True),
    max_size=8,
)


@settings(max_examples=15)
@given(written)
def test_the_order_of_rows_does_not_matter(papers: dict[str, list[str]]) -> None:
    one, other = network_of(papers), network_of(dict(reversed([(p, n[::-1]) for p, n in papers.items()])))
    pd.testing.assert_frame_equal(one.people, other.people)
    pd.testing.assert_frame_equal(one.ties, other.ties)
    pd.testing.assert_frame_equal(place_people(one), place_people(other))
    pd.testing.assert_frame_equal(measure_people(one), measure_people(other))


@settings(max_examples=15)
@given(written)
def test_the_fractional_strength_of_people_is_their_number_of_papers_with_others(papers: dict[str, list[str]]) -> None:
    found = measure_people(network_of(papers)).set_index("name")
    for name in found.index:
        assert found.loc[name, "fractional"] == pytest.approx(
            sum(name in names and len(names) > 1 for names in papers.values())
        )
