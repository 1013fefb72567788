"""The view to take away: a report that needs no server, its papers for other programs, and the way to its numbers."""

from functools import partial

import streamlit as st

from lib.corpus.keys import slug
from lib.export import FORMATS
from lib.export.script import to_script
from lib.opening import Opened, Part
from lib.opening.saved import Saved
from lib.report import Reading, make_report, to_html
from lib.report.apart import LARGE, write_apart, write_story_apart
from lib.report.story import tell_story
from lib.selection.options import AT
from lib.store import Dashboard
from lib.store.state import as_of
from pages.shared.notice import muted
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View


def draw(view: View) -> None:
    """Buttons for the report, for each format of papers, and for the script."""
    library, part = opened(view), _part(view)
    name = slug(f"{view.library.title} {view.part.words}") or "papers"
    _report(view, Reading(library, part), name)
    st.subheader("The papers", anchor="papers")
    muted(
        "BibTeX is for Zotero and LaTeX, Excel for reading and sorting, with authors, scores and the meaning of each "
        "column; CSV for other spreadsheets, JSON and Parquet for programs."
    )
    with st.container(horizontal=True):
        for each in FORMATS.values():
            write, file = partial(each.write, library, part), f"{name}.{each.ending}"
            st.download_button(each.label, write, file, each.mime, key=view.address.name(each.name), on_click="ignore")
    _script(view, library, part, f"{name}.py")


def _report(view: View, reading: Reading, name: str) -> None:
    st.subheader("A report", anchor="report")
    muted(
        "One file with the figures, their sentences and numbers, and where they come from. It opens without a network, "
        "prints well, and saves each figure as SVG or PNG as wide as a journal's column (85 or 175 mm), with its font."
    )
    key = view.address.name("report")
    st.download_button("Report", partial(_written, reading), f"{name}.html", "text/html", key=key, on_click="ignore")


def _written(reading: Reading) -> bytes:
    if len(reading.corpus.papers) > LARGE:
        return write_apart(reading.selection)
    return to_html(make_report(reading)).encode("utf-8")


def _script(view: View, library: Opened, part: Part, file: str) -> None:
    st.subheader("The numbers again", anchor="script")
    muted(
        "A small Python script that opens the same view with Oeuvre's own code and gives the same numbers: for a "
        "notebook, or for whoever wants to check a figure."
    )
    script = to_script(library, part, file, stored=view.library.stored is not None)
    key = view.address.name("script")
    st.download_button("Python script", script, file, "text/x-python", key=key, on_click="ignore")


def draw_story(view: View, dashboard: Dashboard) -> None:
    """A button for the report of a dashboard, on the data that it is shown on."""
    changed = None if view.selection.get(AT) else open_shared().dashboards.changed(visitor(), dashboard)
    saved = Saved(dashboard, opened(view), changed)
    st.download_button(
        "Report",
        partial(_told, saved, as_it_was=bool(view.selection.get(AT))),
        f"{slug(dashboard.title) or 'dashboard'}.html",
        "text/html",
        icon=":material/download:",
        key=view.address.name("story-report"),
        on_click="ignore",
        help="One file with these views and texts that opens without a network and prints well.",
    )


def _told(saved: Saved, *, as_it_was: bool) -> bytes:
    if len(saved.library.corpus.papers) > LARGE:
        return write_story_apart(saved.dashboard, as_it_was=as_it_was)
    return to_html(tell_story(saved)).encode("utf-8")


def opened(view: View) -> Opened:
    """The library with its log of corrections; a sample library has none."""
    stored = view.library.stored
    log = open_shared().corrections.log(visitor(), stored.id) if stored else ()
    return Opened(view.library.title, view.corpus, as_of(log, view.selection.get(AT) or None))


def _part(view: View) -> Part:
    return Part(view.selection, view.shown, view.unpicked, view.part.words, view.part.missing)
