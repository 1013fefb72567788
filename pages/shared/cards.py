"""Each profile as a card: what its header claims beside what was counted, and how sure Oeuvre is of either."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from lib.schema import PROFILES
from lib.selection import Selection
from lib.words.phrases import name_day
from pages.shared.contents import page_called
from pages.shared.memory import once
from pages.shared.notice import SERIF, muted
from pages.shared.registered import way_to

CLAIMED = ("h_index", "paper_count", "citations", "novelty", "ai_score")
MOST = 12  # cards; a table lists everyone
_SMALL = "font-size:.85rem;line-height:1.45"
_PALE = f"{_SMALL};opacity:.8"
_HEAD = f"font-family:{SERIF};font-size:1.25rem;padding:0;margin:0;overflow-wrap:anywhere"
_NUMBER = "white-space:nowrap;padding-left:.6rem;text-align:right;font-weight:600;font-variant-numeric:tabular-nums"
_CELL = "border:0;padding:.12rem 0;vertical-align:top"
SURE = {
    "header": "named by the page's header",
    "reader": "named by a reader",
    "proven": "inferred, proven by the author lists",
    "likely": "inferred, likely",
    "unknown": "unknown",
}


def draw(authors: pd.DataFrame, selection: Selection) -> None:
    """A grid of cards, as many side by side as fit; `authors` is lib.tables.overview.authors."""
    papers = way_to(page_called("Papers"))
    grid = st.grid(min_column_width=340, border=True)
    for profile_id, card in once(_cards, authors).items():
        with grid.cell():
            st.html(card)
            query = replace(selection, authors=(profile_id,), paper="").to_query()
            st.page_link(papers, label="Read these papers", icon=":material/arrow_forward:", query_params=query)
    if len(authors) > MOST:
        muted(f"The {MOST} with the most papers of {len(authors):,}; the table has all.")


def _cards(authors: pd.DataFrame) -> dict[str, str]:
    return {str(row["profile_id"]): _card(row) for _, row in authors.head(MOST).iterrows()}


def _card(row: pd.Series) -> str:
    """The card as HTML; everything in it that comes from a dump is escaped."""
    about = [f"captured {name_day(row['captured'])}", f"{row['captures']} captures" if row["captures"] > 1 else ""]
    if pd.notna(row["field"]):
        about.insert(0, str(row["field"]))
    return (
        f'<h3 style="{_HEAD}">{escape(str(row["page"]))}</h3>'
        f'<div style="{_PALE};margin-bottom:.6rem">{escape(" · ".join(filter(None, about)))}</div>'
        '<div style="display:grid;grid-template-columns:1fr 1fr;gap:1.2rem">'
        f"{_facts(_claims_head(row), _claims(row))}{_facts('Counted here', _counts(row))}</div>"
        f'<div style="{_PALE};margin-top:.6rem">{"".join(_reasons(row))}</div>'
    )


def _claims_head(row: pd.Series) -> str:
    day = row["header_captured"]
    return f"Claimed, {day.day} {day:%b %Y}" if pd.notna(day) else "Claimed"


def _claims(row: pd.Series) -> Iterator[tuple[str, str]]:
    for name in CLAIMED:
        if pd.notna(row[name]):
            unit = " %" if PROFILES[name].unit == "%" else ""
            yield PROFILES[name].label.removesuffix(" claimed"), f"{row[name]:,}{unit}"


def _counts(row: pd.Series) -> Iterator[tuple[str, str]]:
    yield "Papers", f"{row['papers']:,}"
    if pd.notna(row["first_year"]):
        first, last = row["first_year"], row["last_year"]
        yield "Years", str(first) if first == last else f"{first}–{last}"
    yield "With code", f"{row['coded']:,}"
    yield "With score", f"{row['scored']:,}"
    yield "Co-authors", f"{row['coauthors']:,}"


def _facts(head: str, facts: Iterable[tuple[str, str]]) -> str:
    """A small table of names and numbers, or that there is none."""
    lines = "".join(
        f'<tr><th scope="row" style="{_CELL};font-weight:400;text-align:left;opacity:.85">{escape(name)}</th>'
        f'<td style="{_CELL};{_NUMBER}">{escape(value)}</td></tr>'
        for name, value in facts
    )
    caption = f'<div style="{_SMALL};font-weight:600;padding-bottom:.25rem">{escape(head)}</div>'
    if not lines:
        return f'<div>{caption}<div style="{_PALE}">Nothing: no dump of this page has a header.</div></div>'
    return f'<div>{caption}<table style="width:100%;border-collapse:collapse;margin:0;{_SMALL}">{lines}</table></div>'


def _reasons(row: pd.Series) -> Iterator[str]:
    """Where the owner and the years come from, folded."""
    yield _folded(f"Author {SURE[row['owner_confidence']]}", str(row["owner_reason"]))
    if pd.notna(row["year_reason"]):
        yield _folded("Year-less dates", str(row["year_reason"]))


def _folded(head: str, text: str) -> str:
    return f'<details><summary style="cursor:pointer">{escape(head)}</summary>{escape(text)}</details>'
