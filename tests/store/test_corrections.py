"""The log of corrections, in the store."""

from datetime import date

import pytest

from lib.corpus import Decision
from lib.corrections import Accepted, Category, Change, Dated, Heading, Recaptured, Removed, Target, record_targets
from lib.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from lib.store import Actor, Draft, Library, Store, Upload, newest
from lib.store.corrections import decisions
from tests.store.conftest import ME
from tests.store.pages import DAY, page

GRACE = Actor("Grace", alone=True)


@pytest.fixture(name="dump_id")
def kept_dump(store: Store, library: Library) -> str:
    content = page("Ada Lovelace", "Engines that Weave Patterns", "Notes on Engines")
    (report,) = store.dumps.take_in(ME, library.id, [Upload("ada.txt", content, DAY)])
    return report.dumps[0].dump_id


@pytest.fixture(name="target")
def first_record(store: Store, library: Library, dump_id: str) -> Target:
    return next(iter(record_targets(store.dumps.read(ME, library.id, dump_id))))


def test_a_correction_is_kept_with_who_when_and_why_and_made_whenever_the_dump_is_read(
    store: Store, library: Library, dump_id: str, target: Target
) -> None:
    heading = Heading("Engines", ("Ada Lovelace",), more_authors=False)
    kept = store.corrections.add(ME, library.id, Draft(heading, dump_id, target, "the split was wrong"))
    assert (kept.change, kept.by, kept.why, kept.undone_by) == (heading, "Ada", "the split was wrong", None)
    assert store.corrections.log(ME, library.id) == (kept,)
    first, second = store.dumps.read(ME, library.id, dump_id).records
    assert (first.title, first.authors, second.title) == ("Engines", ("Ada Lovelace",), "Notes on Engines")


def test_corrections_are_undone_one_by_one_and_the_log_keeps_them(
    store: Store, library: Library, dump_id: str, target: Target
) -> None:
    category = store.corrections.add(ME, library.id, Draft(Category("HC"), dump_id, target))
    seen = newest(store.corrections.log(ME, library.id), target, dump_id)
    heading = Heading("Engines", ("Ada Lovelace",), more_authors=False)
    store.corrections.add(ME, library.id, Draft(heading, dump_id, target, seen=seen))
    store.corrections.undo(GRACE, library.id, category.number)
    record = store.dumps.read(ME, library.id, dump_id).records[0]
    assert (record.category, record.title) == ("CV", "Engines")
    first, second = store.corrections.log(ME, library.id)
    assert (first.number, first.undone_by, second.undone_by) == (category.number, second.number + 1, None)


def test_the_second_of_two_corrections_sees_the_first_and_decides(
    store: Store, library: Library, dump_id: str, target: Target
) -> None:
    store.corrections.add(GRACE, library.id, Draft(Category("HC"), dump_id, target))
    with pytest.raises(
        ConflictError, match=r"Grace corrected this on .* UTC: category HC. Yours \(category GR\) was not"
    ):
        store.corrections.add(ME, library.id, Draft(Category("GR"), dump_id, target))
    seen = newest(store.corrections.log(ME, library.id), target, dump_id)
    store.corrections.add(ME, library.id, Draft(Category("GR"), dump_id, target, seen=seen))
    assert store.dumps.read(ME, library.id, dump_id).records[0].category == "GR"


def test_an_undoing_is_something_to_be_seen_too(store: Store, library: Library, dump_id: str, target: Target) -> None:
    first = store.corrections.add(ME, library.id, Draft(Category("HC"), dump_id, target))
    store.corrections.undo(GRACE, library.id, first.number)
    with pytest.raises(ConflictError, match="it was undone since"):
        store.corrections.add(ME, library.id, Draft(Category("GR"), dump_id, target, seen=first.number))


def test_what_is_undone_cannot_be_undone_again(store: Store, library: Library, dump_id: str, target: Target) -> None:
    kept = store.corrections.add(ME, library.id, Draft(Accepted(), dump_id, target))
    store.corrections.undo(GRACE, library.id, kept.number)
    with pytest.raises(ConflictError, match="Grace already undid this"):
        store.corrections.undo(ME, library.id, kept.number)
    with pytest.raises(NotFoundError, match="no entry 99"):
        store.corrections.undo(ME, library.id, 99)


def test_two_people_may_correct_different_records_at_once(store: Store, library: Library, dump_id: str) -> None:
    for target in record_targets(store.dumps.read(ME, library.id, dump_id)):
        store.corrections.add(ME, library.id, Draft(Category("HC"), dump_id, target))
    assert [record.category for record in store.dumps.read(ME, library.id, dump_id).records] == ["HC", "HC"]


