"""Phrases: two to four telling words in a row, with nothing between them but spaces or hyphens, in several papers.

The last word may be a general one ("language models"): alone it tells nothing, but it finishes the phrase.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.text.terms import Terms, count
from lib.text.tokens import Words

_TEXTS_PER_RARITY = 2_000  # a phrase stands in two texts or more, and in one more for each so many texts
_LONGEST = 4  # words: Markov chain Monte Carlo
_NONE = -1


@dataclass(frozen=True, eq=False)
class _Phrases:
    """Phrases of one length, and which of them begins at each token (-1 for none).

    `words` and `hyphen` (mostly a hyphen before that word) have shape (phrases, length), `at` one entry a token.
    """

    words: NDArray[np.int64]
    hyphen: NDArray[np.bool_]
    at: NDArray[np.int64]


def count_phrases(words: Words, terms: Terms) -> Terms:
    """How often each frequent phrase stands in each text; `terms` are the single words."""
    telling, ending = (_where(words, mask) for mask in (terms.is_telling, terms.is_telling | terms.may_end_phrase))
    alone = np.arange(len(words.names))[:, None]
    heads = _Phrases(alone, np.zeros(alone.shape, dtype=bool), telling)
    found: list[_Phrases] = []
    for _ in range(_LONGEST - 1):
        found.append(_lengthen(words, heads, ending))
        heads = _only(found[-1], terms.is_telling)
    return _join(words, found)


def _where(words: Words, mask: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The word at each token where `mask` has it, else -1."""
    return np.where(np.append(mask, False)[words.word], words.word, _NONE)  # -1, no word, picks the last


def _only(phrases: _Phrases, is_telling: NDArray[np.bool_]) -> _Phrases:
    """The same phrases, but none begins a longer one that does not end in a telling word."""
    goes_on = np.append(is_telling[phrases.words[:, -1]], False)[phrases.at]
    return _Phrases(phrases.words, phrases.hyphen, np.where(goes_on, phrases.at, _NONE))


def _join(words: Words, found: list[_Phrases]) -> Terms:
    """The phrases of all lengths as one set of terms."""
    names = [name for phrases in found for name in _spell(phrases, words.names, written=False)]
    shown = [name for phrases in found for name in _spell(phrases, words.shown, written=True)]
    order = np.array(sorted(range(len(names)), key=names.__getitem__), dtype=np.int64)
    before = np.cumsum([0, *(len(phrases.words) for phrases in found)])
    shifted = [np.where(phrases.at >= 0, phrases.at + by, _NONE) for phrases, by in zip(found, before, strict=False)]
    text = np.tile(words.text, len(found))
    matrix = count(text, np.concatenate(shifted), (words.texts, len(names)))
    return Terms(tuple(names[at] for at in order), tuple(shown[at] for at in order), matrix[:, order])


def _lengthen(words: Words, heads: _Phrases, tail_at: NDArray[np.int64]) -> _Phrases:
    """Each head with the telling word behind it, where the two are frequent together."""
    size = heads.words.shape[1]
    ahead = np.append(np.arange(size, len(words.word)), np.full(min(size, len(words.word)), _NONE))
    joined = (ahead >= 0) & (heads.at >= 0) & (tail_at[ahead] >= 0) & (words.text[ahead] == words.text)
    head, tail = heads.at[joined], tail_at[ahead[joined]]
    keys, which = np.unique(head * max(len(words.names), 1) + tail, return_inverse=True)
    frequent = _in_texts(which, words.text[joined], words.texts) >= 2 + words.texts // _TEXTS_PER_RARITY
    number = np.where(frequent, np.cumsum(frequent) - 1, _NONE)
    at = np.full(len(words.word), _NONE)
    at[joined] = number[which]
    hyphens = np.bincount(which, words.hyphen[ahead[joined]], len(keys)) * 2 > np.bincount(which, minlength=len(keys))
    head_of, tail_of = np.divmod(keys[frequent], max(len(words.names), 1))
    return _Phrases(
        np.column_stack([heads.words[head_of], tail_of]),
        np.column_stack([heads.hyphen[head_of], hyphens[frequent]]),
        at,
    )


def _in_texts(term: NDArray[np.int64], text: NDArray[np.int64], texts: int) -> NDArray[np.int64]:
    """In how many texts each term stands; shape (terms,)."""
    return np.bincount(np.unique(term * max(texts, 1) + text) // max(texts, 1))


def _spell(phrases: _Phrases, names: tuple[str, ...], *, written: bool) -> list[str]:
    """The phrases' words joined by spaces, or as written, with the hyphens that they mostly have."""
    joints = np.where(phrases.hyphen & written, "-", " ")
    return [
        "".join(joint + names[at] for joint, at in zip(joint_row, row, strict=True))[1:]
        for joint_row, row in zip(joints.tolist(), phrases.words.tolist(), strict=True)
    ]
