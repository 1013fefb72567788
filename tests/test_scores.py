"""The numbers, figures and sentences of the Scores page, worked out by hand on nine papers of three authors."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from lib import charts, theme, words
from lib.corpus import Corpus, build_corpus
from lib.samples import load_sample
from lib.schema import CAPTURES, OBSERVATIONS, PAPERS, PROFILES
from lib.tables import scores as tables
from lib.tables.groups import OTHER

SCORES = {"a": 90.0, "b": 80.0, "c": 70.0, "d": 60.0, "e": 10.0, "f": 20.0, "g": 30.0, "h": 40.0, "i": None}
DATES = {paper: f"2024-0{at}-01" for at, paper in enumerate(SCORES, 1)} | {"h": None}
MEMBERS = {"x": "abcd", "y": "efgh", "z": "hi"}
LABELS = {"x": "Xu", "y": "Yildiz", "z": "Zola"}


def a_corpus(empty: Corpus) -> Corpus:
    papers = PAPERS.frame(
        {
            "paper_id": paper,
            "title": paper.upper(),
            "score": score,
            "date": DATES[paper] and pd.Timestamp(str(DATES[paper])),
            "year_inferred": False,
            "has_code": False,
            "badges": "",
            "authors_complete": True,
        }
        for paper, score in SCORES.items()
    )
    seen = [("old", "2025-01-01", 50.0), ("new", "2026-01-01", None)]
    captures = CAPTURES.frame(
        {
            "dump_id": dump,
            "profile_id": "x",
            "captured": pd.Timestamp(day),
            "file": f"{dump}.txt",
            "layout": "compact",
            "papers_read": 9,
            "owner_confidence": "header",
            "owner_reason": "",
            "year_reason": "",
        }
        for dump, day, _ in seen
    )
    observations = OBSERVATIONS.frame(
        {
            "paper_id": paper,
            "dump_id": dump,
            "position": at,
            "score": older if older else score,
            "badges": "",
            "first_line": 1,
            "last_line": 2,
            "doubtful": False,
        }
        for dump, _, older in seen
        for at, (paper, score) in enumerate(SCORES.items(), 1)
    )
    return replace(empty, papers=papers, captures=captures, observations=observations)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return a_corpus(build_corpus([]))


@pytest.fixture(scope="module")
def groups() -> pd.DataFrame:
    rows = [(paper, group, LABELS[group]) for group, papers in MEMBERS.items() for paper in papers]
    return pd.DataFrame(rows, columns=["paper_id", "group", "label"], dtype="string")


@pytest.fixture(scope="module")
def scores(corpus: Corpus, groups: pd.DataFrame) -> pd.DataFrame:
    return tables.every_paper(corpus, groups)


STYLES = theme.styles([*MEMBERS, OTHER])


def many(sizes: dict[str, int]) -> pd.DataFrame:
    """Rows of every_paper for groups of these sizes, with scores spread evenly over 0 to 100."""
    rows = [
        {
            "paper_id": f"{group}{at}",
            "title": "T",
            "score": 100 * (at + 0.5) / size,
            "group": group,
            "label": group.upper(),
        }
        for group, size in sizes.items()
        for at in range(size)
    ]
    return tables.EVERY_PAPER.frame(rows)


def test_every_scored_paper_stands_once_in_each_of_its_groups_and_an_unscored_one_nowhere(scores: pd.DataFrame) -> None:
    assert list(zip(scores["label"], scores["paper_id"], scores["score"], strict=True)) == [
        ("Xu", "d", 60),
        ("Xu", "c", 70),
        ("Xu", "b", 80),
        ("Xu", "a", 90),
        ("Yildiz", "e", 10),
        ("Yildiz", "f", 20),
        ("Yildiz", "g", 30),
        ("Yildiz", "h", 40),
        ("Zola", "h", 40),
    ]


def test_a_score_is_dated_by_the_last_capture_that_showed_it(scores: pd.DataFrame) -> None:
    assert set(scores["captured"].dt.date) == {date(2026, 1, 1)}


def test_the_group_of_others_stands_last(corpus: Corpus, groups: pd.DataFrame) -> None:
    folded = groups.assign(
        group=groups["group"].replace({"x": OTHER}), label=groups["label"].replace({"Xu": "2 others"})
    )
    assert tables.every_paper(corpus, folded)["group"].drop_duplicates().tolist() == ["y", "z", OTHER]


def test_dots_with_nearly_the_same_score_lie_beside_each_other(corpus: Corpus, groups: pd.DataFrame) -> None:
    near = corpus.papers.assign(score=corpus.papers["score"].replace({90.0: 80.5}))
    rows = tables.every_paper(replace(corpus, papers=near), groups)
    mine = rows[rows["group"] == "x"].set_index("paper_id")["lane"]
    assert mine.loc[["c", "d"]].tolist() == [0, 0]
    assert mine.loc[["b", "a"]].tolist() == pytest.approx([-0.08, 0.08])


def test_the_stairs_of_a_group_rise_by_one_paper_each(scores: pd.DataFrame) -> None:
    steps = tables.distribution(scores)
    mine = steps[steps["label"] == "Xu"]
    assert mine["score"].tolist() == [60, 70, 80, 90]
    assert mine["up_to"].tolist() == [1, 2, 3, 4]
    assert mine["share_up_to"].tolist() == [25, 50, 75, 100]


def test_a_histogram_needs_ten_scores(corpus: Corpus) -> None:
    assert tables.histogram(corpus.papers).empty
    assert "needs 10 scores" in words.scores.histogram(tables.histogram(corpus.papers))


def test_bins_hold_every_paper_once_and_the_density_needs_thirty() -> None:
    few, enough, lots = (tables.histogram(many({"x": n})) for n in (20, 40, 400))
    assert few["papers"].tolist() == [2] * 10
    assert few["smooth"].isna().all()
    assert (len(enough), len(lots)) == (10, 20)
    assert enough["smooth"].sum() == pytest.approx(40, rel=0.02)
    assert lots["papers"].sum() == 400


def test_a_score_of_a_hundred_lies_in_the_last_bin() -> None:
    papers = pd.DataFrame({"score": pd.Series([100.0] * 10, dtype="Float64")})
    assert tables.histogram(papers)["papers"].tolist() == [0] * 9 + [10]


def test_each_group_is_drawn_as_its_number_of_scores_allows() -> None:
    table = tables.by_group(many({"x": 40, "y": 12, "z": 7, "w": 2}))
    shapes = table.set_index("group")[["n", "drawn_as", "method"]]
    assert shapes.loc[["x", "y", "z", "w"], "drawn_as"].tolist() == ["violin", "box", "points", "points"]
    assert shapes.loc[["x", "y", "z", "w"], "n"].tolist() == [40, 12, 7, 2]
    assert shapes.loc[["x", "z", "w"], "method"].tolist() == [
        "BCa bootstrap",
        "order statistics",
        "fewer than 6 values cannot bound it",
    ]
    assert tables.by_group(many({"x": 40}), "box")["drawn_as"].tolist() == ["box"]
    assert tables.by_group(many({"x": 40}), "points")["drawn_as"].tolist() == ["points"]


def test_the_row_of_a_group_by_hand(scores: pd.DataFrame) -> None:
    row = tables.by_group(scores).iloc[0]
    assert (row["label"], row["median"], row["lower_quartile"], row["upper_quartile"]) == ("Xu", 75, 67.5, 82.5)
    assert (row["smallest"], row["largest"]) == (60, 90)
    assert pd.isna(row["low"])


def test_auto_is_ridges_boxes_or_a_table_as_the_numbers_allow() -> None:
    assert tables.choose_shape("auto", many({"x": 40, "y": 30})) == "ridgeline"
    assert tables.choose_shape("auto", many({"x": 40, "y": 5})) == "auto"
    assert tables.choose_shape("auto", many({"x": 9})) == "table"
    assert tables.choose_shape("auto", many({})) == "table"
    assert tables.choose_shape("ecdf", many({"x": 9})) == "ecdf"


def test_only_groups_with_enough_scores_have_a_ridge() -> None:
    curves = tables.ridgeline(many({"x": 40, "y": 29}))
    assert curves["group"].unique().tolist() == ["x"]
    area = np.trapezoid(curves["density"].to_numpy(float), curves["score"].to_numpy(float))
    assert area == pytest.approx(1, abs=0.01)


def test_a_trend_counts_each_dated_paper_once(scores: pd.DataFrame) -> None:
    dated = tables.against_date(scores)
    assert dated["paper_id"].tolist() == list("abcdefg")
    trend = tables.trend(dated)
    # a to d fall, e to g rise: of 21 pairs 3 rise
    assert trend.n == 7
    assert trend.statistic == pytest.approx((3 - 18) / 21)


def test_coverage_counts_who_has_a_score(corpus: Corpus, groups: pd.DataFrame) -> None:
    table = tables.coverage(corpus.papers, groups)
    assert table["label"].tolist() == ["Xu", "Yildiz", "Zola"]
    assert table["papers"].tolist() == [4, 4, 2]
    assert table["scored"].tolist() == [4, 4, 1]
    assert table["without"].tolist() == [0, 0, 1]
    assert table["share_scored"].tolist() == [100, 100, 50]
    # Wilson's interval for 1 of 2
    assert table["low"].iloc[2] == pytest.approx(9.453, abs=0.01)
    assert table["high"].iloc[2] == pytest.approx(90.547, abs=0.01)


def test_who_has_no_score_is_named(corpus: Corpus, groups: pd.DataFrame) -> None:
    table = tables.unscored(corpus.papers, groups)
    assert table[["title", "label"]].to_numpy().tolist() == [["I", "Zola"]]
    covered = tables.coverage(corpus.papers, groups)
    assert words.scores.unscored(table, covered) == "1 paper without a score: Zola 1."


def test_topics_without_scores_keep_the_commas_of_their_names(corpus: Corpus, groups: pd.DataFrame) -> None:
    topics = groups.assign(label=groups["label"].replace("Zola", "dough, ovens"))
    table, covered = tables.unscored(corpus.papers, topics), tables.coverage(corpus.papers, topics)
    assert words.scores.unscored(table, covered) == "1 paper without a score: “dough, ovens” 1."


def test_pairs_leave_out_what_both_wrote_and_small_ones_are_not_tested(scores: pd.DataFrame) -> None:
    found = tables.compared(scores)
    table = tables.comparison(found, scores)
    assert list(zip(table["one"], table["other"], table["n_one"], table["n_other"], strict=True)) == [
        ("Xu", "Yildiz", 4, 4),
        ("Xu", "Zola", 4, 1),
        ("Yildiz", "Zola", 3, 0),
    ]
    assert table["delta"].iloc[0] == 1
    assert table["p"].iloc[0] == pytest.approx(2 / 70)
    assert table["verdict"].tolist() == ["higher", "too few to tell", "too few to tell"]
    assert table["p_adjusted"].isna().tolist() == [False, True, True]
    said = words.scores.comparison(table, found)
    assert "Xu higher than Yildiz (Cliff’s delta 1.00, 95% interval 0.02 to 1.00, large; p = 0.029)" in said
    assert "2 pairs: too few to tell (fewer than 4 scores on a side)." in said


def test_headers_are_placed_among_all_profiles_and_the_readers_author_is_marked(corpus: Corpus) -> None:
    profiles = PROFILES.frame(
        {
            "profile_id": name,
            "name": LABELS[name],
            "h_index": h,
            "novelty": None if name == "z" else 50,
            "captured": pd.Timestamp("2026-01-01"),
            "header_captured": pd.Timestamp("2026-01-01"),
            "owner_confidence": "header",
            "owner_reason": "",
        }
        for name, h in (("x", 5), ("y", 9), ("z", 9))
    )
    table = tables.headers(replace(corpus, profiles=profiles), ["x"])
    assert table[["figure", "label", "claimed", "place", "profiles", "chosen"]].astype(
        "object"
    ).to_numpy().tolist() == [
        ["h_index", "Yildiz", 9, 1, 3, False],
        ["h_index", "Zola", 9, 1, 3, False],
        ["h_index", "Xu", 5, 3, 3, True],
        ["novelty", "Xu", 50, 1, 2, True],
        ["novelty", "Yildiz", 50, 1, 2, False],
    ]
    assert words.scores.headers(table).startswith("Xu: h-index 5 (place 3 of 3), Novelty 50 (place 1 of 2)")


def test_a_dot_is_a_paper_and_hover_says_when_the_score_was_seen(scores: pd.DataFrame) -> None:
    figure = charts.scores.every_paper(scores, STYLES)
    assert [trace.name for trace in figure.data] == ["Xu", "Yildiz", "Zola"]
    assert list(figure.data[0].customdata) == ["d", "c", "b", "a"]
    assert figure.data[0].text[0] == "D<br>score 60.0, as shown on 01 Jan 2026<br>paper of 01 Apr 2024"
    assert figure.layout.yaxis.ticktext == ("Xu<br>n = 4", "Yildiz<br>n = 4", "Zola<br>n = 1")
    assert figure.layout.xaxis.title.text == "Score (0–100)"


def test_every_figure_shows_every_score_as_a_point() -> None:
    rows = many({"x": 40, "y": 12, "z": 3})
    curves, table = tables.ridgeline(rows), tables.by_group(rows)
    for figure in (
        charts.scores.by_group(table, rows, curves, STYLES),
        charts.scores.ridgeline(curves, rows, STYLES),
        charts.scores.every_paper(rows.assign(lane=0.0), STYLES),
    ):
        dots = [trace for trace in figure.data if trace.type == "scattergl"]
        assert sum(len(trace.x) for trace in dots) == 55
    drawn = charts.scores.by_group(table, rows, curves, STYLES).data
    assert [trace.type for trace in drawn].count("box") == 1
    assert [trace.fill for trace in drawn if trace.type == "scatter"].count("toself") == 1


def test_names_from_a_dump_are_never_read_as_html_or_as_a_template() -> None:
    rows = many({"x": 4, "y": 4}).replace({"label": {"X": "<b>%{x}</b>"}})
    found = tables.compared(rows)
    for figure in (
        charts.scores.comparison(tables.comparison(found, rows)),
        charts.scores.distribution(tables.distribution(rows), STYLES),
        charts.scores.every_paper(rows.assign(lane=0.0), STYLES),
    ):
        assert "<b>" not in figure.to_json()
        assert not any("&lt;b" in str(trace.hovertemplate) for trace in figure.data)


def test_nothing_is_said_to_be_nothing(groups: pd.DataFrame) -> None:
    empty = build_corpus([])
    rows = tables.every_paper(empty, groups)
    curves, found = tables.ridgeline(rows), tables.compared(rows)
    nothing = "No paper in view has a score."
    assert words.scores.every_paper(rows) == nothing
    assert words.scores.distribution(tables.distribution(rows)) == nothing
    assert words.scores.by_group(tables.by_group(rows)) == nothing
    assert words.scores.ridgeline(curves, rows) == nothing
    covered = tables.coverage(empty.papers, groups)
    assert words.scores.coverage(covered) == "No paper in view belongs to a group."
    assert words.scores.comparison(tables.comparison(found, rows), found).startswith("There are no two groups")
    assert words.scores.headers(tables.headers(empty)) == "No header in this library shows a figure."
    assert words.scores.unscored(tables.unscored(empty.papers, groups), covered) == "Every paper in view has a score."
    dated = tables.against_date(rows)
    assert "both a score and a date" in words.scores.against_date(dated, tables.trend(dated))


def test_the_two_profiles_of_the_samples_have_three_scores_of_twenty_four() -> None:
    corpus = build_corpus(load_sample("profiles"))
    assert words.scores.caution(corpus.papers).startswith("3 of 24 papers show a score")
    assert sorted(corpus.papers["score"].dropna()) == [21.0, 74.1, 96.2]
