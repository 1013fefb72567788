"""Whose page it is: proven, likely or unknown, and why."""

import pytest

from lib.dumps.normal import may_be_same, normalise
from lib.dumps.owner import AuthorList, infer_owner


def lists(*lines: str) -> list[AuthorList]:
    """`Ada, Bo +` hides authors, `Ada, Bo` does not."""
    return [AuthorList(tuple(line.removesuffix(" +").split(", ")), not line.endswith("+")) for line in lines]


def test_one_name_in_every_complete_list_is_the_owner() -> None:
    owner = infer_owner(lists("Ada A, Bo B", "Ada A, Cy C", "Bo B, Cy C, Di D +", "Bo B, Cy C, Di D +"))
    assert (owner.name, owner.confidence) == ("Ada A", "proven")
    assert "all 2 complete author lists" in owner.reason


def test_a_list_with_one_author_proves_who_it_is() -> None:
    assert infer_owner(lists("Bo B, Cy C, Di D +", "Ada A")).name == "Ada A"


def test_the_most_frequent_name_loses_to_one_that_a_complete_list_leaves() -> None:
    owner = infer_owner(lists("Ada A, Cy C, Di D", *["Bo B, Ada A, Ed E +"] * 2, *["Bo B, Ed E, Fay F +"] * 5))
    assert (owner.name, owner.confidence) == ("Ada A", "likely")
    assert "Ada A (3 papers)" in owner.reason


def test_too_small_a_lead_leaves_the_owner_unknown() -> None:
    owner = infer_owner(lists("Ada A, Bo B", "Ada A, Cy C, Di D +"))
    assert (owner.name, owner.confidence) == (None, "unknown")
    assert "Ada A (2 papers)" in owner.reason


def test_without_a_complete_list_only_a_wide_lead_counts() -> None:
    near = lists(*["Ada A, Bo B, Cy C +"] * 3, "Ada A, Di D, Ed E +")
    wide = lists("Ada A, Bo B, Cy C +", "Ada A, Di D, Ed E +", "Ada A, Fay F, Gus G +", "Ada A, Hal H, Ida I +")
    assert infer_owner(near).confidence == "unknown"
    assert (infer_owner(wide).name, infer_owner(wide).confidence) == ("Ada A", "likely")


def test_a_head_of_a_group_who_may_be_hidden_everywhere_else_keeps_the_owner_open() -> None:
    owner = infer_owner(lists("Ada A, Zoe Z", "Ada A, Zoe Z", *["Ada A, Bo B, Cy C +"] * 4))
    assert (owner.name, owner.confidence) == (None, "unknown")
    assert "Zoe Z" in owner.reason


def test_lists_that_share_no_name_leave_the_owner_unknown() -> None:
    owner = infer_owner(lists("Ada A, Bo B", "Cy C, Di D"))
    assert (owner.name, owner.confidence) == (None, "unknown")
    assert "pasted together" in owner.reason


def test_a_variant_of_a_name_is_no_proof_that_somebody_is_missing() -> None:
    owner = infer_owner(lists("Aníbal de Almeida, Bo B", "A. de Almeida, Bo B", "Anibal de Almeida, Cy C, Di D +"))
    assert owner.confidence != "proven"


def test_no_lists_leave_the_owner_unknown() -> None:
    assert infer_owner([]).confidence == "unknown"
    assert infer_owner([AuthorList((), complete=True)]).confidence == "unknown"


def test_the_order_of_the_papers_does_not_matter() -> None:
    several = lists("Ada A, Bo B", "Ada A, Cy C, Di D +", "Ada A, Ed E, Di D +", "Bo B, Di D, Ed E +")
    assert infer_owner(several).name == infer_owner(several[::-1]).name


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Joemon M. Jose", "Joemon Jose", True),
        ("J. Jose", "Joemon Jose", True),
        ("Rainer Kümmerle", "Rainer Ku¨mmerle", True),
        ("Yi Li", "Yang Li", False),
        ("Yi Li", "Yi Lin", False),
        ("Plato", "Aristotle", False),
        ("", "Plato", False),
    ],
)
def test_names_that_may_be_one_persons(one: str, two: str, same: bool) -> None:
    assert may_be_same(one, two) is may_be_same(two, one) is same


def test_names_are_compared_without_what_a_browser_adds() -> None:
    assert normalise("Edoardo  D’Amico") == normalise("edoardo\xa0D'Amico\u200b") == "edoardo d'amico"
    assert normalise("Image‐to–Image") == "image-to-image"
    assert normalise("ﬁeld") == "field"
    assert normalise("Straße") == normalise("STRASSE")
