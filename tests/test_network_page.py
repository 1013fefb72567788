"""The Network page's tables, figures and sentences, on four people whose ties can be counted by eye."""

import pandas as pd
import pytest

from lib import charts, tables, words
from lib.network import Network, find_path, locate_people, read_network
from lib.schema import AUTHORSHIPS, PAPERS

WROTE = {"a": ("Ana Ruiz", "Bo Li"), "b": ("Ana Ruiz", "Bo Li"), "c": ("Bo Li", "Cy Day"), "d": ("Dag Berg",)}


@pytest.fixture
def papers() -> pd.DataFrame:
    known = {"year_inferred": False, "has_code": False, "badges": "", "authors_complete": True}
    return PAPERS.frame(
        {**known, "paper_id": paper, "title": f"Paper {paper}", "date": pd.Timestamp(2020, 1, day)}
        for day, paper in enumerate(WROTE, 1)
    )


@pytest.fixture
def network(papers: pd.DataFrame) -> Network:
    rows = [
        {"paper_id": paper, "name": name, "position": place, "profile_id": "ana-ruiz" if name == "Ana Ruiz" else None}
        for paper, names in WROTE.items()
        for place, name in enumerate(names, 1)
    ]
    return read_network(AUTHORSHIPS.frame(rows), papers)


def test_the_most_connected_person_comes_first_and_everyone_has_a_place(network: Network) -> None:
    table = tables.network.graph(locate_people(network))
    assert table["name"].tolist() == ["Bo Li", "Ana Ruiz", "Cy Day", "Dag Berg"]
    assert table["partners"].tolist() == [2, 1, 1, 0]
    assert table["joint_papers"].tolist() == [3, 2, 1, 0]
    assert table["community"].isna().tolist() == [False, False, False, True]
    assert table[["x", "y"]].notna().all(axis=None)


def test_the_closest_pair_stands_on_top_by_name(network: Network) -> None:
    table = tables.network.ties(network)
    rows = list(zip(table["first"], table["second"], table["papers"], strict=True))
    assert rows == [("Ana Ruiz", "Bo Li", 2), ("Bo Li", "Cy Day", 1)]
    assert words.network.ties(table) == "2 pairs; Ana Ruiz and Bo Li wrote most together: 2 papers."


def test_a_chain_is_drawn_with_the_papers_of_each_step(network: Network, papers: pd.DataFrame) -> None:
    ids = {str(name): str(person) for person, name in network.names.items()}
    found = find_path(network, ids["Ana Ruiz"], ids["Cy Day"])
    table = tables.network.path(found, network, papers)
    assert list(zip(table["step"], table["title"], strict=True)) == [(1, "Paper a"), (1, "Paper b"), (2, "Paper c")]
    figure = charts.network.path(table)
    assert list(figure.data[0].text) == ["Ana Ruiz", "Bo Li", "Cy Day"]
    assert [note.text for note in figure.layout.annotations] == ["2 papers", "1 paper"]
    assert words.network.path(table, found, network).startswith("Ana Ruiz and Cy Day are 2 steps apart through Bo Li.")


def test_no_chain_is_said_and_blamed_on_nobody(network: Network, papers: pd.DataFrame) -> None:
    ids = {str(name): str(person) for person, name in network.names.items()}
    found = find_path(network, ids["Ana Ruiz"], ids["Dag Berg"])
    sentence = words.network.path(tables.network.path(found, network, papers), found, network)
    assert sentence == "No chain of papers in view connects Ana Ruiz and Dag Berg; “et al.” may hide one."


def test_a_captured_profile_is_a_square_and_a_line_is_as_wide_as_its_papers(network: Network) -> None:
    figure = charts.network.graph(tables.network.graph(locate_people(network)), network.ties)
    symbols = {
        person[0]: symbol
        for trace in figure.data
        if trace.customdata is not None
        for person, symbol in zip(trace.customdata, trace.marker.symbol, strict=True)
    }
    assert symbols == {"Ana Ruiz": "square", "Bo Li": "circle", "Cy Day": "circle", "Dag Berg": "circle"}
    assert [(trace.name, len(trace.x) // 3) for trace in figure.data if trace.mode == "lines" and trace.visible] == [
        ("1 paper together", 1),
        ("2–3 papers", 1),
    ]


def test_the_seven_largest_communities_have_a_colour_and_all_smaller_ones_share_one(network: Network) -> None:
    people = tables.network.graph(locate_people(network)).head(1)
    many = pd.concat([people.assign(community=number, name=f"N{number}") for number in range(1, 11)], ignore_index=True)
    figure = charts.network.graph(many.astype({"community": "Int64"}), network.ties.head(0))
    named = [trace.name for trace in figure.data if trace.mode == "markers"]
    assert named == [*(f"community {number}" for number in range(1, 8)), "3 smaller communities"]
