"""Which records are one paper, and what stands of them: each rule with a case that it is for and one that it is not."""

from datetime import date, timedelta

import pytest

from lib.corpus import build_corpus
from lib.corpus.abstracts import near_equal, sketch
from lib.corpus.keys import title_key
from lib.dumps.model import CaptureYear, Dump, Record
from tests.hand_dumps import column, dump, record, rows

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
WORDS = "we weave the numbers of an engine into cloth and count what each thread carries from one loom to the next day"


def two(first: Record, second: Record) -> list[Dump]:
    """The records on the pages of two people, the first one captured earlier."""
    return [dump("x.txt", "Xenia", MAY, [first]), dump("y.txt", "Yara", JUNE, [second])]


def titles(first: Record, second: Record) -> int:
    return len(build_corpus(two(first, second)).papers)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("On Looms", "on  looms"),
        ("On Looms: A Study", "On Looms – a study."),
        ("“On” Looms", '"On" Looms'),
        ("On Lo\u00adoms", "On Looms"),
        ("Ｏn Looms", "On Looms"),
    ],
)
def test_titles_are_the_same_whatever_their_typography(one: str, other: str) -> None:
    assert titles(record(one, "A B"), record(other, "A B")) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Learning C", "Learning C++"), ("Part I", "Part II"), ("A* search", "A search")]
)
def test_titles_that_differ_in_a_symbol_are_different(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)
    assert titles(record(one, "A B"), record(other, "A B")) == 2


def test_a_title_alone_is_no_proof() -> None:
    corpus = build_corpus(two(record("Editorial", "A B"), record("Editorial", "C D", day=date(2020, 1, 1))))
    assert len(corpus.papers) == 2
    assert rows(corpus.merges)[0]["state"] == "suspected"
    assert rows(corpus.merges)[0]["reason"] == (
        "The same title, but no page shows that it is one paper: A B, 2024-05-01 in x.txt, C D, 2020-01-01 in y.txt."
    )


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        (record("T", "a  b", day=None), "The same title, the shared author a  b."),
        (record("T", "C D", day=None, abstract=WORDS), "The same title, equal abstracts."),
        (record("T", "C D", day=None, abstract=WORDS + " again"), "The same title, near-equal abstracts."),
        (record("T", "C D", day=None, abstract=WORDS[:100]), "The same title, near-equal abstracts."),
        (
            record("T", "C D", more_authors=True, day=date(2024, 5, 2)),
            "The same title, dates within a day (2024-05-02 and 2024-05-01).",
        ),
        (record("T", day=date(2024, 5, 1)), "The same title, the date 2024-05-01."),
    ],
)
def test_one_witness_more_is_enough(second: Record, reason: str) -> None:
    corpus = build_corpus(two(record("T", "A B", abstract=WORDS), second))
    assert len(corpus.papers) == 1
    assert rows(corpus.merges)[0]["reason"] == reason
    assert rows(corpus.merges)[0]["state"] == "merged"


def test_two_days_apart_is_no_witness() -> None:
    assert titles(record("T", more_authors=True), record("T", more_authors=True, day=date(2024, 5, 3))) == 2


def test_a_day_is_no_witness_when_two_complete_author_lists_share_nobody() -> None:
    assert titles(record("Editorial", "A B"), record("Editorial", "C D")) == 2


def test_groups_are_transitive() -> None:
    chain = [
        dump("a.txt", "A", MAY, [record("T", "A B", day=None)]),
        dump("b.txt", "B", MAY, [record("T", "A B", "C D", day=None)]),
        dump("c.txt", "C", MAY, [record("T", "C D", day=None)]),
    ]
    corpus = build_corpus(chain)
    assert len(corpus.papers) == 1
    assert len(set(column(corpus.observations, "paper_id"))) == 1
    assert len(corpus.merges[corpus.merges["state"] == "merged"]) == 2


