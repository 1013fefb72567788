"""Title, authors and abstract, decided record by record; what stands between and after the records."""

import pytest

from lib.dumps import Dump, line_owners, write
from tests.dumps.made import ABSTRACT, BADGE, COMPACT, OTHER, SPACED, parse, problems

AUTHORS = ("Ada Lovelace", "Bo Li", "Cy Young")
TITLE = "Graph Networks for Ranking"


def facts(dump: Dump) -> list[tuple[str, tuple[str, ...], bool, str]]:
    return [(record.title, record.authors, record.more_authors, record.abstract) for record in dump.records]


def test_both_layouts_say_the_same() -> None:
    assert facts(parse(COMPACT)) == facts(parse(SPACED)) == [(TITLE, AUTHORS, True, ABSTRACT)]
    assert (parse(COMPACT).layout, parse(SPACED).layout) == ("compact", "spaced")


def test_each_record_has_its_own_layout() -> None:
    dump = parse(f"{SPACED}\n\n{COMPACT}\n{OTHER}\n{COMPACT}")
    assert [record.layout for record in dump.records] == ["spaced", "compact", "spaced", "compact"]
    assert [record.title for record in dump.records] == [TITLE, TITLE, "Trees for Search", TITLE]
    assert [record.abstract for record in dump.records] == [ABSTRACT] * 4
    assert dump.problems == ()


@pytest.mark.parametrize("ends", ["\n", "\n\n", "\n\n\n\n"])
def test_blank_lines_are_only_a_hint(ends: str) -> None:
    text = f"{SPACED}\n\n{OTHER}"
    expected = facts(parse(text))
    while "\n\n" in text:
        text = text.replace("\n\n", "\n")
    assert facts(parse(text.replace("\n", ends))) == expected


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_kind_of_line_end_is_read_and_written(end: str) -> None:
    text = f"{SPACED}\n\n{OTHER}".replace("\n", end)
    dump = parse(text)
    assert [(r.lines.first, r.lines.last) for r in dump.records] == [(1, 6), (8, 13)]
    assert write(dump) == text


@pytest.mark.parametrize("odd", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028"])
def test_what_other_programs_take_for_line_ends_does_not_move_the_line_numbers(odd: str) -> None:
    text = SPACED.replace("neural networks", f"neural{odd}networks") + f"\n\n{OTHER}"
    dump = parse(text)
    assert dump.records[0].abstract == ABSTRACT.replace("neural networks", f"neural{odd}networks")
    assert (dump.records[1].lines.first, dump.records[1].lines.last) == (8, 13)
    assert write(dump) == text


def test_a_browsers_invisible_characters_change_nothing_but_the_text() -> None:
    text = COMPACT.replace(" ", "\xa0").replace("Ranking", "Rank\xading").replace("Bo", "B\u200bo")
    dump = parse(f"\ufeff{text}")
    assert facts(dump) == facts(parse(COMPACT))
    assert dump.text == write(dump) == f"\ufeff{text}"


def test_curly_quotes_are_kept_as_they_are() -> None:
    dump = parse(COMPACT.replace("Graph Networks", "“Graph” Networks’"))
    assert dump.records[0].title == "“Graph” Networks’ for Ranking"


def test_a_record_may_have_no_abstract() -> None:
    bare = SPACED.removesuffix(f"\n\n{ABSTRACT}")
    dump = parse(f"{bare}\n\n{OTHER}")
    assert facts(dump)[0] == (TITLE, AUTHORS, True, "")
    assert dump.problems == ()
    assert facts(parse(COMPACT.removesuffix(f"\n{ABSTRACT}")))[0] == (TITLE, AUTHORS, True, "")


def test_an_abstract_may_have_several_paragraphs_one_a_line() -> None:
    dump = parse(f"{SPACED}\n\nMore of it.\n\nAnd 4.24\\% of $k$, \\url{{x}}.\n\n{OTHER}")
    assert dump.records[0].abstract == f"{ABSTRACT}\nMore of it.\nAnd 4.24\\% of $k$, \\url{{x}}."
    assert len(dump.records) == 2


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Lovelace", ("Ada Lovelace",)),
        ("Ada Lovelace, Bo Li", ("Ada Lovelace", "Bo Li")),
        ("ATLAS Collaboration", ("ATLAS Collaboration",)),
        ("Laurens van der Maaten, J. von Neumann", ("Laurens van der Maaten", "J. von Neumann")),
        ("A. Smith, Jr., Bo Li et al.", ("A. Smith, Jr.", "Bo Li")),
        ("Miguel Á. Carreira-Perpiñán", ("Miguel Á. Carreira-Perpiñán",)),
    ],
)
def test_an_author_list_on_its_own_line_is_read_without_help(line: str, names: tuple[str, ...]) -> None:
    dump = parse(SPACED.replace("Ada Lovelace, Bo Li, Cy Young et al.", line))
    assert facts(dump) == [(TITLE, names, line.endswith("al."), ABSTRACT)]
    assert dump.records[0].layout == "spaced"


