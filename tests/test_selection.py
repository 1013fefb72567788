"""What a selection shows of a library, what it says in English, and what it says when something is not there."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.corpus import Corpus, Decision, Decisions, build_corpus
from lib.selection import ANY, Between, Pick, Selection, apply, describe, missing, resolve
from lib.selection.options import COMPARE, FOCUS
from tests.hand_dumps import column, dump, problem, record

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
TOPICS: Mapping[str, list[str]]


def library() -> Corpus:
    """Ada's page and Mary's, one paper on both, one paper without date, category or score."""
    ada = [
        record("On Looms", "Ada Lovelace", "Mary Somerville", day=date(2024, 5, 1), score=74.1, badges=("Code",)),
        record("On Tides", "Ada Lovelace", day=date(2023, 12, 31), category="IR", abstract="Salt and Water (20%)."),
        record("On Nothing", "Ada Lovelace", "Charles Babbage", day=None, category=""),
    ]
    mary = [
        record("On Looms", "Ada Lovelace", "Mary Somerville", day=date(2024, 5, 1), score=74.1),
        record("On Bread", "Mary Somerville", "Charles Babbage", day=date(2026, 1, 9), score=20.0, more_authors=True),
    ]
    return build_corpus(
        [
            dump("ada.txt", "Ada Lovelace", MAY, ada, problems=(problem(7, "Feb 30"),)),
            dump("mary.txt", "Mary Somerville", JUNE, mary),
            dump("nobody.txt", None, MAY, [record("On Rust", "E F", day=date(2020, 2, 29), category="LG")]),
        ]
    )


CORPUS = library()
IDS = dict(zip(column(CORPUS.papers, "title"), map(str, column(CORPUS.papers, "paper_id")), strict=True))
UNKNOWN = next(str(name) for name in column(CORPUS.profiles, "profile_id") if str(name).startswith("unknown~"))
TOPICS = {"1": [IDS["On Looms"], IDS["On Tides"]], "2": [IDS["On Bread"]]}
ALL = {"On Looms", "On Tides", "On Nothing", "On Bread", "On Rust"}


def shown(selection: Selection) -> set[object]:
    return set(column(apply(CORPUS, selection, TOPICS).papers, "title"))


@pytest.mark.parametrize(
    ("selection", "titles"),
    [
        (Selection(), ALL),
        (Selection(authors=("ada-lovelace",)), {"On Looms", "On Tides", "On Nothing"}),
        (Selection(authors=("mary-somerville",)), {"On Looms", "On Bread"}),
        (Selection(authors=("ada-lovelace", "mary-somerville")), ALL - {"On Rust"}),
        (Selection(authors=(UNKNOWN,)), {"On Rust"}),
        (Selection(authors=("zed",)), set()),
        (Selection(years=Between(2023, 2024)), {"On Looms", "On Tides"}),
        (Selection(years=Between(2024, None)), {"On Looms", "On Bread"}),
        (Selection(years=Between(None, 2023)), {"On Tides", "On Rust"}),
        (Selection(categories=("IR", "LG")), {"On Tides", "On Rust"}),
        (Selection(code=True), {"On Looms"}),
        (Selection(code=False), ALL - {"On Looms"}),
        (Selection(scores=Between(20, None)), {"On Looms", "On Bread"}),
        (Selection(scores=Between(None, 20)), {"On Bread"}),
        (Selection(scores=Between(0, 100)), {"On Looms", "On Bread"}),
        (Selection(text="SALT AND"), {"On Tides"}),
        (Selection(text="(20%)"), {"On Tides"}),
        (Selection(text="charles"), {"On Nothing", "On Bread"}),
        (Selection(text="on bread"), {"On Bread"}),
        (Selection(text="nothing of this kind"), set()),
        (Selection(picks=(Pick("paper", (IDS["On Rust"], IDS["On Bread"])),)), {"On Rust", "On Bread"}),
        (Selection(picks=(Pick("topic", ("1",)),)), {"On Looms", "On Tides"}),
        (Selection(picks=(Pick("topic", ("1", "2")),)), {"On Looms", "On Tides", "On Bread"}),
        (Selection(picks=(Pick("topic", ("9",)),)), set()),
        (Selection(picks=(Pick("period", ("2024",)),)), {"On Looms"}),
        (Selection(picks=(Pick("period", ("2023-Q4", "2026-01")),)), {"On Tides", "On Bread"}),
        (Selection(picks=(Pick("period", ("2020-02-29", "2023-12-31", "2023-13", "soon")),)), {"On Rust", "On Tides"}),
        (Selection(picks=(Pick("author", ("mary-somerville",)),)), {"On Looms", "On Bread"}),
        (Selection(picks=(Pick("person", ("mary somerville", "E F")),)), {"On Looms", "On Bread", "On Rust"}),
        (Selection(picks=(Pick("category", ("IR",)),)), {"On Tides"}),
        (Selection(authors=("ada-lovelace",), picks=(Pick("author", ("mary-somerville",)),)), {"On Looms"}),
        (Selection(years=Between(2024, 2024), picks=(Pick("topic", ("2",)),)), set()),
        (Selection(paper=IDS["On Rust"]), ALL),
    ],
)
def test_a_selection_shows_the_papers_that_pass_all_of_it(selection: Selection, titles: set[str]) -> None:
    assert shown(selection) == titles


def test_what_a_search_found_stands_for_the_text() -> None:
    selection = Selection(text="year:2020", categories=("LG", "CV"))
    assert apply(CORPUS, selection).papers.empty
    assert column(apply(CORPUS, selection, found=[IDS["On Rust"], IDS["On Tides"]]).papers, "title") == ["On Rust"]


def test_nothing_selected_is_the_library_itself() -> None:
    assert apply(CORPUS, Selection(paper="x").set(FOCUS, "Ada")) is CORPUS


def test_selected_authors_stay_even_without_a_paper_and_nobody_else_does() -> None:
    part = apply(CORPUS, Selection(authors=("ada-lovelace",), years=Between(1900, 1901)))
    assert part.papers.empty
    assert column(part.profiles, "profile_id") == ["ada-lovelace"]
    assert column(part.captures, "file") == ["ada.txt"]
    assert column(part.problems, "line") == [7]
    shared = apply(CORPUS, Selection(authors=("ada-lovelace",)))
    assert column(shared.profiles, "profile_id") == ["ada-lovelace"]
    assert set(column(shared.observations, "dump_id")) == set(column(shared.captures, "dump_id"))
    assert "mary-somerville" in column(shared.authorships, "profile_id")
    both = apply(CORPUS, Selection(authors=("ada-lovelace",), picks=(Pick("author", ("mary-somerville",)),)))
    assert column(both.profiles, "profile_id") == ["ada-lovelace", "mary-somerville"]
    assert len(both.observations) == 2


def test_without_authors_selected_those_stay_who_have_a_paper_left() -> None:
    part = apply(CORPUS, Selection(categories=("LG",)))
    assert column(part.profiles, "profile_id") == [UNKNOWN]
    assert column(part.captures, "file") == ["nobody.txt"]
    assert part.problems.empty


def test_topics_that_are_not_known_here_filter_nothing_and_say_so() -> None:
    selection = Selection(picks=(Pick("topic", ("1",)), Pick("category", ("CV",))))
    assert set(column(apply(CORPUS, selection).papers, "title")) == {"On Looms", "On Bread"}
    assert missing(CORPUS, selection) == (
        "The pick of topic 1 does not narrow this page: its topics are not computed here.",
    )
    assert missing(CORPUS, selection, TOPICS) == ()


selections = st.builds(
    Selection,
    authors=st.lists(st.sampled_from(["ada-lovelace", "mary-somerville", UNKNOWN, "zed"]), max_size=2).map(tuple),
    years=st.sampled_from([ANY, Between(2023, None), Between(None, 2024), Between(2026, 2026)]),
    categories=st.lists(st.sampled_from(["CV", "IR", "XX"]), max_size=2).map(tuple),
    code=st.sampled_from([None, True, False]),
    scores=st.sampled_from([ANY, Between(20, 80)]),
    text=st.sampled_from(["", "on", "Ada"]),
    picks=st.lists(
        st.sampled_from([Pick("topic", ("1",)), Pick("author", ("ada-lovelace",)), Pick("period", ("2024",))]),
        max_size=2,
    ).map(tuple),
)


@settings(max_examples=50, deadline=None)
@given(selections)
def test_filtering_twice_is_filtering_once(selection: Selection) -> None:
    once = apply(CORPUS, selection, TOPICS)
    twice = apply(once, selection, TOPICS)
    for field in fields(Corpus):
        if field.name != "id":
            pd.testing.assert_frame_equal(getattr(twice, field.name), getattr(once, field.name))
    assert set(once.observations["dump_id"]) <= set(once.captures["dump_id"])
    assert set(once.captures["profile_id"]) == set(once.profiles["profile_id"])
    assert set(once.observations["paper_id"]) <= set(once.papers["paper_id"])
    assert set(once.authorships["paper_id"]) <= set(once.papers["paper_id"])


@settings(max_examples=50, deadline=None)
@given(selections, selections)
def test_a_narrower_selection_shows_no_more(one: Selection, other: Selection) -> None:
    assert shown(Selection(years=one.years, categories=other.categories)) <= shown(Selection(years=one.years))


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(), "the whole library"),
        (Selection(paper="x").set(FOCUS, "Ada"), "the whole library"),
        (Selection(authors=("ada-lovelace",)), "Ada Lovelace"),
        (Selection(authors=(UNKNOWN,)), "unknown author of nobody.txt"),
        (Selection(authors=("zed",)), "zed"),
        (
            Selection(authors=("ada-lovelace", "mary-somerville"), years=Between(2019, 2024), code=True),
            "2 authors, 2019–2024, with code",
        ),
        (Selection(years=Between(2019, None), code=False), "since 2019, without code"),
        (Selection(years=Between(None, 2024)), "until 2024"),
        (Selection(years=Between(2024, 2024), scores=Between(20, 96.2)), "2024, score 20–96.2"),
        (Selection(scores=Between(20, None)), "score from 20"),
        (Selection(scores=Between(None, 20)), "score up to 20"),
        (Selection(categories=("CV",)), "CV"),
        (Selection(categories=("CV", "IR", "LG")), "CV, IR and LG"),
        (Selection(categories=("CV", "IR", "LG", "ML")), "4 categories"),
        (Selection(text="cold start"), "“cold start”"),
        (Selection(picks=(Pick("topic", ("3",)), Pick("person", ("E F",)))), "E F, topic 3"),
        (Selection(picks=(Pick("topic", ("1", "3")),)), "topics 1 and 3"),
        (Selection(picks=(Pick("topic", tuple("12345")),)), "5 topics"),
        (Selection(picks=(Pick("person", ("A", "B", "C", "D")),)), "4 people"),
        (
            Selection(picks=(Pick("period", ("2024-Q1",)), Pick("paper", (IDS["On Looms"],)))),
            "picked On Looms, 2024-Q1",
        ),
        (
            Selection(picks=(Pick("paper", ("a", "b")), Pick("author", ("ada-lovelace",)))),
            "picked Ada Lovelace, picked 2 papers",
        ),
    ],
)
def test_a_selection_says_itself_in_english(selection: Selection, words: str) -> None:
    assert describe(CORPUS, selection) == words


def test_a_topic_is_called_by_its_label_where_that_is_known() -> None:
    selection = Selection(picks=(Pick("topic", ("1", "3")),))
    assert describe(CORPUS, selection, {"1": "looms, threads"}) == "topics “looms, threads” and 3"


@pytest.mark.parametrize(
    ("selection", "sentence"),
    [
        (Selection(authors=("zed",)), "This library has no author “zed”."),
        (
            Selection(authors=("ada-lovelance",)),
            "This library has no author “ada-lovelance”; did you mean Ada Lovelace (“ada-lovelace”)?",
        ),
        (Selection(categories=("ir",)), "This library has no category “ir”; did you mean IR?"),
        (Selection(paper="on-breed-34d577"), "This library has no paper “on-breed-34d577”; did you mean On Bread"),
        (Selection(paper="On Rus"), "did you mean On Rust"),
        (Selection(picks=(Pick("author", ("zed",)),)), "This library has no author “zed”."),
        (Selection(picks=(Pick("category", ("Q",)),)), "This library has no category “Q”."),
        (Selection(picks=(Pick("paper", ("Q",)),)), "This library has no paper “Q”."),
        (Selection(picks=(Pick("topic", ("9",)),)), "This library has no topic “9”."),
        (Selection(picks=(Pick("person", ("Marry Somerville",)),)), "did you mean Mary Somerville?"),
        (Selection(picks=(Pick("period", ("2024-13",)),)), "“2024-13” is no period; expected 2024, 2024-Q1,"),
        (Selection().set(COMPARE, ("ada-lovelace", "zed")), "This library has no author “zed”."),
        (Selection().set(FOCUS, "Zed"), "This library has no person “Zed”."),
    ],
)
def test_what_the_library_lacks_is_said_with_what_may_have_been_meant(selection: Selection, sentence: str) -> None:
    sentences = missing(CORPUS, selection, TOPICS)
    assert len(sentences) == 1
    assert sentence in sentences[0]


def test_nothing_is_missing_of_what_is_there() -> None:
    selection = Selection(
        authors=("ada-lovelace",),
        categories=("CV",),
        paper=IDS["On Rust"],
        picks=(Pick("person", ("ADA LOVELACE",)), Pick("period", ("1900",)), Pick("topic", ("2",))),
    )
    assert missing(CORPUS, selection.set(FOCUS, "mary somerville"), TOPICS) == ()


def test_old_links_lead_to_what_became_of_the_thing_they_named() -> None:
    pages = [dump(f"{day}.txt", "Wei Wang", day, [record("T", "Wei Wang")]) for day in (MAY, JUNE)]
    merged = build_corpus(pages)
    folded = {str(row["kind"]): str(row["other"]) for _, row in merged.merges.iterrows()}
    old = Selection(authors=(folded["author"],), paper=folded["paper"], picks=(Pick("paper", (folded["paper"],)),))
    old = old.set(COMPARE, (folded["author"], "wei-wang"))
    now = resolve(merged, old)
    paper = merged.papers["paper_id"][0]
    assert now == Selection(authors=("wei-wang",), paper=paper, picks=(Pick("paper", (paper,)),)).set(
        COMPARE, ("wei-wang",)
    )
    assert missing(merged, old) == ()
    assert len(apply(merged, old).papers) == 1
    assert describe(merged, Selection(authors=(folded["author"],))) == "Wei Wang"


def test_a_link_to_a_page_without_a_name_finds_it_under_the_name_that_it_got() -> None:
    page = dump("x.txt", None, MAY, [record("T", "Wei Wang")])
    link = Selection(authors=(str(build_corpus([page]).profiles["profile_id"][0]),))
    named = build_corpus([page], Decisions((Decision("owner", page.id, "Wei Wang", "is"),)))
    assert resolve(named, link).authors == ("wei-wang",)
    assert missing(named, link) == ()


def test_a_selection_of_an_empty_library_is_empty_and_says_what_is_missing() -> None:
    nothing = build_corpus([])
    selection = Selection(authors=("ada",), text="x", years=Between(2024, 2024), picks=(Pick("period", ("2024",)),))
    assert apply(nothing, selection).papers.empty
    assert missing(nothing, selection) == ("This library has no author “ada”.",)
    assert describe(nothing, selection) == "ada, 2024, “x”, 2024"
