"""The dumps that are in the library, those with doubts first; the one that is opened is reviewed."""

from datetime import date

import pandas as pd
import streamlit as st

from lib.corrections import Recaptured, Removed
from lib.dumps import Dump
from lib.selection.options import DUMP
from pages.shared.figure import arrow, download, heads
from pages.shared.kept import tables, words
from pages.shared.library import incoming, review
from pages.shared.library.desk import Desk, desk_in_store, draw_stale, undo
from pages.shared.library.record import undo_line
from pages.shared.memory import once
from pages.shared.notes import attempt
from pages.shared.notice import muted, say
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View


def draw(view: View) -> None:
    """All dumps, or the one that the link names."""
    library = view.library.stored
    kept = open_shared().dumps.all(visitor(), library.id) if library else None
    table = tables.library.holdings(view.corpus, kept)
    names = once(_names, table)
    opened = view.one_of(DUMP, names, "Choose or type") if names else ""
    if library and kept is not None and not opened and view.may("editor"):
        incoming.draw(view, library, kept)
    if opened:
        _open(view, next(str(dump) for dump in table["dump_id"] if dump.startswith(opened)))
    else:
        _list(view, table)


def _names(table: pd.DataFrame) -> dict[str, str]:
    return {str(row["dump_id"])[:16]: _name(row) for _, row in table.iterrows()}


def _name(row: pd.Series) -> str:
    author = row["page"] if pd.notna(row["page"]) else "put away"
    return f"{author}, {row['captured'].date().isoformat()}, {row['file']}"


def _list(view: View, table: pd.DataFrame) -> None:
    st.subheader("Dumps", anchor=False)
    muted(words.library.holdings(table))
    if table.empty:
        return
    key = view.address.name("holdings")

    def write() -> None:
        clicked = view.address.rows(key)
        if clicked:
            view.address.choose(lambda now: now.set(DUMP, str(table["dump_id"].iloc[clicked[0]])[:16]))
            view.address.forget()

    muted("Tick a row to review the dump.")
    st.dataframe(
        once(arrow, table).drop_columns(["dump_id"]),
        key=key,
        hide_index=True,
        column_config=once(heads, table),
        on_select=write,
        selection_mode="single-row",
        placeholder="–",
    )
    download(lambda: table, "dumps")


def _open(view: View, dump_id: str) -> None:
    st.button(
        "Back to all dumps",
        key="all-dumps",
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=lambda: view.address.choose(lambda now: now.set(DUMP, "")),
    )
    draw_stale(view)
    if dump_id not in view.library.dumps:
        _away(view, dump_id)
        return
    desk = desk_in_store(view, dump_id)
    if desk.correct:
        _whole(view, desk)
    review.draw(view, desk)


def _whole(view: View, desk: Desk) -> None:
    """What can be said of the whole dump: the day of its capture, and that it is not wanted."""
    say_it, dump = desk.correct, desk.dump
    assert say_it is not None  # noqa: S101 - drawn only where it is there
    key = view.address.name(f"captured.{dump.id}.{len(desk.log)}")

    def save() -> None:
        day = date.fromisoformat(view.address.word(key))
        if day != dump.captured:
            say_it([Recaptured(day)], None)

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.date_input("Captured on", dump.captured, key=key, min_value=date(2000, 1, 1), max_value="today", width=180)
        st.button("Save day", key=f"save-day.{dump.id}", on_click=save)
        st.button(
            "Put this dump away",
            key=f"remove.{dump.id}",
            icon=":material/archive:",
            on_click=lambda: say_it([Removed()], None),
        )
        if view.may("owner"):
            _offer_erasure(view, dump)
    for entry in desk.counting:
        if isinstance(entry.change, Recaptured):
            undo_line(desk, entry.number, f"captured on {entry.change.day.isoformat()}, said by {entry.by}")


def _offer_erasure(view: View, dump: Dump) -> None:
    with st.popover("Erase for good", icon=":material/delete_forever:"):
        muted("The file, all dumps in it and their corrections are gone then. Nothing can undo it.")
        st.button("Erase the file", key=f"erase.{dump.id}", on_click=lambda: attempt(view, lambda: _erase(view, dump)))


def _erase(view: View, dump: Dump) -> str:
    library = view.library.stored
    assert library is not None  # noqa: S101 - drawn only for a library of the store
    dumps = open_shared().dumps
    file_id = next(kept.file_id for kept in dumps.all(visitor(), library.id) if kept.id == dump.id)
    dumps.forget(visitor(), library.id, file_id)
    view.address.choose(lambda now: now.set(DUMP, ""))
    return f"{dump.file!r} is erased. It can be brought in again like any other file."


def _away(view: View, dump_id: str) -> None:
    """A dump that was put away: its text is kept, and it can come back."""
    library = view.library.stored
    assert library is not None  # noqa: S101 - a sample has all of its dumps
    found = next(dump for dump in open_shared().dumps.all(visitor(), library.id) if dump.id == dump_id)
    removed = found.removed
    if removed is None:
        say("This dump has just come back. Open it again.")
        return
    say(f"{removed.by} put {found.file!r} away on {removed.at:%Y-%m-%d}. Its text is kept.")
    if view.may("editor"):
        st.button("Bring it back", key="bring-back", on_click=lambda: undo(view, removed.number))
