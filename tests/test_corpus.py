"""Two captures of one author and a page of another: every column of every row of every frame."""

from datetime import date

import pandas as pd
import pytest

from lib.corpus import Corpus, build_corpus
from lib.dumps.model import CaptureYear, Dump, Owner, Span
from tests.hand_dumps import dump, header, problem, record, rows

MARCH, JUNE, JULY = date(2026, 3, 1), date(2026, 6, 1), date(2026, 7, 1)


def ada_in_march() -> Dump:
    papers = [
        record("On Looms", "Ada Lovelace", "Mary Somerville", day=date(2024, 5, 1), score=74.1, abstract="Threads."),
        record("On Tides", "Ada Lovelace", day=date(2023, 2, 3), lines=Span(4, 6), doubtful=True, abstract="Water."),
    ]
    figures = header(name="Ada Lovelace", field="CV", h_index=10, paper_count=7, citations=75, novelty=57, ai_score=47)
    owner = Owner("Ada Lovelace", "header", "The header says so.")
    return dump("march.txt", owner, MARCH, papers, header=figures, layout="spaced")


def ada_in_june() -> Dump:
    authors = ("Ada Lovelace", "Mary Somerville", "Charles Babbage")
    papers = [
        record("On looms", *authors, day=date(2024, 5, 2), more_authors=True, badges=("Code",), abstract="Threads!"),
        record("On Bread", *authors[1:], more_authors=True, category="IR", day=date(2026, 1, 9), year_shown=False),
    ]
    found = (problem(9, "Mar 182 citations"), problem(12, "Feb 30"))
    year = CaptureYear(2026, "The latest feasible.")
    return dump("june.txt", "Ada Lovelace", JUNE, papers, problems=found, year=year)


def mary_in_july() -> Dump:
    papers = [record("On Bread", "Mary Somerville", "Charles Babbage", category="IR", score=21.0, day=date(2026, 1, 9))]
    return dump("july.txt", "Mary Somerville", JULY, papers)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return build_corpus([mary_in_july(), ada_in_march(), ada_in_june()])


LOOMS, TIDES, BREAD = "on-looms-4887be", "on-tides-a97353", "on-bread-34d577"
ADA, MARY = "ada-lovelace", "mary-somerville"
NO_FIGURES = dict.fromkeys(("field", "h_index", "paper_count", "citations", "novelty", "ai_score"))
ADAS_FIGURES = {"field": "CV", "h_index": 10, "paper_count": 7, "citations": 75, "novelty": 57, "ai_score": 47}


def test_a_profile_has_the_newest_header_with_its_day_and_the_surest_owner(corpus: Corpus) -> None:
    assert rows(corpus.profiles) == [
        {
            "profile_id": ADA,
            "name": "Ada Lovelace",
            **ADAS_FIGURES,
            "captured": JUNE,
            "header_captured": MARCH,
            "owner_confidence": "header",
            "owner_reason": "The header says so.",
        },
        {
            "profile_id": MARY,
            "name": "Mary Somerville",
            **NO_FIGURES,
            "captured": JULY,
            "header_captured": None,
            "owner_confidence": "likely",
            "owner_reason": "A reason.",
        },
    ]


def test_a_capture_is_the_header_as_it_stood_and_how_the_dump_was_read(corpus: Corpus) -> None:
    likely = {"owner_confidence": "likely", "owner_reason": "A reason."}
    shown = {"year": None, "year_reason": "Every date shows its year."}
    assert rows(corpus.captures) == [
        {
            "dump_id": ada_in_march().id,
            "profile_id": ADA,
            "captured": MARCH,
            "name": "Ada Lovelace",
            **ADAS_FIGURES,
            "file": "march.txt",
            "layout": "spaced",
            "papers_read": 2,
            "owner_confidence": "header",
            "owner_reason": "The header says so.",
            **shown,
        },
        {
            "dump_id": ada_in_june().id,
            "profile_id": ADA,
            "captured": JUNE,
            "name": "Ada Lovelace",
            **NO_FIGURES,
            "file": "june.txt",
            "layout": "compact",
            "papers_read": 2,
            **likely,
            "year": 2026,
            "year_reason": "“On Bread” is dated 2026-01-09 in july.txt.",
        },
        {
            "dump_id": mary_in_july().id,
            "profile_id": MARY,
            "captured": JULY,
            "name": "Mary Somerville",
            **NO_FIGURES,
            "file": "july.txt",
            "layout": "compact",
            "papers_read": 1,
            **likely,
            **shown,
        },
    ]


