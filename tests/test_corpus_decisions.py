"""What readers decide: every merge can be taken back, and taking a decision back restores every frame exactly."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

import pandas as pd
import pytest

from lib.corpus import Corpus, Decision, Decisions, build_corpus, problem_key, read_decision
from lib.dumps.model import Dump
from lib.errors import InputError
from tests.hand_dumps import column, dump, problem, record, rows

MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)
FRAMES = [field.name for field in fields(Corpus) if field.name != "id"]


def same(one: Corpus, other: Corpus) -> None:
    """Both have the same id and the same rows in the same order."""
    assert one.id == other.id
    for name in FRAMES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


def library() -> list[Dump]:
    """Two captures of one author, a page that shares a paper, a namesake, and a paper under two titles."""
    words = " ".join(f"word{number}" for number in range(30))
    return [
        dump("a.txt", "Wei Wang", MAY, [record("T", "Wei Wang"), record("U", "Wei Wang", abstract=words)]),
        dump("b.txt", "Wei Wang", JUNE, [record("T", "Wei Wang", score=1.0), record("V", "Wei Wang")]),
        dump("c.txt", "Ada", JUNE, [record("T", "Wei Wang", "Ada", badges=("Code",))], problems=(problem(3, "?"),)),
        dump("d.txt", "Wei Wang", JULY, [record("W", "Wei Wang", day=None), record("X", "E F", abstract=words)]),
    ]


def decided(*log: Decision) -> Corpus:
    return build_corpus(library(), Decisions(log))


def decisions_about(corpus: Corpus, state: str, verdict: str) -> list[Decision]:
    chosen = [row for row in rows(corpus.merges) if row["state"] == state]
    return [
        read_decision({"about": row["kind"], "one": row["kept"], "other": row["other"], "verdict": verdict})
        for row in chosen
    ]


def test_every_merge_by_rule_can_be_taken_back_under_the_id_that_it_names() -> None:
    before = decided()
    takings = decisions_about(before, "merged", "apart")
    assert [(taking.about, taking.one) for taking in takings] == [
        *[("paper", before.papers["paper_id"][0])] * 2,
        ("author", "wei-wang"),
    ]
    for taking in takings:
        after = decided(taking)
        names = after.papers["paper_id"] if taking.about == "paper" else after.profiles["profile_id"]
        assert {taking.one, taking.other} <= set(names)
        assert taking.other not in set(after.merges["other"])
        assert after.id != before.id
        same(decided(taking, Decision(taking.about, taking.other, taking.one, "by rule")), before)


def test_every_suspicion_can_be_confirmed_or_dismissed_and_both_taken_back() -> None:
    before = decided()
    suspicions = decisions_about(before, "suspected", "together")
    assert [suspicion.about for suspicion in suspicions] == ["paper", "author"]
    for suspicion in suspicions:
        after = decided(suspicion)
        names = after.papers["paper_id"] if suspicion.about == "paper" else after.profiles["profile_id"]
        assert suspicion.one in set(names)
        assert suspicion.other not in set(names)
        merge = next(row for row in rows(after.merges) if row["other"] == suspicion.other)
        assert merge["state"] == "merged"
        assert str(merge["reason"]).startswith("A reader said that they are one")
        same(decided(suspicion, Decision(suspicion.about, suspicion.one, suspicion.other, "by rule")), before)
        dismissed = decided(Decision(suspicion.about, suspicion.one, suspicion.other, "apart"))
        assert suspicion.other not in set(dismissed.merges["other"])
        assert len(dismissed.papers) == len(before.papers)
        assert len(dismissed.profiles) == len(before.profiles)


def test_the_latest_decision_about_a_pair_counts_whatever_its_order() -> None:
    kept, other = rows(decided().merges)[0]["kept"], rows(decided().merges)[0]["other"]
    together = Decision("paper", str(other), str(kept), "together")
    apart = Decision("paper", str(kept), str(other), "apart")
    same(decided(apart, together, apart), decided(apart))
    assert len(decided(together, apart).papers) == len(decided().papers) + 1


def test_a_new_capture_follows_the_authors_earlier_one_when_two_are_kept_apart() -> None:
    xenia, yara = (dump(f"{name}.txt", name, day, [record("T", "A B")]) for name, day in (("X", MAY), ("Y", JUNE)))
    merge = rows(build_corpus([xenia, yara]).merges)[0]
    apart = Decisions((Decision("paper", str(merge["kept"]), str(merge["other"]), "apart"),))
    again = [dump("X2.txt", "X", JULY, [record("T", "A B")]), dump("Y2.txt", "Y", JULY, [record("T", "A B")])]
    corpus = build_corpus([xenia, yara, *again], apart)
    files = corpus.observations.merge(corpus.captures, on="dump_id").groupby("paper_id")["file"].agg(sorted)
    assert sorted(files) == [["X.txt", "X2.txt"], ["Y.txt", "Y2.txt"]]


def test_what_is_kept_apart_stays_apart_across_a_third() -> None:
    pages: Sequence[Dump] = [dump(f"{name}.txt", name, MAY, [record("T", "A B")]) for name in ("X", "Y", "Z")]
    first, second, third = sorted(pages, key=lambda page: page.id)
    merges = {row["dump_id"]: row for row in rows(build_corpus(pages).merges) if row["kind"] == "paper"}
    apart = Decision("paper", str(merges[third.id]["kept"]), str(merges[third.id]["other"]), "apart")
    corpus = build_corpus(pages, Decisions((apart,)))
    papers = dict(zip(column(corpus.observations, "dump_id"), column(corpus.observations, "paper_id"), strict=True))
    assert papers[third.id] != papers[first.id]
    assert len(set(papers.values())) == 2
    assert second.id in papers


def test_a_dismissed_problem_is_gone_until_the_dismissal_is_taken_back() -> None:
    page = library()[2]
    dismissal = Decision("problem", page.id, problem_key(page.problems[0]), "dismissed")
    assert len(decided().problems) == 1
    assert decided(dismissal).problems.empty
    same(decided(dismissal, Decision("problem", page.id, problem_key(page.problems[0]), "by rule")), decided())


def test_an_owner_is_taken_back_whatever_name_was_said() -> None:
    dump_id = library()[0].id
    said = (Decision("owner", dump_id, "Ada", "is"), Decision("owner", dump_id, "Eve", "is"))
    assert "eve" in set(decided(*said).profiles["profile_id"])
    same(decided(*said, Decision("owner", dump_id, "", "by rule")), decided())


def test_a_decision_about_something_that_is_not_there_has_no_effect_on_the_frames() -> None:
    strangers = [Decision("paper", "a", "b", "apart"), Decision("author", "a~b", "wei-wang", "together")]
    after = decided(*strangers, Decision("owner", "0" * 64, "Ada", "is"))
    for name in FRAMES:
        pd.testing.assert_frame_equal(getattr(after, name), getattr(decided(), name))


def test_a_decision_is_a_small_record_and_back() -> None:
    decision = Decision("paper", "a", "b", "apart")
    assert decision.as_record() == {"about": "paper", "one": "a", "other": "b", "verdict": "apart"}
    assert read_decision(decision.as_record()) == decision
    assert (Decisions() + decision).log == (decision,)


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"about": "cat", "one": "a", "other": "b", "verdict": "apart"},
        {"about": "paper", "one": 1, "other": "b", "verdict": "apart"},
    ],
)
def test_what_is_no_decision_is_refused_with_what_was_seen(record: dict[str, object]) -> None:
    with pytest.raises(InputError, match="This is no decision"):
        read_decision(record)
