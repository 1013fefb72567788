"""Opens every page, and is the one module that knows the address bar and the memory of a visit.

The address bar is the state: each run reads the selection from it, seeds the widgets with that, and a widget that the
reader moves writes the address before the page runs again. So every view is a link, Back undoes a filter, and a link
that names what is not there can say so. The visit itself remembers only what a link must not carry.
"""

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlencode

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import Page as StreamlitPage

from lib.errors import OeuvreError
from lib.selection import PickKind, Selection, read_query
from lib.selection.options import AT, LEAF
from pages.shared import cached, door, drawing, figure, heading, sidebar
from pages.shared.contents import Page, page_called
from pages.shared.figure import draw_table as show_table
from pages.shared.figure import side_by_side
from pages.shared.memory import once
from pages.shared.parts import part_of
from pages.shared.sharing import live, past, save
from pages.shared.sharing.place import placed, short
from pages.shared.stored import list_libraries
from pages.shared.topical import topic_names
from pages.shared.view import View

__all__ = ["View", "open_by_link", "open_page", "run", "show", "show_table", "side_by_side"]

BEGUN, WANTED, LATEST, VERSION, PICTURE, NAME, MEMORY = (
    f"frame.{name}" for name in ("begun", "wanted", "latest", "version", "picture", "page", "memory")
)
T = TypeVar("T")


class Frame:
    """The address bar and this visit, as the other modules of the frame use them."""

    def read(self, page: str) -> tuple[Selection, tuple[str, ...]]:
        """What the address bar says, and a sentence for each part of it that cannot be understood.

        A link to another view of the same page changes what is asked for, but not what the browser's address bar
        shows; so what was asked for is said to the browser, which adds it to its history if it is new there. A link
        to another page does show, and saying it again would leave two steps in the history.
        """
        stays = st.session_state.get(NAME) == page
        st.session_state[NAME] = page
        query = {name: st.query_params.get_all(name) for name in st.query_params}
        selection, complaints = read_query(query)
        selection, lost = placed(selection)
        if stays and st.session_state.get(LATEST, selection) != selection:
            st.query_params.from_dict(query)
        st.session_state[LATEST] = selection
        return selection, (*complaints, *lost)

    @property
    def selection(self) -> Selection:
        """The view as this visit last knew it.

        Not as the address bar has it: two widgets moved in quick succession both count, while the browser may still
        show the address from before the first one.
        """
        latest = st.session_state[LATEST]
        assert isinstance(latest, Selection)  # noqa: S101 - narrows a type
        return latest

    @property
    def link(self) -> str:
        """The address of this view, for other people."""
        return self.link_to(self.selection)

    def link_to(self, selection: Selection) -> str:
        """The address of another view of this page."""
        address = (st.context.url or "").split("?")[0]
        words = urlencode(short(selection).to_query(), doseq=True)
        return f"{address}?{words}" if words else address

    def choose(self, change: Callable[[Selection], Selection]) -> None:
        """Write what becomes of the selection: one step in the browser's history."""
        before = self.selection
        selection = change(before)
        if selection.get(LEAF) == before.get(LEAF):  # anything else makes another list, which starts at its beginning
            selection = selection.set(LEAF, LEAF.default)
        st.session_state[LATEST] = selection
        query = short(selection).to_query()
        if query:
            st.query_params.from_dict(query)
        else:
            st.query_params.clear()

    def name(self, name: str) -> str:
        """The key of a widget of this page; it changes when figures are to forget what was selected in them."""
        return f"{st.session_state[NAME]}.{name}.{st.session_state.get(VERSION, 0)}"

    def seed(self, name: str, value: object) -> str:
        """Let the widget `name` of this page show `value`; returns the key to draw it with."""
        key = f"{st.session_state[NAME]}.{name}"  # of this page alone: another page's widget would start empty
        if key not in st.session_state or st.session_state[key] != value:
            st.session_state[key] = value
        return key

    def word(self, key: str) -> str:
        """What the widget drawn with this key says now; "" for nothing."""
        said = st.session_state[key]
        return "" if said is None else str(said)

    def words(self, key: str) -> tuple[str, ...]:
        """Everything that is chosen in the widget drawn with this key."""
        return tuple(map(str, st.session_state[key] or ()))

    def ends(self, key: str) -> tuple[float, float]:
        """Where the two handles of the slider drawn with this key stand."""
        low, high = st.session_state[key]
        return float(low), float(high)

    def rows(self, key: str) -> tuple[int, ...]:
        """Which rows are selected in the table drawn with this key."""
        return tuple(st.session_state[key]["selection"]["rows"])

    def forget(self) -> None:
        """Let every figure forget what was selected in it, by drawing it under a new key."""
        st.session_state[VERSION] = st.session_state.get(VERSION, 0) + 1

    def remember(self, name: str, make: Callable[[], T]) -> T:
        """What this visit remembers under this name, made when it is asked for first."""
        key = f"{MEMORY}.{name}"
        if key not in st.session_state:
            st.session_state[key] = make()
        remembered: T = st.session_state[key]
        return remembered

    @property
    def picture(self) -> str:
        """What the camera above a figure saves: "png" or "svg"."""
        return str(st.session_state.get(PICTURE, "png"))

    def save_as(self, picture: str) -> None:
        """Choose what the camera above a figure saves."""
        st.session_state[PICTURE] = picture


