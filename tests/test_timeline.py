"""The Timeline's numbers, worked out by hand on five papers of two authors."""

import pandas as pd
import pytest

from lib import charts, theme, words
from lib.charts import hover
from lib.grouping import Grouping
from lib.schema import PAPERS
from lib.tables import timeline
from lib.tables.groups import OTHER

AS_OF = pd.Timestamp("2026-06-30")
DATES = {"a": "2023-12-31", "b": "2024-01-01", "c": "2026-05-01", "d": "2026-06-01", "e": None}
GROUPS = pd.DataFrame(
    {
        "paper_id": ["a", "b", "c", "c", "d", "e"],
        "group": ["x", "x", "x", "y", "y", "y"],
        "label": ["Xu", "Xu", "Xu", "Yildiz", "Yildiz", "Yildiz"],
    },
    dtype="string",
)


@pytest.fixture
def papers() -> pd.DataFrame:
    known = {"has_code": False, "badges": "", "authors_complete": True}
    return PAPERS.frame(
        {
            **known,
            "paper_id": paper,
            "title": paper.upper(),
            "date": date and pd.Timestamp(date),
            "year_inferred": paper == "d",
        }
        for paper, date in DATES.items()
    )


def test_a_paper_of_two_authors_stands_in_both_rows_and_one_without_a_date_in_none(papers: pd.DataFrame) -> None:
    table = timeline.every_paper(papers, GROUPS)
    assert list(zip(table["paper_id"], table["label"], strict=True)) == [
        ("a", "Xu"),
        ("b", "Xu"),
        ("c", "Xu"),
        ("c", "Yildiz"),
        ("d", "Yildiz"),
    ]


def test_a_year_between_two_papers_counts_as_nothing_published(papers: pd.DataFrame) -> None:
    table = timeline.per_period(papers, GROUPS, "year", AS_OF)
    rows = [
        tuple(row) for row in table[["period", "label", "papers", "inferred", "unfinished"]].astype("object").to_numpy()
    ]
    at = {year: pd.Timestamp(f"{year}-01-01") for year in range(2023, 2027)}
    assert rows == [
        (at[2023], "Xu", 1, 0, False),
        (at[2023], "Yildiz", 0, 0, False),
        (at[2024], "Xu", 1, 0, False),
        (at[2024], "Yildiz", 0, 0, False),
        (at[2025], "Xu", 0, 0, False),
        (at[2025], "Yildiz", 0, 0, False),
        (at[2026], "Xu", 1, 0, True),
        (at[2026], "Yildiz", 2, 1, True),
    ]


def test_shares_of_a_period_add_up_to_a_hundred_and_are_missing_where_there_is_nothing(papers: pd.DataFrame) -> None:
    table = timeline.per_period(papers, GROUPS, "year", AS_OF)
    sums = table.groupby(table["period"].dt.year)["share"].sum(min_count=1)
    assert sums.dropna().tolist() == pytest.approx([100, 100, 100])
    assert table.loc[table["period"].dt.year == 2025, "share"].isna().all()
    assert table["share"].iloc[-1] == pytest.approx(200 / 3)


def test_the_course_counts_a_shared_paper_once_and_averages_only_whole_windows_of_finished_years(
    papers: pd.DataFrame,
) -> None:
    table = timeline.course(papers, "year", AS_OF)
    assert table["papers"].tolist() == [1, 1, 0, 2]
    assert table["cumulative"].tolist() == [1, 2, 2, 4]
    assert table["average"].isna().tolist() == [True, False, True, True]
    assert table["average"].iloc[1] == pytest.approx(2 / 3)


def test_quarters_and_months_start_on_their_first_day(papers: pd.DataFrame) -> None:
    quarters = timeline.course(papers, "quarter", AS_OF)
    months = timeline.course(papers, "month", AS_OF)
    assert quarters["period"].iloc[[0, -1]].tolist() == [pd.Timestamp("2023-10-01"), pd.Timestamp("2026-04-01")]
    assert len(months) == 31
    assert months.loc[months["unfinished"], "period"].tolist() == [pd.Timestamp("2026-06-01")]


