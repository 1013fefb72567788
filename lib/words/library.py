"""What the Library page lists, in sentences."""

from collections.abc import Iterable

import pandas as pd

from lib.corpus.decisions import Decision
from lib.corrections import Correction
from lib.corrections.words import describe
from lib.store import Library
from lib.words.phrases import count, joined


def libraries(table: pd.DataFrame, barred: str = "") -> str:
    """How many libraries there are, and what they hold; `barred` says who makes them where the reader may not."""
    if table.empty and barred:
        return f"Nobody has let you into a library yet. {barred}"
    if table.empty:
        return "You have no library of your own yet. Create one here, or copy a sample."
    held = f"{count(int(table['files'].sum()), 'file')}, {bytes_of(int(table['size'].sum()))}"
    return f"{len(table)} {_libraries(len(table))} with {held}. The sample libraries are beside them in the chooser."


def makers(names: Iterable[str]) -> str:
    """Who may make libraries on this server, for somebody who may not."""
    who = joined(f"everybody at {name[1:]}" if name.startswith("@") else name for name in names)
    return f"On this server, libraries are made by {who}. Ask them for one of your own, or to be let into theirs."


def _libraries(number: int) -> str:
    return "library" if number == 1 else "libraries"


def bytes_of(size: int) -> str:
    """A number of bytes as a reader says it: "1.5 MB"."""
    for unit, bound in (("bytes", 1_000), ("kB", 1_000_000), ("MB", 1_000_000_000)):
        if size < bound:
            return f"{size:,} bytes" if unit == "bytes" else f"{size / (bound / 1000):,.1f} {unit}"
    return f"{size / 1e9:,.1f} GB"


def facts(library: Library) -> str:
    """Who made a library and when, and what is in it."""
    return (
        f"Made by {library.created_by} on {library.created_at:%Y-%m-%d}; "
        f"{count(library.files, 'file')}, {bytes_of(library.size)}."
    )


def incoming(table: pd.DataFrame) -> str:
    """How many files there are of each status, and what to look at before they are kept."""
    statuses = table.drop_duplicates(["file", "status", "message"])["status"].value_counts()
    said = ", ".join(f"{number} {status}" for status, number in statuses.items())
    doubts, unread = int(table["doubts"].fillna(0).sum()), int(table["unread"].fillna(0).sum())
    papers = count(int(table["papers_read"].fillna(0).sum()))
    look = f" {count(doubts, 'record')} doubtful, {count(unread, 'place')} not read or uncertain: look at them below."
    return f"{count(int(statuses.sum()), 'file')}: {said}. {papers} read.{look if doubts or unread else ''}"


def holdings(table: pd.DataFrame) -> str:
    """How many dumps there are, and how much of them waits for a reader."""
    if table.empty:
        return "No dump is here yet."
    doubts, unread = int(table["doubts"].fillna(0).sum()), int(table["unread"].fillna(0).sum())
    away = int((table["status"] == "put away").sum())
    waits = f"{count(doubts, 'record')} doubtful, {count(unread, 'place')} not read or uncertain" if doubts or unread \
        else "nothing is in doubt"  # fmt: skip
    return f"{count(len(table) - away, 'dump')}; {waits}." + (f" {count(away, 'dump')} put away." if away else "")


def log(table: pd.DataFrame) -> str:
    """How many corrections there are and how many still count."""
    if table.empty:
        return "Nobody has corrected anything yet."
    counting = int((table["counts"] == "counts").sum())
    return (
        f"{count(len(table), 'correction')}, {counting} of them in force. Each can be undone, however old it is; what "
        "was undone stays on record."
    )


def pairs(table: pd.DataFrame) -> str:
    """How many pairs wait for a decision and how many were merged."""
    counts = table["state"].value_counts()
    waiting, merged = int(counts.get("suspected", 0)), int(counts.get("merged", 0))
    return (
        f"{count(waiting, 'pair')} may be one, kept apart until a reader decides; {count(merged, 'pair')} taken for "
        "one. The evidence stands with each."
    )


def decided(entry: Correction, names: "pd.Series[str]") -> str:
    """A decision about two papers or authors, by their names where they have one."""
    change = entry.change
    if not isinstance(change, Decision):
        return describe(change)
    one, other = (str(names.get(each, each)) for each in (change.one, change.other))
    said = {"together": "are one", "apart": "are two", "by rule": "as the evidence says"}.get(change.verdict, "")
    both = f"“{one}” and “{other}”" if one != other else f"“{one}” and another of this name"
    return f"{change.about.capitalize()}s {both} {said}"
