"""What the Topics page shows of topics found elsewhere: tables, figures and sentences, on frames written by hand."""

from pathlib import Path

import pandas as pd
import pytest

from lib import charts, tables, theme, words
from lib.selection import Selection, apply
from lib.selection.options import NAMES, TOPICS_FROM
from lib.tables.groups import group_papers
from lib.topics.frames import topic_frames
from pages.shared.contents import page_called
from pages.shared.topical import papers_by_topic, styles_of, topic_names, topics_of
from tests.test_selection import CORPUS, IDS
from tests.visits import open_dashboard, said

LOOMS, TIDES, BREAD, NOTHING, RUST = (IDS[f"On {what}"] for what in ("Looms", "Tides", "Bread", "Nothing", "Rust"))
PLACED = pd.DataFrame(
    {
        "paper_id": [LOOMS, TIDES, BREAD, NOTHING, RUST],
        "topic": pd.array([1, 1, 2, 2, None], dtype="Int64"),
        "distance": [0.1, 0.4, 0.2, 0.3, None],
        "second": pd.array([2, 2, 1, 1, None], dtype="Int64"),
        "margin": [0.8, 0.1, 0.6, 0.5, None],
    }
)
FRAMES = {
    "topics": pd.DataFrame(
        {
            "topic": pd.array([1, 2], dtype="Int64"),
            "label": ["machines, warp", "dough, ovens"],
            "papers": [2, 2],
            "stability": [0.9, 0.3],
            "unstable": [False, True],
            "central": [f"{LOOMS} {TIDES}", BREAD],
            "why_k": "2 topics, because.",
        }
    ),
    "terms": pd.DataFrame(
        {
            "term": ["warp", "tide", "dough"],
            "weight": [3.5, 2.5, 3.0],
            "papers": [2, 1, 2],
            "topic": pd.array([1, 1, 2], dtype="Int64"),
            "label": ["machines, warp", "machines, warp", "dough, ovens"],
        }
    ),
    "placed": PLACED,
    "map": pd.DataFrame({"paper_id": PLACED["paper_id"], "x": range(5), "y": range(5)}),
    "tree": pd.DataFrame(
        {
            "branch": ["all", "1", "2"],
            "parent": [None, "all", "all"],
            "label": ["All papers", "machines, warp", "dough, ovens"],
            "topic": pd.array([None, 1, 2], dtype="Int64"),
            "papers": [4, 2, 2],
            "height": [0.7, 0.0, 0.0],
        }
    ),
    "evidence": pd.DataFrame(
        {
            "k": [2, 3, 4],
            "stability": [0.9, 0.88, 0.4],
            "spread": [0.1, 0.1, 0.2],
            "silhouette": [0.3, 0.2, 0.1],
            "smallest_topic": [2, 1, 1],
            "verdict": ["suggested", "as good", "tried"],
        }
    ),
    "own_terms": pd.DataFrame({"paper_id": [LOOMS, LOOMS], "term": ["warp", "weft"], "weight": [2.0, 1.0]}),
}
AUTHORS = group_papers(CORPUS, "author")
LOOK = styles_of(FRAMES)
LOOM_PEOPLE = "Ada Lovelace 2, Mary Somerville 1"


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))


def test_each_topic_is_counted_with_its_words_authors_and_most_typical_papers() -> None:
    table = tables.topics.sizes(FRAMES, CORPUS)
    assert table.drop(columns=["mean_score"]).astype(object).where(table.notna(), None).to_numpy().tolist() == [
        [1, "machines, warp", 2, 0.9, False, "warp, tide", 2023, 2024, LOOM_PEOPLE, 1, 1, "On Looms · On Tides"],
        [2, "dough, ovens", 2, 0.3, True, "dough", 2026, 2026, "Ada Lovelace 1, Mary Somerville 1", 0, 1, "On Bread"],
    ]
    assert table["mean_score"].tolist() == pytest.approx([74.1, 20.0])


def test_a_topic_that_does_not_hold_is_hatched_and_said_to_be_unstable() -> None:
    table = tables.topics.sizes(FRAMES, CORPUS)
    bar = charts.topics.sizes(table, LOOK).data[0]
    assert list(bar.marker.pattern.shape) == ["", "/"]
    assert [point[0] for point in bar.customdata] == ["1", "2"]
    assert "not found again when papers are left out: “dough, ovens”." in words.topics.sizes(table)
    assert "least for “dough, ovens” (0.30)" in words.topics.details(table)