def test_a_corrected_capture_day_is_read_with(store: Store, library: Library, dump_id: str) -> None:
    store.corrections.add(ME, library.id, Draft(Recaptured(date(2025, 6, 1)), dump_id))
    assert store.dumps.read(ME, library.id, dump_id).captured == date(2025, 6, 1)
    assert store.dumps.all(ME, library.id)[0].captured == DAY


def test_a_decision_about_the_owner_is_seen_where_the_dump_is_read(
    store: Store, library: Library, dump_id: str
) -> None:
    store.corrections.add(ME, library.id, Draft(Decision("owner", dump_id, "Grace Hopper", "is"), why="her page"))
    owner = store.dumps.read(ME, library.id, dump_id).owner
    assert (owner.name, owner.confidence) == ("Grace Hopper", "reader")
    assert owner.reason.endswith(": her page.")


def test_decisions_reach_the_corpus_until_they_are_undone(store: Store, library: Library, dump_id: str) -> None:
    apart, dismissed = Decision("paper", "a", "b", "apart"), Decision("problem", dump_id, "1: x", "dismissed")
    kept = store.corrections.add(ME, library.id, Draft(apart))
    store.corrections.add(ME, library.id, Draft(dismissed, why="it is a footer"))
    assert decisions(store.corrections.log(ME, library.id)).log == (apart, dismissed)
    store.corrections.undo(ME, library.id, kept.number)
    assert decisions(store.corrections.log(ME, library.id)).log == (dismissed,)
    with pytest.raises(ConflictError, match="paper a and b: apart, and it was undone"):
        store.corrections.add(ME, library.id, Draft(Decision("paper", "b", "a", "together")))


def test_a_correction_of_a_dump_that_is_not_there_is_refused(store: Store, library: Library) -> None:
    with pytest.raises(NotFoundError, match="has no dump 'abc'"):
        store.corrections.add(ME, library.id, Draft(Removed(), "abc"))


def test_a_reason_may_be_long_but_not_endless(store: Store, library: Library, dump_id: str) -> None:
    with pytest.raises(InputError, match="reason has 2,001 characters"):
        store.corrections.add(ME, library.id, Draft(Removed(), dump_id, why="x" * 2001))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Heading(" ", ("Ada",), more_authors=False), "title is empty"),
        (Heading("x" * 1001, ("Ada",), more_authors=False), "title has 1,001 characters"),
        (Heading("Engines", ("Ada", "\n"), more_authors=False), "author's name is empty"),
        (Heading("Engines", ("Ada",) * 5001, more_authors=False), "over 5,000 authors"),
        (Category("x" * 41), "category has 41 characters"),
        (Dated(date(1899, 12, 31)), "day 1899-12-31 is not between 1900 and today"),
        (Dated(date(2999, 1, 1)), "day 2999-01-01 is not between"),
        (Recaptured(date(2999, 1, 1)), "capture day 2999-01-01"),
    ],
)
def test_what_cannot_be_right_is_not_kept(
    store: Store, library: Library, dump_id: str, change: Change, words: str
) -> None:
    with pytest.raises(InputError, match=words):
        store.corrections.add(ME, library.id, Draft(change, dump_id, Target("record x.1", 1)))
    assert store.corrections.log(ME, library.id) == ()


def test_words_are_kept_in_one_line(store: Store, library: Library, dump_id: str, target: Target) -> None:
    typed = Heading("  Engines\tthat\nWeave ", ("Ada \0Lovelace",), more_authors=True)
    kept = store.corrections.add(ME, library.id, Draft(typed, dump_id, target))
    assert kept.change == Heading("Engines that Weave", ("Ada \ufffdLovelace",), more_authors=True)


def test_every_change_counts_one(store: Store, library: Library, dump_id: str, target: Target) -> None:
    before = store.libraries.get(ME, library.id).changes
    kept = store.corrections.add(ME, library.id, Draft(Accepted(), dump_id, target))
    store.corrections.undo(ME, library.id, kept.number)
    assert kept.number == before + 1
    assert store.libraries.get(ME, library.id).changes == before + 2


def test_a_stranger_may_neither_read_nor_write_the_log(store: Store, library: Library, dump_id: str) -> None:
    stranger = Actor("Eve", "eve@example.org")
    with pytest.raises(ForbiddenError, match="needs the role of reader"):
        store.corrections.log(stranger, library.id)
    with pytest.raises(ForbiddenError, match="needs the role of editor"):
        store.corrections.add(stranger, library.id, Draft(Removed(), dump_id))
    with pytest.raises(ForbiddenError, match="needs the role of editor"):
        store.corrections.undo(stranger, library.id, 1)
