"""The view to take away: a report that needs no server, its papers for other programs, and the way to its numbers."""

from functools import partial

import streamlit as st

from lib.corpus.keys import slug
from lib.export import FORMATS, Format
from lib.export.apart import order_papers
from lib.export.script import to_script
from lib.opening import Opened, Part
from lib.opening.wanted import Wanted
from lib.report.apart import order_report, order_story
from lib.selection.options import AT
from lib.store import Dashboard
from lib.store.state import as_of
from pages.shared.making import Offer, offer
from pages.shared.notice import muted
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View


def draw(view: View) -> None:
    """Buttons for the report, for each format of papers, and for the script."""
    library, part = opened(view), _part(view)
    name = slug(f"{view.library.title} {view.part.words}") or "papers"
    st.subheader("A report", anchor="report")
    muted(
        "One file with the figures, their sentences and numbers, and where they come from. It opens without a network, "
        "prints well, and saves each figure as SVG or PNG as wide as a journal's column (85 or 175 mm), with its font."
    )
    offer(
        view.address,
        "report",
        [Offer("Report", "the report", f"{name}.html", "text/html", order_report(_wanted(view)))],
    )
    st.subheader("The papers", anchor="papers")
    muted(
        "BibTeX is for Zotero and LaTeX, Excel for reading and sorting, with authors, scores and the meaning of each "
        "column; CSV for other spreadsheets, JSON and Parquet for programs."
    )
    offer(view.address, "papers", [_papers(view, each, library, part, name) for each in FORMATS.values()])
    _script(view, library, part, f"{name}.py")


def _papers(view: View, chosen: Format, library: Opened, part: Part, name: str) -> Offer:
    file, order = f"{name}.{chosen.ending}", order_papers(_wanted(view), chosen)
    here = partial(chosen.write, library, part) if len(view.corpus.papers) <= chosen.quick else None
    return Offer(chosen.label, f"the {chosen.label} file", file, chosen.mime, order, here)


def _wanted(view: View) -> Wanted:
    """The view for another process: as it is now, whatever others change until that one begins."""
    stored = view.library.stored
    if stored is None:
        return Wanted.part(view.library.name, None, view.selection)
    return Wanted.part(f"{stored.slug}~{stored.id}", view.selection.get(AT) or stored.changes, view.selection)


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
    assert view.library.stored is not None  # noqa: S101 - a sample library keeps no dashboards
    order = order_story(dashboard, view.library.stored.changes, as_it_was=bool(view.selection.get(AT)))
    name = f"{slug(dashboard.title) or 'dashboard'}.html"
    offer(view.address, "story", [Offer("Report", "the report", name, "text/html", order)])


def opened(view: View) -> Opened:
    """The library with its log of corrections; a sample library has none."""
    stored = view.library.stored
    log = open_shared().corrections.log(visitor(), stored.id) if stored else ()
    return Opened(view.library.title, view.corpus, as_of(log, view.selection.get(AT) or None))


def _part(view: View) -> Part:
    return Part(view.selection, view.shown, view.unpicked, view.part.words, view.part.missing)
