"""Registers the pages and runs the chosen one; what is around a page is drawn by pages/shared/frame.py."""

import streamlit as st

from pages.shared.contents import BY_LINK, CONTENTS, HOME
from pages.shared.frame import run

st.set_page_config(page_icon="🔭", layout="wide", initial_sidebar_state="auto")
chosen = st.navigation(
    {
        section: [
            st.Page(page.path, title=page.title, icon=page.icon, url_path=page.name, default=page.name == HOME)
            for page in pages
        ]
        for section, pages in {**CONTENTS, "": BY_LINK}.items()
    },
    position="hidden",
)
run(chosen)
