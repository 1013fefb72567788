"""Steps, densities, moving averages and mixes, against hand-made numbers and SciPy."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scipy.spatial.distance import cosine, jensenshannon

from lib.statistics import compare_mixes, density, ecdf, may_draw_box, may_draw_density, moving_average

amounts = st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=2, max_size=4)


def test_the_steps_of_a_sample_count_ties_together() -> None:
    steps = ecdf([3, 1, 3, None])
    assert steps["value"].tolist() == [1, 3]
    assert steps["count"].tolist() == [1, 3]
    assert steps["share"].tolist() == pytest.approx([1 / 3, 1])
    assert {str(dtype) for dtype in steps.dtypes} == {"Float64", "Int64"}


def test_nothing_has_no_steps() -> None:
    assert ecdf([]).empty


def test_the_steps_are_those_of_scipy() -> None:
    values = np.random.default_rng(2).integers(0, 20, 40)
    theirs = stats.ecdf(values).cdf
    assert ecdf(values)["value"].tolist() == theirs.quantiles.tolist()
    assert ecdf(values)["share"].tolist() == pytest.approx(theirs.probabilities.tolist())


def test_a_box_needs_ten_values_and_a_density_thirty_different_ones() -> None:
    assert [may_draw_box(9), may_draw_box(10)] == [False, True]
    assert [may_draw_density(range(29)), may_draw_density(range(30)), may_draw_density([5] * 30)] == [
        False,
        True,
        False,
    ]
    assert density(range(29)).empty


def test_a_density_without_bounds_is_that_of_scipy() -> None:
    values = np.random.default_rng(4).normal(50, 10, 60)
    curve = density(values)
    expected = stats.gaussian_kde(values)(curve["value"].to_numpy(dtype=float))
    assert curve["density"].to_numpy(dtype=float) == pytest.approx(expected)


@pytest.mark.parametrize("n", [40, 5_000])
def test_a_density_folded_at_its_bounds_has_the_area_one(n: int) -> None:
    values = np.random.default_rng(6).uniform(0, 100, n)
    curve = density(values, (0, 100), points=2_001)
    assert (curve["value"].min(), curve["value"].max()) == (0, 100)
    assert np.trapezoid(curve["density"].to_numpy(float), curve["value"].to_numpy(float)) == pytest.approx(1, abs=0.01)
    assert curve["density"].to_numpy(float).min() > 0.004  # a uniform density is 0.01 up to its bounds


def test_a_moving_average_is_centred_and_leaves_its_ends_open() -> None:
    found = moving_average(pd.Series([1, 2, 6, 4], index=[2019, 2020, 2021, 2022], dtype="Int64"))
    assert found.mean.tolist() == [pd.NA, 3, 4, pd.NA]
    assert found.mean.index.tolist() == [2019, 2020, 2021, 2022]
    assert (found.window, found.edges) == (3, "missing")
    assert found.describe() == "mean of 3 periods, centred; none where the window is not full"


def test_a_moving_average_with_shorter_windows_reaches_the_ends() -> None:
    found = moving_average(pd.Series([1, 2, 6, 4]), edges="shorter")
    assert found.mean.tolist() == [1.5, 3, 4, 5]
    assert found.describe() == "mean of 3 periods, centred; fewer at both ends"


@pytest.mark.parametrize("window", [0, 2, -3])
def test_a_window_without_a_middle_is_refused(window: int) -> None:
    with pytest.raises(ValueError, match="odd number of periods"):
        moving_average(pd.Series([1, 2]), window)


MIXES = pd.DataFrame(
    {"graphs": [3, 0, 1], "speech": [1, 4, 1], "robots": [0, 0, 2]}, index=["Ada Verne", "Bo Lund", "Cy Ito"]
)


def test_cosine_similarity_of_mixes_by_hand() -> None:
    found = compare_mixes(MIXES)
    assert found["first"].tolist() == ["Ada Verne", "Ada Verne", "Bo Lund"]
    assert found["second"].tolist() == ["Bo Lund", "Cy Ito", "Cy Ito"]
    # (3,1,0)(0,4,0) = 4 / (sqrt 10 * 4); (3,1,0)(1,1,2) = 4 / (sqrt 10 sqrt 6); (0,4,0)(1,1,2) = 4 / (4 sqrt 6)
    assert found["similarity"].tolist() == pytest.approx([0.3162, 0.5164, 0.4082], abs=1e-4)
    assert found["drivers"].tolist() == ["speech", "graphs; speech", "speech"]
    assert found["driven"].tolist() == pytest.approx([1, 1, 1])


def test_the_strongest_driver_tells_its_share() -> None:
    found = compare_mixes(MIXES, drivers=1)
    assert found["drivers"].tolist() == ["speech", "graphs", "speech"]
    assert found["driven"].tolist() == pytest.approx([1, 0.75, 1])


def test_a_mix_of_nothing_has_no_similarity() -> None:
    found = compare_mixes(pd.DataFrame({"graphs": [1, 0]}, index=["a", "b"]))
    assert found["similarity"].isna().tolist() == [True]
    assert found["drivers"].tolist() == [""]


def test_mixes_with_nothing_in_common_are_not_alike_and_nothing_drives_them() -> None:
    mixes = pd.DataFrame({"graphs": [1, 0], "speech": [0, 1]}, index=["a", "b"])
    for method in ("cosine", "jensen-shannon"):
        found = compare_mixes(mixes, method)
        assert found["similarity"].tolist() == [0]
        assert (found["drivers"].tolist(), found["driven"].isna().tolist()) == ([""], [True])


@given(amounts)
def test_similarities_are_those_of_scipy(rows: list[list[int]]) -> None:
    mixes = pd.DataFrame(rows, columns=["a", "b", "c"], index=[f"row {at}" for at in range(len(rows))], dtype=float)
    for method in ("cosine", "jensen-shannon"):
        found = compare_mixes(mixes, method)
        for first, second, similarity in zip(found["first"], found["second"], found["similarity"], strict=True):
            one, other = mixes.loc[first].to_numpy(), mixes.loc[second].to_numpy()
            if not one.sum() or not other.sum():
                assert similarity is pd.NA
                continue
            apart = cosine(one, other) if method == "cosine" else jensenshannon(one, other, base=2) ** 2
            assert similarity == pytest.approx(1 - apart, abs=1e-9)
            assert 0 <= similarity <= 1
