"""What a selection names and the library lacks, in sentences: a link must not show something else in silence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from lib.corpus import Corpus
from lib.corpus.keys import name_key
from lib.selection.filter import TopicPapers
from lib.selection.model import Pick, Selection
from lib.selection.options import COMPARE, FOCUS, TO
from lib.selection.periods import read_period
from lib.selection.resolve import resolve

_MANY = 4000  # names with which a misspelt one is compared; of more only those that begin alike: it takes a while


def missing(corpus: Corpus, selection: Selection, topics: TopicPapers | None = None) -> tuple[str, ...]:
    """A sentence for each thing that the selection names and the library lacks, with what may have been meant."""
    selection = resolve(corpus, selection)
    return tuple(dict.fromkeys(_sentences(_Library(corpus, topics), selection)))


@dataclass(frozen=True)
class _Library:
    """What there is, by kind: what links call it -> what readers call it."""

    corpus: Corpus
    topics: TopicPapers | None

    def lacks(self, kind: str, value: str) -> str | None:
        """A sentence when there is no such thing."""
        names = self._names(kind)
        if (name_key(value) if kind == "person" else value) in names:
            return None
        return f"This library has no {kind} “{value}”{_meant(value, names)}"

    def _names(self, kind: str) -> Mapping[str, str]:
        papers = self.corpus.papers
        match kind:
            case "author":
                return {str(profile_id): label for profile_id, label in self.corpus.labels.items()}
            case "paper":
                return dict(zip(papers["paper_id"], papers["title"], strict=True))
            case "category":
                return {category: category for category in papers["category"].dropna().unique()}
            case "topic":
                return {topic: topic for topic in self.topics or {}}
            case _:
                return {name_key(name): name for name in self.corpus.authorships["name"].unique()}


def _meant(value: str, names: Mapping[str, str]) -> str:
    """What ends the sentence: the most similar id or name, if one is similar."""
    wanted = value.casefold()
    by_name = {name.casefold(): key for key, name in names.items()} | {key.casefold(): key for key in names}
    known = [name for name in by_name if len(by_name) <= _MANY or name[:3] == wanted[:3]]
    close = [by_name[name] for name in get_close_matches(wanted, known, 1)]
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
    elif pick.kind == "topic" and library.topics is None:
        yield f"The pick of topic {', '.join(pick.values)} does not narrow this page: its topics are not computed here."
    else:
        yield from filter(None, (library.lacks(pick.kind, value) for value in pick.values))
