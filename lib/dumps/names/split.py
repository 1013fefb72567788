"""All heads of a dump at once: what is sure in one line helps to read the others."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp

from lib.dumps.model import Split
from lib.dumps.names.hypotheses import Ending, Hypothesis, Line, capital_starts, lower_starts, read_line
from lib.dumps.names.knowledge import Knowledge, fold, learn
from lib.dumps.names.name_evidence import of_name, of_others
from lib.dumps.names.title_evidence import of_commas, of_title_end
from lib.dumps.names.weights import weigh
from lib.dumps.names.words import Words, read_words, words_of

CANDIDATES = 6
"""Splits that a reviewer may choose from."""
NEAREST = 32
"""Places tried for each number of authors."""
SURE = 0.995
"""Share of the probability from which a split is settled, and teaches names to the others."""
DOUBTFUL = 0.99
"""Share of the probability below which a split is marked."""
LONGEST_END = 200
"""Characters of a title's end that are looked at."""
WEAK = -1.5
"""Weight below which names that begin in lower case are considered too."""
IMPLAUSIBLE = -4.0
"""Weight below which even a split without rivals is marked."""


@dataclass(frozen=True)
class Head:
    """The glued line of a record, and its abstract ("" where there is none)."""

    text: str
    abstract: str


@dataclass(frozen=True)
class HeadSplit:
    """The likeliest splits of a glued line, best first, each with its share of the probability as score.

    `doubtful` says that another split is nearly as likely, or that none is convincing. There is always at least one
    split; where nothing in the line can be a name its title is the whole line, and it has no authors.
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
    alone = [read_words(head.abstract) for head in heads]
    knowledge = learn(_structural_names(lines) | {fold(name) for name in known}, fold(owner) if owner else None)
    first = [_split(line, knowledge, words) for line, words in zip(lines, alone, strict=True)]
    if all(_is_settled(split) for split in first):
        return first
    knowledge = knowledge.with_names(_settled_names(first))
    dump = words_of(words.abstract for words in alone)
    return [
        split if _is_settled(split) else _split(line, knowledge, Words(words.abstract, dump))
        for line, words, split in zip(lines, alone, first, strict=True)
    ]


def _structural_names(lines: Iterable[Line]) -> set[str]:
    """The folded names of authors two and three where "et al." leaves no doubt about them."""
    return {fold(name) for line in lines if line.more_authors and line.endings for name in line.endings[0].others}


def _is_settled(split: HeadSplit) -> bool:
    return split.splits[0].score > SURE


def _settled_names(splits: Iterable[HeadSplit]) -> set[str]:
    return {name for split in splits if _is_settled(split) for name in split.splits[0].authors}


def _split(line: Line, knowledge: Knowledge, words: Words) -> HeadSplit:
    ranked = rank(line, knowledge, words)
    if not ranked:
        return HeadSplit((Split(line.text, (), 0.0),), False, True)
    best = ranked[0][0]
    total = sum(exp(weight - best) for weight, _ in ranked)
    splits = tuple(_as_split(line, found, exp(weight - best) / total) for weight, found in ranked[:CANDIDATES])
    return HeadSplit(splits, line.more_authors, splits[0].score < DOUBTFUL or best < IMPLAUSIBLE)


def rank(line: Line, knowledge: Knowledge, words: Words) -> list[tuple[float, Hypothesis]]:
    """All hypotheses with their weights, best first."""
    weighed = [(weigh(signs_of(line, found, knowledge, words)), found) for found in _hypotheses(line, capital_starts)]
    if not weighed or max(weight for weight, _ in weighed) < WEAK:
        weighed += [
            (weigh(signs_of(line, found, knowledge, words)), found) for found in _hypotheses(line, lower_starts)
        ]
    return sorted(weighed, key=lambda pair: (-pair[0], pair[1].start, pair[1].ending.end))


def _hypotheses(line: Line, starts: Callable[[str, Ending], list[int]]) -> list[Hypothesis]:
    """The nearest places to the name's end: a name has few letters, a hostile line has many."""
    return [Hypothesis(at, ending) for ending in line.endings for at in starts(line.body, ending)[-NEAREST:]]


def signs_of(line: Line, found: Hypothesis, knowledge: Knowledge, words: Words) -> list[str]:
    """Everything that speaks for and against the hypothesis."""
    name = line.body[found.start : found.ending.end]
    title = line.body[max(0, found.start - LONGEST_END) : found.start]
    signs = of_title_end(title, words) + of_name(name, knowledge, words)
    if not line.more_authors or len(line.endings) > 1:
        signs += of_others(found.ending.others, name, knowledge) + of_commas(title, words)
    return signs


def _as_split(line: Line, found: Hypothesis, score: float) -> Split:
    name = line.body[found.start : found.ending.end]
    return Split(line.body[: found.start].rstrip(), (name, *found.ending.others), score)
