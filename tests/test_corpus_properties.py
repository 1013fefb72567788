"""What holds for any dumps: order and repetition do not matter, every row refers to one that is there."""

import subprocess
import sys
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from lib.corpus import build_corpus
from lib.dumps.model import Dump, Record
from tests.conftest import ROOT
from tests.hand_dumps import dump, record
from tests.test_corpus_decisions import same

NAMES = ["Wei Wang", "wei wang", "W. Wang", "Ada Lovelace", "José", "Jose"]
DAYS = st.integers(0, 800).map(lambda days: date(2024, 1, 1) + timedelta(days=days))


@st.composite
def a_record(draw: st.DrawFn) -> Record:
    return record(
        draw(st.sampled_from(["T", "t.", "U", "A longer title here", "A longer title there", ""])),
        *draw(st.lists(st.sampled_from(NAMES), max_size=3)),
        day=draw(st.none() | DAYS),
        more_authors=draw(st.booleans()),
        year_shown=draw(st.booleans()),
        score=draw(st.none() | st.sampled_from([1.0, 99.9])),
        badges=draw(st.sampled_from([(), ("Code",)])),
        abstract=draw(st.sampled_from(["", "Some words.", " ".join(map(str, range(40)))])),
    )


@st.composite
def some_dumps(draw: st.DrawFn) -> list[Dump]:
    files = draw(st.lists(st.sampled_from("abcdef"), max_size=5, unique=True))
    owners = st.none() | st.sampled_from(NAMES)
    records = st.lists(a_record(), min_size=1, max_size=4)
    return [dump(file, draw(owners), date(2026, 1, draw(st.integers(1, 3))), draw(records)) for file in files]


@settings(max_examples=60, deadline=None)
@given(some_dumps(), st.randoms(use_true_random=False))
def test_the_order_of_dumps_and_a_dump_that_comes_twice_change_nothing(dumps: list[Dump], random: object) -> None:
    again = [*dumps, *dumps[:2]]
    random.shuffle(again)  # type: ignore[attr-defined]  # Hypothesis types its random as object
    same(build_corpus(again), build_corpus(dumps))


@settings(max_examples=60, deadline=None)
@given(some_dumps())
def test_every_row_refers_to_one_that_is_there(dumps: list[Dump]) -> None:
    corpus = build_corpus(dumps)
    papers, profiles, captures = (set(frame.iloc[:, 0]) for frame in (corpus.papers, corpus.profiles, corpus.captures))
    assert captures == {one.id for one in dumps}
    assert set(corpus.captures["profile_id"]) == profiles
    assert set(corpus.observations["paper_id"]) == papers
    assert set(corpus.observations["dump_id"]) == captures
    assert len(corpus.observations) == sum(len(one.records) for one in dumps)
    assert set(corpus.authorships["paper_id"]) <= papers
    assert set(corpus.authorships["profile_id"].dropna()) <= profiles
    assert set(corpus.merges["kept"]) <= papers | profiles
    assert set(corpus.author_names.index) == papers


@settings(max_examples=40, deadline=None)
@given(some_dumps())
def test_a_newer_capture_changes_no_id(dumps: list[Dump]) -> None:
    before = build_corpus(dumps)
    after = build_corpus([*dumps, dump("newer", "Ada Lovelace", date(2026, 2, 1), [record("U", "Ada Lovelace")])])
    gone = set(before.papers["paper_id"]) - set(after.papers["paper_id"])
    assert gone <= set(after.merges.loc[after.merges["state"] == "merged", "other"])
    left = set(before.profiles["profile_id"]) - set(after.profiles["profile_id"])
    assert left <= set(after.merges.loc[after.merges["state"] == "merged", "other"])


SCRIPT = """
from datetime import date
from lib.corpus import build_corpus
from tests.test_corpus_decisions import library, FRAMES
corpus = build_corpus(library())
print(corpus.id, *(getattr(corpus, name).to_csv() for name in FRAMES))
"""


def test_every_process_builds_the_same_frames_and_id() -> None:
    def build(seed: str) -> str:
        command = [sys.executable, "-c", SCRIPT]
        environment = {"PYTHONHASHSEED": seed, "PATH": ""}
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own interpreter

    first = build("1")
    assert first == build("2")
    assert len(first.splitlines()) > 20
