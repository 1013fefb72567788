"""What a page lets its reader choose beyond the filters: each option with its values, its default and its words.

A page that needs another one adds a line here, and the option is in the link, checked, and typed:
`selection.get(PER)` is "year", "quarter" or "month".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from lib.errors import SelectionError

T = TypeVar("T")


@dataclass(frozen=True)
class Option(Generic[T]):
    """One choice: `name` stands in the link, `label` on screen; `read` raises ValueError for text that is no value."""

    name: str
    label: str
    default: T
    expected: str  # completes "expected …"
    read: Callable[[str], T]
    write: Callable[[T], str] = str
    allowed: tuple[str, ...] = ()  # of a choice, in the order of the widget
    bounds: tuple[int, int] = (0, 0)  # of a number, both included

    def spell(self, text: str) -> str:
        """The text as a link has it, "" for the default; SelectionError when it is no value of this option."""
        try:
            value = self.default if text == self.write(self.default) else self.read(text)
        except ValueError:
            raise SelectionError(f"{self.name}={text!r} cannot be selected: expected {self.expected}.") from None
        return "" if value == self.default else self.write(value)


def escape(values: Sequence[str]) -> str:
    """The values in one text, separated by commas."""
    return ",".join(value.replace("%", "%25").replace(",", "%2C") for value in values)


def unescape(text: str) -> tuple[str, ...]:
    """The values that `escape` put together, without blank and repeated ones."""
    values = (value.replace("%2C", ",").replace("%25", "%") for value in text.split(","))
    return tuple(dict.fromkeys(value for value in values if value.strip()))


def choice(name: str, label: str, *allowed: str) -> Option[str]:
    """One of a few words; the first is the default."""

    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(text)
        return text

    return Option(name, label, allowed[0], ", ".join(allowed[:-1]) + " or " + allowed[-1], read, allowed=allowed)


def number(name: str, label: str, bounds: tuple[int, int], default: int) -> Option[int]:
    """A whole number between two bounds, both included."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and bounds[0] <= int(text) <= bounds[1]):
            raise ValueError(text)
        return int(text)

    return Option(name, label, default, f"a whole number from {bounds[0]} to {bounds[1]}", read, bounds=bounds)


def several(name: str, label: str, at_most: int) -> Option[tuple[str, ...]]:
    """Up to `at_most` ids in the reader's order."""

    def read(text: str) -> tuple[str, ...]:
        values = unescape(text)
        if not values or len(values) > at_most:
            raise ValueError(text)
        return values

    return Option(name, label, (), f"one to {at_most} ids, separated by commas", read, escape)


def word(name: str, label: str) -> Option[str]:
    """Any text, such as a person's name."""
    return Option(name, label, "", "a text", lambda text: text.strip())


BY = choice("by", "Stack by", "author", "category", "topic", "none")
GROUP = choice("group", "Group by", "author", "category", "topic", "year")
PER = choice("per", "Per", "year", "quarter", "month")
MEASURE = choice("measure", "Show", "count", "share")
WINDOW = choice("window", "Moving average of", "3", "5", "7")
TOPICS_FROM = choice("topics_from", "Topics of", "library", "selection")
K = number("k", "Topics", (0, 60), 0)  # 0: as suggested
NAMES = several("names", "Names of topics", 60)  # each as "3=Hand pose"
SEED = number("seed", "Seed", (0, 2**31 - 1), 0)
SHAPE = choice("shape", "Draw scores as", "auto", "points", "ecdf", "histogram", "box", "violin", "ridgeline")
SORT = choice("sort", "Sort by", "relevance", "newest", "oldest", "score", "title")
LAYOUT = choice("layout", "Show as", "list", "table")
LEAF = number("leaf", "Leaf", (1, 100_000), 1)  # of a list that is cut into leaves
COMPARE = several("compare", "Authors to compare", 8)
MIN_JOINT = number("min_joint", "Least papers together", (1, 1000), 1)
FOCUS = word("focus", "Person in the middle")
TO = word("to", "Shortest path to")
PART = choice("part", "Show", "dumps", "captures", "same", "log", "libraries")
DUMP = word("dump", "Dump to review")
PROFILE = word("profile", "Profile")
SINCE = word("since", "From the capture of")
UNTIL = word("until", "To the capture of")
DASHBOARD = word("dashboard", "Dashboard")
VERSION = number("version", "Version", (0, 100_000), 0)  # of the dashboard; 0: the newest
SHELF = choice("shelf", "Show", "current", "retired")
FIND = word("find", "Find a dashboard")
AT = number("at", "As it was after change", (0, 2**31 - 1), 0)  # of the library; 0: as it is now

OPTIONS: tuple[Option[str] | Option[int] | Option[tuple[str, ...]], ...] = (
    BY,
    GROUP,
    PER,
    MEASURE,
    WINDOW,
    TOPICS_FROM,
    K,
    SEED,
    NAMES,
    SHAPE,
    SORT,
    LAYOUT,
    LEAF,
    COMPARE,
    MIN_JOINT,
    FOCUS,
    TO,
    PART,
    DUMP,
    PROFILE,
    SINCE,
    UNTIL,
    DASHBOARD,
    VERSION,
    SHELF,
    FIND,
    AT,
)
BY_NAME = {option.name: option for option in OPTIONS}
