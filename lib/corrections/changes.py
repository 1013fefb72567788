"""What a reader can correct: one small type for each kind, and the JSON that a store keeps of it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from lib.corpus.decisions import Decision, read_decision
from lib.errors import InputError


@dataclass(frozen=True)
class Heading:
    """Title and visible authors of a record: one of its ranked splits, or typed."""

    title: str
    authors: tuple[str, ...]
    more_authors: bool


@dataclass(frozen=True)
class Category:
    """The category of a record."""

    category: str


@dataclass(frozen=True)
class Dated:
    """The day of a record; None where it is unknown."""

    day: date | None


@dataclass(frozen=True)
class Accepted:
    """A doubtful record is right as it was read."""


@dataclass(frozen=True)
class Dropped:
    """A record is not a paper; its lines stay in the dump as page chrome."""


@dataclass(frozen=True)
class Recaptured:
    """The day on which the whole dump was copied; years that the page does not show follow from it."""

    day: date


@dataclass(frozen=True)
class Removed:
    """The whole dump is put away: its text is kept, but it is no part of the library."""


RecordChange = Heading | Category | Dated | Accepted | Dropped
DumpChange = Recaptured | Removed
Change = RecordChange | DumpChange | Decision


@dataclass(frozen=True)
class Correction:
    """One entry of a library's log.

    `number` orders the entries, `target` says what of the dump is meant (see lib/corrections/targets.py), `line` where
    that began. `undone_by` is the number of the entry that took this one back, None while it counts.
    """

    number: int
    change: Change
    dump_id: str | None
    target: str
    line: int | None
    by: str
    at: datetime
    why: str = ""
    undone_by: int | None = None


def kind_of(change: Change) -> str:
    """What the log calls this kind of change."""
    return type(change).__name__.lower()


def to_json(change: Change) -> str:
    """The change's values, the same text on every machine."""
    return json.dumps(_values(change), ensure_ascii=False, sort_keys=True)


def from_json(kind: str, text: str) -> Change:
    """The change that `kind_of` and `to_json` wrote down; InputError when it is none."""
    try:
        return _READERS[kind](json.loads(text))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InputError(
            f"This is no correction: {kind!r} {text[:200]!r}. Expected one of {', '.join(_READERS)}, as it was written."
        ) from None


def _values(change: Change) -> dict[str, object]:
    match change:
        case Heading(title, authors, more):
            return {"title": title, "authors": list(authors), "more_authors": more}
        case Category(category):
            return {"category": category}
        case Dated(day):
            return {"day": day and day.isoformat()}
        case Recaptured(day):
            return {"day": day.isoformat()}
        case Decision():
            return dict(change.as_record())
        case Accepted() | Dropped() | Removed():
            return {}


def _heading(values: Mapping[str, object]) -> Heading:
    authors, more = values["authors"], values["more_authors"]
    if not isinstance(authors, list) or not isinstance(more, bool):
        raise TypeError(values)
    return Heading(_text(values["title"]), tuple(map(_text, authors)), more)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))


_READERS: dict[str, Callable[[Mapping[str, object]], Change]] = {
    "heading": _heading,
    "category": lambda values: Category(_text(values["category"])),
    "dated": lambda values: Dated(None if values["day"] is None else _day(values["day"])),
    "accepted": lambda _: Accepted(),
    "dropped": lambda _: Dropped(),
    "recaptured": lambda values: Recaptured(_day(values["day"])),
    "removed": lambda _: Removed(),
    "decision": read_decision,
}
