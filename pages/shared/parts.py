"""The part of a library that a selection leaves, with everything that is needed to find it."""

from lib.corpus import Corpus
from lib.selection import Selection
from pages.shared import cached
from pages.shared.finding import find
from pages.shared.topical import papers_by_topic, topic_names


def part_of(corpus: Corpus, selection: Selection) -> cached.Part:
    """What filters, picks and search leave; the page ends with a progress bar while topics or words are computed."""
    topics, found = papers_by_topic(corpus, selection), find(corpus, selection)
    return cached.part(corpus, selection, cached.Picked(topics, topic_names(corpus, selection), found))
