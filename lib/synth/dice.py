"""Chance that falls the same way on every machine.

Python promises that `random.Random(seed).random()` keeps its sequence from version to version, and promises it of
nothing else. So everything here is built on that one method, with plain arithmetic: no logarithm or power whose last
bit could differ between two processors.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

Item = TypeVar("Item")


class Dice:
    """A stream of choices that depends on its `seed` words and on nothing else."""

    def __init__(self, *seed: str | int) -> None:
        self._random = random.Random("/".join(str(word) for word in seed)).random  # noqa: S311 - made-up text, no secret

    def share(self) -> float:
        """A number of [0, 1)."""
        return self._random()

    def chance(self, share: float) -> bool:
        """True in this share (0–1) of cases."""
        return self._random() < share

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._random() * (high - low + 1))

    def near(self, value: float, spread: float) -> float:
        """A number around the value, at most `spread` away, the middle more likely than the ends."""
        return value + spread * (self._random() + self._random() - 1)

    def pick(self, items: Sequence[Item]) -> Item:
        """One of the items."""
        return items[int(self._random() * len(items))]

    def take(self, items: list[Item]) -> Item:
        """One of the items, which is removed from the list."""
        at = int(self._random() * len(items))
        items[at], items[-1] = items[-1], items[at]
        return items.pop()

    def some(self, items: Sequence[Item], count: int) -> list[Item]:
        """So many different items, or all of them where there are fewer, in any order."""
        left = list(items)
        return [self.take(left) for _ in range(min(count, len(left)))]

    def day(self, first: date, last: date) -> date:
        """A day from first to last, both included; the first where they are the wrong way round."""
        return first + timedelta(days=self.between(0, max((last - first).days, 0)))
