"""What a selection names and the library lacks, in sentences: a link must not show something else in silence."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from lib.corpus import Corpus
from lib.corpus.keys import name_key
from lib.selection.filter import TopicPapers
from lib.selection.model import Pick, Selection
from lib.selection.options import COMPARE, FOCUS, TO
from lib.selection.periods import read_period
from lib.selection.resolve import resolve

_NOUNS = {"author": "author", "paper": "paper", "category": "category", "person": "person", "topic": "topic"}


def missing(corpus: Corpus, selection: Selection, topics: TopicPapers | None = None) -> tuple[str, ...]:
    """A sentence for each thing that the selection names and the library lacks, with what may have been meant."""
    selection = resolve(corpus, selection)
    return tuple(dict.fromkeys(_sentences(_Library(corpus, topics), selection)))


class _Library:
    """What there is, by kind: what links call it -> what readers call it."""

    def __init__(self, corpus: Corpus, topics: TopicPapers | None) -> None:
        papers = corpus.papers
        categories = papers["category"].dropna().unique()
        self.topics_known = topics is not None
        self.names: Mapping[str, Mapping[str, str]] = {
            "author": {str(profile_id): label for profile_id, label in corpus.labels.items()},
            "paper": dict(zip(papers["paper_id"], papers["title"], strict=True)),
            "category": dict(zip(categories, categories, strict=True)),
            "topic": {topic: topic for topic in topics or {}},
            "person": {name_key(name): name for name in corpus.authorships["name"].unique()},
        }

    def lacks(self, kind: str, value: str) -> str | None:
        """A sentence when there is no such thing."""
        names = self.names[kind]
        if (name_key(value) if kind == "person" else value) in names:
            return None
        return f"This library has no {_NOUNS[kind]} “{value}”{_meant(value, names)}"


def _meant(value: str, names: Mapping[str, str]) -> str:
    """What ends the sentence: the most similar id or name, if one is similar."""
    by_name = {name.casefold(): key for key, name in names.items()}
    close = get_close_matches(value, names, 1) or [
        by_name[name] for name in get_close_matches(value.casefold(), by_name, 1)
    ]
    if not close:
        return "."
    key, name = close[0], names[close[0]]
    return f"; did you mean {name}?" if key in {name, name_key(name)} else f"; did you mean {name} (“{key}”)?"


def _sentences(library: _Library, selection: Selection) -> Iterator[str]:
    named: list[tuple[str, Iterable[str]]] = [
        ("author", (*selection.authors, *selection.get(COMPARE))),
        ("category", selection.categories),
        ("paper", (selection.paper,) if selection.paper else ()),
        ("person", tuple(name for name in (selection.get(FOCUS), selection.get(TO)) if name)),
    ]
    for kind, values in named:
        yield from filter(None, (library.lacks(kind, value) for value in values))
    for pick in selection.picks:
        yield from _picked(library, pick)


def _picked(library: _Library, pick: Pick) -> Iterator[str]:
    if pick.kind == "period":
        unread = (value for value in pick.values if read_period(value) is None)
        yield from (f"“{value}” is no period; expected 2024, 2024-Q1, 2024-03 or 2024-03-18." for value in unread)
    elif pick.kind == "topic" and not library.topics_known:
        yield f"The pick of topic {', '.join(pick.values)} does not narrow this page: its topics are not computed here."
    else:
        yield from filter(None, (library.lacks(pick.kind, value) for value in pick.values))
