"""Saved dashboards in sentences: what they hold, what changed since, who did what, and who said what."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from lib.corrections import Correction
from lib.corrections.words import describe
from lib.store import Comment, Dashboard, Difference, Event, SavedView
from lib.words.phrases import count, joined

_FEW = 3  # things that are named one by one
_ENTRY = "changed who may enter"  # whom, the owners see on Members
_DEEDS = {
    "commented": "commented on {}",
    "comment edited": "changed a comment on {}",
    "comment resolved": "resolved a comment on {}",
    "comment reopened": "reopened a comment on {}",
    "comment removed": "removed a comment",
    "corrected": "made a correction: {}",
    "correction undone": "undid a correction",
    "dashboard saved": "saved the dashboard {}",
    "dashboard edited": "edited the dashboard {}",
    "dashboard retired": "retired the dashboard {}",
    "dashboard brought back": "brought back the dashboard {}",
    "file added": "added the file {}",
    "file erased": "erased the file {}",
    "library renamed": "renamed the library",
    "link made": "made a link to {}",
    "link revoked": "revoked a link",
    "member removed": _ENTRY,
}


def moment(at: datetime) -> str:
    """A moment as the whole application writes it: "2026-11-24 14:03 UTC"."""
    return f"{at:%Y-%m-%d %H:%M} UTC"


def facts(dashboard: Dashboard) -> str:
    """What a dashboard holds, and who saved it when."""
    views = sum(isinstance(block, SavedView) for block in dashboard.blocks)
    begun = "" if dashboard.version == 1 else f", begun by {dashboard.created_by}"
    return (
        f"{count(views, 'view')} · version {dashboard.version}, saved by {dashboard.saved_by} on "
        f"{moment(dashboard.saved_at)}{begun}"
    )


def state(waiting: int, *, same: bool) -> str:
    """What has happened to a dashboard since it was saved, after its facts: open comments, a changed library."""
    said = [count(waiting, "open comment")] if waiting else []
    return "".join(f" · {each}" for each in [*said, *([] if same else ["the library has changed since"])])


def retired(dashboard: Dashboard) -> str:
    """Who took the dashboard out of the list, and when; "" where it is in the list."""
    if dashboard.retired_at is None:
        return ""
    return f"Retired by {dashboard.retired_by} on {moment(dashboard.retired_at)}. The link still opens it."


def listing(number: int, search: str, shelf: str) -> str:
    """How many dashboards are listed."""
    kind = "retired dashboard" if shelf == "retired" else "dashboard"
    if number:
        return f"{count(number, kind)}{f' with “{search}”' if search else ''}, the latest saved first."
    if search:
        return f"No {kind} has all of these words in its title, note, text or author: “{search}”."
    return "No dashboard was retired." if shelf == "retired" else "Nobody has saved a dashboard here yet."


def changed(found: Difference, dashboard: Dashboard) -> tuple[str, ...]:
    """What changed in the library since the dashboard was saved, a sentence for each kind of change."""
    files = [(each.file for each in holdings) for holdings in (found.came, found.went)]
    said = (
        _named("came in", "file", tuple(files[0])),
        _named("went", "file", tuple(files[1])),
        _named("made", "correction", tuple(map(_correction, found.corrected))),
        _named("undone", "correction", tuple(map(_correction, found.undone))),
        "Something was erased for good, so that it cannot be shown quite as it was." if found.erased else "",
    )
    return (f"The library has changed since {moment(dashboard.saved_at)}.", *(each for each in said if each))


def _named(verb: str, noun: str, names: Sequence[str]) -> str:
    """Up to three things by name: "2 files came in: a.txt and b.txt."; "" for none."""
    if not names:
        return ""
    more = [] if len(names) <= _FEW else [f"{len(names) - _FEW} more"]
    were = "" if noun == "file" else "was " if len(names) == 1 else "were "
    return f"{count(len(names), noun)} {were}{verb}: {joined([*names[:_FEW], *more])}."


def _correction(entry: Correction) -> str:
    return f"{describe(entry.change)} ({entry.by})"


def past(at: datetime | None, change: int, *, same: bool) -> str:
    """That a reader looks at the library as it was, and whether anything is different now."""
    when = f"on {moment(at)}" if at else f"after its change {change}"
    now = "Nothing in it has changed since." if same else "It has changed since."
    return f"You look at the library as it was {when}. {now}"


def news(events: Iterable[Event]) -> str:
    """Who did what, the latest first: "Grace commented on “Our group” and 2 more changes."; "" for nothing."""
    deeds = list(dict.fromkeys(_deed(event) for event in events))
    if not deeds:
        return ""
    more = len(deeds) - _FEW
    return "; ".join(deeds[:_FEW]) + (f"; and {count(more, 'more change')}." if more > 0 else ".")


def _deed(event: Event) -> str:
    words = _ENTRY if event.what.startswith("made ") else _DEEDS.get(event.what, f"did this: {event.what}")
    return f"{event.by} {words.format(f'“{event.about}”')}"


def signed(comment: Comment) -> str:
    """Who said it and when, and what became of it."""
    return " · ".join(_marks(comment))


def _marks(comment: Comment) -> Iterator[str]:
    yield f"{comment.by}, {moment(comment.at)}"
    if comment.edited_at:
        yield f"edited {moment(comment.edited_at)}"
    if comment.resolved_at:
        yield f"resolved by {comment.resolved_by}, {moment(comment.resolved_at)}"


def beginning(note: str, most: int = 160) -> str:
    """The beginning of a note in one line, cut between words."""
    line = " ".join(note.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"
