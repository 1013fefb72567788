"""What is slow to make and the same for everyone, kept between runs: keyed by content, bounded, and read-only.

Frames are handed out as they are (`cache_resource`): a copy for each run would cost more than the page, and Streamlit
samples large frames when it hashes them, so that none is ever part of a key.
"""

from dataclasses import dataclass

import streamlit as st

from lib.corpus import Corpus, build_corpus
from lib.dumps import Dump
from lib.samples import load_sample, sample_libraries
from lib.selection import Selection


@dataclass(frozen=True, eq=False)
class Library:
    """One library: what it is called, the dumps it was read from (their text is the truth) and its corpus."""

    name: str
    title: str
    about: str
    dumps: dict[str, Dump]
    corpus: Corpus


def names() -> dict[str, str]:
    """The title of each library that can be shown, by its name in links."""
    return {library.name: library.title for library in sample_libraries()}


@st.cache_resource(max_entries=8, show_spinner="Reading the library …")
def library(name: str) -> Library:
    """The library of this name."""
    known = next(library for library in sample_libraries() if library.name == name)
    dumps = tuple(load_sample(name))
    return Library(name, known.title, known.about, {dump.id: dump for dump in dumps}, build_corpus(dumps))


@st.cache_resource(max_entries=64, show_spinner=False)
def part(_corpus: Corpus, corpus_id: str, selection: Selection) -> Corpus:  # noqa: ARG001 - the id is the key
    """What the selection leaves of the corpus with this id."""
    return selection.apply(_corpus)


def shown(corpus: Corpus, selection: Selection) -> Corpus:
    """What the selection leaves of the corpus."""
    return part(corpus, corpus.id, selection)