def test_one_page_that_lists_two_papers_of_a_title_and_an_author_means_two() -> None:
    page = [record("Editorial", "A B", day=date(2020, 1, 1)), record("Editorial", "A B", day=date(2022, 1, 1))]
    again = dump("again.txt", "A B", JUNE, page)
    corpus = build_corpus([dump("once.txt", "A B", MAY, page), again])
    assert column(corpus.papers, "date") == [date(2020, 1, 1), date(2022, 1, 1)]
    assert column(corpus.observations, "paper_id") == column(corpus.papers, "paper_id") * 2
    suspicion = rows(corpus.merges[corpus.merges["state"] == "suspected"])
    assert [row["reason"] for row in suspicion] == [
        "once.txt lists the title twice: A B, 2020-01-01, and A B, 2022-01-01."
    ]


def test_a_record_that_one_page_shows_twice_is_one_paper_seen_twice() -> None:
    corpus = build_corpus([dump("x.txt", "A B", MAY, [record("T", "A B"), record("T", "A B")])])
    assert len(corpus.papers) == 1
    assert column(corpus.observations, "position") == [1, 2]


def test_a_record_without_a_title_is_like_no_other() -> None:
    corpus = build_corpus(two(record("…", "A B"), record("…", "A B")))
    assert len(set(column(corpus.papers, "paper_id"))) == 2


def test_thousands_of_editorials_are_told_apart_by_their_witnesses() -> None:
    days = [date(2000, 1, 1) + timedelta(days=3 * number) for number in range(3000)]
    papers = [record("Editorial", f"Author {number}", day=day) for number, day in enumerate(days)]
    corpus = build_corpus([dump("x.txt", None, JUNE, papers), dump("y.txt", None, MAY, papers[::-1])])
    assert len(corpus.papers) == 3000
    assert set(corpus.observations.groupby("paper_id").size()) == {2}
    assert len(corpus.merges[corpus.merges["state"] == "suspected"]) <= 1  # a title this common says nothing


def test_near_equal_abstracts_share_four_words_of_five_or_a_start() -> None:
    words = [f"w{number}" for number in range(100)]
    most = " ".join(words[:90] + ["x"] * 10)
    assert near_equal(" ".join(words), most)
    assert set(sketch(" ".join(words))) & set(sketch(most))
    assert not near_equal(" ".join(words), " ".join(words[40:] + [f"x{number}" for number in range(40)]))
    assert near_equal(" ".join(words), " ".join(words[:20]))
    assert not near_equal(" ".join(words), " ".join(words[:19]))
    assert not near_equal("", "")


def test_on_one_day_a_score_that_is_shown_beats_one_that_is_not() -> None:
    pages = [
        dump("x.txt", "Xenia", MAY, [record("T", "A B", score=21.0)]),
        dump("y.txt", "Yara", MAY, [record("T", "A B")]),
    ]
    assert column(build_corpus(pages).papers, "score") == [21.0]
    assert column(build_corpus([*pages, dump("z.txt", "Z", JUNE, [record("T", "A B")])]).papers, "score") == [None]


def test_an_abstract_does_not_cease_to_be_but_a_newer_one_stands() -> None:
    first = record("T", "A B", abstract="Old words.", category="CV")
    gone = record("T", "A B", abstract=" ", category="", day=None)
    corpus = build_corpus(two(first, gone))
    kept = rows(corpus.papers)[0]
    assert (kept["abstract"], kept["category"], kept["date"]) == ("Old words.", "CV", date(2024, 5, 1))
    newer = build_corpus(two(first, record("T", "A B", abstract="New words.", category="IR")))
    assert column(newer.papers, "abstract") == ["New words."]
    assert column(newer.papers, "category") == ["IR"]


def test_the_longest_author_list_stands_and_the_newest_of_two() -> None:
    corpus = build_corpus(two(record("T", "A B", "C D", more_authors=True), record("T", "A B", "C D")))
    assert not corpus.papers["authors_complete"].any()
    corpus = build_corpus(two(record("T", "A B", "C D"), record("T", "A B", "C Dee")))
    assert column(corpus.authorships, "name")[:2] == ["A B", "C Dee"]


