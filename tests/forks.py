"""Processes that need not import everything again: each is forked from one that has, and has nothing else of it.

Python keeps one such process for whatever asks for it, so all tests share what it imports (tests/preload.py).
"""

from multiprocessing import get_context

FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(["tests.preload"])
