"""Near-equal abstracts: how alike two are, and keys that near-equal ones share, so that not all pairs are compared."""

from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

import numpy as np

from lib.dumps.normal import normalise

_NEAR = 0.8  # share of common words from which two abstracts are near-equal
_START = 20  # words by which an abstract that was cut off is recognised in the whole one
_BANDS, _ROWS = 16, 3  # abstracts that share 80 % of their words miss all bands with probability (1 - 0.8³)¹⁶ = 1e-5
_PRIME = np.uint64((1 << 31) - 1)
_FACTORS, _SHIFTS = np.random.default_rng(8).integers(1, 1 << 31, size=(2, _BANDS * _ROWS, 1), dtype=np.uint64)


@lru_cache(maxsize=1 << 12)
def _words(abstract: str) -> frozenset[str]:
    return frozenset(normalise(abstract).split())


def near_equal(one: str, other: str) -> bool:
    """Whether two abstracts share 80 % of their distinct words (Jaccard), or one is the start of the other."""
    words, others = _words(one), _words(other)
    if not words or not others:
        return False
    if len(words & others) >= _NEAR * len(words | others):
        return True
    shorter, longer = sorted((normalise(one), normalise(other)), key=len)
    return len(shorter.split()) >= _START and longer.startswith(shorter)


def sketch(abstract: str) -> Iterator[tuple[object, ...]]:
    """Keys of which near-equal abstracts share at least one: banded MinHash, and how the abstract starts.

    Source: Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900
    """
    words = _words(abstract)
    if not words:
        return
    hashes = np.array([crc32(word.encode("utf-8", "surrogatepass")) for word in sorted(words)], dtype=np.uint64)
    least = ((_FACTORS * (hashes % _PRIME) + _SHIFTS) % _PRIME).min(axis=1).reshape(_BANDS, _ROWS)
    yield from (("words", band, *map(int, rows)) for band, rows in enumerate(least))
    if len(start := normalise(abstract).split()[:_START]) == _START:
        yield ("start", " ".join(start))