def test_badges_are_those_of_all_captures() -> None:
    corpus = build_corpus(two(record("T", "A B", badges=("Code",)), record("T", "A B", badges=("Dataset",))))
    assert column(corpus.papers, "badges") == ["Code, Dataset"]
    assert column(corpus.papers, "has_code") == [True]


def yearless(title: str, day: date) -> Record:
    return record(title, "A B", day=day, year_shown=False)


def test_an_explicit_date_fixes_the_capture_year_and_with_it_every_yearless_date_of_the_dump() -> None:
    read = [yearless("T", date(2026, 3, 18)), yearless("U", date(2026, 1, 7))]
    guessed = dump("x.txt", "A B", JUNE, read, year=CaptureYear(2026, "The latest feasible."))
    corpus = build_corpus([guessed, dump("y.txt", "Yara", JUNE, [record("T", "A B", day=date(2025, 3, 18))])])
    assert sorted(zip(column(corpus.papers, "title"), column(corpus.papers, "date"), strict=True)) == [
        ("T", date(2025, 3, 18)),
        ("U", date(2025, 1, 7)),
    ]
    assert dict(zip(column(corpus.papers, "title"), column(corpus.papers, "year_inferred"), strict=True)) == {
        "T": False,
        "U": True,
    }
    years = {row["file"]: (row["year"], row["year_reason"]) for row in rows(corpus.captures)}
    assert years["x.txt"] == (2025, "“T” is dated 2025-03-18 in y.txt.")
    assert all(day is None or day.year == 2025 for day in column(corpus.observations, "date") if isinstance(day, date))


def test_explicit_dates_that_disagree_leave_the_capture_year_as_read() -> None:
    read = [yearless("T", date(2026, 3, 18)), yearless("U", date(2026, 1, 7))]
    guessed = dump("x.txt", "A B", JUNE, read, year=CaptureYear(2026, "The latest feasible."))
    dated = [record("T", "A B", day=date(2025, 3, 18)), record("U", "A B", day=date(2024, 1, 7))]
    corpus = build_corpus([guessed, dump("y.txt", "Yara", MAY, dated)])
    assert {row["file"]: row["year"] for row in rows(corpus.captures)} == {"x.txt": 2026, "y.txt": None}
    assert sorted(map(str, column(corpus.papers, "date"))) == ["2024-01-07", "2025-03-18"]
    assert column(corpus.papers, "year_inferred") == [False, False]


def test_an_inferred_date_that_no_dump_dates_stays_inferred() -> None:
    corpus = build_corpus([dump("x.txt", "A B", JUNE, [yearless("T", date(2026, 3, 18))])])
    assert column(corpus.papers, "year_inferred") == [True]
    assert column(corpus.papers, "date") == [date(2026, 3, 18)]


def test_a_year_that_would_date_a_paper_after_the_capture_fixes_nothing() -> None:
    read = [yearless("T", date(2024, 3, 18)), yearless("U", date(2024, 5, 31))]
    early = dump("x.txt", "A B", date(2024, 6, 1), read, year=CaptureYear(2024, "The latest feasible."))
    corpus = build_corpus([early, dump("y.txt", "Yara", JUNE, [record("T", "A B", day=date(2025, 3, 18))])])
    assert {row["file"]: row["year"] for row in rows(corpus.captures)} == {"x.txt": 2024, "y.txt": None}
    assert dict(zip(column(corpus.papers, "title"), column(corpus.papers, "date"), strict=True)) == {
        "T": date(2025, 3, 18),
        "U": date(2024, 5, 31),
    }


def test_a_year_without_the_day_fixes_nothing() -> None:
    leap = dump("x.txt", "A B", date(2024, 6, 1), [yearless("T", date(2024, 2, 29))])
    later = dump("y.txt", "Yara", JUNE, [record("T", "A B", day=date(2025, 2, 28))])
    corpus = build_corpus([leap, later])
    assert {row["file"]: row["year"] for row in rows(corpus.captures)} == {"x.txt": None, "y.txt": None}
    assert column(corpus.papers, "date") == [date(2025, 2, 28)]
