"""Which words the paper's own abstract and the abstracts of the whole dump know."""

from collections.abc import Iterable
from dataclasses import dataclass

from lib.dumps.names.knowledge import fold
from lib.dumps.names.shape import is_english

LONGEST_ABSTRACT = 10_000
"""Characters of an abstract that are read; bounds the work on hostile input."""


@dataclass(frozen=True, slots=True)
class Words:
    """The folded abstract of one paper ("" where there is none), and the folded words of the dump."""

    abstract: str
    dump: frozenset[str]

    def has(self, word: str) -> bool:
        """Whether the abstract holds the folded word, and not merely as a part of another."""
        at = self.abstract.find(word)
        while at >= 0:
            after = self.abstract[at + len(word) : at + len(word) + 1]
            if not after.isalnum() and not (at and self.abstract[at - 1].isalnum()):
                return True
            at = self.abstract.find(word, at + 1)
        return False

    def has_nearly(self, word: str) -> bool:
        """Whether a word of the abstract begins as the folded word does: `network` for `networks`."""
        if len(word) < 5:
            return False
        stem = word[: max(4, len(word) - 3)]
        at = self.abstract.find(stem)
        while at > 0 and self.abstract[at - 1].isalnum():
            at = self.abstract.find(stem, at + 1)
        return at >= 0

    def knowing(self, word: str) -> str:
        """How well the folded word at a title's end is known."""
        if self.has(word):
            return "title's end in abstract"
        if word in self.dump:
            return "title's end in dump"
        if self.has_nearly(word):
            return "title's end nearly in abstract"
        if is_english(word):
            return "title's end like English"
        return "title's end unknown" if self.abstract else "title's end unknown, no abstract"

    def is_word(self, word: str) -> bool:
        """Whether the folded word is a word of a text rather than a name, as far as one can tell."""
        if len(word) < 2:
            return False
        return word in self.dump or is_english(word) or self.has(word) or self.has_nearly(word)


def read_words(abstract: str) -> Words:
    """What one paper's abstract knows by itself."""
    return Words(fold(abstract[:LONGEST_ABSTRACT]), frozenset())


def words_of(abstracts: Iterable[str]) -> frozenset[str]:
    """The words of all folded abstracts."""
    words: set[str] = set()
    for abstract in abstracts:
        words.update(_without_marks(abstract).split())
    return frozenset(words)


def _without_marks(text: str) -> str:
    """The text with spaces for the commonest marks: a few replacements are faster than a pattern."""
    for mark in ",.-()":
        text = text.replace(mark, " ")
    return text
