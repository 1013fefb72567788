"""Groups compared: effect sizes, exact tests and corrections against hand counts and other libraries."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.nonparametric import rank_compare_2indep

from lib.statistics import (
    cliffs_delta,
    compare_groups,
    holm,
    name_magnitude,
    rank_correlation,
    rank_test,
    rank_test_of_many,
)

samples = st.lists(st.integers(0, 100).map(float), min_size=2, max_size=12)


def test_cliffs_delta_counts_how_often_one_lies_above_the_other() -> None:
    # 9 pairs: 3>1 3>2 (3=3) 4>1 4>2 4>3 (1=1) 1<2 1<3 -> 5 above, 2 below, 2 equal
    assert cliffs_delta([3, 4, 1], [1, 2, 3]).value == pytest.approx(3 / 9)


def test_cliffs_delta_is_the_relative_effect_of_statsmodels_rescaled() -> None:
    rng = np.random.default_rng(3)
    first, second = rng.normal(0, 1, 20), rng.normal(0.5, 2, 15)
    theirs = rank_compare_2indep(first, second)
    assert cliffs_delta(first, second).value == pytest.approx(2 * theirs.prob1 - 1)


def test_the_variance_of_delta_is_that_of_its_definition() -> None:
    first, second = [1.0, 4, 6, 7, 9], [2.0, 3, 3, 8]
    dominance = np.sign(np.subtract.outer(first, second))
    n, m, d = 5, 4, dominance.mean()
    rows, columns = ((dominance.mean(axis=1) - d) ** 2).sum(), ((dominance.mean(axis=0) - d) ** 2).sum()
    variance = (m**2 * rows + n**2 * columns - ((dominance - d) ** 2).sum()) / (n * m * (n - 1) * (m - 1))
    z = 1.959964
    half = z * np.sqrt(variance) * np.sqrt((1 - d**2) ** 2 + z**2 * variance)
    ends = (d - d**3 - half, d - d**3 + half) / (1 - d**2 + z**2 * variance)
    found = cliffs_delta(first, second)
    assert (found.low, found.value, found.high) == pytest.approx((ends[0], d, ends[1]), abs=1e-6)
    assert (found.n, found.method) == (9, "Cliff")


def test_complete_separation_has_an_interval_that_shrinks_with_n() -> None:
    few, many = cliffs_delta([5, 6, 7], [1, 2, 3]), cliffs_delta(range(50, 90), range(40))
    assert few.value == few.high == many.value == many.high == 1
    assert few.low == pytest.approx((3 - 3.8415) / (3 + 3.8415), abs=1e-4)
    assert many.low == pytest.approx((40 - 3.8415) / (40 + 3.8415), abs=1e-4)


def test_a_group_of_none_or_one_has_no_interval() -> None:
    assert (cliffs_delta([], [1]).value, cliffs_delta([], [1]).reason) == (None, "one of the groups has no values")
    alone = cliffs_delta([2], [1, 3])
    assert (alone.low, alone.value, alone.reason) == (None, 0.0, "a group of one has no spread")


@given(samples, samples)
def test_cliffs_delta_changes_sign_when_the_groups_change_places(first: list[float], second: list[float]) -> None:
    one, other = cliffs_delta(first, second), cliffs_delta(second, first)
    assert one.value is not None
    assert one.low is not None
    assert one.high is not None
    assert (one.low, one.value, one.high) == pytest.approx((-(other.high or 0), -(other.value or 0), -(other.low or 0)))
    assert -1 <= one.low <= one.value <= one.high <= 1


@pytest.mark.parametrize(
    ("delta", "word"),
    [(0, "negligible"), (-0.146, "negligible"), (0.147, "small"), (-0.33, "medium"), (0.474, "large"), (-1, "large")],
)
def test_magnitudes_are_those_of_romano(delta: float, word: str) -> None:
    assert name_magnitude(delta) == word


@pytest.mark.parametrize("n", [0, 1, 3])
def test_below_four_values_a_group_nothing_is_tested_because_nothing_could_be_found(n: int) -> None:
    found = rank_test(range(n), range(100, 110))
    assert (found.p, found.statistic) == (None, None)
    assert found.reason == "too few to tell: fewer than 4 values in a group"


def test_four_against_four_is_the_smallest_pair_that_can_reach_five_percent() -> None:
    assert rank_test([1, 2, 3, 4], [5, 6, 7, 8]).p == pytest.approx(2 / 70)


@pytest.mark.parametrize(("n", "m"), [(4, 4), (5, 9), (8, 8), (28, 32)])
def test_without_ties_the_test_is_the_exact_one_of_scipy(n: int, m: int) -> None:
    rng = np.random.default_rng(n)
    first, second = rng.normal(0, 1, n), rng.normal(0.8, 1, m)
    theirs = stats.mannwhitneyu(first, second, method="exact")
    found = rank_test(first, second)
    assert (found.p, found.statistic) == pytest.approx((theirs.pvalue, theirs.statistic))
    assert found.method == "exact rank-sum test"


@given(st.lists(st.integers(0, 5), min_size=4, max_size=5), st.lists(st.integers(0, 5), min_size=4, max_size=5))
def test_with_ties_every_division_is_counted(first: list[int], second: list[int]) -> None:
    ranks = stats.rankdata(first + second)
    middle = len(first) * ranks.mean()
    seen = abs(ranks[: len(first)].sum() - middle)
    divisions = [abs(sum(ranks[list(of)]) - middle) for of in combinations(range(len(ranks)), len(first))]
    assert rank_test(first, second).p == pytest.approx(np.mean(np.array(divisions) >= seen - 1e-9))


def test_large_groups_are_tested_by_the_normal_approximation() -> None:
    rng = np.random.default_rng(5)
    first, second = rng.normal(0, 1, 80).round(1), rng.normal(0.3, 1, 90).round(1)
    theirs = stats.mannwhitneyu(first, second, method="asymptotic")
    assert rank_test(first, second).p == pytest.approx(theirs.pvalue)


@given(samples, samples)
def test_a_rank_test_does_not_care_which_group_is_first(first: list[float], second: list[float]) -> None:
    one, other = rank_test(first, second), rank_test(second, first)
    assert (one.p is None) == (min(len(first), len(second)) < 4)
    if one.p is not None:
        assert 0 < one.p <= 1
        assert one.p == pytest.approx(other.p)


def test_many_groups_are_tested_by_kruskal_and_wallis() -> None:
    groups = [[1.0, 2, 3, 4, 5], [2.0, 4, 6, 8, 10], [9.0, 9, 9, 8, 7]]
    theirs = stats.kruskal(*groups)
    found = rank_test_of_many(groups)
    assert (found.p, found.statistic) == pytest.approx((theirs.pvalue, theirs.statistic))
    assert (found.n, found.method) == (15, "Kruskal–Wallis, chi-square")


def test_groups_of_four_are_tested_by_random_divisions_near_the_exact_p() -> None:
    # two groups of four, fully apart: H is largest in 2 of 70 divisions
    found = rank_test_of_many([[1, 2, 3, 4], [5, 6, 7, 8]])
    assert found.p == pytest.approx(2 / 70, abs=0.005)
    assert found == rank_test_of_many([[4, 2, 3, 1], [8, 6, 7, 5]])


def test_many_groups_that_are_all_equal_do_not_differ() -> None:
    assert rank_test_of_many([[1] * 5, [1] * 6]).p == 1
    assert rank_test_of_many([[1] * 5]).p is None
    assert rank_test_of_many([]).p is None


@settings(max_examples=20)
@given(st.lists(st.floats(0, 1), max_size=12))
def test_holm_is_that_of_statsmodels(p_values: list[float]) -> None:
    theirs = multipletests(p_values, method="holm")[1] if p_values else []
    assert holm(p_values) == pytest.approx(tuple(theirs))


def test_holm_by_hand() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx((0.03, 0.06, 0.06))


def test_three_groups_are_summarised_compared_in_pairs_and_corrected() -> None:
    high, low, few = [80.0, 82, 84, 86, 88], [10.0, 12, 14, 16, 18], [50.0, None, 51]
    found = compare_groups({"high": high, "low": low, "few": few})
    assert [(group.name, group.n, group.median.value) for group in found.groups] == [
        ("high", 5, 84.0),
        ("low", 5, 14.0),
        ("few", 2, 50.5),
    ]
    assert [(group.smallest, group.largest) for group in found.groups] == [(80, 88), (10, 18), (50, 51)]
    assert [(pair.first, pair.second, pair.n, pair.verdict) for pair in found.pairs] == [
        ("high", "low", 10, "higher"),
        ("high", "few", 7, "too few to tell"),
        ("low", "few", 7, "too few to tell"),
    ]
    assert [pair.magnitude for pair in found.pairs] == ["large"] * 3
    assert found.pairs[0].p_adjusted == found.pairs[0].test.p == pytest.approx(2 / 252)
    assert [pair.p_adjusted for pair in found.pairs[1:]] == [None, None]
    assert (found.correction, found.overall.n) == ("none", 10)


def test_pairs_are_corrected_together() -> None:
    rng = np.random.default_rng(8)
    found = compare_groups({name: rng.normal(at, 1, 6) for at, name in enumerate("abcd")})
    raw = [pair.test.p for pair in found.pairs]
    assert [pair.p_adjusted for pair in found.pairs] == pytest.approx(list(multipletests(raw, method="holm")[1]))
    assert found.correction == "Holm over 6 pairs"


def test_groups_without_any_values_are_said_to_be_unknown() -> None:
    found = compare_groups({"a": [], "b": [None]})
    assert [(group.n, group.median.value, group.smallest) for group in found.groups] == [(0, None, None)] * 2
    assert (found.pairs[0].verdict, found.pairs[0].magnitude) == ("too few to tell", None)
    assert compare_groups({}).pairs == ()


def test_a_rank_correlation_is_kendalls_and_needs_five_pairs() -> None:
    # 10 pairs of positions, of which 8 agree and 2 do not
    found = rank_correlation([1, 2, 3, 4, 5], [2, 1, 3, 5, 4])
    assert found.statistic == pytest.approx(0.6)
    assert found.p == pytest.approx(stats.kendalltau([1, 2, 3, 4, 5], [2, 1, 3, 5, 4], method="exact").pvalue)
    assert rank_correlation([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]).p == pytest.approx(2 / 120)
    assert rank_correlation([1, 2, 3, 4], [1, 2, 3, 4]).reason == "too few to tell: fewer than 5 pairs"
    assert rank_correlation([1, 2, 3, 4, 5], [1] * 5).reason == "one of the two does not vary"


def test_what_two_groups_share_is_left_out_where_they_are_compared() -> None:
    found = compare_groups(
        {"a": [1, 2, 3, 4, 90], "b": [90, 5, 6, 7, 8], "c": [4, 20, 21, 22, 23]},
        {"a": list("pqrst"), "b": list("tuvwx"), "c": list("shijk")},
    )
    assert [(pair.first, pair.second, pair.n_first, pair.n_second) for pair in found.pairs] == [
        ("a", "b", 4, 4),
        ("a", "c", 4, 4),
        ("b", "c", 5, 5),
    ]
    assert found.pairs[0].delta.value == -1
    assert [group.n for group in found.groups] == [5, 5, 5]
    assert found.overall.n == 8  # b and c without what they share with a, which keeps only three of its own
