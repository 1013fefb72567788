"""A row of numbers at the top of a page."""

from collections.abc import Sequence

import streamlit as st


def draw(gauges: Sequence[tuple[str, str, str]]) -> None:
    """Each gauge is a label, its value, and a word about it (or "")."""
    grid = st.grid(min_column_width=140, gap="small")
    for label, value, about in gauges:
        with grid.cell():
            st.metric(label, value)
            if about:
                st.caption(about)
