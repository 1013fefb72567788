"""What rests on the words of a library: search, likeness, telling terms. They are counted once for everybody."""

import pandas as pd
import streamlit as st

from lib.corpus import Corpus
from lib.search import Found, SearchIndex, Texts, build_index, parse_query, search
from lib.similar import AuthorWeights, Weights, weigh_authors
from lib.text import Counts
from lib.work.counts import kept_counts
from lib.work.texts import to_texts
from lib.work.weights import to_weights
from pages.shared.memory import once
from pages.shared.work import compute


def counts_of(corpus: Corpus) -> Counts:
    """The term counts of the whole library; the page ends with a progress bar while a large one is counted."""
    compute("words", corpus, {})
    return _counts(corpus, corpus.id)


def weights_of(corpus: Corpus) -> Weights:
    """What each term says about each paper; the page ends with a progress bar while a large library is weighed."""
    compute("words", corpus, {})  # first, so that nobody counts them twice
    return once(to_weights, compute("weights", corpus, {}))


def author_weights_of(corpus: Corpus) -> AuthorWeights:
    """What each term says about each captured author."""
    return _author_weights(weights_of(corpus), corpus, corpus.id)


def search_words(corpus: Corpus, text: str, labels: pd.DataFrame | None = None) -> Found:
    """What a search for the text finds; `labels` (rows `paper_id, label`) are topics, where it asks for one."""
    key = "" if labels is None else str(hash(tuple(labels["label"])))
    compute("words", corpus, {})
    texts = once(to_texts, compute("texts", corpus, {}))
    return _found(_index(texts, corpus, labels, corpus.id, key), corpus.id + key, text)


@st.cache_resource(max_entries=4, show_spinner="Opening the words of this library …")
def _counts(_corpus: Corpus, corpus_id: str) -> Counts:  # noqa: ARG001 - the id is the key
    return kept_counts(_corpus)


@st.cache_resource(max_entries=4, show_spinner=False)
def _author_weights(_weights: Weights, _corpus: Corpus, corpus_id: str) -> AuthorWeights:  # noqa: ARG001
    return weigh_authors(_weights, _corpus.listings)


@st.cache_resource(max_entries=4, show_spinner="Opening the index of this library …")
def _index(
    _texts: Texts,
    _corpus: Corpus,
    _topics: pd.DataFrame | None,
    corpus_id: str,  # noqa: ARG001
    key: str,  # noqa: ARG001
) -> SearchIndex:
    topics = None if _topics is None else _topics.set_index("paper_id")["label"]
    return build_index(_texts, _corpus.papers, _corpus.authorships, topics)


@st.cache_resource(max_entries=64, show_spinner=False)
def _found(_index: SearchIndex, index_id: str, text: str) -> Found:  # noqa: ARG001
    return search(_index, parse_query(text))
