"""Paragraphs in plain English, each sentence of which leads to the figure it was read from."""

import html

import pandas as pd
import streamlit as st

from lib.words import compare
from lib.words.compare import Statement
from pages.shared.figure import slugged
from pages.shared.memory import once


def draw(
    spans: pd.DataFrame, topics: pd.DataFrame, terms: pd.DataFrame, shared: pd.DataFrame, alike: pd.DataFrame
) -> None:
    """A paragraph for each author, and one for each pair."""
    authors = [once(compare.author, str(label), spans, topics, terms) for label in spans["label"]]
    pairs = once(_pairs, shared, alike)
    with st.container(border=True):
        st.html("".join(map(_paragraph, authors)))
        if pairs:
            with st.expander(f"Pair by pair ({len(pairs)})", expanded=len(pairs) <= 3):
                st.html("".join(map(_paragraph, pairs)))


def _pairs(shared: pd.DataFrame, alike: pd.DataFrame) -> list[tuple[Statement, ...]]:
    return [compare.pair(row, alike) for _, row in shared.iterrows()]


def _paragraph(statements: tuple[Statement, ...]) -> str:
    """The statements as HTML; what they say may come from a dump, so it is escaped."""
    return f"<p>{' '.join(map(_linked, statements))}</p>"


def _linked(statement: Statement) -> str:
    title = html.escape(statement.figure, quote=True)
    where = f'href="#{slugged(statement.figure)}" title="{title}" aria-label="See the figure {title}"'
    return f'{html.escape(statement.text)}&nbsp;<a {where} style="text-decoration:underline;color:inherit">↓</a>'
