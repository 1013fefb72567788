"""Near-equal abstracts: how alike two are, and keys that near-equal ones share, so that not all pairs are compared."""

from collections.abc import Iterator
from zlib import crc32

import numpy as np

from lib.corpus.keys import normal

_NEAR = 0.8  # share of common words from which two abstracts are near-equal
_START = 20  # words by which an abstract that was cut off is recognised in the whole one
_HASHES = 8  # at a share of 0.8 all eight disagree with probability 0.2^8
_PRIME = np.uint64((1 << 31) - 1)
_FACTORS, _SHIFTS = np.random.default_rng(8).integers(1, 1 << 31, size=(2, _HASHES, 1), dtype=np.uint64)


def near_equal(one: str, other: str) -> bool:
    """Whether two abstracts share 80 % of their distinct words (Jaccard), or one is the start of the other."""
    first, second = normal(one), normal(other)
    if not first or not second:
        return False
    shorter, longer = sorted((first, second), key=len)
    if len(shorter.split()) >= _START and longer.startswith(shorter):
        return True
    words, others = set(first.split()), set(second.split())
    return len(words & others) >= _NEAR * len(words | others)


def sketch(abstract: str) -> Iterator[tuple[object, ...]]:
    """Keys of which near-equal abstracts share at least one: MinHash (Broder 1997), and how the abstract starts.

    Source: https://doi.org/10.1109/SEQUEN.1997.666900
    """
    words = normal(abstract).split()
    if not words:
        return
    hashes = np.array([crc32(word.encode("utf-8", "surrogatepass")) for word in sorted(set(words))], dtype=np.uint64)
    least = ((_FACTORS * (hashes % _PRIME) + _SHIFTS) % _PRIME).min(axis=1)
    yield from (("words", row, int(value)) for row, value in enumerate(least))
    if len(words) >= _START:
        yield ("start", " ".join(words[:_START]))
