"""Processes that need not import everything again: each is forked from one that has, and has nothing else of it.

Python keeps one such process for whatever asks for it, so all tests share what it imports: what is slow and knows no
visit. The pages are not in it, because a server imports them when somebody visits it first.
"""

from multiprocessing import get_context

_STREAMLIT = ["cli", "server.starlette.starlette_server"]
_LIB = ["charts", "export", "network", "opening", "report", "tables", "words"]
_LATE = ["pyarrow.dataset", "streamlit.emojis", "streamlit.material_icon_names", "uvicorn"]  # at a first visit

FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(
    [f"streamlit.web.{name}" for name in _STREAMLIT] + [f"lib.{name}" for name in _LIB] + _LATE
)
