"""How a page stacks, colours or compares papers, and whose papers it compares: each made once."""

from lib.grouping import Grouping, group_rows, tell_apart
from lib.tables.groups import choose_rivals, group_papers, keep_shown
from pages.shared.kept import tables
from pages.shared.memory import once
from pages.shared.topical import topics_of
from pages.shared.view import View

_ALL = 1_000_000  # groups that are kept apart: those that are compared are picked from all of them


def group(view: View, by: str, most: int = 7) -> Grouping:
    """The grouping of the papers in view; a group looks the same on every page (but see `group_rows`)."""
    topics = tables.topics.groups(topics_of(view.corpus, view.selection)) if by == "topic" else None
    whole = once(group_papers, view.corpus, by, topics)
    chosen = view.selection.authors if by == "author" else ()
    rows = once(keep_shown, whole, view.unpicked.papers, chosen, most)
    return once(group_rows, rows, view.corpus, by, whole)


def rivals(view: View, chosen: tuple[str, ...]) -> Grouping:
    """The papers in view of the chosen authors, or of one beside those with most papers; no two have one colour."""
    everyone = group(view, "author", _ALL)
    return once(tell_apart, once(choose_rivals, everyone.rows, view.papers, chosen), everyone.styles)
