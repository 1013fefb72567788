"""One paper opened: what it says, who wrote it, what each capture said of it, and the lines it came from."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from lib.dumps.lines import split_lines
from lib.search import find_highlights, parse_query
from lib.selection import Selection
from lib.tables.papers import Neighbours
from lib.words.phrases import name_day
from pages.shared.counted import weights_of
from pages.shared.figure import rows
from pages.shared.frame import show
from pages.shared.kept import charts, network, tables, words
from pages.shared.notice import muted, prose, titled
from pages.shared.registered import way_to
from pages.shared.view import View


def draw(view: View, order: "pd.Series[str]") -> None:
    """The opened paper, if the link names one that this library has."""
    paper = tables.papers.find(view.corpus, view.selection.paper)
    if paper is None:
        return
    paper_id = str(paper["paper_id"])
    _ways(view, tables.papers.neighbours(order, paper_id))
    titled(str(paper["title"]))
    muted(words.papers.facts(paper))
    _authors(view, paper)
    _abstract(paper, view.selection.text)
    scores = tables.papers.scores(view.corpus, paper_id)
    show(charts.papers.scores(scores), scores, words.papers.scores(scores), least=2)
    _similar(view, paper_id)
    _sources(tables.papers.seen(view.corpus, paper_id), view.library.text)


def _ways(view: View, where: Neighbours | None) -> None:
    """Back to the list, and to the papers before and after in its order."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        _link(view, "", "Back to the list", ":material/list:")
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            if where and where.before:
                _link(view, where.before, "Previous", ":material/chevron_left:")
            muted(words.papers.place(where), "content")
            if where and where.after:
                _link(view, where.after, "Next", ":material/chevron_right:")


def _link(view: View, paper_id: str, label: str, icon: str) -> None:
    query = replace(view.selection, paper=paper_id).to_query()
    st.page_link(way_to(view.page), label=label, icon=icon, query_params=query)


def _authors(view: View, paper: pd.Series) -> None:
    """Every author; one whose page was captured leads to the papers on it."""
    st.subheader("Authors", anchor=False)
    for _, author in tables.papers.authors(view.corpus, str(paper["paper_id"])).iterrows():
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.text(str(author["name"]))
            if pd.isna(author["position"]):
                muted("known from the page it stands on", "content")
            if pd.notna(author["profile_id"]):
                query = Selection(library=view.selection.library, authors=(author["profile_id"],)).to_query()
                st.page_link(way_to(view.page), label="All papers", icon=":material/person:", query_params=query)
    muted(words.papers.hidden(paper))


def _abstract(paper: pd.Series, text: str) -> None:
    st.subheader("Abstract", anchor=False)
    if pd.isna(paper["abstract"]):
        muted("No dump shows one.")
    else:
        abstract = str(paper["abstract"])
        prose(abstract, find_highlights(abstract, parse_query(text)))


def _similar(view: View, paper_id: str) -> None:
    """The papers most like this one, each a click away."""
    st.subheader("Similar papers", anchor=False)
    writers = network.identify_people(view.corpus.authorships)
    table = tables.papers.similar(view.corpus, weights_of(view.corpus), writers, paper_id)
    muted(words.papers.similar(table))
    if len(table):
        view.open_clicked(table, "paper_id")


def _sources(seen: pd.DataFrame, text_of: Callable[[str], str]) -> None:
    """What each dump says of the paper, and the very lines that say it."""
    st.subheader("Where it stands", anchor=False)
    muted(words.papers.seen(seen))
    rows(seen.drop(columns="dump_id"), "seen")
    for _, row in seen.iterrows():
        first, last = int(row["first_line"]), int(row["last_line"])
        with st.expander(f"Lines {first}–{last} as captured on {name_day(row['captured'])}", icon=":material/subject:"):
            st.text(str(row["file"]))
            st.code(_numbered(text_of(str(row["dump_id"])), first, last), language=None, wrap_lines=True)


def _numbered(text: str, first: int, last: int) -> str:
    lines = split_lines(text)[first - 1 : last]
    return "\n".join(f"{number:>5}  {line}" for number, line in enumerate(lines, first))
