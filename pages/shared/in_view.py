"""The papers that filters and picks leave, under the figure that narrows them; a click opens one on the page Papers."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.shared.contents import page_called
from pages.shared.figure import arrow, heads
from pages.shared.kept import tables, words
from pages.shared.memory import once
from pages.shared.notice import muted
from pages.shared.view import View

MOST = 200  # rows; Papers has all of them, leaf by leaf
HEIGHT = 320  # pixels: a figure below it stays in reach


def draw(view: View) -> None:
    """The newest papers in view, each a click away."""
    st.subheader("The papers in view", anchor="the-papers-in-view")
    ids = tables.papers.order(view.papers, "newest").head(MOST)
    muted(words.papers.in_view(len(view.papers), len(ids)))
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
    _open(view, rows, event["selection"]["rows"])


def _open(view: View, rows: pd.DataFrame, clicked: list[int]) -> None:
    if clicked:
        query = replace(view.selection, paper=str(rows["paper_id"].iloc[clicked[0]])).to_query()
        st.switch_page(page_called("Papers").path, query_params=query)
