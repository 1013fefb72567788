"""Who uploaded, corrected, shared and removed what, when: for owners, to filter and to take away."""

import streamlit as st

from lib import tables, words
from pages.shared.figure import download, rows
from pages.shared.notice import muted, say
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View

MOST = 20_000  # changes that are listed; a file that comes in is one
HEIGHT = 420


def draw(view: View) -> None:
    """The list, with the ways to narrow it by person and by deed."""
    library = view.library.stored
    assert library is not None  # noqa: S101 - only owners of a stored library come here
    st.subheader("What happened", anchor="what-happened")
    events = open_shared().events.audit(visitor(), library.id, limit=MOST)
    with st.container(horizontal=True):
        by = st.multiselect(
            "Who", sorted({each.by for each in events}), key=view.address.name("by"), placeholder="Everybody", width=320
        )
        deeds = st.multiselect(
            "What", sorted({each.what for each in events}), key=view.address.name("deed"), placeholder="Everything",
            width=320,
        )  # fmt: skip
    table = tables.group.audit(events, by, deeds)
    muted(words.group.audit(table, len(events)))
    if len(events) == MOST:
        say(f"Only the newest {MOST:,} changes are listed.")
    if len(table):
        rows(table, "audit", "auto" if len(table) <= 10 else HEIGHT)
        download(lambda: table, "what-happened")
