"""The numbers at the top of a page, as many side by side as fit."""

from collections.abc import Iterable
from html import escape

import streamlit as st

_GRID = "display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1.1rem 1.4rem;margin:.2rem 0"
_BOX = "border-left:3px solid rgba(0,115,180,.55);padding-left:.8rem"
_SMALL = "font-size:.82rem;opacity:.8;line-height:1.35"
_LARGE = "font-size:1.6rem;font-weight:600;line-height:1.3;font-variant-numeric:tabular-nums"


def draw(gauges: Iterable[tuple[str, str, str]]) -> None:
    """Each gauge is a label, its value, and a word about it."""
    boxes = "".join(
        f'<div style="{_BOX}"><div style="{_SMALL}">{escape(label)}</div>'
        f'<div style="{_LARGE}">{escape(value)}</div><div style="{_SMALL}">{escape(about)}</div></div>'
        for label, value, about in gauges
    )
    st.html(f'<div style="{_GRID}">{boxes}</div>')
