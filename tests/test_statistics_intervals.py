"""Intervals: worked by hand, by another library, and at the sizes where there is almost nothing."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from lib.statistics import (
    Interval,
    mean_interval,
    median_interval,
    minimum_for_quantile,
    quantile_interval,
    share_interval,
)

scores = st.lists(st.floats(0, 100), min_size=1, max_size=30)


def test_a_median_of_nothing_is_unknown_and_says_why() -> None:
    assert median_interval([]) == Interval(None, None, None, 0, "none", "no values")


def test_missing_values_are_left_out_and_never_count_as_zero() -> None:
    found = median_interval(pd.Series([None, 80.0, pd.NA, 90.0], dtype="Float64"))
    assert (found.value, found.n) == (85.0, 2)


@pytest.mark.parametrize("n", [1, 2, 5])
def test_below_six_values_a_median_has_no_interval(n: int) -> None:
    found = median_interval(range(n))
    assert found.value == (n - 1) / 2
    assert (found.low, found.high, found.is_defined) == (None, None, False)
    assert found.reason == "fewer than 6 values cannot bound it"


@pytest.mark.parametrize(("share", "n"), [(0.5, 6), (0.25, 13), (0.75, 13), (0.9, 36)])
def test_the_smallest_n_is_where_both_tails_fit_into_five_percent(share: float, n: int) -> None:
    assert minimum_for_quantile(share) == n
    worst = max(share, 1 - share)
    assert worst**n <= 0.025 < worst ** (n - 1)


def test_from_six_to_nine_values_order_statistics_bound_the_median() -> None:
    assert median_interval([3, 1, 2, 6, 5, 4]) == Interval(1.0, 3.5, 6.0, 6, "order statistics")


@pytest.mark.parametrize("n", [13, 20, 60])
def test_a_bootstrap_interval_is_that_of_scipy(n: int) -> None:
    values = np.sort(np.random.default_rng(n).normal(50, 10, n))
    found = quantile_interval(values, 0.25)
    theirs = stats.bootstrap(
        (values,),
        lambda drawn, axis: np.quantile(drawn, 0.25, axis=axis),
        n_resamples=9_999,
        batch=1_000,
        rng=np.random.default_rng(20220531),
    ).confidence_interval
    assert found.method == "BCa bootstrap"
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high))
    assert found.value == pytest.approx(pd.Series(values).quantile(0.25))


def test_beyond_two_hundred_values_the_interval_is_exact_and_close_to_the_bootstrap() -> None:
    values = np.random.default_rng(1).normal(50, 10, 201)
    exact, drawn = median_interval(values), median_interval(values[:200])
    assert (exact.method, drawn.method) == ("order statistics", "BCa bootstrap")
    assert exact.low == pytest.approx(drawn.low, abs=0.7)
    assert exact.high == pytest.approx(drawn.high, abs=0.7)


def test_equal_values_have_an_interval_of_no_width() -> None:
    assert median_interval([7.0] * 12) == Interval(7.0, 7.0, 7.0, 12, "all values equal")


def test_a_sample_in_which_nearly_all_are_equal_falls_back_to_order_statistics() -> None:
    found = median_interval([0.0] * 99 + [1.0])
    assert (found.low, found.value, found.high, found.method) == (0.0, 0.0, 0.0, "order statistics")


@settings(max_examples=30)
@given(scores.flatmap(lambda values: st.tuples(st.just(values), st.permutations(values))))
def test_the_order_of_values_does_not_matter(orders: tuple[list[float], list[float]]) -> None:
    assert median_interval(orders[0]) == median_interval(orders[1])


@settings(max_examples=30)
@given(scores)
def test_an_interval_holds_its_value_and_stays_within_the_sample(values: list[float]) -> None:
    found = median_interval(values)
    assert found.value is not None
    if found.low is not None and found.high is not None:
        assert min(values) <= found.low <= found.value <= found.high <= max(values)


def test_a_mean_has_students_interval() -> None:
    # 2, 4, 6: mean 4, standard error 2/sqrt(3) = 1.1547, t(2) = 4.3027
    found = mean_interval([2, 4, 6])
    assert (found.low, found.value, found.high) == pytest.approx((4 - 4.9683, 4, 4 + 4.9683), abs=1e-4)
    assert mean_interval([5]) == Interval(None, 5.0, None, 1, "none", "one value has no spread")
    assert mean_interval([]).value is None


@pytest.mark.parametrize(("count", "n"), [(0, 1), (1, 1), (3, 24), (7, 7), (50, 300)])
def test_a_share_has_the_wilson_interval_of_statsmodels(count: int, n: int) -> None:
    found = share_interval(count, n)
    theirs = proportion_confint(count, n, method="wilson")
    assert (found.low, found.high) == pytest.approx(theirs)
    assert found.value == count / n
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_a_share_of_nothing_is_unknown() -> None:
    assert share_interval(0, 0) == Interval(None, None, None, 0, "none", "nothing to take a share of")


def test_an_interval_says_itself_with_its_n() -> None:
    assert Interval(55, 62, 71, 12, "x").describe() == "62.0 (95% interval 55.0 to 71.0, n = 12)"
    assert median_interval([62]).describe(0) == "62 (no interval: fewer than 6 values cannot bound it, n = 1)"
    assert median_interval([]).describe() == "unknown (no values, n = 0)"