def test_a_renamed_topic_keeps_its_number_and_its_look_and_has_its_name_everywhere() -> None:
    renamed = tables.topics.rename(FRAMES, {2: "Bread"})
    assert renamed["topics"]["label"].tolist() == ["machines, warp", "Bread"]
    assert renamed["terms"]["label"].tolist() == ["machines, warp", "machines, warp", "Bread"]
    assert FRAMES["topics"]["label"].tolist() == ["machines, warp", "dough, ovens"]
    assert styles_of(renamed) == LOOK
    assert tables.topics.tree(renamed)["label"].tolist() == ["All papers", "machines, warp", "Bread"]
    assert set(tables.topics.groups(renamed)["label"]) == {"machines, warp", "Bread"}
    assert tables.topics.rename(FRAMES, {})["topics"]["label"].tolist() == ["machines, warp", "dough, ovens"]


def test_a_paper_without_a_topic_is_on_the_map_in_grey_and_in_no_group() -> None:
    assert RUST not in set(tables.topics.groups(FRAMES)["paper_id"])
    table = tables.topics.places(FRAMES, CORPUS, AUTHORS)
    assert len(table) == 5
    figure = charts.topics.places(table, LOOK)
    traces = {trace.name: trace for trace in figure.data if trace.customdata is not None}
    assert set(traces) == {"machines, warp", "dough, ovens", "no words in common"}
    assert traces["no words in common"].marker.color == theme.GREY
    assert list(traces["no words in common"].customdata) == [RUST]


def test_on_the_map_shape_is_the_author_and_size_the_score() -> None:
    table = tables.topics.places(FRAMES, CORPUS, AUTHORS)
    authors = {"ada-lovelace": "square", "mary-somerville": "star"}
    figure = charts.topics.places(table, LOOK, authors)
    trace = next(trace for trace in figure.data if trace.name == "machines, warp")
    shapes = dict(zip(table["paper_id"], table["group"].map(authors), strict=True))
    assert set(trace.marker.symbol) == {"square"}
    assert list(trace.marker.symbol) == [shapes[paper] for paper in trace.customdata]
    assert {trace.marker.symbol for trace in figure.data if trace.showlegend is not False} == {"circle"}
    sizes = dict(zip(trace.customdata, trace.marker.size, strict=True))
    assert sizes[LOOMS] == pytest.approx(9 + 74.1 / 8)
    assert sizes[TIDES] == 9
    assert "On Looms<br>Ada Lovelace, Mary Somerville<br>01 May 2024<br>machines, warp" in list(trace.text)


def test_a_ninth_topic_is_told_from_the_first_by_open_marks() -> None:
    table = tables.topics.places(FRAMES, CORPUS, AUTHORS).dropna(subset="topic")
    table["topic"] = table["topic"].replace({2: 9})
    looks = {str(topic): theme.style(topic - 1) for topic in (1, 9)}
    one, nine, *keys = charts.topics.places(table, looks).data
    assert one.marker.color == nine.marker.color
    assert set(one.marker.symbol) == {"circle"}
    assert set(nine.marker.symbol) == {"circle-open"}
    assert [key.marker.symbol for key in keys] == ["circle", "circle-open"]


def test_the_paper_closest_to_the_border_comes_first_with_both_topics() -> None:
    table = tables.topics.borderline(tables.topics.places(FRAMES, CORPUS, AUTHORS))
    assert table["title"].tolist() == ["On Tides", "On Nothing", "On Bread", "On Looms"]
    assert words.topics.borderline(table).startswith(
        "1 of 4 papers shown lead by less than 0.2 over their second-best topic. The least sure is “On Tides”, between "
        "“machines, warp” and “dough, ovens”."
    )


def test_where_all_are_on_the_border_the_figure_comes_close() -> None:
    table = tables.topics.borderline(tables.topics.places(FRAMES, CORPUS, AUTHORS))
    near = table.assign(margin=table["margin"] / 100)
    assert words.topics.borderline(near).startswith("All 4 papers shown lead by less than 0.2 over their second-best")
    assert charts.topics.borderline(table, LOOK).layout.yaxis.range == (-0.05, 1.05)
    low, high = charts.topics.borderline(near, LOOK).layout.yaxis.range
    assert low < 0 < near["margin"].max() < high < 0.02


def test_papers_that_lie_closer_to_another_centre_are_in_the_figure_and_counted() -> None:
    table = tables.topics.borderline(tables.topics.places(FRAMES, CORPUS, AUTHORS))
    over = table.assign(margin=[-0.3, -0.1, 0.0, 0.1])
    low, high = charts.topics.borderline(over, LOOK).layout.yaxis.range
    assert low < -0.3
    assert high > 0.1
    assert "topic; 2 lie closer to its centre, but their words speak for their own. The" in words.topics.borderline(
        over
    )


def test_authors_meet_topics_in_a_square_with_the_number_of_papers() -> None:
    table = tables.topics.by_author(FRAMES, AUTHORS)
    heat = charts.topics.by_author(table).data[0]
    assert list(heat.x) == ["Ada Lovelace", "Mary Somerville"]
    assert list(heat.y) == ["machines, warp", "dough, ovens"]
    assert [list(row) for row in heat.text] == [["2", "1"], ["1", "1"]]
    assert words.topics.by_author(table) == (
        "The closest to one topic is Ada Lovelace: 2 of 3 papers are on “machines, warp”."
    )


