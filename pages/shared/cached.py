"""What is slow to make and the same for everyone, kept between runs: keyed by content, bounded, and read-only.

Frames are handed out as they are (`cache_resource`): a copy for each run would cost more than the page. Streamlit takes
a sample of a large frame when it hashes one, so none is ever part of a key: a corpus's id and a link's words are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

import streamlit as st

from lib import store
from lib.corpus import Corpus, build_corpus
from lib.dumps.model import Dump
from lib.samples import load_sample, sample_libraries
from lib.search import Found
from lib.selection import Selection, apply, describe, missing
from lib.selection.filter import TopicPapers
from pages.shared import stored
from pages.shared.memory import recall


@dataclass(frozen=True, eq=False)
class Library:
    """One library: what it is called, the dumps it was read from (their text is the truth), and its corpus.

    `stored` is what the store says of it; None for a sample library, which nobody can change. `role` is what the
    visitor may do in it.
    """

    name: str
    title: str
    about: str
    dumps: Mapping[str, Dump]
    corpus: Corpus
    stored: store.Library | None = None
    role: store.Role | None = None

    def text(self, dump_id: str) -> str:
        """The text of one of its dumps, without reading what stands in it."""
        return stored.text_of(self.stored, dump_id) if self.stored else self.dumps[dump_id].text


@dataclass(frozen=True, eq=False)
class Part:
    """What a selection leaves of a library, with and without the picks in figures; in words; and what it lacks."""

    shown: Corpus
    unpicked: Corpus
    words: str
    missing: tuple[str, ...]
    found: Found | None = None  # what a search answered, best first


def sample_titles() -> dict[str, str]:
    """The title of each sample library, by its name in links."""
    return {sample.name: sample.title for sample in sample_libraries()}


def titles(listing: stored.Listing) -> dict[str, str]:
    """What to call each library that can be shown, by its name in links: the visitor's own, then the samples."""
    own = {name: found.name for name, found in listing.libraries.items()}
    return own | {name: f"{title} (sample)" for name, title in sample_titles().items()}


def library(name: str, listing: stored.Listing, at: int = 0) -> Library | None:
    """The library that links call so, as it is now or was after its change `at`; None when there is none."""
    if name in sample_titles():
        return _sample(name)
    found = listing.libraries.get(name)
    if found is None:
        return None
    corpus = stored.open_corpus(found, at or None)
    dumps = stored.Dumps(found, corpus.captures["dump_id"])
    return Library(name, found.name, f"Made by {found.created_by}.", dumps, corpus, found, stored.role_in(found))


@st.cache_resource(max_entries=8, show_spinner="Reading the library …")
def _sample(name: str) -> Library:
    known = next(sample for sample in sample_libraries() if sample.name == name)
    dumps = tuple(load_sample(name))
    return Library(name, known.title, known.description, {dump.id: dump for dump in dumps}, build_corpus(dumps))


@dataclass(frozen=True, eq=False)
class Picked:
    """What a selection needs and the library alone cannot tell.

    `topics` are the papers of each topic, where one is picked, and `names` what the picked ones are called; `found` is
    what the search for the selection's text answers.
    """

    topics: TopicPapers | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    found: Found | None = None


def part(corpus: Corpus, selection: Selection, picked: Picked) -> Part:
    """What the selection leaves of the corpus."""
    key = ("part", corpus.id, urlencode(selection.to_query(), doseq=True))
    return recall(key, lambda: _part(corpus, selection, picked), (corpus,))


def _part(corpus: Corpus, selection: Selection, picked: Picked) -> Part:
    topics, found = picked.topics, picked.found
    ids = None if found is None else list(found.papers["paper_id"])
    shown = apply(corpus, selection, topics, ids)
    unpicked = apply(corpus, without_picks(selection), found=ids) if selection.picks else shown
    lacking = (*(() if found is None else found.complaints), *missing(corpus, selection, topics))
    return Part(shown, unpicked, describe(corpus, selection, picked.names), lacking, found)


def without_picks(selection: Selection) -> Selection:
    """The same view before anything was picked in a figure."""
    for pick in selection.picks:
        selection = selection.pick(pick.kind, ())
    return selection
