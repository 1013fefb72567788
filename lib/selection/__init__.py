"""What is on screen: a Selection that comes from a link and goes back into it, says itself in English, and filters.

The address bar is the state: two equal selections have the same link, and a link says everything that a reader sees.
"""

from lib.selection.filter import apply
from lib.selection.missing import missing
from lib.selection.model import ANY, Between, Pick, PickKind, Selection
from lib.selection.query import from_query, read_query
from lib.selection.resolve import resolve
from lib.selection.wording import describe

__all__ = [
    "ANY",
    "Between",
    "Pick",
    "PickKind",
    "Selection",
    "apply",
    "describe",
    "from_query",
    "missing",
    "read_query",
    "resolve",
]
