"""The pages as Streamlit knows them, made once for each visit.

Streamlit looks for a page's file whenever a page is made and whenever a link names its path: with a link to every page
beside every page, that took as long as a figure. A link to what is made here asks the file system nothing.
"""

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from pages.shared.contents import BY_LINK, CONTENTS, HOME, Page


@st.cache_resource(scope="session", show_spinner=False)
def registered() -> dict[str, StreamlitPage]:
    """Every page by its name. They are of one visit alone: Streamlit notes in them which one may run."""
    return {
        page.name: st.Page(page.path, title=page.title, icon=page.icon, url_path=page.name, default=page.name == HOME)
        for page in (*(page for pages in CONTENTS.values() for page in pages), *BY_LINK)
    }


def way_to(page: Page) -> StreamlitPage:
    """What a link to the page names."""
    return registered()[page.name]