def test_an_abstract_that_ends_like_an_author_list_is_an_abstract() -> None:
    dump = parse(COMPACT.replace(ABSTRACT, "We follow the work of Smith et al."))
    assert facts(dump) == [(TITLE, AUTHORS, True, "We follow the work of Smith et al.")]


def test_a_title_that_ends_like_an_author_list_is_a_title() -> None:
    dump = parse(SPACED.replace(TITLE, "A Comment on Smith et al."))
    assert facts(dump) == [("A Comment on Smith et al.", AUTHORS, True, ABSTRACT)]


def test_a_name_of_unusual_form_is_read_where_the_other_records_show_the_layout() -> None:
    odd = SPACED.replace("Ada Lovelace, Bo Li, Cy Young et al.", "xiaoming")
    assert facts(parse(f"{SPACED}\n\n{odd}"))[1] == (TITLE, ("xiaoming",), False, ABSTRACT)


def test_more_names_than_a_page_shows_are_noted() -> None:
    many = SPACED.replace("Ada Lovelace, Bo Li, Cy Young et al.", "Ada Lovelace, Bo Li, Cy Young, Di Xu, Ed Yu")
    dump = parse(f"{SPACED}\n\n{many}")
    assert facts(dump)[1] == (TITLE, AUTHORS, True, ABSTRACT)
    assert problems(dump) == [(11, "Ada Lovelace, Bo Li, Cy Young, Di Xu, Ed Yu")]


def test_a_line_like_a_badge_inside_an_abstract_loses_no_text() -> None:
    prose = "and from there the text goes on as prose does, until it ends with a stop."
    dump = parse(f"{SPACED}\n\nCVJun 9, 2022\n\n{prose}\n\n{OTHER}")
    assert dump.records[0].abstract == f"{ABSTRACT}\nCVJun 9, 2022\n{prose}"
    assert [(p.line, p.found, p.severity) for p in dump.problems] == [(8, "CVJun 9, 2022", "note")]
    assert len(dump.records) == 2


def test_a_record_whose_authors_cannot_be_read_is_kept_and_reported() -> None:
    dump = parse(f"{SPACED}\n\n{BADGE}\nHalf a tit")
    assert facts(dump)[1] == ("Half a tit", (), False, "")
    assert problems(dump)[0] == (8, "Half a tit")


def test_a_copy_that_ends_within_a_record_is_noted() -> None:
    dump = parse(f"{OTHER}\n\n{BADGE}\nGraph Networks for Ranking\n\nAda Lo")
    assert [(p.line, p.found, p.severity) for p in dump.problems] == [(11, "Ada Lo", "note")]


@pytest.mark.parametrize("rest", ["CVJun 9, 2022", "CVJun 9, 20", "96.2CVJun 9"])
def test_a_badge_line_with_nothing_beneath_is_a_problem_and_no_record(rest: str) -> None:
    dump = parse(f"{SPACED}\n\n{rest}")
    assert len(dump.records) == 1
    assert (8, rest) in problems(dump)
    assert ("problem", 8) in [(owner, span.first) for owner, span in line_owners(dump)]


def test_what_the_page_shows_after_the_last_record_is_no_abstract() -> None:
    dump = parse(f"{SPACED}\n\nLoad more\n\nNext\n© 2026 Scholar Feed · Terms\nMade with care\n")
    assert dump.records[0].abstract == ABSTRACT
    assert problems(dump) == [(12, "Made with care")]
    assert [(owner, span.first, span.last) for owner, span in line_owners(dump)] == [
        ("record", 1, 6),
        ("chrome", 7, 11),
        ("problem", 12, 12),
    ]


def test_a_pager_between_two_records_belongs_to_the_page() -> None:
    dump = parse(f"{SPACED}\n\nLoad more\n\n{OTHER}")
    assert [record.abstract for record in dump.records] == [ABSTRACT, ABSTRACT]
    assert [(span.first, span.last) for span in dump.chrome] == [(7, 9)]


def test_a_glued_line_in_doubt_ranks_its_readings() -> None:
    dump = parse(COMPACT)
    record = dump.records[0]
    assert record.splits[0].title == record.title
    assert record.splits[0].authors == record.authors
    assert [split.score for split in record.splits] == sorted((s.score for s in record.splits), reverse=True)


def test_the_text_names_the_dump() -> None:
    assert parse(SPACED).id == parse(SPACED).id
    assert parse(SPACED).id != parse(f"{SPACED}\n").id
    assert len(parse(SPACED).id) == 64
