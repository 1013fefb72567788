"""A sample library says that it cannot be changed, and offers a copy that can."""

import streamlit as st

from pages.shared.library.libraries import copy_sample, create
from pages.shared.makers import barred
from pages.shared.notes import attempt
from pages.shared.notice import muted, say
from pages.shared.view import View


def draw(view: View) -> None:
    """Draw nothing for a library of the visitor's own."""
    if view.library.stored:
        return
    say("This is a sample library: look at everything, change nothing.", ":material/lock:")
    if others := barred():
        muted(others)
        return
    key = view.address.name("first-name")
    with st.container(horizontal=True):
        st.button(
            "Copy it into a library of your own",
            key="copy-sample",
            icon=":material/content_copy:",
            on_click=lambda: attempt(view, lambda: copy_sample(view)),
        )
        with st.popover("Begin an empty library", icon=":material/add:"):
            st.text_input("Its name", "My library", key=key, max_chars=100)
            st.button(
                "Begin", key="begin", on_click=lambda: attempt(view, lambda: create(view, view.address.word(key)))
            )