def test_the_suggested_number_is_a_full_mark_and_one_as_good_an_open_one() -> None:
    table = tables.topics.evidence(FRAMES)
    figure = charts.topics.evidence(table)
    assert [list(trace.marker.symbol) for trace in figure.data] == [["circle", "circle-open", "line-ew-open"]] * 3
    assert list(figure.data[0].error_y.array) == [0.1, 0.1, 0.2]
    assert words.topics.evidence(table, "2 topics, because.").startswith("2 topics, because. Full mark: suggested.")


def test_the_words_of_each_topic_stand_in_a_part_of_their_own() -> None:
    figure = charts.topics.terms(tables.topics.terms(FRAMES), LOOK)
    bars, axis = figure.data[0], figure.layout.yaxis
    assert list(zip(axis.ticktext, bars.x, bars.text, strict=True)) == [
        ("warp", 3.5, "3.5"),
        ("tide", 2.5, "2.5"),
        ("dough", 3.0, "3.0"),
    ]
    assert tuple(axis.tickvals) == tuple(bars.y)
    first, second = (note.y for note in figure.layout.annotations)
    assert first < bars.y[0] < bars.y[1] < second < bars.y[2] < axis.range[0]
    assert [note.text for note in figure.layout.annotations] == ["machines, warp", "dough, ovens"]
    assert words.topics.terms(tables.topics.terms(FRAMES)).startswith("The most telling term of all is warp, in 2")


def test_a_box_in_the_tree_stands_in_the_one_that_it_is_a_part_of() -> None:
    boxes = charts.topics.tree(tables.topics.tree(FRAMES), LOOK).data[0]
    assert dict(zip(boxes.ids, boxes.parents, strict=True)) == {"all": "", "1": "all", "2": "all"}
    assert list(boxes.values) == [4, 2, 2]


def test_what_is_empty_is_said() -> None:
    nothing = {name: frame.iloc[:0] for name, frame in FRAMES.items()}
    nobody = apply(CORPUS, Selection(text="nothing of this kind"))
    assert words.topics.sizes(tables.topics.sizes(FRAMES, nobody)) == "No paper in view has a topic."
    assert words.topics.places(tables.topics.places(FRAMES, nobody, AUTHORS)) == "No paper in view is on the map."
    assert words.topics.terms(tables.topics.terms(nothing)) == "No term sets a topic apart."
    assert words.topics.by_author(tables.topics.by_author(nothing, AUTHORS)) == (
        "No captured author has a paper with a topic."
    )


def test_a_library_too_small_to_cluster_gets_each_papers_own_words() -> None:
    frames = topic_frames(CORPUS, {"k": 0, "seed": 0}, lambda *_: None)
    assert len(frames["topics"]) == 1
    own = tables.topics.own_terms(frames, CORPUS.papers)
    assert own["title"].tolist() == CORPUS.papers["title"].tolist()
    assert "clustering needs 10." in frames["topics"]["why_k"].iloc[0]


def test_topics_of_a_selection_are_found_in_what_its_search_finds() -> None:
    part = Selection(text="author:babbage -bread").set(TOPICS_FROM, "selection")
    assert topics_of(CORPUS, part)["placed"]["paper_id"].tolist() == [NOTHING]
    assert len(topics_of(CORPUS, Selection(text="author:babbage -bread"))["placed"]) == 5


def test_a_picked_topic_has_its_papers_and_the_name_that_the_reader_gave_it() -> None:
    picked = Selection().pick("topic", ["1"]).set(NAMES, ("1=All of it",))
    assert topic_names(CORPUS, picked) == {"1": "All of it"}
    assert set((papers_by_topic(CORPUS, picked) or {}).get("1", [])) <= set(IDS.values())
    assert topic_names(CORPUS, Selection()) == {}
    assert papers_by_topic(CORPUS, Selection()) is None


def test_a_picked_topic_is_called_by_its_label_in_chip_and_caption() -> None:
    app = open_dashboard(page_called("Topics"), library="profiles", pick="topic:1", names="1=Hand pose")
    assert not app.exception
    assert "topic “Hand pose”" in said(app)
    chips = next(each for each in app.multiselect if each.label == "Picked in figures")
    assert chips.options == ["Topic: Hand pose"]


@pytest.mark.parametrize("papers", [1, 9])
def test_a_selection_of_few_papers_shows_their_words_and_why_there_are_no_topics(papers: int) -> None:
    query = {"q": "“Unified Language Model” OR unified"} if papers == 1 else {"author": "songpei-xu"}
    app = open_dashboard(page_called("Topics"), library="profiles", topics_from="selection", **query)
    assert not app.exception
    assert "Here are the words that stand out in each paper." in said(app)
