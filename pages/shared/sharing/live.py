"""What others did meanwhile: a quiet line says so and offers to look; nothing moves before the reader asks for it."""

import streamlit as st

from lib import store, words
from lib.errors import StoreError
from pages.shared.stored import open_shared, visitor

EVERY = 10  # seconds between two questions to the store
MOST = 500  # changes that are counted
# Above the page and not in it: a line that came into the page would move what the reader looks at. What is around a
# container of Streamlit is what takes part in the page's layout, so that is what is lifted out of it.
_ABOVE = (
    "<style>[data-testid=stLayoutWrapper]:has(> .st-key-news){position:fixed;right:1rem;bottom:1rem;width:fit-content;"
    "max-width:min(36rem,calc(100vw - 2rem));z-index:99}.st-key-news-line{padding:.4rem 1rem;background:Canvas}</style>"
)


def watch(library: store.Library | None) -> None:
    """Look for changes after those that this run has shown; nobody changes a sample library."""
    if library is not None:
        with st.container(key="news"):
            st.html(_ABOVE)
            _look(library.id, library.changes)


@st.fragment(run_every=EVERY)
def _look(library_id: str, shown: int) -> None:
    said = news(library_id, shown)
    if not said:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small", key="news-line"):
        st.text(said, width="content")
        if st.button("Refresh", icon=":material/refresh:", key="refresh", type="tertiary"):
            st.rerun()


def news(library_id: str, shown: int) -> str:
    """What others did in the library after its change number `shown`; "" for nothing. One's own deeds are no news."""
    me = visitor()
    try:
        events = open_shared().events.since(me, library_id, shown, MOST)
    except StoreError as error:
        return str(error)
    # Who is alone has one name in all windows; what this one did, it has shown, because an action ends in a run.
    return words.dashboards.news(event for event in events if me.alone or event.by != me.signature)
