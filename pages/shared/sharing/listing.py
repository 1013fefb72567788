"""The dashboards of a library: found by words, opened, and brought back when they were retired."""

import streamlit as st

from lib import words
from lib.selection import Selection
from lib.selection.options import FIND, SHELF
from lib.store import Dashboard
from pages.shared.contents import page_called
from pages.shared.makers import barred
from pages.shared.notes import attempt
from pages.shared.notice import muted, say, titled
from pages.shared.registered import way_to
from pages.shared.sharing import signing
from pages.shared.sharing.place import to_dashboard
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View

SHELVES = {"current": "In use", "retired": "Retired"}


def draw(view: View) -> None:
    """All dashboards, or those that have the words."""
    library = view.library.stored
    if library is None:
        if others := barred():
            say(f"A sample library keeps no dashboards. {others}")
            return
        say("A sample library keeps no dashboards. Choose one of your own, or copy this sample into one.")
        page, query = page_called("Library"), Selection(library=view.library.name).to_query()
        st.page_link(way_to(page), label="Copy it on Library", icon=page.icon, query_params=query)
        return
    find, shelf = view.option(FIND), view.option(SHELF, SHELVES)
    found = open_shared().dashboards.all(visitor(), library.id, find, retired=shelf == "retired")
    muted(words.dashboards.listing(len(found), find, shelf))
    if not found and not find and shelf == "current":
        say("Open any page, set it as you like, and choose “Save this view” in the sidebar.", ":material/bookmark_add:")
    now = open_shared().frames.content_id(visitor(), library.id)
    waiting = open_shared().comments.waiting(visitor(), library.id)
    for each in found:
        _entry(view, each, words.dashboards.state(waiting.get(each.id, 0), same=each.content_id == now))


def _entry(view: View, dashboard: Dashboard, state: str) -> None:
    with st.container(border=True, gap="xxsmall"):
        titled(dashboard.title)
        muted(words.dashboards.facts(dashboard) + state)
        if dashboard.note:
            muted(words.dashboards.beginning(dashboard.note))
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            query = to_dashboard(dashboard.address)
            st.page_link(way_to(view.page), label="Open", icon=":material/arrow_forward:", query_params=query)
            if dashboard.retired_at and view.may("editor"):
                st.button(
                    "Bring back",
                    key=f"bring-back-{dashboard.id}",
                    type="tertiary",
                    on_click=lambda: attempt(view, lambda: bring_back(view, dashboard)),
                )


def bring_back(view: View, dashboard: Dashboard) -> str:
    """Put a retired dashboard into the list again."""
    open_shared().dashboards.bring_back(signing.signer(view), dashboard)
    return f"“{dashboard.title}” is in the list again."
