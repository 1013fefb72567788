"""Registers the pages and runs the chosen one; what is around a page is drawn by pages/shared/frame.py."""

import streamlit as st

from pages.shared.frame import run
from pages.shared.registered import registered

st.set_page_config(page_icon="🔭", layout="wide", initial_sidebar_state="auto")
run(st.navigation(list(registered().values()), position="hidden"))
