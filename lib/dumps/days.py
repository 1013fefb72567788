"""The year of dates that show none, and what cannot be a day at all.

The page leaves a year out where it is the year of the capture (an assumption; see the reason that each inference
carries). That year is later than every year shown, and no date lies after the day of capture.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lib.dumps.badge import MONTHS, Badge
from lib.dumps.model import CaptureYear, Problem

EARLIEST = 1900


@dataclass(frozen=True, slots=True)
class Dated:
    """A badge and the number of its line, counted from 1."""

    line: int
    badge: Badge


@dataclass(frozen=True, slots=True)
class Days:
    """The day of each badge (None where there is none), the year that was inferred, and what contradicts what."""

    days: tuple[date | None, ...]
    year: CaptureYear
    problems: tuple[Problem, ...]


def read_days(dated: Sequence[Dated], captured: date) -> Days:
    """The day of each badge; `captured` is the day on which the page was copied."""
    year = infer_year([each.badge for each in dated], captured)
    problems: list[Problem] = []
    days = tuple(_read_day(each, year.year, captured, problems) for each in dated)
    return Days(days, year, tuple(problems))


def infer_year(badges: Iterable[Badge], captured: date) -> CaptureYear:
    """The latest year that fits the dates without one."""
    shown, bare = set(), set()
    for badge in badges:
        if badge.year is not None:
            shown.add(badge.year)
        elif badge.day is not None and _make_day(2000, badge.month, badge.day):
            bare.add((badge.month, badge.day))
    if not bare:
        return CaptureYear(None, "Every date shows its year.")
    newest = max((year for year in shown if year <= captured.year), default=None)
    first = EARLIEST if newest is None else newest + 1
    fitting = [
        year for year in range(captured.year, max(first, captured.year - 9) - 1, -1) if _fits(year, bare, captured)
    ]
    if fitting:
        return CaptureYear(fitting[0], _explain(fitting, newest, captured))
    return CaptureYear(
        captured.year,
        f"The dates without a year contradict the others: none may lie after the day of capture, {captured}, and "
        f"their year must follow {newest or 'every year shown'}. {captured.year} is the year of that day; check it.",
    )


def _fits(year: int, bare: Iterable[tuple[int, int]], captured: date) -> bool:
    days = [_make_day(year, month, day) for month, day in bare]
    return all(day is not None and day <= captured for day in days)


def _explain(fitting: Sequence[int], newest: int | None, captured: date) -> str:
    """The rule, what it leaves, and which of these is taken."""
    after = f"later than every year shown (the last is {newest})" if newest else "no year is shown to compare with"
    left = "only this year fits"
    if len(fitting) > 1:
        left = f"{', '.join(map(str, sorted(fitting)[:-1]))} would fit as well, the latest is taken"
    return f"{fitting[0]}: {after}, and no date lies after the day of capture, {captured}; {left}."


def _read_day(each: Dated, year: int | None, captured: date, problems: list[Problem]) -> date | None:
    badge = each.badge
    if badge.day is None:
        return None
    shown = f"{MONTHS[badge.month - 1]} {badge.day}" + (f", {badge.year}" if badge.year is not None else "")
    day = _make_day(badge.year if badge.year is not None else year or captured.year, badge.month, badge.day)
    if day is None or day.year < EARLIEST:
        problems.append(Problem(each.line, shown, "a day that the calendar has; the date is left open"))
        return None
    if day <= captured:
        return day
    if badge.year is None:
        expected = f"a day that fits a year; {day} lies after the day of capture, {captured}; the date is left open"
        problems.append(Problem(each.line, shown, expected))
        return None
    problems.append(Problem(each.line, shown, f"no day after the day of capture, {captured}"))
    return day


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
