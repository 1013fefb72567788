"""Save this view: as a dashboard of its own, or at the end of one that is there."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

import streamlit as st

from lib.errors import OeuvreError
from lib.selection import Selection
from lib.selection.options import AT
from lib.store import Dashboard, Passage, SavedView, Sketch
from lib.store.dashboards import NOTE_LENGTH, TITLE_LENGTH
from pages.shared.contents import page_called
from pages.shared.notice import muted, say
from pages.shared.sharing import signing
from pages.shared.sharing.place import short_link, to_dashboard, without_dashboard
from pages.shared.stored import copy_sample, name_in_links, open_shared, visitor
from pages.shared.view import View

WHERE = {"new": "As a new dashboard", "add": "In one that is here"}


@dataclass
class Saved:
    """What came of the last attempt: the dashboard's address or a sentence why not, and the view it was made in."""

    address: str = ""
    trouble: str = ""
    view: Selection | None = None


def draw(view: View) -> None:
    """The way to save the view, in the sidebar; what is inside is drawn when it is opened."""
    if not view.page.narrows:
        return
    key = view.address.name("save")
    with st.sidebar:
        opened = st.popover(
            "Save this view", icon=":material/bookmark_add:", width="stretch", key=key, on_change="rerun"
        )
    if opened.open:
        with opened:
            _inside(view)


def _inside(view: View) -> None:
    if view.library.stored is None:
        muted("This is a sample, which keeps nothing. Copy it into a library of your own, and save views there.")
        st.button("Copy it", icon=":material/content_copy:", key="save-copy", on_click=lambda: _copy(view))
    elif not view.may("editor"):
        muted("You may read this library. To save a view in it, ask one of its owners to make you an editor.")
    elif view.selection.get(AT):
        muted("This is the library as it was. Go back to how it is now, and save the view there.")
    else:
        _form(view, open_shared().dashboards.all(visitor(), view.library.stored.id))
    _draw_result(view)


def _form(view: View, there: tuple[Dashboard, ...]) -> None:
    new = True
    if there:
        key = view.address.name("save-where")
        where = st.segmented_control(
            "Save it", list(WHERE), format_func=WHERE.__getitem__, key=key, default="new", required=True
        )
        new = where == "new"
    with st.form(view.address.name(f"save-{_mark(view)}"), border=False):
        (_new if new else _add)(view, there)


def _new(view: View, there: tuple[Dashboard, ...]) -> None:  # noqa: ARG001 - called like _add
    title, note = (view.address.name(f"save-{part}-{_mark(view)}") for part in ("title", "note"))
    st.text_input("Title", suggest_title(view), key=title, max_chars=TITLE_LENGTH)
    st.text_area("Note", key=note, max_chars=NOTE_LENGTH, height=100, placeholder="What is to be seen here?")
    name = signing.ask(view, "save")

    def save() -> Dashboard:
        library = view.library.stored
        assert library is not None  # noqa: S101 - samples have no form
        sketch = Sketch(view.address.word(title), (block_of(view),), view.address.word(note))
        return open_shared().dashboards.save(signing.sign(view, name), library.id, sketch)

    st.form_submit_button("Save", type="primary", on_click=lambda: _attempt(view, save))


def _add(view: View, there: tuple[Dashboard, ...]) -> None:
    which, before = (view.address.name(f"save-{part}") for part in ("which", "before"))
    titles = {each.address: each.title for each in there}
    st.selectbox("Dashboard", list(titles), format_func=titles.__getitem__, key=which)
    st.text_area("Text before the view", key=before, max_chars=NOTE_LENGTH, height=100)
    name = signing.ask(view, "save")

    def save() -> Dashboard:
        board = open_shared().dashboards.open(visitor(), view.address.word(which))
        text = view.address.word(before).strip()
        blocks = (*board.blocks, *([Passage(text)] if text else []), block_of(view))
        sketch = Sketch(board.title, blocks, board.note)
        return open_shared().dashboards.edit(signing.sign(view, name), board, sketch)

    st.form_submit_button("Add", type="primary", on_click=lambda: _attempt(view, save))


def block_of(view: View) -> SavedView:
    """The view as a dashboard keeps it."""
    query = without_dashboard(view.selection).to_query()
    return SavedView(view.page.name, urlencode(query, doseq=True))


def suggest_title(view: View) -> str:
    """What the view could be called: the page and what is in view."""
    return f"{view.page.title}: {view.part.words}"[:TITLE_LENGTH]


def _mark(view: View) -> str:
    """Tells this view's form from that of the next view, whose title is another one."""
    return format(zlib.crc32(block_of(view).query.encode("utf-8", "replace")), "x")


def _attempt(view: View, save: Callable[[], Dashboard]) -> None:
    result = _saved(view)
    result.address, result.trouble, result.view = "", "", view.selection
    try:
        result.address = save().address
    except OeuvreError as error:
        result.trouble = str(error)


def _draw_result(view: View) -> None:
    result = _saved(view)
    if result.view != view.selection:
        return
    if result.trouble:
        say(result.trouble, ":material/error:")
    if result.address:
        say("Saved. This address opens it:", ":material/check_circle:")
        st.code(short_link(view, result.address), language=None, wrap_lines=True)
        query = to_dashboard(result.address)
        page = page_called("Dashboards")
        st.page_link(page.path, label="Open the dashboard", icon=page.icon, query_params=query)


def _copy(view: View) -> None:
    """Make the same view in a library of the visitor's own."""
    made = copy_sample(view.library.name)
    view.address.choose(lambda now: replace(now, library=name_in_links(made)))


def _saved(view: View) -> Saved:
    return view.address.remember("sharing.saved", Saved)
