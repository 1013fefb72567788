"""Every correction of a library, newest first: who, when, what and why; each can be undone, and so can a decision."""

import math

import streamlit as st

from lib import tables, words
from lib.corrections import Correction
from lib.corrections.words import describe
from lib.selection.options import LEAF
from pages.shared.figure import download
from pages.shared.library.desk import undo
from pages.shared.notice import muted
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View

ON_A_LEAF = 20


def draw(view: View) -> None:
    """One leaf of the log."""
    library = view.library.stored
    log = open_shared().corrections.log(visitor(), library.id) if library else ()
    dumps = open_shared().dumps.all(visitor(), library.id) if library else ()
    files = {dump.id: dump.file for dump in dumps}
    table = tables.library.log(log, files)
    st.subheader("Corrections", anchor=False)
    muted(words.library.log(table))
    leaves = max(math.ceil(len(log) / ON_A_LEAF), 1)
    leaf = min(view.selection.get(LEAF), leaves)
    for entry in sorted(log, key=lambda entry: -entry.number)[(leaf - 1) * ON_A_LEAF : leaf * ON_A_LEAF]:
        _entry(view, entry, files.get(entry.dump_id or "", ""))
    view.leaf_through(leaf, leaves)
    if len(table):
        download(lambda: table, "corrections")


def _entry(view: View, entry: Correction, file: str) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container(gap=None):
            st.text(describe(entry.change))
            line = f", line {entry.line}" if entry.line else ""
            why = f" {entry.why}" if entry.why else ""
            muted(f"{entry.by}, {entry.at:%Y-%m-%d %H:%M} UTC{f' · {file}{line}' if file else ''}.{why}")
        if entry.undone_by:
            muted("undone")
        elif view.may("editor"):
            st.button(
                "Undo", key=f"undo-{entry.number}", on_click=lambda number=entry.number: undo(view, number), width=120
            )
