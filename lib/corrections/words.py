"""A correction as a sentence part: what the log shows, and what the second of two people is told of the first."""

from lib.corpus.decisions import Decision
from lib.corrections.changes import (
    Accepted,
    Category,
    Change,
    Dated,
    Dropped,
    Heading,
    Recaptured,
    RecordChange,
    Removed,
)


def describe(change: Change) -> str:
    """What the change says, without who and when: "category IR"."""
    match change:
        case Decision():
            return _decided(change)
        case Recaptured(day):
            return f"captured on {day.isoformat()}"
        case Removed():
            return "dump removed"
        case _:
            return _of_record(change)


def _of_record(change: RecordChange) -> str:
    match change:
        case Heading(title, authors, more):
            return f"title “{title}” by {', '.join(authors)}{' et al.' if more else ''}"
        case Category(category):
            return f"category {category}"
        case Dated(day):
            return f"date {day.isoformat()}" if day else "date unknown"
        case Accepted():
            return "accepted as it was read"
        case Dropped():
            return "dropped: not a paper"


def _decided(decision: Decision) -> str:
    if decision.about == "owner":
        return f"page of {decision.other}" if decision.other else "author unknown"
    if decision.about == "problem":
        return f"problem {decision.verdict}: {decision.other}"
    return f"{decision.about} {decision.one} and {decision.other}: {decision.verdict}"
