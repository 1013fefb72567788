"""The shape of a sample: its steps, its density, its course; and from how many values each may be drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from scipy import stats

from lib.statistics.interval import Sample, read_sample

Edges = Literal["shorter", "missing"]

MINIMUM_FOR_STEPS = 5  # four papers are seen at a glance: stairs over them would only repeat the points
MINIMUM_FOR_HISTOGRAM = 10  # one value a bin on average; below, a histogram shows its bins and not the values
MINIMUM_FOR_BOX = 10  # a box and its whiskers cut a sample in four: below ten, points say more than two values a part
MINIMUM_FOR_DENSITY = 30  # a normal sample's curve at its top is known to 33 % from 10 values, to 21 % from 30
_MOST_POINTS = 1_000  # beyond, as many evenly spaced quantiles stand for the sample: the curve is the same to the eye


def may_draw_box(n: int) -> bool:
    """Whether `n` values are enough for a box plot."""
    return n >= MINIMUM_FOR_BOX


def may_draw_density(values: Iterable[float | None]) -> bool:
    """Whether the values are enough, and different enough, for a density curve or a violin."""
    sample = read_sample(values)
    return len(sample) >= MINIMUM_FOR_DENSITY and sample[0] < sample[-1]


def ecdf(values: Iterable[float | None]) -> pd.DataFrame:
    """The steps of the empirical distribution: `value`, `count` of values up to it, and their `share` (0–1).

    Defined from one value on; no rows without any. Source: van der Vaart (1998), Asymptotic Statistics, section 19.1.
    """
    sample = read_sample(values)
    value, count = np.unique(sample, return_counts=True)
    upto = np.cumsum(count)
    steps = {"value": value, "count": upto, "share": upto / max(len(sample), 1)}
    return pd.DataFrame(steps).astype({"value": "Float64", "count": "Int64", "share": "Float64"})


def density(
    values: Iterable[float | None], bounds: tuple[float, float] = (-np.inf, np.inf), points: int = 201
) -> pd.DataFrame:
    """A Gaussian kernel density: `value` and `density` (per unit of value); no rows where `may_draw_density` says no.

    Scott's bandwidth; what would spill over a bound is folded back at it, so that the area within the bounds is 1. The
    time grows with n log n.

    Sources: Scott (1992), Multivariate Density Estimation; Silverman (1986), Density Estimation, section 2.10.
    """
    sample = read_sample(values)
    if not may_draw_density(sample):
        return pd.DataFrame({"value": pd.Series(dtype="Float64"), "density": pd.Series(dtype="Float64")})
    thinned = (
        np.quantile(sample, (np.arange(_MOST_POINTS) + 0.5) / _MOST_POINTS) if len(sample) > _MOST_POINTS else sample
    )
    at, height = _folded_density(thinned, bounds, points)
    return pd.DataFrame({"value": at, "density": height}).astype("Float64")


def _folded_density(sample: Sample, bounds: tuple[float, float], points: int) -> tuple[Sample, Sample]:
    kernel = stats.gaussian_kde(sample)
    reach = 3 * float(np.sqrt(kernel.covariance[0, 0]))
    low, high = max(bounds[0], sample[0] - reach), min(bounds[1], sample[-1] + reach)
    at = np.linspace(low, high, points)
    height = kernel(at)
    for bound in bounds:
        if np.isfinite(bound):
            height = height + kernel(2 * bound - at)
    return at, height


@dataclass(frozen=True, eq=False)
class Smoothed:
    """A moving average: `mean` on the index of what was smoothed, and in words how."""

    mean: pd.Series  # Float64; missing where there is no average
    window: int
    edges: Edges

    def describe(self) -> str:
        """In words: how many periods the mean is of, and what is done at both ends."""
        ends = "fewer at both ends" if self.edges == "shorter" else "none where the window is not full"
        return f"mean of {self.window} periods, centred; {ends}"


def moving_average(values: pd.Series, window: int = 3, edges: Edges = "missing") -> Smoothed:
    """The centred mean of `window` neighbouring periods (an odd number), in the unit of the values.

    Periods must follow each other without gaps. At the ends there is no average (`missing`), or one over what is there
    (`shorter`). A missing value makes those windows missing that it stands in, unless `edges` is `shorter`.

    Raises ValueError for an even or negative window: it would have no middle.
    """
    if window < 1 or window % 2 == 0:
        raise ValueError(f"A centred window has an odd number of periods, not {window!r}.")
    least = window if edges == "missing" else 1
    means = values.astype("Float64").rolling(window, center=True, min_periods=least).mean()
    return Smoothed(means.astype("Float64"), window, edges)
