"""Intervals around medians, quantiles, means and shares of small samples, each saying how it was made.

Missing values are left out and never count as 0: `n` is the number of values that were there. What cannot be told is
None with a reason, never NaN.
"""

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, log

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

Sample = NDArray[np.float64]

LEVEL = 0.95  # of every interval and, as its complement, of every test
SEED = 20220531  # of every resampling: the same data give the same interval on any machine
RESAMPLES = 9_999  # the ends of a 95% interval then rest on 250 resamples each
MINIMUM_FOR_BOOTSTRAP = 10  # simulated cover of a median's 95% BCa interval: 0.88–0.91 at n = 7, 0.95–0.97 at n = 10
MAXIMUM_FOR_BOOTSTRAP = 200  # above it the exact interval is as narrow (within 2 % at 200) and costs nothing


@dataclass(frozen=True)
class Interval:
    """An estimate `value` of `n` values with the ends of its interval, in the unit of the values.

    Where the ends, or all three, are None, `reason` says why in words. `method` names how the ends were found.
    """

    low: float | None
    value: float | None
    high: float | None
    n: int
    method: str
    reason: str = ""
    level: float = LEVEL

    @property
    def is_defined(self) -> bool:
        """Whether there is an interval, and not just a value or nothing."""
        return self.low is not None and self.high is not None

    def describe(self, digits: int = 1) -> str:
        """In words: "62.0 (95% interval 55.0 to 71.0, n = 12)", or the value with the reason there is no interval."""
        if self.value is None:
            return f"unknown ({self.reason}, n = {self.n:,})"
        if self.low is None or self.high is None:
            return f"{self.value:.{digits}f} (no interval: {self.reason}, n = {self.n:,})"
        ends = f"{self.low:.{digits}f} to {self.high:.{digits}f}"
        return f"{self.value:.{digits}f} ({self.level:.0%} interval {ends}, n = {self.n:,})"


def read_sample(values: Iterable[float | None]) -> Sample:
    """The values that are there, sorted, so that the order of rows never matters."""
    present = pd.Series(list(values), dtype="Float64").dropna()
    return np.sort(present.to_numpy(dtype=np.float64))


def minimum_for_quantile(share: float, level: float = LEVEL) -> int:
    """The smallest n at which the range of a sample misses this quantile (0 < share < 1) seldom enough.

    All values lie below the quantile with probability share^n and above it with (1 - share)^n; each may be half of what
    the level leaves. No bootstrap interval reaches beyond the range, so none can be had below this n: 6 for a median,
    13 for a quartile.

    Source: David & Nagaraja (2003), Order Statistics, 3rd ed., section 7.1.
    """
    return ceil(log((1 - level) / 2) / log(max(share, 1 - share)))


def median_interval(values: Iterable[float | None], level: float = LEVEL) -> Interval:
    """The median with its interval; see `quantile_interval`."""
    return quantile_interval(values, 0.5, level)


def quantile_interval(values: Iterable[float | None], share: float, level: float = LEVEL) -> Interval:
    """The quantile below which `share` (0–1) of the values lie, with its interval.

    From 10 to 200 values by the bias-corrected and accelerated bootstrap, otherwise from order statistics, which hold
    their level at any n and pay with width. Quantiles interpolate linearly, as pandas does.

    Sources: Efron (1987), Better bootstrap confidence intervals, JASA 82, 171–185; Conover (1999), Practical
    Nonparametric Statistics, 3rd ed., section 3.2.
    """
    sample = read_sample(values)
    n, minimum = len(sample), minimum_for_quantile(share, level)
    if n == 0:
        return Interval(None, None, None, 0, "none", "no values", level)
    value = float(np.quantile(sample, share))
    if n < minimum:
        reason = f"fewer than {minimum} values cannot bound it"
        return Interval(None, value, None, n, "none", reason, level)
    if sample[0] == sample[-1]:
        return Interval(value, value, value, n, "all values equal", level=level)
    if MINIMUM_FOR_BOOTSTRAP <= n <= MAXIMUM_FOR_BOOTSTRAP:
        ends = _bootstrap(sample.tobytes(), share, level)
        if ends is not None:
            return Interval(ends[0], value, ends[1], n, "BCa bootstrap", level=level)
    exact = np.asarray(stats.quantile_test(sample, p=share).confidence_interval(level))
    return Interval(float(exact[0]), value, float(exact[1]), n, "order statistics", level=level)


def mean_interval(values: Iterable[float | None], level: float = LEVEL) -> Interval:
    """The mean with Student's t interval, or the mean alone below two values.

    Source: Student (1908), The probable error of a mean, Biometrika 6, 1–25.
    """
    sample = read_sample(values)
    n = len(sample)
    if n == 0:
        return Interval(None, None, None, 0, "none", "no values", level)
    value = float(sample.mean())
    if n < 2:
        return Interval(None, value, None, n, "none", "one value has no spread", level)
    half = float(stats.t.ppf((1 + level) / 2, n - 1) * sample.std(ddof=1) / np.sqrt(n))
    return Interval(value - half, value, value + half, n, "Student's t", level=level)


def share_interval(count: int, n: int, level: float = LEVEL) -> Interval:
    """The share count/n (0–1) with Wilson's interval, which stays within 0 and 1 and is defined from n = 1.

    Source: Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209–212.
    """
    if n == 0:
        return Interval(None, None, None, 0, "none", "nothing to take a share of", level)
    ends = stats.binomtest(count, n).proportion_ci(confidence_level=level, method="wilson")
    return Interval(float(ends.low), count / n, float(ends.high), n, "Wilson", level=level)


@lru_cache(maxsize=4_096)  # a page asks again for the same samples at every click
def _bootstrap(values: bytes, share: float, level: float) -> tuple[float, float] | None:
    """The ends of the quantile's BCa interval; None where the resamples say nothing (nearly all of them are equal)."""
    sample = np.frombuffer(values, dtype=np.float64)

    def quantile(drawn: Sample, axis: int) -> Sample:
        return np.asarray(np.quantile(drawn, share, axis=axis))

    with warnings.catch_warnings(), np.errstate(invalid="ignore", divide="ignore"):
        warnings.simplefilter("ignore", stats.DegenerateDataWarning)
        found = stats.bootstrap(
            (sample,),
            quantile,
            n_resamples=RESAMPLES,
            batch=1_000,  # keeps 200 values at 1.6 MB
            confidence_level=level,
            method="BCa",
            rng=np.random.default_rng(SEED),
        ).confidence_interval
    low, high = float(found.low), float(found.high)
    return (low, high) if low <= np.quantile(sample, share) <= high else None  # NaN compares as False
