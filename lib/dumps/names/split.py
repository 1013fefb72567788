"""All heads of a dump at once: what is sure in one line helps to read the others."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp

from lib.dumps.model import Split
from lib.dumps.names.evidence import of_name, of_others, of_title_end
from lib.dumps.names.hypotheses import Ending, Hypothesis, Line, capital_starts, lower_starts, read_line
from lib.dumps.names.knowledge import LONGEST_ABSTRACT, Knowledge, fold, learn, words_of
from lib.dumps.names.weights import weigh

CANDIDATES = 6
SURE = 0.99
"""Share of the probability from which a split teaches names to the others."""
DOUBTFUL = 0.97
"""Share of the probability below which a split is marked."""
WEAK = -1.0
"""Weight below which names that begin in lower case are considered too."""


@dataclass(frozen=True)
class Head:
    """The glued line of a record, and its abstract ("" where there is none)."""

    text: str
    abstract: str


@dataclass(frozen=True)
class HeadSplit:
    """The likeliest splits of a glued line, best first, each with its share of the probability as score.

    `doubtful` says that another split is nearly as likely, or that none is convincing. There is always at least one
    split; its authors are empty where nothing in the line can be a name.
    """

    splits: tuple[Split, ...]
    more_authors: bool
    doubtful: bool


def split_heads(
    heads: Sequence[Head], *, owner: str | None = None, known: frozenset[str] = frozenset()
) -> list[HeadSplit]:
    """The splits of all glued lines of one dump, in their order.

    Args:
        heads: all glued lines of the dump with their abstracts.
        owner: whose page it is, where the header or the reader says so.
        known: names that the dump shows elsewhere.
    """
    lines = [read_line(head.text) for head in heads]
    knowledge = _first_knowledge(heads, lines, owner, known)
    results = [_split(head, line, knowledge) for head, line in zip(heads, lines, strict=True)]
    knowledge = knowledge.with_names(_sure_names(results))
    return [
        result if _best_score(result) > 0.9999 else _split(head, line, knowledge)
        for head, line, result in zip(heads, lines, results, strict=True)
    ]


def _first_knowledge(
    heads: Sequence[Head], lines: Iterable[Line], owner: str | None, known: frozenset[str]
) -> Knowledge:
    names = {fold(name) for name in known}
    for line in lines:
        if line.more_authors:
            names.update(fold(name) for name in line.endings[0].others)
    return learn(names, words_of(head.abstract for head in heads), fold(owner) if owner else None)


def _sure_names(results: Iterable[HeadSplit]) -> set[str]:
    return {name for result in results if _best_score(result) > SURE for name in result.splits[0].authors}


def _best_score(result: HeadSplit) -> float:
    return result.splits[0].score


def _split(head: Head, line: Line, knowledge: Knowledge) -> HeadSplit:
    abstract = fold(head.abstract[:LONGEST_ABSTRACT])
    weighed = [
        (_weigh(line, hypothesis, abstract, knowledge), hypothesis) for hypothesis in _hypotheses(line, capital_starts)
    ]
    if not weighed or max(weight for weight, _ in weighed) < WEAK:
        weighed += [
            (_weigh(line, hypothesis, abstract, knowledge), hypothesis)
            for hypothesis in _hypotheses(line, lower_starts)
        ]
    if not weighed:
        return HeadSplit((Split(line.body, (), 0.0),), line.more_authors, True)
    weighed.sort(key=lambda pair: (-pair[0], pair[1].start, pair[1].ending.end))
    best = weighed[0][0]
    total = sum(exp(weight - best) for weight, _ in weighed)
    splits = tuple(
        _as_split(line, hypothesis, exp(weight - best) / total) for weight, hypothesis in weighed[:CANDIDATES]
    )
    return HeadSplit(splits, line.more_authors, splits[0].score < DOUBTFUL or best < WEAK)


def _hypotheses(line: Line, starts: Callable[[str, Ending], Iterator[int]]) -> list[Hypothesis]:
    return [Hypothesis(start, ending) for ending in line.endings for start in starts(line.body, ending)]


def _weigh(line: Line, hypothesis: Hypothesis, abstract: str, knowledge: Knowledge) -> float:
    return weigh(signs_of(line, hypothesis, abstract, knowledge))


def signs_of(line: Line, hypothesis: Hypothesis, abstract: str, knowledge: Knowledge) -> list[str]:
    """Everything that speaks for and against the hypothesis."""
    name = line.body[hypothesis.start : hypothesis.ending.end]
    signs = of_title_end(line.body[max(0, hypothesis.start - 60) : hypothesis.start], abstract, knowledge)
    signs += of_name(name, abstract, knowledge)
    if not line.more_authors:
        signs += of_others(hypothesis.ending.others, name, knowledge)
    return signs


def _as_split(line: Line, hypothesis: Hypothesis, score: float) -> Split:
    title, name = line.body[: hypothesis.start].rstrip(), line.body[hypothesis.start : hypothesis.ending.end]
    return Split(title, (name, *hypothesis.ending.others), score)
