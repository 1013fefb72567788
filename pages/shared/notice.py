"""Words that may come from a dump or a link: shown as text, never as Markdown and never as HTML of their own."""

from collections.abc import Iterable
from html import escape
from typing import Literal

import streamlit as st

Ranges = Iterable[tuple[int, int]]
SERIF = "'Source Serif','Source Serif 4',Georgia,serif"  # as theme.headingFont in .streamlit/config.toml
_PALE = "font-size:.875rem;opacity:.8;line-height:1.5;max-width:46rem"
_MARK = '<mark style="background:rgba(230,159,0,.38);color:inherit;border-radius:.2rem">'


def say(message: str, icon: str = ":material/info:") -> None:
    """Show the message in a box of its own."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(icon, width="content")
        st.text(message, width="stretch")


def muted(text: str, width: Literal["stretch", "content"] = "stretch") -> None:
    """Show the text smaller and paler than what it belongs to, and still with a contrast of 4.5 (unlike st.caption)."""
    st.html(f'<div style="{_PALE}">{escape(text)}</div>', width=width)


def beneath(text: str) -> None:
    """Show the sentence of a figure or a table, closer to it and to its numbers than to anything else."""
    st.html(f'<div style="{_PALE};margin:-.4rem 0 -.6rem">{escape(text)}</div>')


def titled(text: str, level: int = 2) -> None:
    """Show the text as a heading of the page."""
    look = f"font-family:{SERIF};font-size:1.6rem;line-height:1.25;padding:0;margin:0;max-width:46rem"
    st.html(f'<h{level} style="{look};overflow-wrap:anywhere">{escape(text)}</h{level}>')


def headed(text: str, anchor: str) -> None:
    """Show the text as the heading of a figure or a table, close to what follows; links on the page lead to it."""
    look = f"font-family:{SERIF};font-size:1.25rem;font-weight:600;line-height:1.2;padding:1rem 0 0;margin:0 0 -.4rem"
    st.html(f'<h3 id="{escape(anchor)}" style="{look};overflow-wrap:anywhere">{escape(text)}</h3>')


def prose(text: str, ranges: Ranges = ()) -> None:
    """Show the text as paragraphs of a width that reads well; the ranges in it are marked."""
    body = marked(text, ranges).replace("\n\n", "</p><p>")
    st.html(f'<div style="max-width:46rem;line-height:1.6;overflow-wrap:anywhere"><p>{body}</p></div>')


def marked(text: str, ranges: Ranges) -> str:
    """The text as HTML that shows exactly the text, with the ranges (start, end; in order) marked."""
    parts, done = [], 0
    for start, end in ranges:
        parts += [escape(text[done:start]), f"{_MARK}{escape(text[start:end])}</mark>"]
        done = end
    return "".join([*parts, escape(text[done:])])
