"""A message to the reader that may hold words from a dump or a link: shown as text, never as Markdown."""

import streamlit as st


def say(message: str, icon: str = ":material/info:") -> None:
    """Show the message in a box of its own."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(icon, width="content")
        st.text(message, width="stretch")
