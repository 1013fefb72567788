"""What stands above the records: any part of it, in any order, glued or spread."""

import pytest

from lib.dumps import Dump, Header
from tests.dumps.made import HEADER, SPACED, parse, problems

FIGURES = ("name", "field", "h_index", "paper_count", "citations", "novelty", "ai_score", "listed")
WHOLE = ("Ada Lovelace", "CV", 10, 7, 75, 57, 47, 7)


def figures(header: Header | None) -> dict[str, object]:
    assert header is not None
    return {name: getattr(header, name) for name in FIGURES if getattr(header, name) is not None}


def under(header: str) -> Dump:
    return parse(f"{header}\n\n{SPACED}")


def test_the_usual_header_is_read_and_names_the_owner() -> None:
    dump = under(HEADER)
    assert tuple(figures(dump.header).values()) == WHOLE
    assert dump.header is not None
    assert (dump.header.lines.first, dump.header.lines.last) == (1, 10)
    assert (dump.owner.name, dump.owner.confidence) == ("Ada Lovelace", "header")


@pytest.mark.parametrize(
    "copy",
    [
        HEADER.replace("\n\n", "\n"),
        HEADER.replace("\n", "\n\n"),
        "Ada Lovelace\nCV\nh-index\n10\n7\npapers\n75\ncitations\nNovelty\n57%\nAI Score\n47\n7 Papers",
        "Ada Lovelace\n\nCV\nh-index107papers75citationsNovelty57%AI Score47\n\n7 Papers",
        "Ada LovelaceCVh-index10 7papers 75citations Novelty57% AI Score47\n7 Papers",
        "Ada Lovelace · CV · h-index 10 · 7 papers · 75 citations · Novelty 57% · AI Score 47\n7 Papers",
        "AI Score47\nCV\nNovelty57%\n75citations\nAda Lovelace\n7papers\nh-index10\n7 Papers",
        "AI Score: 47\nNovelty: 57 %\nAda Lovelace\nCV\n75 citations\n7 papers\nh-index: 10\n7 Papers",
        "Scholar Feed\nSign in\n\n" + HEADER,
    ],
)
def test_a_header_in_another_shape_says_the_same(copy: str) -> None:
    dump = under(copy)
    assert figures(dump.header) == dict(zip(FIGURES, WHOLE, strict=True))
    assert [problem.severity for problem in dump.problems] == ["note"]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("h-index6\n2papers\n\n2 Papers", {"h_index": 6, "paper_count": 2, "listed": 2}),
        ("1paper", {"paper_count": 1}),
        ("1 Paper", {"listed": 1}),
        ("1,234citations", {"citations": 1234}),
        ("1.2kcitations", {"citations": 1200}),
        ("3Mcitations", {"citations": 3_000_000}),
        ("0citations", {"citations": 0}),
        ("Ada Lovelace", {"name": "Ada Lovelace"}),
        ("Grace Hopper\n\nRO", {"name": "Grace Hopper", "field": "RO"}),
        ("Grace Hopper\n\nq-bio.NC\nh-index3", {"name": "Grace Hopper", "field": "q-bio.NC", "h_index": 3}),
        ("Papers\n7\nCitations\n75\nh-index\n10", {"paper_count": 7, "citations": 75, "h_index": 10}),
        ("10\nh-index\n7\npapers", {"h_index": 10, "paper_count": 7}),
    ],
)
def test_any_part_of_a_header_may_stand_alone(copy: str, expected: dict[str, object]) -> None:
    assert figures(under(copy).header) == expected


def test_figures_glued_to_each_other_are_reported_and_not_guessed() -> None:
    line = "h-index107papers75citationsNovelty57%AI Score47"
    dump = under(f"Ada Lovelace\n\nCV\n{line}")
    assert figures(dump.header) == {
        "name": "Ada Lovelace",
        "field": "CV",
        "citations": 75,
        "novelty": 57,
        "ai_score": 47,
    }
    assert problems(dump) == [(4, line)]


def test_unknown_lines_are_kept_as_problems() -> None:
    dump = under("Ada Lovelace\n\nCV\nUniversity of Somewhere\nh-index10")
    assert figures(dump.header) == {"name": "Ada Lovelace", "field": "CV", "h_index": 10}
    assert problems(dump) == [(4, "University of Somewhere")]


def test_lines_that_no_header_needs_are_unread_and_reported_with_their_extent() -> None:
    dump = parse(f"the end of a lost abstract.\nAnother line of it.\n\n{SPACED}")
    assert dump.header is None
    assert [(p.line, p.unread and (p.unread.first, p.unread.last)) for p in dump.problems] == [(1, (1, 2))]


def test_a_page_that_lists_fewer_papers_than_it_claims_is_noted_once_and_not_corrected() -> None:
    dump = under(HEADER.replace("7papers", "120papers").replace("7 Papers", "1 Paper"))
    assert dump.header is not None
    assert dump.header.paper_count == 120
    assert [(p.line, p.found, p.severity) for p in dump.problems] == [(10, "120 papers", "note")]


def test_claims_that_look_wrong_are_no_problem() -> None:
    dump = under(HEADER.replace("h-index10", "h-index30").replace("7papers", "1paper").replace("7 Papers", "1 Paper"))
    assert dump.header is not None
    assert (dump.header.h_index, dump.header.paper_count, dump.problems) == (30, 1, ())


def test_two_values_for_one_figure_keep_the_first_and_say_so() -> None:
    dump = under("Ada Lovelace\nh-index10\nh-index12")
    assert figures(dump.header) == {"name": "Ada Lovelace", "h_index": 10}
    assert problems(dump) == [(3, "h-index12")]
