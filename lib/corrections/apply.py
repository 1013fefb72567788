"""Makes a reader's corrections on a dump that was just read: the text stays, what was read from it changes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from lib.corpus.decisions import Decision
from lib.corrections.changes import (
    Accepted,
    Category,
    Correction,
    Dated,
    Dropped,
    Heading,
    Recaptured,
    RecordChange,
    kind_of,
)
from lib.corrections.targets import Target, record_targets
from lib.dumps.model import Dump, Owner, Problem, Record


def capture_day(given: date, corrections: Iterable[Correction]) -> date:
    """The day to read a dump with: the latest correction of it, or the one given when it came in."""
    for correction in corrections:
        if correction.undone_by is None and isinstance(correction.change, Recaptured):
            given = correction.change.day
    return given


def apply_corrections(dump: Dump, corrections: Iterable[Correction]) -> Dump:
    """The dump with all corrections of its owner and records that still count, in their order.

    The capture day is not among them: the dump must be read with it (`capture_day`). A correction whose record is no
    longer found becomes a problem, so that it is not lost in silence.
    """
    places = record_targets(dump)
    records = dict(enumerate(places.values()))
    problems: list[Problem] = []
    for correction in corrections:
        change = correction.change
        if correction.undone_by is not None:
            continue
        if isinstance(change, Decision) and change.about == "owner":
            dump = replace(dump, owner=_owner(change, correction))
        if not isinstance(change, RecordChange):
            continue
        index = _find(places, correction)
        if index is None:
            problems.append(_lost(correction))
        elif index in records and isinstance(change, Dropped):
            problems.append(_dropped(records.pop(index), correction))
        elif index in records:  # a record that was dropped before has nothing left to correct
            records[index] = _corrected(records[index], change)
    return _rebuilt(dump, records, problems)


def _find(places: Mapping[Target, Record], correction: Correction) -> int | None:
    keys = [place.key for place in places]
    if correction.target in keys:
        return keys.index(correction.target)
    for index, record in enumerate(places.values()):
        if correction.line is not None and record.lines.first <= correction.line <= record.lines.last:
            return index
    return None


def _corrected(record: Record, change: RecordChange) -> Record:
    match change:
        case Heading(title, authors, more):
            return replace(record, title=title, authors=authors, more_authors=more, doubtful=False)
        case Category(category):
            return replace(record, category=category)
        case Dated(day):
            return replace(record, date=day, year_shown=True)
        case Accepted():
            return replace(record, doubtful=False)
        case Dropped():
            raise AssertionError("a dropped record is not corrected but taken out")


def _owner(decision: Decision, correction: Correction) -> Owner:
    return Owner(decision.other or None, "reader" if decision.other else "unknown", f"Said by {_signed(correction)}.")


def _dropped(record: Record, correction: Correction) -> Problem:
    return Problem(record.lines.first, record.title, f"dropped by {_signed(correction)}", "note")


def _lost(correction: Correction) -> Problem:
    lost = f"a correction ({kind_of(correction.change)}) by {_signed(correction)}"
    return Problem(correction.line or 1, lost, "the record it was made for; make it again, or undo it")


def _signed(correction: Correction) -> str:
    why = f": {correction.why}" if correction.why else ""
    return f"{correction.by} on {correction.at.date().isoformat()}{why}"


def _rebuilt(dump: Dump, records: dict[int, Record], problems: list[Problem]) -> Dump:
    kept = tuple(records[index] for index in sorted(records))
    spans = {record.lines for record in kept}
    freed = [record.lines for record in dump.records if record.lines not in spans]
    chrome = tuple(sorted((*dump.chrome, *freed), key=lambda span: span.first))
    told = tuple(sorted((*dump.problems, *problems), key=lambda problem: problem.line))
    return replace(dump, records=kept, problems=told, chrome=chrome)