def test_a_paper_is_as_the_newest_capture_shows_it_with_every_badge_and_the_longest_author_list(corpus: Corpus) -> None:
    assert rows(corpus.papers) == [
        {
            "paper_id": LOOMS,
            "title": "On looms",
            "abstract": "Threads!",
            "category": "CV",
            "date": date(2024, 5, 2),
            "year_inferred": False,
            "score": None,  # 74.1 in March, but unknown in June
            "has_code": True,
            "badges": "Code",
            "authors_complete": False,
        },
        {
            "paper_id": TIDES,
            "title": "On Tides",
            "abstract": "Water.",
            "category": "CV",
            "date": date(2023, 2, 3),
            "year_inferred": False,
            "score": None,
            "has_code": False,
            "badges": "",
            "authors_complete": True,
        },
        {
            "paper_id": BREAD,
            "title": "On Bread",
            "abstract": None,
            "category": "IR",
            "date": date(2026, 1, 9),
            "year_inferred": False,
            "score": 21.0,
            "has_code": False,
            "badges": "",
            "authors_complete": False,
        },
    ]


def test_visible_authors_have_positions_and_owners_are_authors_even_when_hidden(corpus: Corpus) -> None:
    found = [tuple(row.values()) for row in rows(corpus.authorships)]
    assert list(corpus.authorships.columns) == ["paper_id", "name", "position", "profile_id"]
    assert found == [
        (LOOMS, "Ada Lovelace", 1, ADA),
        (LOOMS, "Mary Somerville", 2, None),  # her page does not list this paper: a namesake could be meant
        (LOOMS, "Charles Babbage", 3, None),
        (TIDES, "Ada Lovelace", 1, ADA),
        (BREAD, "Mary Somerville", 1, MARY),
        (BREAD, "Charles Babbage", 2, None),
        (BREAD, "Ada Lovelace", None, ADA),
    ]


def test_an_observation_is_what_one_dump_showed_and_on_which_lines(corpus: Corpus) -> None:
    march, june, july = ada_in_march().id, ada_in_june().id, mary_in_july().id
    assert [tuple(row.values()) for row in rows(corpus.observations)] == [
        (LOOMS, march, 1, date(2024, 5, 1), 74.1, "", 1, 3, False),
        (TIDES, march, 2, date(2023, 2, 3), None, "", 4, 6, True),
        (LOOMS, june, 1, date(2024, 5, 2), None, "Code", 1, 3, False),
        (BREAD, june, 2, date(2026, 1, 9), None, "", 1, 3, False),
        (BREAD, july, 1, date(2026, 1, 9), 21.0, "", 1, 3, False),
    ]


def test_a_problem_stands_with_its_file_and_line(corpus: Corpus) -> None:
    june = ada_in_june().id
    assert [tuple(row.values()) for row in rows(corpus.problems)] == [
        (june, "june.txt", 9, "Mar 182 citations", "a date", "problem"),
        (june, "june.txt", 12, "Feb 30", "a date", "problem"),
    ]


def test_every_merge_and_every_suspicion_has_its_reason_in_words(corpus: Corpus) -> None:
    june, july = ada_in_june().id, mary_in_july().id
    assert [tuple(row.values()) for row in rows(corpus.merges)] == [
        (
            "paper",
            LOOMS,
            "on-looms-4887be~b765ea6e1b",
            june,
            "The same title, the shared authors Ada Lovelace, Mary Somerville, dates within a day "
            "(2024-05-02 and 2024-05-01).",
            "merged",
        ),
        (
            "paper",
            BREAD,
            "on-bread-34d577~b74acafb38",
            july,
            "The same title, the shared authors Mary Somerville, Charles Babbage, the date 2026-01-09.",
            "merged",
        ),
        (
            "author",
            ADA,
            f"ada-lovelace~{june[:10]}",
            june,
            "The same name and one shared paper, “On Looms”.",
            "merged",
        ),
        (
            "author",
            MARY,
            "Mary Somerville",
            None,
            "The name stands on “On Looms”, not listed on this author's page.",
            "suspected",
        ),
    ]


