"""What a search finds for the text of a selection, in the words of the library and the labels of its topics."""

from lib.corpus import Corpus
from lib.search import Found, parse_query
from lib.selection import Selection
from pages.shared.counted import search_words
from pages.shared.kept import tables
from pages.shared.topical import topics_of


def find(corpus: Corpus, selection: Selection) -> Found | None:
    """What a search finds for the selection's text; None where there is nothing to look for."""
    if not selection.text or corpus.papers.empty:
        return None
    asks_topic = any(clause.field == "topic" for group in parse_query(selection.text).groups for clause in group)
    labels = tables.topics.groups(topics_of(corpus, selection)) if asks_topic else None
    return search_words(corpus, selection.text, labels)
