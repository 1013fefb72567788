"""The papers that filters and picks leave, under the figure that narrows them; a tick shows the beginning of one.

The whole of it is a link away. Streamlit can change the page by itself, too, but leaves two steps in the browser's
history when it does, and a reader's Back would seem to do nothing once.
"""

import streamlit as st

from pages.shared import shelf
from pages.shared.figure import arrow, heads
from pages.shared.kept import tables, words
from pages.shared.memory import once
from pages.shared.notice import beneath, headed
from pages.shared.view import View

MOST = 200  # rows; Papers has all of them, leaf by leaf
HEIGHT = 320  # pixels: a figure below it stays in reach


def draw(view: View) -> None:
    """The newest papers in view, and the one that is ticked."""
    headed("The papers in view", "the-papers-in-view")
    ids = tables.papers.order(view.papers, "newest").head(MOST)
    beneath(words.papers.in_view(len(view.papers), len(ids)))
    rows = tables.papers.listing(view.shown, tuple(ids))
    event = st.dataframe(
        once(arrow, rows).drop_columns(["paper_id"]),
        key=view.address.name("in-view"),
        hide_index=True,
        column_config=once(heads, rows),
        on_select="rerun",
        selection_mode="single-row",
        placeholder="–",
        height="auto" if len(rows) < HEIGHT // 40 else HEIGHT,
    )
    ticked = event["selection"]["rows"]
    if ticked:
        shelf.draw_cards(view, (str(rows["paper_id"].iloc[ticked[0]]),))
