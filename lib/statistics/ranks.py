"""Two samples compared by their ranks: how large the difference is, and whether chance alone would do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import comb, sqrt
from typing import Literal

import numpy as np
from scipy import stats

from lib.statistics.interval import LEVEL, RESAMPLES, SEED, Interval, Sample, read_sample

Magnitude = Literal["negligible", "small", "medium", "large"]

MINIMUM_FOR_TEST = 4  # 3 against 3 values cannot reach p < 0.05 however they lie: 2 / C(6, 3) = 0.1; 4 against 4 can
MINIMUM_FOR_CORRELATION = 5  # 4 pairs in perfect order have p = 2 / 4! = 0.083; 5 have 2 / 5! = 0.017
MAXIMUM_FOR_EXACT = 60  # values in both groups together: 7 ms; at 80 the normal approximation has 0.0399 for 0.0395
CHI_SQUARE_FROM = 5  # values a group from which the chi-square approximation of Kruskal and Wallis is usual

# Thresholds of |delta|: Romano, Kromrey, Coraggio & Skowronek (2006), Appropriate statistics for ordinal level data,
# annual meeting of the Florida Association of Institutional Research. They match Cohen's d of 0.2, 0.5 and 0.8.
_MAGNITUDES: tuple[tuple[float, Magnitude], ...] = ((0.147, "negligible"), (0.33, "small"), (0.474, "medium"))


@dataclass(frozen=True)
class RankTest:
    """A p-value (0–1) with the test's statistic, or None for both and the reason."""

    p: float | None
    statistic: float | None
    n: int
    method: str
    reason: str = ""


def name_magnitude(delta: float) -> Magnitude:
    """The usual word for the size of a Cliff's delta (Romano et al. 2006)."""
    return next((word for limit, word in _MAGNITUDES if abs(delta) < limit), "large")


def cliffs_delta(first: Iterable[float | None], second: Iterable[float | None], level: float = LEVEL) -> Interval:
    """How much oftener a value of `first` lies above one of `second` than below: from -1 to 1, 0 when equally often.

    The interval is Cliff's asymmetric one, which stays within -1 and 1; `n` counts the values of both samples. With
    complete separation the variance is 0 and the interval follows the smaller sample's size alone.

    Sources: Cliff (1993), Dominance statistics, Psychological Bulletin 114, 494–509; Feng & Cliff (2004), Monte Carlo
    evaluation of ordinal d with improved confidence interval, Journal of Modern Applied Statistical Methods 3, 322–332.
    """
    above, below = read_sample(first), read_sample(second)
    n = len(above) + len(below)
    if not len(above) or not len(below):
        return Interval(None, None, None, n, "none", "one of the groups has no values", level)
    rows = _dominance(above, below)
    delta = float(rows.mean())
    if min(len(above), len(below)) < 2:
        return Interval(None, delta, None, n, "none", "a group of one has no spread", level)
    z = float(stats.norm.ppf((1 + level) / 2))
    if abs(delta) == 1:
        smaller = min(len(above), len(below))
        inner = delta * (smaller - z**2) / (smaller + z**2)
        low, high = sorted((inner, delta))
        return Interval(low, delta, high, n, "Cliff, complete separation", level=level)
    variance = _delta_variance(above, below, rows, delta)
    half = z * sqrt(variance) * sqrt((1 - delta**2) ** 2 + z**2 * variance)
    middle, width = delta - delta**3, 1 - delta**2 + z**2 * variance
    return Interval(max(-1.0, (middle - half) / width), delta, min(1.0, (middle + half) / width), n, "Cliff", "", level)


def _dominance(above: Sample, below: Sample) -> Sample:
    """For each value of `above`, the share of `below` under it less the share over it."""
    under = np.searchsorted(below, above, side="left")
    over = len(below) - np.searchsorted(below, above, side="right")
    return np.asarray((under - over) / len(below), dtype=np.float64)


def _delta_variance(above: Sample, below: Sample, rows: Sample, delta: float) -> float:
    """The unbiased estimate of delta's variance, not below the least value it can have (Cliff 1993, equation 7)."""
    n, m = len(above), len(below)
    columns = -_dominance(below, above)
    ties = float(np.sum(np.searchsorted(below, above, side="right") - np.searchsorted(below, above, side="left")))
    squares = n * m - ties - n * m * delta**2
    by_row, by_column = float(np.sum((rows - delta) ** 2)), float(np.sum((columns - delta) ** 2))
    unbiased = (m**2 * by_row + n**2 * by_column - squares) / (n * m * (n - 1) * (m - 1))
    return max(unbiased, (1 - delta**2) / (n * m - 1))


