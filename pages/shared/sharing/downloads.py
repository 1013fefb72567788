"""The view to take away: a report that needs no server, and its papers for other programs. Made when asked for."""

import streamlit as st

from lib.corpus.keys import slug
from lib.export import FORMATS, Format
from lib.opening import Opened, Part
from lib.report import Reading, make_report, to_html
from pages.shared.notice import muted
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View


def draw(view: View) -> None:
    """A button for the report, and one for each format of papers."""
    name = slug(f"{view.library.title} {view.part.words}") or "papers"
    st.subheader("A report", anchor="report")
    muted(
        "One file with the figures, their sentences and numbers, and where they come from. It opens without a network."
    )
    key = view.address.name("report")
    st.download_button("Report", lambda: _report(view), f"{name}.html", "text/html", key=key, on_click="ignore")
    st.subheader("The papers", anchor="papers")
    muted("BibTeX is for Zotero and LaTeX, CSV for spreadsheets, JSON and Parquet for programs.")
    with st.container(horizontal=True):
        for each in FORMATS.values():
            _button(view, each, f"{name}.{each.ending}")


def _button(view: View, chosen: Format, file: str) -> None:
    key = view.address.name(chosen.name)
    papers = view.shown
    st.download_button(chosen.label, lambda: chosen.write(papers), file, chosen.mime, key=key, on_click="ignore")


def _report(view: View) -> bytes:
    part = Part(view.selection, view.shown, view.unpicked, view.part.words, view.part.missing)
    library = Opened(view.library.title, view.corpus, _corrections(view))
    return to_html(make_report(Reading(library, part))).encode("utf-8")


def _corrections(view: View) -> int:
    """How many corrections are in force; a sample library has none."""
    if view.library.stored is None:
        return 0
    log = open_shared().corrections.log(visitor(), view.library.stored.id)
    return sum(correction.undone_by is None for correction in log)
