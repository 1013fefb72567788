"""The topics of what a reader looks at, computed once for all who ask for the same, and named as the reader says."""

from collections.abc import Mapping
from urllib.parse import urlencode

import pandas as pd

from lib.corpus import Corpus
from lib.grouping import topic_looks
from lib.selection import Selection
from lib.selection.options import TOPICS_FROM
from lib.theme import Style
from lib.topics.asked import asked_names, asked_papers, asked_params
from pages.shared.cached import without_picks
from pages.shared.counted import search_words
from pages.shared.kept import tables
from pages.shared.memory import once, recall
from pages.shared.work import compute

Frames = dict[str, pd.DataFrame]


def topics_of(corpus: Corpus, selection: Selection) -> Frames:
    """The frames of lib.topics.frames, of the whole library or of what the filters leave, as the reader chose."""
    frames = compute("topics", _asked(corpus, selection), asked_params(selection))
    return tables.topics.rename(frames, asked_names(selection))


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
    return once(_looks, frames["topics"])


def _looks(topics: pd.DataFrame) -> dict[str, Style]:
    return topic_looks(topics["topic"])


def _asked(corpus: Corpus, selection: Selection) -> Corpus:
    def search(text: str) -> list[str]:
        return list(search_words(corpus, text).papers["paper_id"])

    key = ("topical", corpus.id, selection.get(TOPICS_FROM), urlencode(without_picks(selection).to_query(), doseq=True))
    return recall(key, lambda: asked_papers(corpus, selection, search), (corpus,))
