"""What is said about saved dashboards: briefly, by name where there are few, and nothing where there is nothing."""

from datetime import UTC, date, datetime

import pytest

from lib.corrections import Category, Correction
from lib.store import Comment, Dashboard, Difference, Event, SavedView
from lib.store.state import Holding
from lib.words import dashboards as words

AT = datetime(2026, 11, 24, 14, 3, tzinfo=UTC)
VIEW = SavedView("timeline", "")
BOARD = Dashboard("lib", 1, "abc", 2, "Ours", "", (VIEW, VIEW), "id", 7, AT, "Ada", AT, "Grace", None, None)


def event(what: str, about: str = "", by: str = "Ada") -> Event:
    return Event(9, AT, by, what, about)


def holding(file: str) -> Holding:
    return Holding(file, file, 1, date(2026, 3, 1))


def test_facts_name_the_views_the_version_and_both_authors() -> None:
    assert words.facts(BOARD) == "2 views · version 2, saved by Ada on 2026-11-24 14:03 UTC, begun by Grace"


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (event("commented", "Ours"), "Ada commented on “Ours”."),
        (event("file added", "a {b}.txt"), "Ada added the file “a {b}.txt”."),
        (event("made reader", "eve@example.org"), "Ada changed who may enter."),
        (event("member removed", "eve@example.org"), "Ada changed who may enter."),
        (event("library imported"), "Ada did this: library imported."),
    ],
)
def test_news_say_who_did_what_and_tell_no_address_of_a_member(deed: Event, said: str) -> None:
    assert words.news([deed]) == said


def test_much_news_is_short() -> None:
    assert words.news([]) == ""
    deeds = [event("file added", f"{number}.txt") for number in range(200)]
    assert words.news(deeds).startswith("Ada added the file “0.txt”; Ada added the file “1.txt”;")
    assert words.news(deeds).endswith("; and 197 more changes.")
    assert words.news([event("commented", "Ours")] * 9) == "Ada commented on “Ours”."


def test_what_changed_is_named_up_to_three_things_of_a_kind() -> None:
    fixed = Correction(8, Category("HC"), "d", "t", 1, "Ada", AT)
    found = Difference(tuple(holding(f"{n}.txt") for n in range(5)), (holding("x.txt"),), (fixed,), (), erased=True)
    assert words.changed(found, BOARD) == (
        "The library has changed since 2026-11-24 14:03 UTC.",
        "5 files came in: 0.txt, 1.txt, 2.txt and 2 more.",
        "1 file went: x.txt.",
        "1 correction was made: category HC (Ada).",
        "Something was erased for good, so that it cannot be shown quite as it was.",
    )


def test_the_past_is_dated_where_its_change_is_known() -> None:
    assert words.past(AT, 7, same=True) == (
        "You look at the library as it was on 2026-11-24 14:03 UTC. Nothing in it has changed since."
    )
    assert (
        words.past(None, 7, same=False) == "You look at the library as it was after its change 7. It has changed since."
    )


def test_a_comment_says_what_became_of_it() -> None:
    comment = Comment(3, 1, "", "Well", AT, "Grace", AT, AT, "Ada")
    assert words.signed(comment) == (
        "Grace, 2026-11-24 14:03 UTC · edited 2026-11-24 14:03 UTC · resolved by Ada, 2026-11-24 14:03 UTC"
    )


def test_a_long_note_is_cut_between_words() -> None:
    assert words.beginning("One.\n\nTwo.") == "One. Two."
    assert words.beginning("word " * 100) == "word " * 32 + "…"