def test_a_career_starts_with_the_first_paper_and_counts_years_as_birthdays(papers: pd.DataFrame) -> None:
    table = timeline.careers(papers, GROUPS, AS_OF)
    rows = [tuple(row) for row in table.drop(columns="group").astype("object").to_numpy()]
    assert rows == [
        (0, "Xu", 2, 2, False),
        (1, "Xu", 0, 2, False),
        (2, "Xu", 1, 3, True),  # from 31 December 2025 on: not over on 30 June 2026
        (0, "Yildiz", 2, 2, True),
    ]


def test_those_taken_together_have_no_career(papers: pd.DataFrame) -> None:
    folded = pd.concat([GROUPS, pd.DataFrame({"paper_id": ["a", "d"], "group": OTHER, "label": "9 others"})])
    table = timeline.careers(papers, folded.astype("string"), AS_OF)
    pd.testing.assert_frame_equal(table, timeline.careers(papers, GROUPS, AS_OF))
    assert words.timeline.careers(table, Grouping(folded, {}).others).endswith(
        " Without the 9 others, who have no first paper in common."
    )
    assert Grouping(GROUPS, {}).others == ""
    assert "Without" not in words.timeline.careers(table)


def test_the_calendar_marks_the_months_that_are_not_over(papers: pd.DataFrame) -> None:
    table = timeline.calendar(papers, AS_OF)
    assert len(table) == 4 * 12
    found = table[table["papers"] > 0]
    assert list(zip(found["year"], found["month"], found["papers"], strict=True)) == [
        (2023, 12, 1),
        (2024, 1, 1),
        (2026, 5, 1),
        (2026, 6, 1),
    ]
    assert table.loc[table["unfinished"], "month"].tolist() == [6, 7, 8, 9, 10, 11, 12]


def test_each_author_is_counted_up_paper_by_paper(papers: pd.DataFrame) -> None:
    table = timeline.cumulative(papers, GROUPS)
    assert list(zip(table["label"], table["cumulative"], strict=True)) == [
        ("Xu", 1),
        ("Xu", 2),
        ("Xu", 3),
        ("Yildiz", 1),
        ("Yildiz", 2),
    ]


@pytest.mark.parametrize("name", ["every_paper", "per_period", "course", "cumulative", "calendar", "careers"])
def test_a_library_without_dates_gives_empty_tables_with_the_same_columns(name: str, papers: pd.DataFrame) -> None:
    def table(some: pd.DataFrame) -> pd.DataFrame:
        match name:
            case "every_paper" | "cumulative":
                made: pd.DataFrame = getattr(timeline, name)(some, GROUPS)
            case "per_period":
                made = timeline.per_period(some, GROUPS, "year", AS_OF)
            case "course":
                made = timeline.course(some, "year", AS_OF)
            case "calendar":
                made = timeline.calendar(some, AS_OF)
            case _:
                made = timeline.careers(some, GROUPS, AS_OF)
        return made

    empty = table(papers[papers["date"].isna()])
    assert empty.empty
    assert empty.dtypes.to_dict() == table(papers).dtypes.to_dict()


def test_the_sentence_names_the_fullest_year_the_open_one_and_papers_that_count_twice(papers: pd.DataFrame) -> None:
    table = timeline.per_period(papers, GROUPS, "year", AS_OF)
    assert words.timeline.per_period(table, "year", 1) == (
        "The year with the most papers is 2026, with 3. In all: Xu 3, Yildiz 2. "
        "1 paper belongs to several of them and counts in each. "
        "Hatched: 2026 was not over when the pages were captured."
    )


def test_the_sentence_says_how_many_years_are_inferred(papers: pd.DataFrame) -> None:
    assert words.timeline.every_paper(timeline.every_paper(papers, GROUPS)) == (
        "4 papers, the first of 31 December 2023 and the latest of 1 June 2026. "
        "1 of them (open marks) has its year inferred from the day of capture."
    )


def test_the_pace_leaves_the_year_that_is_not_over_out_of_its_mean(papers: pd.DataFrame) -> None:
    assert words.timeline.course(timeline.course(papers, "year", AS_OF), "year", 3).startswith(
        "0.7 papers a year over 3"
    )


