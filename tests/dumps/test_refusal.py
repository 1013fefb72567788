"""What is no dump is refused with words that say what was seen and what to do; nothing else is ever raised."""

import pytest

from lib.dumps import read, read_many
from lib.errors import InputError, NotADumpError, TooLargeError
from tests.dumps.made import ABSTRACT, BADGE, CAPTURED, HEADER, SPACED

PAPER_PAGE = f"Graph Networks for Ranking\nAda Lovelace, Bo Li\nView on arXiv\nAbstract\n{ABSTRACT}\nRelated papers\n"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("", "empty"),
        ("\n \n\u200b\n", "blank lines"),
        (HEADER, "header"),
        ("h-index6\n2papers\n\n2 Papers", "header"),
        (PAPER_PAGE, "page of one paper"),
        (f"{BADGE}\n{PAPER_PAGE}", "page of one paper"),
        (f"{BADGE}\nA Title\n\nAda Lovelace, Bo Li, Cy Young, Di Xu, Ed Yu\n\n{ABSTRACT}", "page of one paper"),
        ("<html><head>", "HTML"),
        ("%PDF-1.4", "PDF"),
        ('{"papers": []}', "JSON"),
        ("@article{key, title={A}}", "BibTeX"),
        ("Once upon a time.\nThe end.", "'Once upon a time.'"),
        (BADGE, "no title stands beneath"),
        (f"\n{BADGE}\n\n{BADGE}", "in line 2"),
        ("\x00\x01\x02", "no paper begins"),
    ],
)
def test_a_text_without_a_paper_is_refused_with_what_it_looks_like(text: str, seen: str) -> None:
    for reading in (read, read_many):
        with pytest.raises(NotADumpError, match="not a profile dump") as refusal:
            reading(text, captured=CAPTURED, file="page.txt")
        message = str(refusal.value)
        assert seen in message
        assert message.startswith("page.txt")
        assert "select all, copy" in message


def test_one_endless_line_is_refused_in_no_time() -> None:
    for line in ("x" * 50_000_000, "CVJun 9, 2022" * 4_000_000, ", " * 25_000_000):
        with pytest.raises(TooLargeError, match=r"5[02],000,000 characters"):
            read(line, captured=CAPTURED)


@pytest.mark.parametrize(
    "piece",
    [
        "CVJun 9, 2022",
        "96.2",
        "a" * 400_000,
        "Aa" * 200_000,
        "A. " * 200_000,
        ", " * 200_000,
        "Ada Lovelace, " * 50_000,
        "et al. " * 100_000,
        "CV" * 60,
        "9" * 120,
        "· " * 60,
        "a-" * 60 + "Mar 1",
        "h-index10" * 20,
        "1,234papers" * 18,
        "7 Papers",
        "\u0301" * 100_000,
        "\U0001f600" * 1000,
    ],
)
def test_hostile_lines_cost_little_and_raise_nothing_of_their_own(piece: str) -> None:
    for text in (f"{piece}\n{SPACED}", f"{SPACED}\n{piece}", f"{BADGE}\n{piece}\n\n{piece}", f"{BADGE}\n{piece}"):
        try:
            dump = read(text, captured=CAPTURED)
        except InputError:
            continue
        assert dump.text == text


def test_many_headers_and_badges_are_read_in_time_that_grows_with_the_text() -> None:
    for text in (
        f"{HEADER}\n{SPACED}\n" * 400,
        "CVJun 9, 2022\n" * 20_000,
        f"{SPACED}\n" * 2_000,
        f"{HEADER}\n" * 4_000,
    ):
        try:
            dumps = read_many(text, captured=CAPTURED)
        except InputError:
            continue
        assert "".join(dump.text for dump in dumps) == text
