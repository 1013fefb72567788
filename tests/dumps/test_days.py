"""The year of dates that show none: what fits, which is taken, why; and what cannot be a day."""

from datetime import date

import pytest

from tests.dumps.made import parse, problems, with_badge


def dated(*badges: str) -> str:
    return "\n\n".join(with_badge(badge) for badge in badges)


@pytest.mark.parametrize(
    ("badges", "captured", "year", "reason"),
    [
        (("IRMar 18", "IRAug 13, 2025"), date(2026, 6, 30), 2026, "only this year fits"),
        (("IRMay 28", "IRJan 1", "IROct 17, 2024"), date(2026, 6, 30), 2026, "2025 would fit as well"),
        (("IRDec 1", "IROct 17, 2024"), date(2026, 6, 30), 2025, "only this year fits"),
        (("IRJun 30", "IROct 17, 2025"), date(2026, 6, 30), 2026, "only this year fits"),
        (("IRJul 1", "IROct 17, 2023"), date(2026, 6, 30), 2025, "2024 would fit as well"),
        (("IRFeb 29", "IROct 17, 2021"), date(2026, 6, 30), 2024, "only this year fits"),
        (("IRFeb 29",), date(2024, 2, 28), 2020, "no year is shown"),
    ],
)
def test_the_capture_year_is_the_latest_that_fits(
    badges: tuple[str, ...], captured: date, year: int, reason: str
) -> None:
    dump = parse(dated(*badges), captured)
    assert dump.year.year == year
    assert reason in dump.year.reason
    assert str(captured) in dump.year.reason
    assert next(record.date and record.date.year for record in dump.records if not record.year_shown) == year
    assert dump.problems == ()


def test_a_page_that_shows_every_year_needs_none() -> None:
    dump = parse(dated("IRAug 13, 2025", "IRAug 13, 2010"))
    assert dump.year.year is None
    assert [record.date for record in dump.records] == [date(2025, 8, 13), date(2010, 8, 13)]


def test_the_day_of_capture_is_given_and_never_read_off_the_clock() -> None:
    dates = [parse(dated("IRMar 18"), date(year, 6, 30)).records[0].date for year in (2024, 2025, 2040)]
    assert dates == [date(2024, 3, 18), date(2025, 3, 18), date(2040, 3, 18)]


@pytest.mark.parametrize("badge", ["IRFeb 30", "IRFeb 30, 2024", "IRFeb 29, 2023", "IRJun 0", "IRJun 31, 2020"])
def test_a_day_that_no_calendar_has_is_left_open_and_reported(badge: str) -> None:
    dump = parse(dated(badge, "CVMay 1, 2020"))
    assert dump.records[0].date is None
    assert problems(dump) == [(1, badge.removeprefix("IR"))]
    assert dump.problems[0].expected


def test_a_date_after_the_day_of_capture_is_kept_and_reported() -> None:
    dump = parse(dated("IRJul 1, 2026"))
    assert dump.records[0].date == date(2026, 7, 1)
    assert problems(dump) == [(1, "Jul 1, 2026")]


def test_a_date_without_a_year_that_fits_nowhere_is_left_open_and_reported() -> None:
    dump = parse(dated("IRDec 1", "IRMar 1", "IROct 17, 2025"))
    assert [record.date for record in dump.records] == [None, date(2026, 3, 1), date(2025, 10, 17)]
    assert problems(dump) == [(1, "Dec 1")]
    assert "contradict" in dump.year.reason
