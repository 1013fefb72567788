"""A library as it was: the line that says so on every page, and the way back to how it is now."""

import streamlit as st

from lib import words
from lib.selection import Selection
from lib.selection.options import AT
from pages.shared.cached import Library
from pages.shared.contents import Page
from pages.shared.registered import way_to
from pages.shared.stored import open_shared, visitor


def draw(page: Page, library: Library, selection: Selection) -> None:
    """Draw nothing where the link asks for the library as it is now."""
    at = selection.get(AT)
    if not at:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        st.text(_said(page, library, at), width="stretch")
        now = selection.set(AT, 0).to_query()
        st.page_link(way_to(page), label="As it is now", icon=":material/update:", query_params=now, width="content")


def _said(page: Page, library: Library, at: int) -> str:
    if library.stored is None:
        return "The link asks for this library as it was; a sample never changes."
    if not page.past:
        return "The link asks for this library as it was; this page shows it as it is now."
    opened = open_shared()
    now = opened.frames.content_id(visitor(), library.stored.id)
    then = opened.frames.content_id(visitor(), library.stored.id, at)
    return words.dashboards.past(opened.events.moment(visitor(), library.stored.id, at), at, same=now == then)
