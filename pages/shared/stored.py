"""The store as the pages see it: opened once for all sessions of a server, and asked in the visitor's name.

A store that cannot be opened takes nothing else down: the sample libraries need none, and its message is shown.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from lib.corpus import Corpus
from lib.dumps.model import Dump
from lib.errors import StoreError
from lib.samples import sample_libraries
from lib.store import Actor, Library, Store, alone, open_store
from lib.store.places import database_url

ROOT = Path(__file__).parents[2]
LARGE = 500_000  # bytes of dumps that take over 0.3 s to read: that is done in a process of its own


def visitor() -> Actor:
    """Who asks: the one person of a server without sign-in."""
    return alone()


def open_shared() -> Store:
    """The store of this server; StoreError when it cannot be opened."""
    return _opened(str(database_url()))


@st.cache_resource(max_entries=4, show_spinner=False, on_release=Store.close)
def _opened(address: str) -> Store:  # noqa: ARG001 - the address is the key
    return open_store()


@dataclass(frozen=True)
class Listing:
    """The libraries that the visitor may read, by their names in links; `trouble` says why there are none."""

    libraries: Mapping[str, Library]
    trouble: str = ""


def list_libraries() -> Listing:
    """The libraries of the store as they are now: each run asks anew, so that what others change is seen."""
    try:
        found = open_shared().libraries.all(visitor())
    except StoreError as error:
        return Listing({}, str(error))
    return Listing({name_in_links(library): library for library in found})


def name_in_links(library: Library) -> str:
    """What links call the library: its slug, with its id where a sample library is called so."""
    samples = {sample.name for sample in sample_libraries()}
    return f"{library.slug}~{library.id}" if library.slug in samples else library.slug


class Dumps(Mapping[str, Dump]):
    """The dumps of a stored library by their ids, each read from its text when it is asked for."""

    def __init__(self, library: Library, ids: Iterable[str]) -> None:
        self._library = library
        self._ids = dict.fromkeys(ids)

    def __getitem__(self, dump_id: str) -> Dump:
        if dump_id not in self._ids:
            raise KeyError(dump_id)
        return open_shared().dumps.read(visitor(), self._library.id, dump_id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def open_corpus(library: Library) -> Corpus:
    """The library's corpus as its dumps and its readers' corrections make it now.

    It is known by its content: equal libraries share it, and no other content can be shown in its place.
    """
    return _corpus(library, open_shared().frames.content_id(visitor(), library.id))


@st.cache_resource(max_entries=8, show_spinner="Reading the library …")
def _corpus(_library: Library, content_id: str) -> Corpus:  # noqa: ARG001 - the id of the content is the key
    if _library.size > LARGE:
        # Whatever comes of it, the next line opens the library: it is only quicker where the frames are there already.
        subprocess.run([sys.executable, "-m", "lib.store", _library.id], cwd=ROOT, check=False, capture_output=True)  # noqa: S603 - our own module
    return open_shared().frames.open_corpus(visitor(), _library.id)
