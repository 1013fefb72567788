"""Texts that once broke the reading: found by fuzzing, kept so that they stay read."""

import pytest

from lib.dumps import read, read_many
from tests.dumps.made import BADGE, CAPTURED, COMPACT
from tests.dumps.soundness import find_faults

FOUND = [
    f",\n{COMPACT}",  # a comma alone was looked at as an author
    f"{COMPACT}\n\u200b",  # a last line of invisible characters was not counted
    f"{COMPACT}\n\ufeff\xad",
    f"{BADGE}\n,",  # a head of a comma alone left no title
]


BETWEEN = ["1.2\x1ck", "1.2\u2003k", "1.2\u212a"]  # a separator, a wide space; the sign for kelvin is a k, too


@pytest.mark.parametrize("number", BETWEEN)
def test_a_rounded_figure_is_read_whatever_stands_before_its_k(number: str) -> None:
    dump = read(f"Ada Oyelaran\nMachine Learning\nh-index10\n7papers\n{number}citations\n{COMPACT}", captured=CAPTURED)
    assert dump.header is not None
    assert dump.header.citations == 1_200
    assert list(find_faults(dump)) == []


@pytest.mark.parametrize("text", FOUND)
def test_what_once_broke_is_read(text: str) -> None:
    for dump in (read(text, captured=CAPTURED), *read_many(text, captured=CAPTURED)):
        assert list(find_faults(dump)) == []
