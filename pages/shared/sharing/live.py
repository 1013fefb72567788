"""What others did meanwhile: a quiet line says so and offers to look; nothing moves before the reader asks for it."""

import streamlit as st

from lib import store, words
from lib.errors import StoreError
from pages.shared.stored import open_shared, visitor

EVERY = 10  # seconds between two questions to the store


def watch(library: store.Library | None) -> None:
    """Look for changes after those that this run has shown; nobody changes a sample library."""
    if library is not None:
        with st.bottom:
            _look(library.id, library.changes)


@st.fragment(run_every=EVERY)
def _look(library_id: str, shown: int) -> None:
    said = news(library_id, shown)
    if not said:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="news"):
        st.text(said)
        if st.button("Refresh", icon=":material/refresh:", key="refresh", type="tertiary"):
            st.rerun()


def news(library_id: str, shown: int) -> str:
    """What others did in the library after its change number `shown`; "" for nothing. One's own deeds are no news."""
    me = visitor()
    try:
        events = open_shared().events.since(me, library_id, shown)
    except StoreError as error:
        return str(error)
    # Who is alone has one name in all windows; what this one did, it has shown, because an action ends in a run.
    return words.dashboards.news(event for event in events if me.alone or event.by != me.signature)
