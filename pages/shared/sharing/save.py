"""Save this view: as a dashboard of its own, or at the end of one that is there."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

import streamlit as st

from lib import tables
from lib.errors import OeuvreError
from lib.selection.options import AT
from lib.store import Dashboard, Passage, SavedView, Sketch
from lib.store.dashboards import NOTE_LENGTH, TITLE_LENGTH
from pages.shared.contents import page_called
from pages.shared.makers import barred
from pages.shared.notice import muted, say
from pages.shared.registered import way_to
from pages.shared.sharing import signing
from pages.shared.sharing.place import short_link, to_dashboard, without_dashboard
from pages.shared.stored import copy_sample, name_in_links, open_shared, visitor
from pages.shared.view import View

WHERE = {"new": "As a new dashboard", "add": "In one that is here"}


@dataclass
class Saving:
    """The view for which the question stands open, and the one that was saved last with its dashboard's address."""

    asked: SavedView | None = None
    saved: SavedView | None = None
    address: str = ""

    def open_for(self, view: View) -> None:
        """Ask how to save this view."""
        self.asked = block_of(view)

    def close(self) -> None:
        """Ask nothing any more."""
        self.asked = None


def draw(view: View) -> None:
    """The way to save the view, in the sidebar, and what came of it."""
    if not view.page.narrows:
        return
    with st.sidebar:
        st.button(
            "Save this view",
            icon=":material/bookmark_add:",
            width="stretch",
            key=view.address.name("save"),
            on_click=lambda: _saving(view).open_for(view),
        )
        _draw_result(view)
    if _saving(view).asked == block_of(view):
        st.dialog("Save this view", on_dismiss=lambda: _saving(view).close())(_ask)(view)


def _ask(view: View) -> None:
    if view.library.stored is None:
        if others := barred():
            muted(f"This is a sample, which keeps nothing. {others}")
            return
        muted("This is a sample, which keeps nothing. Copy it into a library of your own, and save views there.")
        if st.button("Copy it", icon=":material/content_copy:", key="save-copy"):
            _copy(view)
    elif not view.may("editor"):
        muted("You may read this library. To save a view in it, ask one of its owners to make you an editor.")
    elif view.selection.get(AT):
        muted("This is the library as it was. Go back to how it is now, and save the view there.")
    else:
        _form(view, open_shared().dashboards.all(visitor(), view.library.stored.id))


def _form(view: View, there: tuple[Dashboard, ...]) -> None:
    where = "new"
    if there:
        key = view.address.name("save-where")
        where = st.segmented_control(
            "Save it", list(WHERE), format_func=WHERE.__getitem__, key=key, default="new", required=True
        )
    with st.form(view.address.name(f"save-{where}"), border=False):
        if where == "new":
            _new(view)
        else:
            _add(view, there)


def _new(view: View) -> None:
    title, note = (view.address.name(f"save-{part}-{_mark(view)}") for part in ("title", "note"))
    st.text_input("Title", suggest_title(view), key=title, max_chars=TITLE_LENGTH)
    st.text_area("Note", key=note, max_chars=NOTE_LENGTH, height=100, placeholder="What is to be seen here?")
    name = signing.ask(view, "save")

    def save() -> Dashboard:
        library = view.library.stored
        assert library is not None  # noqa: S101 - samples have no form
        sketch = Sketch(view.address.word(title), (block_of(view),), view.address.word(note))
        return open_shared().dashboards.save(signing.sign(view, name), library.id, sketch)

    if st.form_submit_button("Save", icon=":material/check:"):
        _attempt(view, save)


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

    if st.form_submit_button("Add", icon=":material/add:"):
        _attempt(view, save)


def block_of(view: View) -> SavedView:
    """The view as a dashboard keeps it."""
    query = without_dashboard(view.selection).to_query()
    return SavedView(view.page.name, urlencode(query, doseq=True))


def suggest_title(view: View) -> str:
    """What the view could be called: the opened paper, or the page and what is in view."""
    paper = tables.papers.find(view.corpus, view.selection.paper) if view.page.searches else None
    return (f"{view.page.title}: {view.part.words}" if paper is None else str(paper["title"]))[:TITLE_LENGTH]


def _mark(view: View) -> str:
    """Tells this view's form from that of the next view, whose title is another one."""
    return format(zlib.crc32(block_of(view).query.encode("utf-8", "replace")), "x")


def _attempt(view: View, save: Callable[[], Dashboard]) -> None:
    """Save it and close the question; or say why not, with all that was typed still there."""
    try:
        made = save()
    except OeuvreError as error:
        say(str(error), ":material/error:")
        return
    saving = _saving(view)
    saving.asked, saving.saved, saving.address = None, block_of(view), made.address
    st.rerun()


def _draw_result(view: View) -> None:
    saving = _saving(view)
    if saving.saved != block_of(view):
        return
    muted("Saved. This address opens it:")
    st.code(short_link(view, saving.address), language=None, wrap_lines=True)
    page = page_called("Dashboards")
    query = to_dashboard(saving.address)
    st.page_link(way_to(page), label="Open the dashboard", icon=page.icon, query_params=query)


def _copy(view: View) -> None:
    """Make the same view in a library of the visitor's own."""
    made = copy_sample(view.library.name)
    _saving(view).close()
    view.address.choose(lambda now: replace(now, library=name_in_links(made)))
    st.rerun()


def _saving(view: View) -> Saving:
    return view.address.remember("sharing.saving", Saving)
