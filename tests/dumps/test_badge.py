"""The line above a paper, in all the forms that a page and a browser's copy give it."""

from datetime import date
from itertools import product

import pytest

from lib.dumps.badge import read_badge
from lib.dumps.categories import CATEGORIES, KNOWN, READINGS, label_category
from tests.dumps.made import ABSTRACT, SPACED, parse, problems, with_badge

AMBIGUOUS = "AP CG CO CV DS GN GR GT IT LO NA OT PR SC SI SP ST SY TH"


@pytest.mark.parametrize(
    ("line", "score", "category", "day", "badges"),
    [
        ("96.2IRMar 18", 96.2, "IR", (3, 18, None), ()),
        ("CVJun 9, 2022Code", None, "CV", (6, 9, 2022), ("Code",)),
        ("CVJan 1", None, "CV", (1, 1, None), ()),
        ("21CVMay 28", 21.0, "CV", (5, 28, None), ()),
        ("100.0CVDec 31, 2020", 100.0, "CV", (12, 31, 2020), ()),
        ("0.0CVDec 31, 2020", 0.0, "CV", (12, 31, 2020), ()),
        ("CVMay 28CodeDataset", None, "CV", (5, 28, None), ("Code", "Dataset")),
        ("CVMay 28Has Code", None, "CV", (5, 28, None), ("Code",)),
        ("q-bio.NCDecember 1, 2020", None, "q-bio.NC", (12, 1, 2020), ()),
        ("cond-mat.str-elSeptember 1, 2020Code", None, "cond-mat.str-el", (9, 1, 2020), ("Code",)),
        ("7.5quant-phFeb 29, 2024", 7.5, "quant-ph", (2, 29, 2024), ()),
        ("SESep 3", None, "SE", (9, 3, None), ()),
        ("MAMay 3", None, "MA", (5, 3, None), ()),
        ("96.2IRMAR 18, 2021CODE", 96.2, "IR", (3, 18, 2021), ("Code",)),
        ("96.2 · IR · Mar 18 · Code", 96.2, "IR", (3, 18, None), ("Code",)),
        ("96.2 IR Mar 18, 2021 Code Dataset", 96.2, "IR", (3, 18, 2021), ("Code", "Dataset")),
    ],
)
def test_a_badge_line_is_read(
    line: str, score: float | None, category: str, day: tuple[int, int, int | None], badges: tuple[str, ...]
) -> None:
    badge = read_badge(line)
    assert badge is not None
    assert (badge.score, badge.category, badge.badges) == (score, category, badges)
    assert (badge.month, badge.day, badge.year) == day
    assert badge.faults == ()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "CV",
        "Mar 18",
        "In May 2020 we",
        "we propose Mar 3",
        "MarMay 3",
        "h-index10",
        "7 Papers",
        "Code",
        "A title about March 18",
        "x" * 200,
    ],
)
def test_other_lines_are_no_badge_lines(line: str) -> None:
    assert read_badge(line) is None


def test_every_category_is_read_whole_and_stripped() -> None:
    for code, rest in product(sorted(KNOWN), ("Mar 18", "May 1, 2020Code")):
        for score, value in (("", None), ("96.2", 96.2)):
            badge = read_badge(f"{score}{code}{rest}")
            assert badge is not None, code
            assert (badge.category, badge.score, badge.faults) == (code, value, ())


def test_there_are_155_categories_and_19_ambiguous_codes_that_read_as_computer_science_where_they_can() -> None:
    assert len(CATEGORIES) == 155
    assert {code for code, readings in READINGS.items() if len(readings) > 1} == set(AMBIGUOUS.split())
    assert label_category("CV") == label_category("cs.CV") == "Computer Vision and Pattern Recognition"
    assert label_category("math.CV") == "Complex Variables"
    assert label_category("AP") == "Analysis of PDEs / Applications"
    assert label_category("XX") == "XX"


def test_an_unknown_category_is_kept_and_reported() -> None:
    dump = parse(with_badge("XXJun 9, 2022"))
    assert dump.records[0].category == "XX"
    assert problems(dump) == [(1, "XX")]


def test_a_number_that_may_have_lent_the_date_a_digit_leaves_the_date_open() -> None:
    for tail in ("Mar 182 citations", "Mar 18 citations", "Mar 12,345 citations", "Mar 18, 20"):
        dump = parse(with_badge(f"CV{tail}"))
        assert dump.records[0].date is None
        assert dump.records[0].category == "CV"
        assert problems(dump) == [(1, tail)]


def test_a_shown_year_tells_the_date_from_the_number_behind_it() -> None:
    dump = parse(with_badge("CVMar 18, 20212 citations"))
    assert dump.records[0].date == date(2021, 3, 18)
    assert problems(dump) == [(1, "2 citations")]


@pytest.mark.parametrize("score", ["250", "100.1", "-5", "1.2.3"])
def test_a_score_out_of_range_is_unknown_and_reported(score: str) -> None:
    dump = parse(with_badge(f"{score}CVJun 9, 2022"))
    assert dump.records[0].score is None
    assert dump.records[0].date == date(2022, 6, 9)
    assert problems(dump) == [(1, score)]


@pytest.mark.parametrize(
    ("copy", "lines"),
    [
        ("96.2\nIR\nMar 18\nCode", 4),
        ("96.2IR\nMar 18\nCode", 3),
        ("96.2\nIRMar 18\nCode", 3),
        ("96.2\n\nIR\n\nMar 18\n\nHas Code", 7),
        ("96.2\n\n\nIR\n\n\nMar 18\n\n\nCode", 10),
        ("96.2\n·\nIR\n·\nMar 18\n·\nCode", 7),
        ("96.2 · IR\nMar 18 · Code", 2),
    ],
)
def test_a_badge_line_in_pieces_is_put_together(copy: str, lines: int) -> None:
    dump = parse(f"{SPACED}\n\n{with_badge(copy)}")
    record = dump.records[1]
    assert (record.score, record.category, record.badges) == (96.2, "IR", ("Code",))
    assert record.date == date(2026, 3, 18)
    assert record.title == "Graph Networks for Ranking"
    assert (record.lines.first, record.lines.last) == (8, 8 + lines + 4)
    assert dump.records[0].abstract == ABSTRACT
    assert dump.problems == ()


def test_a_whole_score_counts_only_where_the_rest_is_in_pieces_too() -> None:
    assert parse(with_badge("21\nIR\nMar 18")).records[0].score == 21.0
    assert parse("AI Score\n47\n" + with_badge("IR\nMar 18")).records[0].score is None
