"""200 real profiles in the two layouts against their truth, as they are and damaged as copies are."""

import re
from collections import Counter
from collections.abc import Callable

import pytest

from lib.dumps import Dump, read, render, write
from tests.conftest import SHARED
from tests.dumps.conftest import TrueDump, TruePaper

pytestmark = pytest.mark.shared

DAMAGE: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "byte-order mark": lambda text: f"\ufeff{text}",
    "no-break spaces": lambda text: text.replace(" ", "\xa0"),
    "no blank lines": lambda text: re.sub(r"\n+", "\n", text),
    "doubled blank lines": lambda text: re.sub(r"\n(?=\n)", "\n\n", text),
}
FIELDS = ("category", "date", "year_shown", "score", "badges", "abstract")


@pytest.fixture(scope="module", params=DAMAGE)
def pairs(
    request: pytest.FixtureRequest, truth: list[TrueDump], reference_texts: dict[str, str]
) -> list[tuple[TrueDump, Dump]]:
    damage = DAMAGE[request.param]
    return [(true, read(damage(reference_texts[true.file]), captured=true.captured, file=true.file)) for true in truth]


def heading(paper: TruePaper) -> tuple[str, tuple[str, ...], bool]:
    return paper.title, paper.authors, paper.more_authors


def test_no_paper_is_lost_and_every_header_and_layout_is_right(pairs: list[tuple[TrueDump, Dump]]) -> None:
    for true, dump in pairs:
        assert len(dump.records) == len(true.papers), true.file
        assert dump.layout == true.layout
        assert (dump.header is None) == (true.header is None)
        if dump.header and true.header:
            assert {name: getattr(dump.header, name) for name in true.header} == true.header, true.file


def test_every_field_but_title_and_authors_is_right(pairs: list[tuple[TrueDump, Dump]]) -> None:
    for true, dump in pairs:
        for paper, record in zip(true.papers, dump.records, strict=True):
            for name in FIELDS:
                assert getattr(record, name) == getattr(paper, name), (true.file, paper.title, name)
        assert dump.problems == (), true.file


def test_titles_and_authors_are_right_or_marked(pairs: list[tuple[TrueDump, Dump]]) -> None:
    count: Counter[str] = Counter()
    for true, dump in pairs:
        for paper, record in zip(true.papers, dump.records, strict=True):
            right = heading(paper) == (record.title, record.authors, record.more_authors)
            if record.layout == "spaced":
                assert right, (true.file, paper.title)
                continue
            count["glued"] += 1
            count["right"] += right
            count["doubtful"] += record.doubtful
            count["wrong and not marked"] += not right and not record.doubtful
    assert count["glued"] > 900
    assert count["right"] >= 0.998 * count["glued"]
    assert count["doubtful"] <= 0.01 * count["glued"]
    assert count["wrong and not marked"] <= 0.0002 * count["glued"]


def test_a_proven_owner_is_never_wrong_and_a_likely_one_hardly_ever(pairs: list[tuple[TrueDump, Dump]]) -> None:
    count: Counter[tuple[str, bool]] = Counter()
    for true, dump in pairs:
        count[dump.owner.confidence, dump.owner.name == true.owner] += 1
    assert count["header", False] == count["proven", False] == 0
    assert count["proven", True] > 40
    assert count["likely", True] > 15
    assert count["likely", True] >= 0.98 * (count["likely", True] + count["likely", False])


def test_what_was_read_is_written_byte_for_byte(
    pairs: list[tuple[TrueDump, Dump]],
) -> None:
    for true, dump in pairs:
        assert write(dump) == dump.text, true.file


def test_facts_alone_give_the_text_again(truth: list[TrueDump], reference_texts: dict[str, str]) -> None:
    for true in truth:
        text = reference_texts[true.file]
        dump = read(text, captured=true.captured)
        assert render(dump.header, dump.records, dump.layout) == text.removesuffix("\n"), true.file


def test_the_seeds_are_written_and_rendered_byte_for_byte(truth: list[TrueDump]) -> None:
    for path in (SHARED / "seeds").glob("*.txt"):
        text = path.read_bytes().decode("utf-8")
        dump = read(text, captured=truth[0].captured)
        assert write(dump) == render(dump.header, dump.records, dump.layout) == text