def test_listings_say_which_profile_wrote_which_paper(corpus: Corpus) -> None:
    pairs = sorted((row["profile_id"], row["paper_id"]) for row in rows(corpus.listings))
    assert pairs == [(ADA, BREAD), (ADA, LOOMS), (ADA, TIDES), (MARY, BREAD)]


def test_authors_are_written_as_a_reader_writes_them(corpus: Corpus) -> None:
    assert corpus.author_names.to_dict() == {
        LOOMS: "Ada Lovelace, Mary Somerville, Charles Babbage et al.",
        TIDES: "Ada Lovelace",
        BREAD: "Mary Somerville, Charles Babbage et al.",
    }
    assert corpus.all_names[BREAD] == "Mary Somerville, Charles Babbage, Ada Lovelace"


def test_papers_are_looked_up_in_the_order_asked_for(corpus: Corpus) -> None:
    assert corpus.rows_of([TIDES, BREAD, TIDES])["title"].to_dict() == {TIDES: "On Tides", BREAD: "On Bread"}
    assert list(corpus.rows_of([BREAD, LOOMS], abstracts=False).index) == [BREAD, LOOMS]
    assert "abstract" not in corpus.rows_of([], abstracts=False)
    with pytest.raises(KeyError, match="no-such-paper"):
        corpus.rows_of([BREAD, "no-such-paper"])


def test_papers_and_profiles_are_called_by_their_names(corpus: Corpus) -> None:
    called = corpus.call(pd.Series([ADA, BREAD, "nobody", None], dtype="string", index=[4, 3, 2, 1]))
    assert called.dropna().to_dict() == {4: "Ada Lovelace", 3: "On Bread"}
    assert list(called.index) == [4, 3, 2, 1]


def test_a_profile_without_a_name_is_called_by_its_newest_file() -> None:
    nobody = dump("a page.txt", None, JUNE, [record("On Salt")])
    corpus = build_corpus([nobody])
    profile_id = f"unknown~{nobody.id[:10]}"
    assert corpus.labels.to_dict() == {profile_id: "unknown author of a page.txt"}
    assert rows(corpus.profiles)[0]["name"] is None
    assert rows(corpus.authorships) == []
    assert rows(corpus.listings) == [{"profile_id": profile_id, "paper_id": corpus.papers["paper_id"][0]}]


def test_an_empty_library_has_every_frame() -> None:
    corpus = build_corpus([])
    assert [len(frame) for frame in (corpus.profiles, corpus.papers, corpus.authorships, corpus.merges)] == [0] * 4
    assert corpus.author_names.empty
    assert corpus.all_names.empty
    assert corpus.labels.empty
    assert corpus.listings.empty


def test_a_part_refers_only_to_rows_that_are_there(corpus: Corpus) -> None:
    part = corpus.only({BREAD})
    assert set(part.papers["paper_id"]) == {BREAD}
    assert list(part.profiles["profile_id"]) == [ADA, MARY]
    assert list(part.captures["file"]) == ["march.txt", "june.txt", "july.txt"]
    assert list(part.observations["position"]) == [2, 1]
    assert list(part.authorships["name"]) == ["Mary Somerville", "Charles Babbage", "Ada Lovelace"]
    assert list(part.problems["line"]) == [9, 12]
    assert set(part.merges["kept"]) == {BREAD, ADA, MARY}
    tides = corpus.only({TIDES})
    assert list(tides.profiles["profile_id"]) == [ADA]
    assert list(tides.observations["position"]) == [2]


def test_a_part_can_name_its_profiles(corpus: Corpus) -> None:
    part = corpus.only({BREAD}, {MARY})
    assert list(part.profiles["profile_id"]) == [MARY]
    assert list(part.observations["dump_id"]) == [mary_in_july().id]
    assert list(part.authorships["name"]) == ["Mary Somerville", "Charles Babbage", "Ada Lovelace"]
