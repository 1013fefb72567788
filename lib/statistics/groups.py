"""Groups of values compared: a median each, an effect size and a test for every pair, one correction over all pairs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

import pandas as pd

from lib.statistics.interval import LEVEL, Interval, median_interval, read_sample
from lib.statistics.ranks import (
    MINIMUM_FOR_TEST,
    Magnitude,
    RankTest,
    cliffs_delta,
    holm,
    name_magnitude,
    rank_test,
    rank_test_of_many,
)

Verdict = Literal["higher", "lower", "no difference shown", "too few to tell"]


@dataclass(frozen=True)
class GroupSummary:
    """One group: its name, its number of values, their median with its interval, and the smallest and largest."""

    name: str
    n: int
    median: Interval
    smallest: float | None
    largest: float | None


@dataclass(frozen=True)
class GroupComparison:
    """Two groups: `delta` is above 0 where `first` tends to be higher; `p_adjusted` is `test.p` as Holm corrects it."""

    first: str
    second: str
    n_first: int
    n_second: int
    delta: Interval
    test: RankTest
    p_adjusted: float | None = None

    @property
    def n(self) -> int:
        """Values in both groups together."""
        return self.n_first + self.n_second

    @property
    def magnitude(self) -> Magnitude | None:
        """The usual word for the effect's size; None where it is unknown."""
        return None if self.delta.value is None else name_magnitude(self.delta.value)

    @property
    def verdict(self) -> Verdict:
        """What may be said of `first` against `second` at the level of 5 %, all pairs taken together."""
        if self.p_adjusted is None or self.delta.value is None:
            return "too few to tell"
        if self.p_adjusted >= 1 - LEVEL or self.delta.value == 0:
            return "no difference shown"
        return "higher" if self.delta.value > 0 else "lower"


@dataclass(frozen=True)
class Comparison:
    """All groups, all pairs in the order of the groups, and the test over all groups that have enough values."""

    groups: tuple[GroupSummary, ...]
    pairs: tuple[GroupComparison, ...]
    overall: RankTest
    correction: str


def summarise(name: str, values: Iterable[float | None]) -> GroupSummary:
    """One group's number of values, median and range."""
    sample = read_sample(values)
    ends = (float(sample[0]), float(sample[-1])) if len(sample) else (None, None)
    return GroupSummary(name, len(sample), median_interval(sample), *ends)


def compare_groups(
    groups: Mapping[str, Iterable[float | None]], members: Mapping[str, Sequence[str]] | None = None
) -> Comparison:
    """Each group summarised and each pair compared; groups with too few values are shown and not tested.

    `members` names what each value was measured on, in the same order: what two groups share is left out where the two
    are compared, and what several share from the test over all, because these tests take groups to be independent.
    Where more than one pair is tested, p-values are corrected by Holm's method over those that were.
    """
    measured = {name: _measure(values, members[name] if members else None) for name, values in groups.items()}
    pairs = [_compare((one, measured[one]), (other, measured[other])) for one, other in combinations(measured, 2)]
    tested = [pair.test.p for pair in pairs if pair.test.p is not None]
    adjusted = iter(holm(tested))
    times = Counter(member for values in measured.values() for member in set(values.index))
    alone = [values[values.index.map(times.__getitem__) == 1] for values in measured.values()]
    return Comparison(
        tuple(summarise(name, values) for name, values in measured.items()),
        tuple(pair if pair.test.p is None else replace(pair, p_adjusted=next(adjusted)) for pair in pairs),
        rank_test_of_many([values for values in alone if len(values) >= MINIMUM_FOR_TEST]),
        f"Holm over {len(tested)} pairs" if len(tested) > 1 else "none",
    )


def _measure(values: Iterable[float | None], members: Sequence[str] | None) -> "pd.Series[float]":
    """The values that are there, by what they were measured on: nothing in common where that is not said."""
    measured = pd.Series(list(values), dtype="Float64")
    names = [object() for _ in measured] if members is None else list(members)
    return measured.set_axis(pd.Index(names, dtype=object)).dropna()


def _compare(one: tuple[str, "pd.Series[float]"], other: tuple[str, "pd.Series[float]"]) -> GroupComparison:
    (first, above), (second, below) = one, other
    shared = above.index.intersection(below.index)
    above, below = above.drop(shared), below.drop(shared)
    delta, test = cliffs_delta(above, below), rank_test(above, below)
    return GroupComparison(first, second, len(above), len(below), delta, test)
