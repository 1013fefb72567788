"""The store as the pages see it: opened once for all sessions of a server, and asked in the visitor's name.

A store that cannot be opened takes nothing else down: the sample libraries need none, and its message is shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import streamlit as st

from lib.corpus import Corpus
from lib.dumps.model import Dump
from lib.errors import StoreError
from lib.samples import sample_libraries
from lib.store import Actor, Library, Role, Store, Upload, open_store
from lib.store.places import database_url
from lib.work import run_module
from pages.shared import caller
from pages.shared.work import Running, wait_for

LARGE = 500_000  # bytes of dumps that take over 0.3 s to read: that is done in a process of its own


def visitor() -> Actor:
    """Who asks. Call it while the page runs: what is made later, when a file is downloaded, no longer knows."""
    return caller.visitor()


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


def role_in(library: Library) -> Role | None:
    """What the visitor may do in the library."""
    return open_shared().members.role(visitor(), library.id)


def name_in_links(library: Library) -> str:
    """What links call the library: its slug, with its id where a sample library is called so."""
    samples = {sample.name for sample in sample_libraries()}
    return f"{library.slug}~{library.id}" if library.slug in samples else library.slug


def copy_sample(name: str) -> Library:
    """A library of the visitor's own, made from the sample library that links call so."""
    sample = next(sample for sample in sample_libraries() if sample.name == name)
    opened, actor = open_shared(), visitor()
    taken = {library.name.casefold() for library in opened.libraries.all(actor)}
    names = (f"{sample.title}{number}" for number in ("", *(f" {each}" for each in range(2, len(taken) + 3))))
    made = opened.libraries.create(actor, next(name for name in names if name.casefold() not in taken))
    for _ in opened.dumps.take_in(actor, made.id, (Upload(f.file, f.text.encode(), f.captured) for f in sample.files)):
        pass
    return opened.libraries.get(actor, made.id)


class Dumps(Mapping[str, Dump]):
    """The dumps of a stored library by their ids, each read from its text when it is first asked for."""

    def __init__(self, library: Library, ids: Iterable[str]) -> None:
        self._library = library
        self._ids = dict.fromkeys(ids)

    def __getitem__(self, dump_id: str) -> Dump:
        if dump_id not in self._ids:
            raise KeyError(dump_id)
        return _dump(self._library.id, self._library.changes, dump_id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


@st.cache_resource(max_entries=16, show_spinner="Reading this dump …")
def _dump(library_id: str, changes: int, dump_id: str) -> Dump:  # noqa: ARG001 - with each change it may read otherwise
    return open_shared().dumps.read(visitor(), library_id, dump_id)


def text_of(library: Library, dump_id: str) -> str:
    """The text of one of the library's dumps, as it came in."""
    return open_shared().dumps.text(visitor(), library.id, dump_id)


def open_corpus(library: Library, at: int | None = None) -> Corpus:
    """The library's corpus as its dumps and its readers' corrections make it now, or made it after its change `at`.

    It is known by its content: equal libraries share it, and no other content can be shown in its place.
    """
    opened = open_shared().frames
    content_id = opened.content_id(visitor(), library.id, at)
    if library.size > LARGE and not opened.kept(content_id):
        wait_for(_building(library.id, content_id, at), _building.clear)
    return _corpus(library, content_id, at)


@st.cache_resource(max_entries=16, show_spinner=False)
def _building(library_id: str, content_id: str, at: int | None) -> Running[None]:  # noqa: ARG001 - a part of the key
    """The process that builds the frames: others wait for none of it, and who asked sees how far it is."""
    change = "" if at is None else str(at)
    return Running(lambda: run_module("The library", "lib.store", "frames", library_id, change), lambda: None)


@st.cache_resource(max_entries=8, show_spinner="Reading the library …")
def _corpus(_library: Library, content_id: str, _at: int | None) -> Corpus:  # noqa: ARG001 - the content's id is the key
    return open_shared().frames.open_corpus(visitor(), _library.id, _at)