def run(page: StreamlitPage) -> None:
    """Run the page, or go on to the one that was asked for before dashboard.py ran or before the visitor signed in.

    What is refused on purpose while the page runs is said where it happened.
    """
    arrives, at_home = BEGUN not in st.session_state, not page.url_path and not st.query_params
    st.session_state[BEGUN] = True
    wanted = st.session_state.pop(WANTED, None) or (door.come_back() if arrives and at_home else None)
    if wanted:
        st.switch_page(wanted.path, query_params=dict(wanted.query))
    try:
        with drawing.drawn():
            page.run()
    except OeuvreError as error:
        heading.refused(str(error))


def open_page(title: str) -> View:
    """What the page `title` may read, after the sidebar and the top of the page have been drawn.

    On a server that nobody has visited yet, Streamlit runs a deep-linked page without dashboard.py. So the page
    remembers what was asked for, sends the visitor through dashboard.py and is opened again from there.
    """
    page, frame = page_called(title), Frame()
    wanted = _pass_dashboard(page)
    embedded = door.is_embedded(wanted)
    door.enter(wanted)
    selection, complaints = frame.read(page.name)
    listing = list_libraries()
    titles = cached.titles(listing)
    if not embedded:
        sidebar.draw_choice(titles, selection, frame)
        door.draw_account()
    library = cached.library(selection.library, listing, selection.get(AT) if page.past else 0)
    if library is None:
        heading.draw(page, "")
        heading.no_library(selection.library, titles, listing.trouble, door.name())
        st.stop()
    part, names = part_of(library.corpus, selection), topic_names(library.corpus, selection)
    if not embedded:
        sidebar.draw(page, library.corpus, selection, frame)
        live.watch(library.stored)
    heading.draw(page, heading.caption(library, part))
    past.draw(page, library, selection)
    heading.complain((*complaints, *part.missing), frame)
    heading.chips(library.corpus, selection, names, frame)
    drawing.announce(len(part.shown.papers))
    view = View(page, library, selection, part, frame, _bar(page, library, selection))
    if page.needs_papers and part.shown.papers.empty and not selection.paper:
        heading.nothing(library, selection, frame)
        st.stop()
    if not embedded:
        save.draw(view)
    return view


def _bar(page: Page, library: cached.Library, selection: Selection) -> DeltaGenerator:
    """Where the page's controls stand, after the search box where the page has it itself."""
    bar = st.container(horizontal=True, vertical_alignment="bottom")
    if page.searches and library.dumps:
        with bar:
            sidebar.search(selection, Frame(), "search")
    return bar


def open_by_link(title: str) -> tuple[str, Frame]:
    """The token in the link to a page that needs no sign-in, and the memory of this visit; no sidebar is drawn."""
    page = page_called(title)
    door.is_embedded(_pass_dashboard(page))
    st.session_state[NAME] = page.name
    return st.query_params.get("link", ""), Frame()


def _pass_dashboard(page: Page) -> door.Wanted:
    """What the visitor asks for; they are sent through dashboard.py if it has not run for them yet."""
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    wanted = door.Wanted(page.path, query)
    if BEGUN not in st.session_state:
        st.session_state[WANTED] = wanted
        st.switch_page("dashboard.py")
    return wanted


def show(
    drawn: go.Figure, table: pd.DataFrame, sentence: str, *, picks: PickKind | None = None, least: int = 1
) -> None:
    """Show a figure under its title, its sentence beneath (and as `alt`), and its numbers as a table and as CSV.

    Where `picks` names what the points stand for ("paper", "author", "topic", …), each trace's `customdata` is the
    identity of its point, or begins with it. What a reader selects becomes `view.picked(picks)`, chips under the
    heading and a part of the link, and narrows `view.papers`; draw the figure itself from `view.unpicked`, so that
    what was not picked stays in sight. A table of fewer than `least` rows is said and not drawn.
    """
    frame = Frame()
    key = frame.name(once(figure.slug, drawn))

    def chosen() -> None:
        values = figure.identities(st.session_state[key])
        frame.choose(lambda now: now.pick(picks, values) if picks else now)

    figure.draw(drawn, table, sentence, figure.Place(key, frame.picture, chosen if picks else None, least))
