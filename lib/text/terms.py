"""How often each term stands in each paper, whether a term is a word or a phrase."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from lib.text.stopwords import FILLERS, HEADS, STOP_WORDS
from lib.text.tokens import Words


@dataclass(frozen=True, eq=False)
class Terms:
    """Terms and how often each stands in each paper.

    `names` are in lower case and sorted, the parts of a phrase separated by a space; `shown` are the same as the
    papers mostly write them ("LiDAR", "few-shot learning"); `matrix` holds counts: shape (papers, terms), int32.
    """

    names: tuple[str, ...]
    shown: tuple[str, ...]
    matrix: csr_array

    @cached_property
    def number(self) -> dict[str, int]:
        """Column of each name."""
        return {name: at for at, name in enumerate(self.names)}

    @cached_property
    def is_telling(self) -> NDArray[np.bool_]:
        """Which terms may say something about a topic: no stop words, no bare numbers. Shape (terms,)."""
        return np.array([name not in STOP_WORDS and not name.isdecimal() for name in self.names], dtype=bool)

    @cached_property
    def may_end_phrase(self) -> NDArray[np.bool_]:
        """Which terms finish a phrase though they tell nothing alone: "models" in "language models". Shape (terms,)."""
        return np.array([name in HEADS for name in self.names], dtype=bool)

    @cached_property
    def is_filler(self) -> NDArray[np.bool_]:
        """Which terms say nothing whatever: stop words that not even clustering needs. Shape (terms,)."""
        return np.array([name in FILLERS for name in self.names], dtype=bool)


def count_words(words: Words) -> Terms:
    """How often each word stands in each text."""
    return Terms(words.names, words.shown, count(words.text, words.word, (words.texts, len(words.names))))


def count(text: NDArray[np.int64], term: NDArray[np.int64], shape: tuple[int, int]) -> csr_array:
    """Counts of terms by text, given for each token its text and the term that begins there (-1 for none)."""
    known = term >= 0
    ones = np.ones(int(known.sum()), dtype=np.int32)
    return csr_array((ones, (text[known], term[known])), shape=shape)
