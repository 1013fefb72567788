"""Texts -> words in their order, as numbers: one pass over the characters, and every later step is arithmetic.

A word is two or more letters or digits in a row, in lower case: scikit-learn's rule, so that the counts are those of
its CountVectorizer.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_TOKEN = re.compile(r"\w+|[^\w\s]")
_HYPHENS = frozenset("-‐‑–")
_COMMON = 0.2  # "Learning" in titles is still "learning" when this share of its uses is in lower case


@dataclass(frozen=True, eq=False)
class Words:
    """All texts as one row of tokens.

    `names` are the distinct words in lower case, sorted, and `shown` the same as the texts mostly write them. For each
    token, `text` says in which text it stands, `word` which word it is (-1 when it is none: punctuation, a single
    letter) and `hyphen` whether a hyphen stands before it.
    """

    texts: int
    names: tuple[str, ...]
    shown: tuple[str, ...]
    text: NDArray[np.int64]
    word: NDArray[np.int64]
    hyphen: NDArray[np.bool_]


def read_words(texts: Iterable[str]) -> Words:
    """The words of all texts in their order."""
    number: defaultdict[str, int] = defaultdict()
    number.default_factory = number.__len__
    tokens, lengths = array("q"), array("q")
    for text in texts:
        before = len(tokens)
        tokens.extend(map(number.__getitem__, _TOKEN.findall(text)))
        lengths.append(len(tokens) - before)
    form = np.array(tokens, dtype=np.int64)
    return _name_words(tuple(number), form, np.repeat(np.arange(len(lengths)), lengths), len(lengths))


def _name_words(forms: tuple[str, ...], form: NDArray[np.int64], text: NDArray[np.int64], texts: int) -> Words:
    """Folds the forms as written ("LiDAR", "lidar") into words, and turns hyphens into a mark on what follows."""
    lowered = [name.lower() if len(name) > 1 else "" for name in forms]
    names = tuple(sorted(set(lowered) - {""}))
    word_of = {name: at for at, name in enumerate(names)} | {"": -1}
    words = np.array([word_of[name] for name in lowered], dtype=np.int64)
    is_hyphen = np.array([name in _HYPHENS for name in forms], dtype=bool)
    kept = ~is_hyphen[form]
    hyphen = np.roll(is_hyphen[form], 1)
    shown = _as_written(names, forms, words, np.bincount(form, minlength=len(forms)))
    return Words(texts, names, shown, text[kept], words[form[kept]], hyphen[kept])


def _as_written(
    names: tuple[str, ...], forms: tuple[str, ...], word: NDArray[np.int64], uses: NDArray[np.int64]
) -> tuple[str, ...]:
    """Each word's commonest spelling, or lower case where that is common enough."""
    spellings: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for form, at, count in zip(forms, word.tolist(), uses.tolist(), strict=True):
        if at >= 0:
            spellings[at].append((-count, form))
    return tuple(_spelling(name, spellings[at]) for at, name in enumerate(names))


def _spelling(name: str, counted: list[tuple[int, str]]) -> str:
    if len(counted) == 1:
        return counted[0][1]
    total = sum(count for count, _ in counted)
    lower = sum(count for count, form in counted if form == name)
    return name if lower <= _COMMON * total else min(counted)[1]  # counts are negative
