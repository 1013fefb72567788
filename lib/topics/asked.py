"""What a selection asks of topics: in which papers they are found, how many, from which seed, and their names."""

from collections.abc import Callable, Collection
from dataclasses import replace

from lib.corpus import Corpus
from lib.corpus.parts import name_part
from lib.selection import Selection, apply
from lib.selection.options import NAMES, SEED, TOPICS_FROM, K


def asked_papers(corpus: Corpus, selection: Selection, search: Callable[[str], Collection[str]]) -> Corpus:
    """The corpus that topics are found in: the whole library or, where the reader chose so, what the filters leave.

    What was picked in figures leaves topics as they are. `search` gives the paper_ids that a text finds.
    """
    filters = replace(selection, picks=())
    if selection.get(TOPICS_FROM) == "library" or not filters.filters:
        return corpus
    found = search(filters.text) if filters.text else None
    return name_part(apply(corpus, filters, found=found), corpus)


def asked_params(selection: Selection) -> dict[str, str | int | float | bool | None]:
    """The parameters of the task "topics": `k` (0 for a suggestion) and `seed`."""
    return {"k": selection.get(K), "seed": selection.get(SEED)}


def asked_names(selection: Selection) -> dict[int, str]:
    """What the reader calls some topics, by number: the link has "3=Hand pose"."""
    pairs = (name.partition("=") for name in selection.get(NAMES))
    return {int(topic): name for topic, _, name in pairs if topic.isascii() and topic.isdecimal() and name}
