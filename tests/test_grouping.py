"""Groups with their looks: each mark says whose it is."""

import pandas as pd

from lib.grouping import Grouping
from lib.theme import style

ROWS = pd.DataFrame(
    {"paper_id": ["a", "b", "b", "c"], "group": ["x", "x", "y", "y"], "label": ["Xu", "Xu", "Abe", "Abe"]},
    dtype="string",
)
STYLES = {"x": style(0), "y": style(1)}


def test_the_key_names_the_mark_of_each_group_by_name_and_is_empty_for_one_alone() -> None:
    assert Grouping(ROWS, STYLES).key == "■ Abe, ● Xu"
    assert Grouping(ROWS[ROWS["group"] == "x"], STYLES).key == ""


def test_a_paper_of_two_groups_is_shared() -> None:
    assert Grouping(ROWS, STYLES).shared == 1
    assert Grouping(ROWS[ROWS["group"] == "y"], STYLES).shared == 0
