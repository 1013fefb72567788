"""Dumps made by hand, so that a test says only what it is about."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pandas as pd

from lib.dumps.model import CaptureYear, Dump, Header, Owner, Problem, Record, Span

SHOWN = CaptureYear(None, "Every date shows its year.")


def record(title: str, *authors: str, day: date | None = date(2024, 5, 1), **changes: object) -> Record:
    """A paper of one line a field; `changes` are fields of Record."""
    plain = Record(Span(1, 3), "compact", title, authors, False, "CV", day, True, None, (), "")
    return replace(plain, **changes)  # type: ignore[arg-type]  # fields by name: a wrong one fails at once


def dump(file: str, owner: str | Owner | None, captured: date, records: Iterable[Record], **changes: object) -> Dump:
    """A dump whose id is the hash of its file's name; `changes` are fields of Dump."""
    who = owner if isinstance(owner, Owner) else Owner(owner, "likely" if owner else "unknown", "A reason.")
    dump_id = sha256(file.encode()).hexdigest()
    plain = Dump(dump_id, file, "", captured, "compact", None, who, SHOWN, tuple(records), (), ())
    return replace(plain, **changes)  # type: ignore[arg-type]  # fields by name: a wrong one fails at once


def header(**figures: object) -> Header:
    return replace(Header(Span(1, 3)), **figures)  # type: ignore[arg-type]  # fields by name


def problem(line: int, found: str, expected: str = "a date") -> Problem:
    return Problem(line, found, expected)


def rows(frame: pd.DataFrame) -> list[dict[str, object]]:
    """The frame's rows as plain values: dates as date, missing as None."""
    plain = frame.astype(object).where(frame.notna(), None)
    return [{str(name): _plain(value) for name, value in row.items()} for row in plain.to_dict("records")]


def _plain(value: object) -> object:
    return value.date() if isinstance(value, pd.Timestamp) else value


def column(frame: pd.DataFrame, name: str) -> list[object]:
    return [row[name] for row in rows(frame)]
