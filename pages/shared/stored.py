"""The store as the pages see it: opened once for all sessions of a server, and asked in the visitor's name.

A store that cannot be opened takes nothing else down: the sample libraries need none, and its message is shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import streamlit as st

from lib.corpus import Corpus, build_corpus
from lib.dumps.model import Dump
from lib.errors import StoreError
from lib.samples import sample_libraries
from lib.store import Actor, Library, Store, alone, open_store
from lib.store.corrections import decisions
from lib.store.places import database_url


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

    def __init__(self, library: Library, ids: tuple[str, ...]) -> None:
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


def build(library: Library) -> tuple[Corpus, Dumps]:
    """The library's corpus as its dumps and its readers' corrections make it, and those dumps."""
    store, actor = open_shared(), visitor()
    log = store.corrections.log(actor, library.id)
    ids = tuple(dump.id for dump in store.dumps.all(actor, library.id) if dump.removed is None)
    dumps = Dumps(library, ids)
    return build_corpus(dumps.values(), decisions(log)), dumps
