"""What chapters add to the figures of the pages: what was picked is marked, and tall figures come in pieces."""

from urllib.parse import urlencode

import pandas as pd
import pytest

from lib import charts
from lib.charts.points import identity_of
from lib.opening import narrow, open_named, read_link
from lib.report import Block, Reading, to_html, write_chapters
from lib.report.chapters import network, overview, timeline
from lib.report.model import Chapter, Report, block
from lib.report.pieces import MOST, in_pieces
from lib.tables.overview import summary
from lib.theme import styles
from lib.words.overview import gauges


def blocks_of(chapter: str, **link: str) -> dict[str, Block]:
    library = open_named("group")
    reading = Reading(library, narrow(library.corpus, read_link("?" + urlencode(link))))
    written = {"overview": overview, "timeline": timeline, "network": network}[chapter]
    return {each.title: each for each in written.blocks(reading)}


def marked(block: Block) -> set[str]:
    assert block.figure is not None
    traces = [trace for trace in block.figure.data if trace.selectedpoints is not None]
    return {identity_of(trace.customdata[at]) for trace in traces for at in trace.selectedpoints}


def test_what_was_picked_is_marked_in_the_figure_that_shows_all_it_was_picked_from() -> None:
    papers = open_named("group").corpus.papers
    picked = sorted(papers["paper_id"])[:3]
    every = blocks_of("timeline", pick="paper:" + ",".join(picked))
    days = every["Every paper on its day"]
    assert days.table["paper_id"].nunique() == len(papers)
    assert marked(days) == set(picked)
    assert days.sentence.endswith("It shows all 300 papers that the filters leave; what was picked stands out.")
    assert every["Papers in each period"].table["papers"].sum() < 30
    categories = blocks_of("overview", pick="paper:" + ",".join(picked))["Categories"]
    assert categories.table["papers"].sum() == papers["category"].notna().sum()
    assert marked(categories) == set()
    assert categories.sentence.endswith("It shows all 300 papers that the filters leave, whatever was picked.")


def test_nothing_is_said_of_picks_where_there_are_none() -> None:
    for each in blocks_of("overview").values():
        assert "picked" not in each.sentence
        assert each.figure is None or marked(each) == set()


@pytest.mark.parametrize(("link", "closest"), [({}, 1), ({"min_joint": "3"}, 3), ({"min_joint": "1000"}, None)])
def test_a_network_has_the_ties_that_the_link_asks_for_and_never_none(
    link: dict[str, str], closest: int | None
) -> None:
    pairs = blocks_of("network", **link)["The closest pairs"].table["papers"]
    assert pairs.min() == (pairs.max() if closest is None else closest)


def test_somebody_whom_the_network_does_not_know_is_in_no_chain_and_in_no_middle() -> None:
    known = blocks_of("network")
    unknown = blocks_of("network", focus="nobody", to="somebody")
    assert list(unknown) == list(known) == ["The people and their ties", "The closest pairs"]
    pd.testing.assert_frame_equal(unknown["The people and their ties"].table, known["The people and their ties"].table)


def test_the_numbers_at_the_top_of_the_overview_are_said_at_the_top_of_the_report() -> None:
    library = open_named("group")
    reading = Reading(library, narrow(library.corpus, read_link("?years=2024-")))
    said = next(write_chapters(reading)).sentences[-1]
    numbers = gauges(summary(reading.shown))
    assert len(numbers) == 8
    assert all(f"{label}: {value} ({about})" in said for label, value, about in numbers)


def words(topics: int) -> Block:
    rows = [(topic, f"Topic {topic}", f"term {topic}", float(topic), 1) for topic in range(1, topics + 1)]
    table = pd.DataFrame(rows, columns=["topic", "label", "term", "weight", "papers"])
    look = styles([str(topic) for topic in range(1, topics + 1)])
    whole = block(charts.topics.terms(table, look), table, "Said once.", unprinted=("term",))
    return in_pieces(whole, "topic", "weight", lambda part: charts.topics.terms(part, look))


@pytest.mark.parametrize(
    ("topics", "each"), [(1, []), (MOST, []), (MOST + 1, [3, 2]), (10, [4, 3, 3]), (13, [4, 3, 3, 3])]
)
def test_a_figure_taller_than_a_sheet_comes_in_pieces_on_one_scale(topics: int, each: list[int]) -> None:
    found = words(topics)
    assert found.figure is not None
    assert len(found.figure.layout.annotations) == topics
    assert [len(piece.layout.annotations) for piece in found.pieces] == each
    for piece in found.pieces:
        assert piece.layout.xaxis.range == (0.0, 1.05 * topics)


def test_pieces_stand_under_one_heading_and_one_sentence() -> None:
    html = to_html(Report("A", "", (Chapter("Topics", "", (), (words(10),)),)))
    assert html.count("<h3>") == html.count("<p>Said once.</p>") == 1
    assert html.count('class="plot"') == html.count('class="whole"') == 3
    assert html.index('id="figure-0-1"') < html.index('id="figure-0-3"') < html.index("<p>Said once.</p>")
    assert html.count('"figure-0-') == 6  # each place, and its figure
    assert html.count("<td class=screen>term") == 10
