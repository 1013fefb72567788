"""Terms that say the same: "image" and "images", "learning" and "reinforcement learning". One of them is enough."""

from collections.abc import Iterable
from functools import lru_cache

from lib.topics.model import WeightedTerm

_NEARLY = 0.5  # a phrase stands in for its word when it is at least so telling beside it
_MOSTLY = 0.7  # or when so many of the papers with the word have it in the phrase
_STEM = 5  # letters that two forms of a word share at least
_ENDING = 3  # letters in which they may differ at most


def condense(terms: Iterable[WeightedTerm], limit: int) -> tuple[WeightedTerm, ...]:
    """The first `limit` terms; of those that say the same the first, and instead of words the phrase they belong to."""
    chosen: list[WeightedTerm] = []
    for term in terms:
        if any(is_within(term.term, known.term) for known in chosen):
            continue
        parts = [known for known in chosen if is_within(known.term, term.term)]
        replaced = [known for known in parts if _speaks_for(term, known)]
        if replaced:
            chosen[chosen.index(replaced[0])] = term
            chosen = [known for known in chosen if known not in replaced]
        elif not parts:
            chosen.append(term)
    return tuple(chosen[:limit])


def _speaks_for(phrase: WeightedTerm, part: WeightedTerm) -> bool:
    """Whether a phrase is nearly as telling as a part of it, or the part rarely stands outside it."""
    return phrase.weight >= _NEARLY * part.weight or phrase.papers >= _MOSTLY * part.papers


def is_within(term: str, other: str) -> bool:
    """Whether all words of `term` stand in `other`, in whatever form."""
    return all(any(are_alike(word, another) for another in _words(other)) for word in _words(term))


def shares_a_word(term: str, other: str) -> bool:
    """Whether the two have a word in common, in whatever form."""
    return any(are_alike(word, another) for word in _words(term) for another in _words(other))


@lru_cache(maxsize=50_000)
def are_alike(word: str, other: str) -> bool:
    """Whether two words look like forms of one: plural and singular, or the same beginning and short endings."""
    if _singular(word) == _singular(other):
        return True
    shared = next(
        (at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
    )
    return shared >= _STEM and max(len(word), len(other)) - shared <= _ENDING


@lru_cache(maxsize=10_000)
def _words(term: str) -> tuple[str, ...]:
    return tuple(term.lower().replace("-", " ").split())


def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]
