"""The corpus of a library, kept on disk: the same as when it is built, and never another library's."""

import os
import shutil
import time
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from lib.corpus import Corpus, Decision, build_corpus
from lib.corrections import Category, Dropped, Recaptured, Removed, record_targets
from lib.errors import ForbiddenError
from lib.schema import TABLES
from lib.store import Actor, Draft, Library, Store, frames, kept
from tests.store.conftest import ME
from tests.store.pages import uploads


@pytest.fixture(name="filled")
def filled_library(store: Store, library: Library) -> Library:
    list(store.dumps.take_in(ME, library.id, uploads(5)))
    return store.libraries.get(ME, library.id)


@pytest.fixture
def folder(data_folder: Path) -> Path:
    return data_folder / "frames"


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that a corpus is built rather than found."""
    made: list[int] = []

    def counted(*arguments: object) -> Corpus:
        made.append(1)
        return build_corpus(*arguments)  # type: ignore[arg-type]  # hands on what it was given

    monkeypatch.setattr(frames, "build_corpus", counted)
    return made


def assert_same(one: Corpus, other: Corpus) -> None:
    assert one.id == other.id
    for table in TABLES:
        pd.testing.assert_frame_equal(getattr(one, table.name), getattr(other, table.name), obj=table.name)


def test_the_second_opening_finds_what_the_first_built(
    store: Store, filled: Library, builds: list[int], folder: Path
) -> None:
    first = store.frames.open_corpus(ME, filled.id)
    second = store.frames.open_corpus(ME, filled.id)
    assert_same(first, second)
    assert (len(first.papers), len(first.captures), len(builds)) == (10, 5, 1)
    assert [path.name[:40] for path in folder.iterdir()] == [store.frames.content_id(ME, filled.id)]


def test_frames_are_those_of_the_dumps_as_corrected(store: Store, filled: Library) -> None:
    first, second, third, *_ = (dump.id for dump in store.dumps.all(ME, filled.id))
    target = next(iter(record_targets(store.dumps.read(ME, filled.id, first))))
    for draft in (
        Draft(Category("HC"), first, target),
        Draft(Removed(), second),
        Draft(Recaptured(date(2025, 1, 1)), third),
        Draft(Decision("owner", third, "Grace Hopper", "is")),
    ):
        store.corrections.add(ME, filled.id, draft)
    corpus = store.frames.open_corpus(ME, filled.id)
    captures = corpus.captures.set_index("dump_id")
    assert "HC" in set(corpus.papers["category"])
    assert second not in captures.index
    assert captures.loc[third, "captured"] == pd.Timestamp(2025, 1, 1)
    assert captures.loc[third, "name"] == "Grace Hopper"
    assert str(captures.loc[third, "owner_reason"]).startswith("Said by Ada on ")


def test_every_change_of_content_changes_the_content_id_and_undoing_it_brings_it_back(
    store: Store, filled: Library
) -> None:
    first = store.dumps.all(ME, filled.id)[0].id
    target = next(iter(record_targets(store.dumps.read(ME, filled.id, first))))
    ids = [store.frames.content_id(ME, filled.id)]
    for change, about in ((Dropped(), target), (Removed(), None), (Recaptured(date(2025, 1, 1)), None)):
        entry = store.corrections.add(ME, filled.id, Draft(change, first, about))
        ids.append(store.frames.content_id(ME, filled.id))
        store.corrections.undo(ME, filled.id, entry.number)
        assert store.frames.content_id(ME, filled.id) == ids[0]
    list(store.dumps.take_in(ME, filled.id, uploads(1, start=40)))
    ids.append(store.frames.content_id(ME, filled.id))
    assert len(set(ids)) == 5


def test_a_library_can_be_opened_as_it_was(store: Store, filled: Library) -> None:
    before, then = store.frames.open_corpus(ME, filled.id), store.frames.content_id(ME, filled.id)
    first = store.dumps.all(ME, filled.id)[0].id
    removal = store.corrections.add(ME, filled.id, Draft(Removed(), first))
    list(store.dumps.take_in(ME, filled.id, uploads(2, start=40)))
    store.corrections.undo(ME, filled.id, removal.number)
    assert store.frames.content_id(ME, filled.id) != then
    assert store.frames.content_id(ME, filled.id, at=filled.changes) == then
    assert_same(store.frames.open_corpus(ME, filled.id, at=filled.changes), before)
    assert len(store.frames.open_corpus(ME, filled.id, at=removal.number).captures) == 4


def test_a_copy_shares_what_was_built_and_another_library_does_not(
    store: Store, filled: Library, builds: list[int]
) -> None:
    copy = store.libraries.copy(ME, filled.id, "Copy")
    other = store.libraries.create(ME, "Other")
    list(store.dumps.take_in(ME, other.id, uploads(5, start=20)))
    mine, copied, theirs = (store.frames.open_corpus(ME, each.id) for each in (filled, copy, other))
    assert_same(mine, copied)
    assert len(builds) == 2
    assert not set(mine.papers["title"]) & set(theirs.papers["title"])


def test_frames_of_another_content_under_my_name_are_not_shown(
    store: Store, filled: Library, builds: list[int], folder: Path
) -> None:
    mine = store.frames.open_corpus(ME, filled.id)
    (my_folder,) = folder.iterdir()
    other = store.libraries.create(ME, "Other")
    list(store.dumps.take_in(ME, other.id, uploads(5, start=20)))
    store.frames.open_corpus(ME, other.id)
    (their_folder,) = set(folder.iterdir()) - {my_folder}
    shutil.rmtree(my_folder)
    shutil.copytree(their_folder, my_folder)
    assert_same(store.frames.open_corpus(ME, filled.id), mine)
    assert len(builds) == 3


def test_what_every_page_asks_for_comes_back_as_it_would_be_worked_out(store: Store, filled: Library) -> None:
    worked_out, back = (store.frames.open_corpus(ME, filled.id) for _ in range(2))
    assert {"listings", "author_names"} <= set(vars(back))
    pd.testing.assert_frame_equal(back.listings, worked_out.listings)
    pd.testing.assert_series_equal(back.author_names, worked_out.author_names)
    part = back.only([back.papers["paper_id"].iloc[0]])
    assert len(part.author_names) == 1
    assert set(part.listings["paper_id"]) == set(part.papers["paper_id"])


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "gone"])
def test_a_damaged_frame_is_built_again(
    store: Store, filled: Library, builds: list[int], folder: Path, damage: str
) -> None:
    first = store.frames.open_corpus(ME, filled.id)
    path = next(folder.iterdir()) / "papers.parquet"
    content = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        middle = content[:40] + bytes(255 - byte for byte in content[40:60]) + content[60:]
        path.write_bytes({"cut": content[:-50], "flipped": middle, "emptied": b""}[damage])
    assert_same(store.frames.open_corpus(ME, filled.id), first)
    assert len(builds) == 2
    store.frames.open_corpus(ME, filled.id)
    assert len(builds) == 2


def test_other_code_reads_anew(
    store: Store, filled: Library, builds: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    store.frames.open_corpus(ME, filled.id)
    monkeypatch.setattr(frames, "code_version", lambda: "another")
    store.frames.open_corpus(ME, filled.id)
    assert len(builds) == 2


def test_what_was_not_opened_for_long_is_forgotten(
    store: Store, filled: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "KEPT", 2)
    for number in range(4):
        list(store.dumps.take_in(ME, filled.id, uploads(1, start=40 + number)))
        store.frames.open_corpus(ME, filled.id)
    assert len(list(folder.iterdir())) == 2
    assert store.frames.content_id(ME, filled.id) in {path.name[:40] for path in folder.iterdir()}


def test_what_a_killed_process_left_is_cleared_away(store: Store, filled: Library, folder: Path) -> None:
    for name, age in ((".draft-old", 4000), (".draft-new", 10)):
        (folder / name).mkdir(parents=True)
        os.utime(folder / name, (time.time() - age,) * 2)
    store.frames.open_corpus(ME, filled.id)
    assert {path.name for path in folder.glob(".*")} == {".draft-new"}


def test_a_folder_that_cannot_be_written_stops_nobody(store: Store, filled: Library, folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file where a folder should be", encoding="utf-8")
    assert len(store.frames.open_corpus(ME, filled.id).papers) == 10


def test_an_empty_library_has_empty_frames(store: Store, library: Library) -> None:
    for _ in range(2):
        corpus = store.frames.open_corpus(ME, library.id)
        assert all(getattr(corpus, table.name).empty for table in TABLES)


def test_a_stranger_sees_no_frames(store: Store, filled: Library) -> None:
    stranger = Actor("Eve", "eve@example.org")
    store.frames.open_corpus(ME, filled.id)
    with pytest.raises(ForbiddenError, match="needs the role of reader"):
        store.frames.open_corpus(stranger, filled.id)
    with pytest.raises(ForbiddenError, match="needs the role of reader"):
        store.frames.content_id(stranger, filled.id)
