"""Two dumps in one text: said, and both read; a single dump is never divided."""

from itertools import product

import pytest

from lib.dumps import Dump, line_owners, read, read_many, write
from tests.conftest import ROOT
from tests.dumps.made import CAPTURED, COMPACT, HEADER, OTHER, SPACED, parse

SAMPLES = {
    "compact": (ROOT / "sample_data/profiles/marco-de-nadai.txt").read_text(encoding="utf-8"),
    "spaced": (ROOT / "sample_data/profiles/songpei-xu.txt").read_text(encoding="utf-8"),
}
OWNERS = {"compact": ("Marco De Nadai", 17), "spaced": ("Songpei Xu", 7)}


def paste(*texts: str) -> tuple[Dump, ...]:
    text = "".join(texts)
    dumps = read_many(text, captured=CAPTURED, file="pasted.txt")
    assert "".join(dump.text for dump in dumps) == text
    assert all(write(dump) == dump.text for dump in dumps)
    return dumps


@pytest.mark.parametrize(("first", "second"), list(product(SAMPLES, SAMPLES)))
@pytest.mark.parametrize("between", ["", "\n", "\n\n", "\n\n\n"])
def test_two_dumps_are_both_read_however_they_are_put_together(first: str, second: str, between: str) -> None:
    one, two = SAMPLES[first].rstrip("\n"), SAMPLES[second]
    dumps = paste(one, between, two)
    assert [(dump.owner.name, len(dump.records)) for dump in dumps] == [OWNERS[first], OWNERS[second]]
    assert [dump.problems[0].severity for dump in dumps] == ["note", "note"]
    assert "2 of 2" in dumps[1].problems[0].found


def test_three_dumps_are_three() -> None:
    dumps = paste(SAMPLES["spaced"], "\n\n", SAMPLES["compact"].rstrip(), "\n", SAMPLES["spaced"])
    assert [len(dump.records) for dump in dumps] == [7, 17, 7]


def test_each_part_knows_where_it_begins_in_the_whole() -> None:
    whole = SAMPLES["compact"].rstrip("\n") + "\n\n" + SAMPLES["spaced"]
    first, second = paste(whole)
    lines = whole.split("\n")
    assert first.first_line == 1
    for record in second.records:
        line = record.lines.first + second.first_line - 1
        assert lines[line - 1].startswith((record.category, str(record.score)))


def test_parts_that_share_a_line_count_it_both() -> None:
    whole = SAMPLES["compact"].rstrip("\n") + SAMPLES["spaced"]
    _, second = paste(whole)
    assert second.first_line == len(SAMPLES["compact"].rstrip("\n").split("\n"))
    assert second.text.startswith("Songpei Xu")


def test_a_part_reads_the_same_by_itself() -> None:
    for dump in paste(SAMPLES["spaced"], "\n\n", SAMPLES["compact"]):
        alone = read(dump.text, captured=CAPTURED, file="pasted.txt")
        assert (alone.records, alone.header, alone.owner) == (dump.records, dump.header, dump.owner)


def test_one_reading_of_two_dumps_says_so_and_accounts_for_every_line() -> None:
    text = SAMPLES["compact"].rstrip("\n") + "\n" + SAMPLES["spaced"]
    dump = parse(text)
    assert len(dump.records) == 24
    assert write(dump) == text
    assert any("second one" in problem.expected for problem in dump.problems)
    assert "problem" in [owner for owner, _ in line_owners(dump)]


@pytest.mark.parametrize(
    "text",
    [
        COMPACT,
        SPACED,
        f"{HEADER}\n\n{SPACED}",
        f"{SPACED}\n\n{OTHER}",
        f"{SPACED}\n\n{COMPACT}",
        f"{COMPACT}\n{OTHER}\n{COMPACT}\n\n{SPACED}",
        f"{SPACED}\n\n7 papers\n\n{OTHER}",
        f"{SPACED}\n\n{HEADER}",
        f"{OTHER}\n\n{OTHER}",
    ],
)
def test_a_single_dump_is_not_divided(text: str) -> None:
    assert len(paste(text)) == 1


@pytest.mark.shared
def test_no_reference_dump_is_divided(reference_texts: dict[str, str]) -> None:
    for name, text in reference_texts.items():
        assert len(read_many(text, captured=CAPTURED)) == 1, name
