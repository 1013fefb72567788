"""What was taken for one, what may be one, and what readers decided: the evidence, one click, and the way back."""

import math

import pandas as pd
import streamlit as st

from lib import words
from lib.corpus.decisions import About, Decision, Verdict
from lib.corrections import Correction, target_of
from lib.selection.options import LEAF
from lib.store import Draft, newest
from pages.shared.figure import download
from pages.shared.kept import tables
from pages.shared.library.desk import draw_stale, keep, undo
from pages.shared.notice import muted, say
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View

ON_A_LEAF = 15
HEADS = {"suspected": "May be one", "merged": "Taken for one"}


def draw(view: View) -> None:
    """Suspected pairs first, then what was merged, then every decision that counts."""
    library = view.library.stored
    log = open_shared().corrections.log(visitor(), library.id) if library else ()
    draw_stale(view)
    table = tables.library.pairs(view.corpus)
    st.subheader("Same or not", anchor=False)
    muted(words.library.pairs(table))
    if table.empty and not log:
        say("No title and no author occurs twice here.", ":material/check_circle:")
    leaves = max(math.ceil(len(table) / ON_A_LEAF), 1)
    leaf = min(view.selection.get(LEAF), leaves)
    for _, row in table.iloc[(leaf - 1) * ON_A_LEAF : leaf * ON_A_LEAF].iterrows():
        _pair(view, row, log)
    view.leaf_through(leaf, leaves)
    if len(table):
        download(lambda: table, "same-or-not")
    _decided(view, log)


def _pair(view: View, row: pd.Series, log: tuple[Correction, ...]) -> None:
    with st.container(border=True, gap="small"):
        muted(f"{HEADS[row['state']]} · {row['kind']}")
        st.text(str(row["what"]))
        if pd.notna(row["other_what"]) and row["other_what"] != row["what"]:
            st.text(str(row["other_what"]))
        where = f" In {row['where']}." if pd.notna(row["where"]) else ""
        muted(f"{row['reason']}{where}")
        if view.may("editor"):
            _choose(view, row, log)


def _choose(view: View, row: pd.Series, log: tuple[Correction, ...]) -> None:
    offers: dict[Verdict, str] = {"together": "They are one", "apart": "They are two"}
    if row["state"] == "merged":
        offers = {"apart": "Take them apart"}
    about: About = "paper" if row["kind"] == "paper" else "author"
    with st.container(horizontal=True):
        for verdict, label in offers.items():
            decision = Decision(about, str(row["kept"]), str(row["other"]), verdict)
            draft = Draft(decision, why=str(row["reason"]), seen=newest(log, target_of(decision), None))
            st.button(
                label,
                key=f"{verdict}.{row['kept']}.{row['other']}",
                icon=":material/merge:" if verdict == "together" else ":material/call_split:",
                on_click=lambda draft=draft: keep(view, [draft]),
            )


def _decided(view: View, log: tuple[Correction, ...]) -> None:
    """What readers decided about papers and authors and still counts, each with its reason and the way back."""
    counting = [
        entry
        for entry in reversed(log)
        if entry.undone_by is None and isinstance(entry.change, Decision) and entry.change.about in ("paper", "author")
    ]
    if not counting:
        return
    names = tables.library.names(view.corpus)
    st.subheader("Decided by readers", anchor=False)
    for entry in counting:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container(gap=None):
                st.text(words.library.decided(entry, names))
                muted(f"{entry.by}, {entry.at:%Y-%m-%d}. {entry.why}")
            if view.may("editor"):
                number = entry.number
                st.button("Undo", key=f"undo-{number}", on_click=lambda number=number: undo(view, number), width=120)
