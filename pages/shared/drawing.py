"""That a page is still being drawn: said under its heading until its last figure is there."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar

import streamlit as st

MANY = 2_000  # papers of a library: fewer are drawn before anybody could read that they are
_until_drawn: ContextVar[ExitStack | None] = ContextVar("until_drawn", default=None)


@contextmanager
def drawn() -> Iterator[None]:
    """Around a page: what is announced in it is taken away when it ends, however it ends."""
    with ExitStack() as end:
        token = _until_drawn.set(end)
        end.callback(_until_drawn.reset, token)
        yield


def announce(papers: int) -> None:
    """Say from here on how many papers are being drawn, if that takes longer than half a second."""
    end = _until_drawn.get()
    if end and papers > MANY:
        end.enter_context(st.spinner(f"Drawing {papers:,} papers, figure by figure …"))
