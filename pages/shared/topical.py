"""The topics of what a reader looks at, computed once for all who ask for the same, and named as the reader says."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

import pandas as pd

from lib.corpus import Corpus
from lib.selection import Selection, apply
from lib.selection.options import NAMES, SEED, TOPICS_FROM, K
from lib.theme import Style, style
from pages.shared.cached import without_picks
from pages.shared.counted import search_words
from pages.shared.kept import tables
from pages.shared.memory import recall
from pages.shared.work import compute

Frames = dict[str, pd.DataFrame]


def topics_of(corpus: Corpus, selection: Selection) -> Frames:
    """The frames of lib.topics.frames, of the whole library or of what the filters leave, as the reader chose."""
    params = {"k": selection.get(K), "seed": selection.get(SEED)}
    frames = compute("topics", _fitted(corpus, selection), params)
    return tables.topics.rename(frames, _names(selection))


def papers_by_topic(corpus: Corpus, selection: Selection) -> Mapping[str, list[str]] | None:
    """The papers of each topic, if the selection picks some; None spares everyone else the computation."""
    if not selection.picked("topic"):
        return None
    groups = tables.topics.groups(topics_of(corpus, selection))
    return {str(topic): list(papers) for topic, papers in groups.groupby("group")["paper_id"]}


def topic_names(corpus: Corpus, selection: Selection) -> Mapping[str, str]:
    """What the picked topics are called; nothing for the others, which spares everyone else the computation."""
    picked = selection.picked("topic")
    if not picked:
        return {}
    topics = topics_of(corpus, selection)["topics"]
    named = zip(topics["topic"].astype("string"), topics["label"], strict=True)
    return {topic: label for topic, label in named if topic in picked}


def styles_of(frames: Frames) -> dict[str, Style]:
    """The style of each topic, which is that of its number on every page."""
    return {str(topic): style(int(topic) - 1) for topic in frames["topics"]["topic"]}


def _fitted(corpus: Corpus, selection: Selection) -> Corpus:
    """The corpus that topics are found in, under an id of its own where it is a part of the library."""
    filters = without_picks(selection)
    if selection.get(TOPICS_FROM) == "library" or not filters.filters:
        return corpus
    return recall(("topical", corpus.id, urlencode(filters.to_query(), doseq=True)), lambda: _part(corpus, filters))


def _part(corpus: Corpus, filters: Selection) -> Corpus:
    found = list(search_words(corpus, filters.text).papers["paper_id"]) if filters.text else None
    part = apply(corpus, filters, found=found)
    papers = hashlib.sha256("\n".join(sorted(part.papers["paper_id"])).encode()).hexdigest()
    return replace(part, id=hashlib.sha256(f"{corpus.id} {papers}".encode()).hexdigest())


def _names(selection: Selection) -> dict[int, str]:
    """What the reader calls some topics: the link has "3=Hand pose"."""
    pairs = (name.partition("=") for name in selection.get(NAMES))
    return {int(topic): name for topic, _, name in pairs if topic.isascii() and topic.isdecimal() and name}
