"""The part of a library that a link shows, found as the pages find it: search, topics and filters alike."""

from dataclasses import dataclass, replace
from urllib.parse import parse_qs

import pandas as pd

from lib import tables
from lib.corpus import Corpus
from lib.search import build_index, parse_query, read_texts, search
from lib.selection import Selection, apply, describe, from_query, missing
from lib.selection.filter import TopicPapers
from lib.store.places import data_folder
from lib.text import count_terms
from lib.topics.asked import asked_names, asked_papers, asked_params
from lib.work import TASKS, Job, Tell, untold


@dataclass(frozen=True, eq=False)
class Part:
    """What a selection leaves of a library: the papers in view, those that filters alone leave, and both in words.

    `missing` says what the selection names and the library does not have; `found` are the `paper_id`s that a search
    answered, best first.
    """

    selection: Selection
    shown: Corpus
    unpicked: Corpus
    words: str
    missing: tuple[str, ...] = ()
    found: tuple[str, ...] | None = None


def read_link(link: str) -> Selection:
    """The selection of a whole address, or of what stands behind its question mark; everything for "".

    Raises:
        SelectionError: a part of it cannot be understood; the message names each.
    """
    query = link.partition("?")[2] if "?" in link else link
    return from_query(parse_qs(query.partition("#")[0], keep_blank_values=True))


def narrow(corpus: Corpus, selection: Selection) -> Part:
    """The part of the corpus that the selection leaves."""
    picked = bool(selection.picked("topic"))
    topics = _papers_by_topic(corpus, selection) if picked else None
    found = _find(corpus, selection) if selection.text and len(corpus.papers) else None
    shown = apply(corpus, selection, topics, found)
    unpicked = apply(corpus, replace(selection, picks=()), found=found)
    lacking = missing(corpus, selection, topics)
    return Part(
        selection, shown, unpicked, describe(corpus, selection), lacking, None if found is None else tuple(found)
    )


def topics_of(corpus: Corpus, selection: Selection, tell: Tell = untold) -> dict[str, pd.DataFrame]:
    """The frames of lib.topics.frames, found in the papers and called by the names that the selection says.

    They are those that pages and other processes found before, or are kept for them.
    """

    def search(text: str) -> list[str]:
        return _search(corpus, text)

    fitted = asked_papers(corpus, selection, search)
    frames = Job(TASKS["topics"], fitted, asked_params(selection), data_folder() / "work").fetch(tell)
    return tables.topics.rename(frames, asked_names(selection))


def _papers_by_topic(corpus: Corpus, selection: Selection) -> TopicPapers:
    groups = tables.topics.groups(topics_of(corpus, selection))
    return {str(topic): list(papers) for topic, papers in groups.groupby("group")["paper_id"]}


def _find(corpus: Corpus, selection: Selection) -> list[str]:
    query = parse_query(selection.text)
    asks_topic = any(clause.field == "topic" for group in query.groups for clause in group)
    labels = tables.topics.groups(topics_of(corpus, selection)).set_index("paper_id")["label"] if asks_topic else None
    return _search(corpus, selection.text, labels)


def _search(corpus: Corpus, text: str, labels: "pd.Series[str] | None" = None) -> list[str]:
    texts = read_texts(count_terms(corpus.papers), corpus.papers)
    index = build_index(texts, corpus.papers, corpus.authorships, labels)
    return list(search(index, parse_query(text)).papers["paper_id"])
