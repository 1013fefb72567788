"""Corrections made on a dump that was read."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from lib.corpus import Decision
from lib.corrections import (
    Accepted,
    Category,
    Change,
    Correction,
    Dated,
    Dropped,
    Heading,
    Recaptured,
    Removed,
    Target,
    apply_corrections,
    capture_day,
    record_targets,
    target_of,
)
from lib.corrections.changes import from_json, kind_of, to_json
from lib.corrections.words import describe
from lib.dumps import Dump, Span, read, write
from lib.errors import InputError

DAY = date(2026, 3, 1)
TEXT = """CVJun 9, 2022
Engines that Weave
Ada Lovelace, Grace Hopper
We weave.
IRMay 3
Notes on Engines
Ada Lovelace
We note.
CVJan 1, 2020
Engines that Weave
Ada Lovelace, Grace Hopper
We weave.
"""
CHANGES: tuple[Change, ...] = (
    Heading("A “title”\twith signs", ("Zoë Å", "B"), more_authors=True),
    Category("q-bio.NC"),
    Dated(date(2020, 2, 29)),
    Dated(None),
    Accepted(),
    Dropped(),
    Recaptured(DAY),
    Removed(),
    Decision("paper", "a", "b", "apart"),
)


@pytest.fixture(name="dump")
def read_dump() -> Dump:
    return read(TEXT, captured=DAY)


def made(change: Change, target: Target | None = None, number: int = 1, undone_by: int | None = None) -> Correction:
    target = target or target_of(change)
    at = datetime(2026, 3, 2, tzinfo=UTC)
    return Correction(
        number, change, "dump", target.key, target.line, "Ada", at, why="seen in print", undone_by=undone_by
    )


def place(dump: Dump, index: int) -> Target:
    return list(record_targets(dump))[index]


@pytest.mark.parametrize("change", CHANGES, ids=describe)
def test_a_change_survives_being_written_down(change: Change) -> None:
    assert from_json(kind_of(change), to_json(change)) == change


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("heading", "{}"),
        ("heading", '{"title":1,"authors":[],"more_authors":true}'),
        ("heading", "[]"),
        ("dated", '{"day":"x"}'),
        ("undo", "{}"),
        ("category", "null"),
        ("accepted", "{"),
        ("decision", '{"about":"x"}'),
    ],
)
def test_what_is_no_correction_is_refused(kind: str, text: str) -> None:
    with pytest.raises(InputError, match=r"no (correction|decision)"):
        from_json(kind, text)


def test_each_record_has_a_target_of_its_own_and_it_does_not_depend_on_rank(dump: Dump) -> None:
    before = read("CVMay 2, 2021\nAnother Paper\nGrace Hopper\nWe do.\n" + TEXT, captured=DAY)
    assert len(dump.records) == len(record_targets(dump)) == 3
    assert [target.key for target in record_targets(dump)] == [target.key for target in record_targets(before)][1:]


def test_equal_records_are_told_apart_by_their_order() -> None:
    record = "CVJun 9, 2022\nEngines that Weave\nAda Lovelace, Grace Hopper\nWe weave.\n"
    keys = [target.key for target in record_targets(read(record * 2, captured=DAY))]
    assert [key[-2:] for key in keys] == [".1", ".2"]
    assert keys[0][:-2] == keys[1][:-2]


def test_a_correction_changes_its_record_and_no_other(dump: Dump) -> None:
    corrected = apply_corrections(
        dump,
        [
            made(Heading("Notes", ("Ada Lovelace", "Mary Somerville"), more_authors=True), place(dump, 1)),
            made(Category("HC"), place(dump, 1)),
            made(Dated(date(2025, 5, 3)), place(dump, 1)),
        ],
    )
    record = corrected.records[1]
    assert (record.title, record.authors, record.more_authors) == ("Notes", ("Ada Lovelace", "Mary Somerville"), True)
    assert (record.category, record.date, record.year_shown) == ("HC", date(2025, 5, 3), True)
    assert (corrected.records[0], corrected.records[2]) == (dump.records[0], dump.records[2])
    assert (corrected.text, corrected.id, corrected.problems) == (dump.text, dump.id, dump.problems)


def test_the_later_of_two_corrections_counts(dump: Dump) -> None:
    log = [made(Category("HC"), place(dump, 0)), made(Category("GR"), place(dump, 0), number=2)]
    assert apply_corrections(dump, log).records[0].category == "GR"


def test_what_was_undone_leaves_no_trace(dump: Dump) -> None:
    log = [made(Category("HC"), place(dump, 0), undone_by=2), made(Dropped(), place(dump, 1), 3, undone_by=4)]
    assert apply_corrections(dump, log) == dump


def test_accepting_takes_the_doubt_away(dump: Dump) -> None:
    doubtful = replace(dump, records=(replace(dump.records[0], doubtful=True), *dump.records[1:]))
    assert apply_corrections(doubtful, [made(Accepted(), place(doubtful, 0))]).records[0] == dump.records[0]


def test_a_dropped_record_becomes_page_chrome_and_a_note_and_no_line_is_lost(dump: Dump) -> None:
    dropped = apply_corrections(dump, [made(Dropped(), place(dump, 1)), made(Category("HC"), place(dump, 1), 2)])
    assert [record.title for record in dropped.records] == ["Engines that Weave", "Engines that Weave"]
    assert Span(5, 8) in dropped.chrome
    assert write(dropped) == dump.text
    (note,) = [problem for problem in dropped.problems if problem not in dump.problems]
    assert (note.line, note.found, note.severity) == (5, "Notes on Engines", "note")
    assert note.expected == "dropped by Ada on 2026-03-02: seen in print"


def test_a_correction_finds_its_record_when_a_better_parser_draws_other_borders(dump: Dump) -> None:
    target = place(dump, 1)
    shorter = replace(dump.records[1], lines=Span(5, 7))
    reread = replace(dump, records=(dump.records[0], shorter, dump.records[2]))
    assert apply_corrections(reread, [made(Category("HC"), target)]).records[1].category == "HC"


def test_a_correction_whose_record_is_gone_is_a_problem_and_not_silence(dump: Dump) -> None:
    reread = replace(dump, records=(dump.records[0], dump.records[2]))
    corrected = apply_corrections(reread, [made(Category("HC"), place(dump, 1))])
    (problem,) = [problem for problem in corrected.problems if problem not in dump.problems]
    assert (problem.line, problem.severity) == (5, "problem")
    assert problem.found == "a correction (category) by Ada on 2026-03-02: seen in print"


def test_the_owner_is_whoever_a_reader_says_with_name_day_and_reason(dump: Dump) -> None:
    owner = apply_corrections(dump, [made(Decision("owner", "dump", "Grace Hopper", "is"))]).owner
    assert (owner.name, owner.confidence) == ("Grace Hopper", "reader")
    assert owner.reason == "Said by Ada on 2026-03-02: seen in print."
    nobody = apply_corrections(dump, [made(Decision("owner", "dump", "", "is"))]).owner
    assert (nobody.name, nobody.confidence) == (None, "unknown")


def test_the_latest_corrected_capture_day_counts() -> None:
    log = [
        made(Recaptured(date(2025, 1, 1))),
        made(Recaptured(date(2024, 1, 1))),
        made(Category("x"), Target("record")),
    ]
    assert capture_day(DAY, log) == date(2024, 1, 1)
    assert capture_day(DAY, [made(Recaptured(date(2025, 1, 1)), undone_by=2)]) == DAY


def test_targets_are_the_same_for_what_would_contradict_itself() -> None:
    same = [Decision("paper", "a", "b", "apart"), Decision("paper", "b", "a", "together")]
    owners = [Decision("owner", "dump", "X", "is"), Decision("owner", "dump", "Y", "is")]
    assert target_of(same[0]) == target_of(same[1]) != target_of(Decision("author", "a", "b", "apart"))
    assert target_of(owners[0]) == target_of(owners[1])
    assert target_of(Decision("problem", "d", "1: x", "dismissed")) != target_of(
        Decision("problem", "d", "2: x", "dismissed")
    )
