"""Whole libraries: made, renamed, copied, deleted and brought back, exported to one file and imported again."""

from datetime import UTC, datetime
from functools import partial
from io import BytesIO

import streamlit as st

from lib import store, tables, words
from lib.selection import Selection
from lib.selection.options import PART
from lib.store.libraries import UNDO_DELETION
from lib.store.limits import UPLOAD_MB
from lib.store.whole import LARGE, order_export
from pages.shared import stored
from pages.shared.frame import show_table
from pages.shared.library import errands
from pages.shared.makers import barred
from pages.shared.making import Offer, offer
from pages.shared.notes import attempt
from pages.shared.notice import muted, say
from pages.shared.stored import list_libraries, name_in_links, open_shared, role_in, visitor
from pages.shared.view import View

MIME = "application/octet-stream"


def draw(view: View) -> None:
    """Every library that the visitor may read, and what can be done with the one that is open."""
    listing = list_libraries()
    if listing.trouble:
        say(listing.trouble, ":material/error:")
        return
    errands.draw(view.address, lambda library: go_to(view, library))
    table = tables.library.libraries(listing.libraries.values())
    others = barred()
    show_table("Your libraries", table, words.library.libraries(table, others))
    if not others:
        columns = st.grid(2, min_column_width=380, gap="medium")
        with columns.cell():
            _create(view)
        with columns.cell():
            _take_back(view)
    elif len(table):
        muted(others)
    if view.library.stored:
        _open_one(view, view.library.stored, copies=not others)
    _deleted(view)


def _create(view: View) -> None:
    st.subheader("A new library", anchor=False)
    key = view.address.name("new-name")
    st.text_input("Its name", key=key, max_chars=100, placeholder="Our group")
    st.button("Create", key="create", on_click=lambda: attempt(view, lambda: create(view, view.address.word(key))))


def create(view: View, name: str) -> str:
    """Make an empty library and open it."""
    made = open_shared().libraries.create(visitor(), name)
    go_to(view, made)
    return f"“{made.name}” is ready. Bring your dumps in."


def go_to(view: View, library: store.Library, part: str = "dumps") -> None:
    """Open the library on this page."""
    view.address.choose(lambda _: Selection(library=name_in_links(library)).set(PART, part))


def copy_sample(view: View) -> str:
    """Make a library of the visitor's own from the sample that is open, and open it."""
    made = stored.copy_sample(view.library.name)
    go_to(view, made)
    return f"“{made.name}” is a library of your own now, with {made.files} files. Change in it what you like."


def _take_back(view: View) -> None:
    st.subheader("From a file", anchor=False)
    name = view.address.name("import-name")
    file = st.file_uploader("A library that was exported", key=view.address.name("import"), max_upload_size=UPLOAD_MB)
    muted(f"Over {UPLOAD_MB} MB it comes in on the server: python -m lib import FILE")
    st.text_input("Under another name", key=name, max_chars=100, placeholder="As it was called")
    st.button("Import", key="import", disabled=file is None, on_click=lambda: attempt(view, lambda: take_back(name)))

    def take_back(key: str) -> str:
        assert file is not None  # noqa: S101 - the button is disabled without one
        if file.size > LARGE:
            return errands.import_apart(view.address, visitor(), file.getvalue(), view.address.word(key))
        made = open_shared().archives.take_in(visitor(), BytesIO(file.getvalue()), view.address.word(key) or None)
        library = open_shared().libraries.get(visitor(), made)
        go_to(view, library)
        return f"“{library.name}” is here, with its corrections."


def _open_one(view: View, library: store.Library, *, copies: bool) -> None:
    st.subheader("This library", anchor=False)
    st.text(library.name)
    muted(words.library.facts(library))
    columns = st.grid(2, min_column_width=380, gap="medium")
    if view.may("owner"):
        with columns.cell():
            _named(view, library, "Rename", library.name)
    if copies:
        with columns.cell():
            _named(view, library, "Copy", f"{library.name} (copy)"[:100])
    _export(view, library)
    if view.may("owner"):
        with st.popover("Delete", icon=":material/delete:"):
            muted(f"For {UNDO_DELETION.days} days it can be brought back; then it is gone for good.")
            st.button("Delete this library", key="delete", on_click=lambda: attempt(view, lambda: delete(view)))


def _export(view: View, library: store.Library) -> None:
    actor = visitor()
    here = partial(export, actor, library) if library.size <= LARGE else None
    file, order = f"{library.slug}.oeuvre", order_export(actor, library)
    offer(view.address, "whole", [Offer("Export to one file", "the library", file, MIME, order, here)])


def export(actor: store.Actor, library: store.Library) -> bytes:
    """The library with its log of corrections in one file, for somebody who may read it."""
    stream = BytesIO()
    open_shared().archives.export(actor, library.id, stream)
    return stream.getvalue()


def _named(view: View, library: store.Library, verb: str, suggested: str) -> None:
    """A name to type and a button: the library is renamed, or copied, to it."""
    key = view.address.name(f"{verb.lower()}-{library.id}-{library.changes}")

    def do() -> str:
        libraries, name = open_shared().libraries, view.address.word(key)
        if verb == "Rename":
            return f"It is called “{libraries.rename(visitor(), library.id, name).name}” now; links to it still work."
        if library.size > LARGE:
            return errands.copy_apart(view.address, visitor(), library, name)
        made = libraries.copy(visitor(), library.id, name)
        go_to(view, made)
        return f"“{made.name}” is a copy with all dumps and corrections."

    st.text_input(f"{verb} it to", suggested, key=key, max_chars=100)
    st.button(verb, key=f"{verb.lower()}-it", on_click=lambda: attempt(view, do))


def delete(view: View) -> str:
    """Put the open library away, and show the list of those that are left."""
    library = view.library.stored
    assert library is not None  # noqa: S101 - only a library of the store has the button
    open_shared().libraries.delete(visitor(), library.id)
    view.address.choose(lambda _: Selection().set(PART, "libraries"))
    return f"“{library.name}” is deleted. It can be brought back for {UNDO_DELETION.days} days."


def _deleted(view: View) -> None:
    gone = open_shared().libraries.all(visitor(), deleted=True)
    if not gone:
        return
    st.subheader("Deleted", anchor=False)
    for library in gone:
        assert library.deleted_at is not None  # noqa: S101 - that is what was asked for
        left = (library.deleted_at + UNDO_DELETION - datetime.now(UTC)).days
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(library.name, width="content")
            muted(f"deleted by {library.deleted_by} on {library.deleted_at:%Y-%m-%d}; {left} days left")
            if role_in(library) == "owner":
                st.button(
                    "Bring back",
                    key=f"back-{library.id}",
                    on_click=lambda library=library: attempt(view, lambda: bring_back(view, library)),
                )


def bring_back(view: View, library: store.Library) -> str:
    """Undo a deletion, and open the library."""
    back = open_shared().libraries.bring_back(visitor(), library.id)
    go_to(view, back)
    return f"“{back.name}” is back, with all that was in it."
