"""Small parts of sentences that every page speaks in: counts, days and lists."""

from collections.abc import Iterable

import pandas as pd


def count(number: int, what: str = "paper") -> str:
    """A number with its noun: "1 paper", "1,200 papers"."""
    return f"{number} {what}" if number == 1 else f"{number:,} {what}s"


def name_day(day: pd.Timestamp) -> str:
    """A day as a reader says it: "9 June 2022"."""
    return f"{day.day} {day:%B %Y}"


def listed(counts: pd.Series, most: int = 5) -> str:
    """Names with their numbers, "Xu 7, Li 3 and 2 more"; the index holds the names, some with commas of their own."""
    names = [quoted(label) if "," in str(label) else label for label in counts.index[:most]]
    named = [f"{name} {number:,}" for name, number in zip(names, counts, strict=False)]
    rest = len(counts) - most
    return ", ".join(named) + (f" and {rest} more" if rest > 0 else "")


def joined(names: Iterable[str]) -> str:
    """Names in a row: "Xu, Li and Ruiz"."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def quoted(label: object) -> str:
    """A topic's label, which has commas of its own: "“graphs, speech”"."""
    return f"“{label}”"
