"""Words that may come from a dump or a link: shown as text, never as Markdown and never as HTML of their own."""

from html import escape

import streamlit as st


def say(message: str, icon: str = ":material/info:") -> None:
    """Show the message in a box of its own."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(icon, width="content")
        st.text(message, width="stretch")


def muted(text: str) -> None:
    """Show the text smaller and paler than what it belongs to."""
    st.html(f'<div style="font-size:.875rem;opacity:.78;line-height:1.45">{escape(text)}</div>')


def titled(text: str, level: int = 3) -> None:
    """Show the text as a heading of the page."""
    st.html(f'<h{level} style="padding:0;margin:0;overflow-wrap:anywhere">{escape(text)}</h{level}>')
