"""Opens every page, and is the one module that knows the address bar and the memory of a visit.

The address bar is the state: each run reads the selection from it, seeds the widgets with that, and a widget that the
reader moves writes the address before the page runs again. So every view is a link, Back undoes a filter, and a link
that names what is not there can say so. The visit itself remembers only what a link must not carry.
"""

from collections.abc import Callable, Iterable
from urllib.parse import urlencode

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from lib.selection import Selection
from pages.shared import cached, figure, heading, sidebar
from pages.shared.address import Query
from pages.shared.contents import Page, page_called
from pages.shared.view import View

BEGUN, WANTED, LATEST, VERSION, PICTURE, NAME = (
    f"frame.{name}" for name in ("begun", "wanted", "latest", "version", "picture", "page")
)


class Frame:
    """The address bar and this visit, as the other modules of the frame use them."""

    @property
    def query(self) -> Query:
        """What the address bar says: each parameter with all its values."""
        return {name: tuple(st.query_params.get_all(name)) for name in st.query_params}

    @property
    def link(self) -> str:
        """The address of this view, for other people."""
        address = (st.context.url or "").split("?")[0]
        words = urlencode(self.query, doseq=True)
        return f"{address}?{words}" if words else address

    def go(self, query: Query) -> None:
        """Write the address bar in one step (one entry in the browser's history), and leave empty parameters out."""
        kept = {name: list(values) for name, values in query.items() if values}
        if kept:
            st.query_params.from_dict(kept)
        else:
            st.query_params.clear()
        st.session_state[LATEST] = self.query

    def change(self, **values: Iterable[str]) -> None:
        """Write some parameters and keep the rest as this visit last knew it.

        Two widgets that are moved in quick succession both count: the browser may still show the address from before
        the first one.
        """
        latest: Query = st.session_state.get(LATEST, self.query)
        self.go(latest | {name: tuple(given) for name, given in values.items()})

    def choose(self, change: Callable[[Selection], Selection]) -> None:
        """Write what becomes of the selection, and keep the parameters that are not its own."""
        latest: Query = st.session_state.get(LATEST, self.query)
        before = Selection.from_query(latest)
        rest = {name: values for name, values in latest.items() if name not in before.to_query()}
        self.go(rest | {name: tuple(values) for name, values in change(before).to_query().items()})

    def seed(self, name: str, value: object) -> str:
        """Let the widget `name` of this page show `value`; returns the key to draw it with."""
        key = f"{st.session_state[NAME]}.{name}"  # a key of its own for each page: Streamlit forgets it with the page
        if key not in st.session_state or st.session_state[key] != value:
            st.session_state[key] = value
        return key

    def said(self, key: str) -> object:
        """What the widget or figure drawn with this key says now."""
        return st.session_state[key]

    def version(self, *, next_one: bool = False) -> int:
        """Part of the key of each figure: a new one makes the browser forget what was selected in it."""
        st.session_state[VERSION] = st.session_state.get(VERSION, 0) + next_one
        return int(st.session_state[VERSION])

    @property
    def picture(self) -> str:
        """What the camera above a figure saves: "png" or "svg"."""
        return str(st.session_state.get(PICTURE, "png"))

    @picture.setter
    def picture(self, kind: str) -> None:
        st.session_state[PICTURE] = kind


def begin() -> None:
    """Say that dashboard.py has run, and continue to the page that was asked for before it had (see `open_page`)."""
    st.session_state[BEGUN] = True
    wanted = st.session_state.pop(WANTED, None)
    if wanted:
        st.switch_page(wanted[0], query_params=wanted[1])


def open_page(title: str) -> View:
    """What the page `title` may read, after its sidebar, heading and first line have been drawn.

    On a server that nobody has visited, Streamlit runs a deep-linked page without dashboard.py. So the page remembers
    what was asked for, sends the visitor through dashboard.py and is opened again from there.
    """
    page = page_called(title)
    frame = Frame()
    if BEGUN not in st.session_state:
        st.session_state[WANTED] = (page.path, {name: list(values) for name, values in frame.query.items()})
        st.switch_page("dashboard.py")
    st.session_state[NAME] = page.name
    st.session_state[LATEST] = frame.query
    return _view(page, frame)


def _view(page: Page, frame: Frame) -> View:
    selection = Selection.from_query(frame.query)
    library = cached.library(selection.library)
    view = View(page, library, selection, cached.shown(library.corpus, selection), frame)
    sidebar.draw(view)
    heading.draw(view)
    return view


def show(drawn: go.Figure, table: pd.DataFrame, sentence: str, *, picks: str = "") -> None:
    """Show a figure, its sentence beneath (and as `alt`), and its numbers as a table and as CSV.

    Where `picks` names what the points stand for ("paper", "author", "topic", …), the first entry of each trace's
    `customdata` is the identity of its point, and what a reader selects becomes `view.picked(picks)`, a chip under the
    heading and a part of the link. An empty table says so instead of drawing empty axes.
    """
    frame = Frame()
    name = figure.slug(drawn.layout.title.text or "figure")
    key = f"{st.session_state[NAME]}.{name}.{frame.version()}"

    def chosen() -> None:
        event = st.session_state[key]
        frame.change(**{f"pick.{picks}": figure.identities(event)})

    figure.draw(drawn, table, sentence, figure.Picking(key, chosen if picks else None), frame.picture)
