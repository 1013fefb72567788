"""Where each word stands: what a phrase needs beyond counts, for a library of any size in one pass over an array."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from lib.search.fold import fold
from lib.text import clean

_TOKEN = re.compile(r"\w+|[^\w\s\-‐‑–]")  # hyphens join words as spaces do; other signs keep them apart
_BREAK = -1


@dataclass(frozen=True, eq=False)
class Positions:
    """All papers as one row of tokens: each title, a break, its abstract, a break.

    `number` has the number of each folded word or sign; `tokens` is int32; paper i has the tokens from `starts[i]` to
    `starts[i + 1]`, and `ends[i]` is where its title ends.
    """

    number: dict[str, int]
    tokens: NDArray[np.int32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def find(self, words: list[str]) -> NDArray[np.intp]:
        """Where these words begin that stand one after the other, in order."""
        numbers = [self.number.get(word) for word in words]
        if not words or None in numbers:
            return np.empty(0, dtype=np.intp)
        places = np.flatnonzero(self.tokens[: len(self.tokens) - len(words) + 1] == numbers[0])
        for offset, number in enumerate(numbers[1:], 1):
            places = places[self.tokens[places + offset] == number]
        return places

    def count(self, places: NDArray[np.intp]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """How many of these places each paper has, and how many of them in its title. Shapes (papers,)."""
        papers = np.searchsorted(self.starts, places, side="right") - 1
        everywhere = np.bincount(papers, minlength=len(self.ends))
        in_title = np.bincount(papers[places < self.ends[papers]], minlength=len(self.ends))
        return everywhere.astype(np.float64), in_title.astype(np.float64)

    def count_titles(self) -> csc_array:
        """How often each word stands in each title: shape (papers, words)."""
        lengths = self.ends - self.starts[:-1]
        papers = np.repeat(np.arange(len(lengths)), lengths)
        within = np.arange(len(papers)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        words = self.tokens[self.starts[papers] + within]
        ones = np.ones(len(words), dtype=np.int32)
        return csc_array((ones, (papers, words)), shape=(len(lengths), len(self.number)))


def read_positions(titles: Iterable[str], abstracts: Iterable[str]) -> Positions:
    """The positions of all words of these papers."""
    number: defaultdict[str, int] = defaultdict()
    number.default_factory = number.__len__
    tokens, starts, ends = array("i"), array("q", [0]), array("q")
    for title, abstract in zip(titles, abstracts, strict=True):
        tokens.extend(map(number.__getitem__, _TOKEN.findall(fold(clean(title)))))
        ends.append(len(tokens))
        tokens.append(_BREAK)
        tokens.extend(map(number.__getitem__, _TOKEN.findall(fold(clean(abstract)))))
        tokens.append(_BREAK)
        starts.append(len(tokens))
    return Positions(dict(number), np.array(tokens, np.int32), np.array(starts, np.int64), np.array(ends, np.int64))
