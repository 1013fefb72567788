"""What the dump itself teaches: names that stand where only names can stand, and the words of its abstracts."""

from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import normalize

LONGEST_ABSTRACT = 10_000
"""Characters of an abstract that are read for words; bounds the work on hostile input."""

_SEPARATORS = str.maketrans(dict.fromkeys("()[]{}.,;:!?\"'`-–—/\\“”‘’$*_~+=<>|&%#@^\n\t\xa0", " "))


def fold(name: str) -> str:
    """The form in which names and words are compared: NFKC and casefold."""
    return name.casefold() if name.isascii() else normalize("NFKC", name).casefold()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Folded names, their first and last words, the owner, and the folded words of the dump's abstracts."""

    names: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]
    words: frozenset[str]
    owner: str | None

    def with_names(self, names: Iterable[str]) -> "Knowledge":
        """The same with more names."""
        return learn(self.names | {fold(name) for name in names}, self.words, self.owner)


def learn(names: Iterable[str], words: frozenset[str], owner: str | None) -> Knowledge:
    """What these folded names, these words and the owner's folded name teach."""
    whole = frozenset(names) | ({owner} if owner else frozenset())
    split = [name.split() for name in whole]
    several = [parts for parts in split if len(parts) > 1]
    return Knowledge(
        whole,
        frozenset(parts[0] for parts in several if len(parts[0]) > 2),
        frozenset(parts[-1] for parts in several if len(parts[-1]) > 1),
        words,
        owner,
    )


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The folded words of all texts."""
    words: set[str] = set()
    for text in texts:
        words.update(text[:LONGEST_ABSTRACT].translate(_SEPARATORS).casefold().split())
    return frozenset(words)


def has_word(word: str, text: str) -> bool:
    """Whether the folded text holds the folded word between characters that are no letters or digits."""
    at = text.find(word)
    while at >= 0:
        after = at + len(word)
        if not (at and text[at - 1].isalnum()) and not (after < len(text) and text[after].isalnum()):
            return True
        at = text.find(word, at + 1)
    return False


def has_beginning(stem: str, text: str) -> bool:
    """Whether some word of the folded text begins with the stem."""
    at = text.find(stem)
    while at >= 0:
        if not (at and text[at - 1].isalnum()):
            return True
        at = text.find(stem, at + 1)
    return False