def test_an_inferred_year_is_an_open_mark_and_a_hostile_title_stays_text(papers: pd.DataFrame) -> None:
    papers.loc[papers["paper_id"] == "d", "title"] = "<a href='javascript:alert(1)'>X</a>"
    table = timeline.every_paper(papers, GROUPS)
    figure = charts.timeline.every_paper(table, theme.styles(["x", "y"]))
    traces = {trace.name: trace for trace in figure.data}
    assert {name: trace.customdata.tolist() for name, trace in traces.items()} == {
        "Xu": ["a", "b", "c"],
        "Yildiz": ["c"],
        "Yildiz (year inferred)": ["d"],
    }
    assert [trace.marker.symbol.endswith("-open") for trace in figure.data] == [False, False, True]
    assert traces["Yildiz (year inferred)"].text[0].startswith("&lt;a href")


def test_only_the_period_that_is_not_over_is_hatched(papers: pd.DataFrame) -> None:
    table = timeline.per_period(papers, GROUPS, "year", AS_OF)
    bars = charts.timeline.per_period(table, theme.styles(["x", "y"])).data
    assert [list(bar.marker.pattern.shape) for bar in bars] == [["", "", "", "/"]] * 2
    assert [list(bar.y) for bar in bars] == [[1, 1, 0, 1], [0, 0, 0, 2]]


def test_a_hundred_thousand_papers_are_drawn_as_no_more_points_than_a_browser_takes(papers: pd.DataFrame) -> None:
    many = papers.iloc[[0] * 100_000].reset_index(drop=True)
    many["paper_id"] = many.index.astype("string")
    groups = pd.DataFrame({"paper_id": many["paper_id"], "group": "x", "label": "Xu"}, dtype="string")
    figure = charts.timeline.every_paper(timeline.every_paper(many, groups), theme.styles(["x"]))
    assert 10_000 < sum(len(trace.x) for trace in figure.data) <= charts.lanes.MOST


def test_dots_that_would_hide_each_other_are_small_pale_and_without_an_outline(papers: pd.DataFrame) -> None:
    many = papers.iloc[[0] * charts.lanes.CROWD + [1, 1]].reset_index(drop=True)
    many["paper_id"] = many.index.astype("string")
    group = ["x"] * (charts.lanes.CROWD + 1) + ["y"]
    groups = pd.DataFrame({"paper_id": many["paper_id"], "group": group, "label": group}, dtype="string")
    drawn = charts.timeline.every_paper(timeline.every_paper(many, groups), theme.styles(["x", "y"]))
    look = {trace.name: (trace.marker.size, trace.marker.opacity, trace.marker.line.width) for trace in drawn.data}
    assert look == {"x": (5, 0.5, 0), "y": (9, 0.9, 0.75)}


@pytest.mark.parametrize("many", [1, charts.lanes.CROWD + 1])
def test_a_hollow_dot_has_an_outline_wherever_it_is(many: int) -> None:
    marker = charts.lanes.mark(theme.style(0), many, 12, hollow=True)
    assert str(marker["symbol"]).endswith("-open")
    assert marker["line"] == {"width": 1}


def test_dots_of_all_lanes_are_smaller_where_those_of_one_are_close() -> None:
    rows = pd.DataFrame({"group": ["x"] * charts.lanes.CLOSE + ["y"]})
    assert charts.lanes.fit(rows) == 12
    assert charts.lanes.fit(pd.concat([rows, rows.head(1)])) == 9
    assert charts.lanes.fit(rows.head(0)) == 12


def test_of_many_papers_on_one_day_the_staircase_has_one_step(papers: pd.DataFrame) -> None:
    many = papers.iloc[[0, 1, 2] * 1_000].reset_index(drop=True)
    many["paper_id"] = many.index.astype("string")
    groups = pd.DataFrame({"paper_id": many["paper_id"], "group": "x", "label": "Xu"}, dtype="string")
    (line,) = charts.timeline.cumulative(timeline.cumulative(many, groups), theme.styles(["x"])).data
    assert list(line.y) == [1_000, 2_000, 3_000]
    assert [f"{day:%Y-%m-%d}" for day in pd.to_datetime(line.x)] == ["2023-12-31", "2024-01-01", "2026-05-01"]


def test_a_long_title_is_folded_at_spaces_and_loses_nothing() -> None:
    title = "Every word of a title that is far too long for a single line of a label stays where it was, " + "x" * 130
    folded = hover.plain(title).split("<br>")
    assert max(map(len, folded)) <= 60
    assert "".join(folded).replace(" ", "") == title.replace(" ", "")
