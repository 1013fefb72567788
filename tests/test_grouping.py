"""Groups with their looks: each mark says whose it is."""

import numpy as np
import pandas as pd
import pytest

from lib.corpus import build_corpus
from lib.grouping import Grouping, group_rows, looks, tell_apart
from lib.tables.groups import OTHER, spread
from lib.theme import PALETTE, style

ROWS = pd.DataFrame(
    {"paper_id": ["a", "b", "b", "c"], "group": ["x", "x", "y", "y"], "label": ["Xu", "Xu", "Abe", "Abe"]},
    dtype="string",
)
STYLES = {"x": style(0), "y": style(1)}


def test_the_key_names_the_mark_of_each_group_by_name_and_is_empty_for_one_alone() -> None:
    assert Grouping(ROWS, STYLES).key == "■ Abe, ● Xu"
    assert Grouping(ROWS[ROWS["group"] == "x"], STYLES).key == ""


def test_marks_differ_and_keep_to_the_look_of_a_group_as_far_as_it_is_free() -> None:
    alike = {group: style(0) for group in ("x", "y", OTHER)}
    rows = pd.concat([pd.DataFrame({"paper_id": ["d"], "group": [OTHER], "label": ["3 others"]}, dtype="string"), ROWS])
    assert Grouping(rows, alike).marks == {"x": "circle", "y": "square", OTHER: "diamond"}
    assert Grouping(ROWS, STYLES).marks == {"x": "circle", "y": "square"}


def test_a_paper_of_two_groups_is_shared() -> None:
    assert Grouping(ROWS, STYLES).shared == 1
    assert Grouping(ROWS[ROWS["group"] == "y"], STYLES).shared == 0


def test_of_those_who_are_compared_no_two_have_one_colour_and_who_comes_first_keeps_it() -> None:
    groups = [f"author-{number}" for number in range(8)]
    rows = pd.DataFrame({"paper_id": groups, "group": groups, "label": groups}, dtype="string")
    known = {group: style(0 if number < 3 else number) for number, group in enumerate(groups)} | {"away": style(1)}
    found = tell_apart(rows, known).styles
    assert sorted(found[group].colour for group in groups) == sorted(PALETTE)
    assert [found[group] for group in (*groups[:1], *groups[3:], "away")] == [
        known[group] for group in (*groups[:1], *groups[3:], "away")
    ]
    assert [(found[group].symbol, found[group].dash) for group in groups] == [
        (known[group].symbol, known[group].dash) for group in groups
    ]


def test_others_keep_their_grey_and_who_has_it_too_takes_a_free_colour() -> None:
    groups = ["a", "b", OTHER]
    rows = pd.DataFrame({"paper_id": groups, "group": groups, "label": groups}, dtype="string")
    found = tell_apart(rows, {"a": style(7), "b": style(0), OTHER: style(7)}).styles
    assert (found[OTHER].colour, found["b"].colour) == (PALETTE[7], PALETTE[0])
    assert found["a"].colour not in (PALETTE[0], PALETTE[7])


def test_groups_of_one_figure_differ_in_colour_where_there_are_colours_enough() -> None:
    names = [f"C{number:02}" for number in range(20)]
    whole = pd.DataFrame({"paper_id": names, "group": names, "label": names}, dtype="string")
    corpus = build_corpus([])
    alike = [name for name in names if looks(corpus, "category", whole)[name].colour == PALETTE[0]]
    shown = whole[whole["group"].isin(alike)]
    assert len(alike) > 1
    assert group_rows(shown, corpus, "category", whole).styles[names[0]] == looks(corpus, "category", whole)[names[0]]
    assert len({group_rows(shown, corpus, "category", whole).styles[name].colour for name in alike}) == len(alike)
    assert group_rows(whole, corpus, "category", whole).styles == looks(corpus, "category", whole)


def test_in_a_lane_every_row_has_a_place_of_its_own_evenly_around_the_middle_and_not_in_order() -> None:
    rows = pd.DataFrame({"paper_id": [str(at) for at in range(42)], "group": ["x"] * 41 + ["y"]})
    near = pd.Series([0] * 41 + [0])
    lanes = spread(rows, near)
    assert sorted(lanes[:41]) == pytest.approx(np.linspace(-0.4, 0.4, 41))
    assert lanes[:41].diff().abs().min() > 0.25  # a third of the lane at least from one to the next
    assert lanes.iloc[41] == 0


def test_few_rows_of_a_lane_keep_close_to_its_middle() -> None:
    rows = pd.DataFrame({"paper_id": list("abc"), "group": ["x", "x", "x"]})
    assert spread(rows, pd.Series([1, 1, 2])).tolist() == pytest.approx([-0.08, 0.08, 0])
    assert spread(rows[:0], pd.Series(dtype="int64")).empty
