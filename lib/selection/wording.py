"""A Selection in English: the caption, the name of an export, the title that a saved view starts with."""

from collections.abc import Iterator, Mapping, Sequence

from lib.corpus import Corpus
from lib.selection.model import Between, Pick, Selection
from lib.selection.resolve import resolve

_FEW = 3  # values that are named one by one
_PLURALS = {"category": "categories", "person": "people"}


def describe(corpus: Corpus, selection: Selection, topics: Mapping[str, str] | None = None) -> str:
    """The filters and picks in words: "2 authors, 2019–2024, with code"; "the whole library" without any.

    `topics` gives the labels of topic numbers; without it a topic is called by its number.
    """
    return ", ".join(_phrases(corpus, resolve(corpus, selection), topics or {})) or "the whole library"


def _phrases(corpus: Corpus, selection: Selection, topics: Mapping[str, str]) -> Iterator[str]:
    if selection.authors:
        yield _named(corpus, "author", selection.authors)
    if selection.years:
        yield _between(selection.years, "since {}", "until {}")
    if selection.categories:
        yield _few("category", selection.categories)
    if selection.code is not None:
        yield "with code" if selection.code else "without code"
    if selection.scores:
        yield "score " + _between(selection.scores, "from {}", "up to {}")
    if selection.text:
        yield f"“{selection.text}”"
    for pick in selection.picks:
        yield _picked(corpus, pick, topics)


def _between(between: Between, since: str, until: str) -> str:
    low, high = (f"{end:g}" if end is not None else "" for end in (between.low, between.high))
    if not high:
        return since.format(low)
    if not low:
        return until.format(high)
    return low if low == high else f"{low}–{high}"


def _picked(corpus: Corpus, pick: Pick, topics: Mapping[str, str]) -> str:
    if pick.kind in {"author", "paper"}:
        return "picked " + _named(corpus, pick.kind, pick.values)
    if pick.kind == "topic" and len(pick.values) <= _FEW:  # a bare number would say nothing
        labels = [f"“{topics[value]}”" if value in topics else value for value in pick.values]
        return ("topic " if len(labels) == 1 else "topics ") + _list(labels)
    return _few(pick.kind, pick.values)


def _named(corpus: Corpus, kind: str, ids: Sequence[str]) -> str:
    """The name of the only author or paper, or how many there are."""
    if len(ids) > 1:
        return f"{len(ids)} {kind}s"
    titles = corpus.labels if kind == "author" else corpus.papers.set_index("paper_id")["title"]
    return str(titles.get(ids[0], ids[0]))


def _few(kind: str, values: Sequence[str]) -> str:
    """Up to three values by name, more by their number."""
    return _list(values) if len(values) <= _FEW else f"{len(values)} {_PLURALS.get(kind, kind + 's')}"


def _list(values: Sequence[str]) -> str:
    return values[0] if len(values) == 1 else ", ".join(values[:-1]) + " and " + values[-1]
