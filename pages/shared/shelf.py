"""Papers as a reader leafs through them: a list with the beginnings of the abstracts, or a table."""

import math
from dataclasses import replace

import pandas as pd
import streamlit as st

from lib.corpus import Corpus
from lib.search import Query, find_highlights, find_name_highlights, parse_query
from lib.selection.options import LAYOUT, LEAF
from lib.words.papers import facts
from pages.shared import figure
from pages.shared.contents import page_called
from pages.shared.kept import tables
from pages.shared.memory import once
from pages.shared.notice import SERIF, marked, muted
from pages.shared.registered import way_to
from pages.shared.view import View

LENGTH = {"list": 20, "table": 100}  # papers on a leaf
TEASER = 280  # characters of the abstract
_RULE = "border-top:1px solid color-mix(in srgb,currentColor 18%,transparent)"
_PAPER = f"max-width:52rem;{_RULE};padding-top:1rem;margin-bottom:-.7rem"


def draw(view: View, order: "pd.Series[str]") -> None:
    """One leaf of the papers in this order, and the way to the others."""
    layout = view.option(LAYOUT, {"list": "List", "table": "Table"})
    length = LENGTH[layout]
    leaves = max(math.ceil(len(order) / length), 1)
    leaf = min(view.selection.get(LEAF), leaves)
    ids = order[(leaf - 1) * length : leaf * length]
    if layout == "table":
        _table(view, tables.papers.listing(view.corpus, tuple(ids)))
    else:
        draw_cards(view, tuple(ids))
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        view.leaf_through(leaf, leaves)
        figure.download(lambda: tables.papers.listing(view.corpus, tuple(order)), "papers", "All of them as CSV")


def _table(view: View, rows: pd.DataFrame) -> None:
    muted("Tick a row to read the paper.")
    view.open_clicked(rows, "paper_id")


def draw_cards(view: View, paper_ids: tuple[str, ...]) -> None:
    """The beginning of each of these papers, and the way to the whole of it."""
    papers = way_to(page_called("Papers"))
    for paper_id, entry in once(_entries, view.corpus, paper_ids, view.selection.text).items():
        st.html(entry)
        link = replace(view.selection, paper=paper_id).to_query()
        st.page_link(papers, label="Read", icon=":material/arrow_forward:", query_params=link)


def _entries(corpus: Corpus, paper_ids: tuple[str, ...], text: str) -> dict[str, str]:
    """What the list shows of each of these papers, with what a search for the text found marked."""
    papers = corpus.rows_of(paper_ids)
    papers["authors"] = corpus.author_names.reindex(papers.index)
    query = parse_query(text)
    return {str(paper_id): _entry(paper, query) for paper_id, paper in papers.iterrows()}


def _entry(paper: pd.Series, query: Query) -> str:
    """One paper of the list as HTML; everything that comes from a dump is escaped."""
    authors = str(paper["authors"])
    title, abstract = str(paper["title"]), "" if pd.isna(paper["abstract"]) else _teaser(str(paper["abstract"]))
    parts = (
        (
            "h3",
            f"font-family:{SERIF};padding:0;margin:0;font-size:1.15rem;line-height:1.35",
            marked(title, find_highlights(title, query)),
        ),
        ("div", "font-size:.9rem", marked(authors, find_name_highlights(authors, query))),
        ("div", "font-size:.85rem;opacity:.8", marked(facts(paper), ())),
        (
            "div",
            "font-size:.9rem;line-height:1.5;padding-top:.3rem",
            marked(abstract, find_highlights(abstract, query)),
        ),
    )
    body = "".join(f'<{tag} style="{look};overflow-wrap:anywhere">{text}</{tag}>' for tag, look, text in parts if text)
    return f'<div style="{_PAPER}">{body}</div>'


def _teaser(abstract: str) -> str:
    """The beginning of an abstract, cut between words."""
    return abstract if len(abstract) <= TEASER else abstract[:TEASER].rsplit(" ", 1)[0] + " …"
