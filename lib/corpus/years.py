"""The year of dates that show none, fixed by the same paper with its year in another dump.

A page omits the year of a date if it is the year of the capture, so that one paper fixes all such dates of its dump.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lib.corpus.entries import Entry
from lib.dumps.model import CaptureYear, Dump


@dataclass(frozen=True)
class Witness:
    """A paper that shows its year: `year` is what the year-less dates of the other dump belong to."""

    year: int
    entry: Entry


def fix_years(entries: Sequence[Entry], leaders: Sequence[int]) -> dict[str, CaptureYear]:
    """The capture year of each dump (dump_id) that other dumps settle; where they disagree it stays as read."""
    shown: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry, leader in zip(entries, leaders, strict=True):
        if entry.record.date and entry.record.year_shown:
            shown[leader].append(entry)
    found: defaultdict[str, list[Witness]] = defaultdict(list)
    dumps: dict[str, Dump] = {}
    for entry, leader in zip(entries, leaders, strict=True):
        if entry.record.date and not entry.record.year_shown:
            dumps[entry.dump.id] = entry.dump
            found[entry.dump.id] += _witnesses(entry, shown[leader])
    settled = {dump_id: _settle(dumps[dump_id], witnesses) for dump_id, witnesses in found.items()}
    return {dump_id: year for dump_id, year in settled.items() if year}


def date_of(entry: Entry, years: Mapping[str, CaptureYear]) -> date | None:
    """The entry's date, in the year that other dumps settled if it shows none."""
    day = entry.record.date
    if day is None or entry.record.year_shown or entry.dump.id not in years:
        return day
    return in_year(day, years[entry.dump.id].year or day.year) or day


def in_year(day: date, year: int) -> date | None:
    """The same day of another year; None for 29 February of a year without one."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def same_day(day: date, explicit: date) -> int | None:
    """The year in which `day` is within a day of `explicit`, or None."""
    for year in (explicit.year, explicit.year - 1, explicit.year + 1):
        moved = in_year(day, year) if 1 <= year <= 9999 else None
        if moved and abs((moved - explicit).days) <= 1:
            return year
    return None


def _witnesses(entry: Entry, shown: Sequence[Entry]) -> list[Witness]:
    """What the dated twins of a year-less entry say about its year."""
    found = []
    for twin in shown:
        year = same_day(entry.record.date, twin.record.date) if entry.record.date and twin.record.date else None
        if year:
            found.append(Witness(year, twin))
    return found


def _settle(dump: Dump, witnesses: Sequence[Witness]) -> CaptureYear | None:
    years = {witness.year for witness in witnesses}
    if len(years) != 1:
        return None
    twin = witnesses[0].entry
    days = [record.date for record in dump.records if record.date and not record.year_shown]
    moved = [in_year(day, witnesses[0].year) for day in days]
    if any(day is None or day > dump.captured for day in moved):
        return None
    reason = f"“{twin.record.title}” is dated {twin.record.date} in {twin.dump.file}."
    return CaptureYear(witnesses[0].year, reason)