def rank_test(first: Iterable[float | None], second: Iterable[float | None]) -> RankTest:
    """Wilcoxon's rank-sum test (Mann–Whitney), two-sided: could two groups drawn alike differ so much?

    The statistic is Mann–Whitney's U of `first`. Up to 60 values in all p is exact, ties included: every division of
    the pooled values is counted. Above, the normal approximation with corrections for ties and continuity.

    Sources: Mann & Whitney (1947), Annals of Mathematical Statistics 18, 50–60; Streitberg & Röhmel (1986), Exact
    distributions for permutation and rank tests, Statistical Software Newsletter 12, 10–17.
    """
    one, other = read_sample(first), read_sample(second)
    n = len(one) + len(other)
    if min(len(one), len(other)) < MINIMUM_FOR_TEST:
        return RankTest(None, None, n, "none", f"too few to tell: fewer than {MINIMUM_FOR_TEST} values in a group")
    if n <= MAXIMUM_FOR_EXACT:
        ranks = stats.rankdata(np.concatenate([one, other]))
        u = float(ranks[: len(one)].sum() - len(one) * (len(one) + 1) / 2)
        return RankTest(_exact_p(ranks.tobytes(), len(one)), u, n, "exact rank-sum test")
    found = stats.mannwhitneyu(one, other, method="asymptotic")
    return RankTest(float(found.pvalue), float(found.statistic), n, "rank-sum test, normal approximation")


@lru_cache(maxsize=4_096)  # a page asks again for the same groups at every click
def _exact_p(pooled: bytes, size: int) -> float:
    """The share of all divisions whose rank sum is as far from the middle as that of the first `size` ranks.

    SciPy counts ties only by listing every division, which ends at about twenty values; this adds rank by rank and
    keeps for each number of ranks how many choices give each sum (Streitberg & Röhmel's shift algorithm).
    """
    ranks = np.frombuffer(pooled, dtype=np.float64)
    doubled = np.rint(2 * ranks).astype(np.int64)  # mid-ranks end in .5
    chosen = np.zeros((size + 1, int(doubled.sum()) + 1))
    chosen[0, 0] = 1
    for rank in doubled:
        chosen[1:, rank:] += chosen[:-1, :-rank].copy()
    sums = np.arange(chosen.shape[1])
    middle = size * doubled.sum() / len(ranks)
    extreme = np.abs(sums - middle) >= abs(doubled[:size].sum() - middle) - 1e-9
    return min(1.0, float(chosen[size, extreme].sum() / comb(len(ranks), size)))


def rank_test_of_many(groups: Sequence[Iterable[float | None]]) -> RankTest:
    """The Kruskal–Wallis test: could groups drawn alike differ so much? The statistic is H, corrected for ties.

    p from the chi-square approximation where each group has five values, otherwise from seeded random divisions.

    Source: Kruskal & Wallis (1952), Use of ranks in one-criterion variance analysis, JASA 47, 583–621.
    """
    samples = [read_sample(group) for group in groups]
    n = sum(len(sample) for sample in samples)
    if len(samples) < 2 or min(len(sample) for sample in samples) < MINIMUM_FOR_TEST:
        reason = f"too few to tell: needs two groups or more, each of {MINIMUM_FOR_TEST} values or more"
        return RankTest(None, None, n, "none", reason)
    if len(np.unique(np.concatenate(samples))) == 1:
        return RankTest(1.0, 0.0, n, "all values equal")
    h, approximate = stats.kruskal(*samples)
    if min(len(sample) for sample in samples) >= CHI_SQUARE_FROM:
        return RankTest(float(approximate), float(h), n, "Kruskal–Wallis, chi-square")
    p = _divide(tuple(sample.tobytes() for sample in samples))
    return RankTest(p, float(h), n, "Kruskal–Wallis, random divisions")


@lru_cache(maxsize=256)
def _divide(groups: tuple[bytes, ...]) -> float:
    """The share of random divisions whose H is as large as that of these groups."""
    found = stats.permutation_test(
        [np.frombuffer(group, dtype=np.float64) for group in groups],
        lambda *drawn, axis: stats.kruskal(*drawn, axis=axis).statistic,
        vectorized=True,
        n_resamples=RESAMPLES,
        alternative="greater",
        rng=np.random.default_rng(SEED),
    )
    return float(found.pvalue)


def rank_correlation(first: Iterable[float], second: Iterable[float]) -> RankTest:
    """Whether two measures of the same things rise together: the statistic is Kendall's tau-b, -1 to 1.

    Both must be complete. p is exact without ties up to 33 pairs, and a normal approximation otherwise. None where
    there are fewer than `MINIMUM_FOR_CORRELATION` pairs, or one of the two does not vary.

    Source: Kendall (1945), The treatment of ties in ranking problems, Biometrika 33, 239–251.
    """
    one, other = np.array(list(first), dtype=np.float64), np.array(list(second), dtype=np.float64)
    if len(one) < MINIMUM_FOR_CORRELATION:
        reason = f"too few to tell: fewer than {MINIMUM_FOR_CORRELATION} pairs"
        return RankTest(None, None, len(one), "none", reason)
    if len(np.unique(one)) == 1 or len(np.unique(other)) == 1:
        return RankTest(None, None, len(one), "none", "one of the two does not vary")
    found = stats.kendalltau(one, other)
    return RankTest(float(found.pvalue), float(found.statistic), len(one), "Kendall's tau-b")


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """The p-values made to hold for all tests together, in the order given.

    Source: Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6,
    65–70.
    """
    order = np.argsort(p_values, kind="stable")
    stepped = np.asarray(p_values, dtype=np.float64)[order] * np.arange(len(p_values), 0, -1)
    adjusted = np.empty(len(p_values))
    adjusted[order] = np.minimum(np.maximum.accumulate(stepped), 1.0) if len(p_values) else stepped
    return tuple(float(p) for p in adjusted)
