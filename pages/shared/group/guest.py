"""What a link shows to people without an account: the views of one dashboard, as its library is now.

Each run asks the store whether the link still counts. What was removed from the library since is not shown.
"""

from dataclasses import dataclass

import streamlit as st

from lib.corpus import Corpus
from lib.errors import StoreError
from lib.store import Shared
from pages.shared.address import Address
from pages.shared.notice import muted, prose, say, titled
from pages.shared.sharing import story
from pages.shared.sidebar import BRAND
from pages.shared.stored import open_shared


@dataclass
class Visit:
    """Whether this visit was counted."""

    counted: bool = False


def draw(token: str, address: Address) -> None:
    """The dashboard, or why the link shows nothing."""
    try:
        shared = _open(token, address.remember(f"guest.{token}", Visit))
        corpus = _corpus(token, shared.content_id)
    except StoreError as error:
        titled("This link shows nothing", level=1)
        say(str(error), ":material/link_off:")
        return
    dashboard = shared.dashboard
    st.set_page_config(page_title=dashboard.title)
    titled(dashboard.title, level=1)
    muted(
        f"{shared.library_name} · saved on {dashboard.saved_at:%Y-%m-%d} · "
        f"this link works until {shared.ends_at:%Y-%m-%d %H:%M} UTC"
    )
    if dashboard.note:
        prose(dashboard.note)
    story.tell(dashboard, corpus, shared.library_name)
    st.html(BRAND)


def _open(token: str, visit: Visit) -> Shared:
    shared = open_shared().links.open(token, again=visit.counted)
    visit.counted = True
    return shared


@st.cache_resource(max_entries=4, show_spinner="Reading the dashboard …")
def _corpus(_token: str, content_id: str) -> Corpus:  # noqa: ARG001 - the id of the content is the key
    return open_shared().links.open_corpus(_token)
