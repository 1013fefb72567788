"""A library, or everything, in one file and back."""

import io
import json
import threading
from hashlib import sha256
from pathlib import Path

import pytest

from lib.corrections import Category, Removed, record_targets
from lib.errors import ConflictError, ForbiddenError, InputError, TooLargeError
from lib.store import Actor, Draft, Library, Store, Upload, archives, open_store, sealed
from tests.store.conftest import ME
from tests.store.pages import DAY, page, uploads


@pytest.fixture(name="full")
def full_library(store: Store, library: Library) -> Library:
    """Files in several encodings, corrections, an undone one, and a removed dump."""
    odd = Upload("../../Zoë\n.txt", page("Zoë Ångström", "Naïve Engines").decode().encode("utf-16"), DAY)
    reports = list(store.dumps.take_in(ME, library.id, [*uploads(3), odd]))
    first, second, *_ = (report.dumps[0].dump_id for report in reports)
    target = next(iter(record_targets(store.dumps.read(ME, library.id, first))))
    kept = store.corrections.add(ME, library.id, Draft(Category("HC"), first, target, why="“seen” in\nprint"))
    store.corrections.undo(ME, library.id, kept.number)
    store.corrections.add(ME, library.id, Draft(Removed(), second))
    return store.libraries.get(ME, library.id)


def exported(store: Store, library: Library) -> io.BytesIO:
    stream = io.BytesIO()
    store.archives.export(ME, library.id, stream)
    return stream


def everything(store: Store, library_id: str) -> tuple[object, ...]:
    return (
        store.dumps.all(ME, library_id),
        store.corrections.log(ME, library_id),
        list(store.dumps.originals(ME, library_id)),
        [store.dumps.read(ME, library_id, dump.id) for dump in store.dumps.all(ME, library_id)],
    )


def test_an_exported_library_comes_back_without_loss(store: Store, full: Library) -> None:
    taken = store.archives.take_in(ME, exported(store, full), "Again")
    assert everything(store, taken) == everything(store, full.id)
    assert store.libraries.get(ME, taken).changes > full.changes


def test_a_library_moves_to_the_other_database(store: Store, full: Library, tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'other.sqlite'}") as other:
        taken = other.archives.take_in(ME, exported(store, full))
        assert everything(other, taken) == everything(store, full.id)
        assert other.libraries.get(ME, taken).name == full.name


def test_a_backup_restores_everything_as_it_was(store: Store, full: Library) -> None:
    backup = io.BytesIO()
    store.archives.back_up(ME, backup)
    before = (everything(store, full.id), store.libraries.all(ME))
    list(store.dumps.take_in(ME, full.id, uploads(2, start=50)))
    store.libraries.create(ME, "Made later")
    store.archives.restore(ME, backup)
    assert (everything(store, full.id), store.libraries.all(ME)) == before
    assert next(iter(store.dumps.take_in(ME, full.id, uploads(1, start=70)))).status == "kept"


def test_the_same_library_is_written_the_same_way(store: Store, full: Library) -> None:
    first, second = (exported(store, full).getvalue().splitlines()[1:-1] for _ in range(2))
    assert first == second


def test_a_name_that_is_taken_must_be_changed(store: Store, full: Library) -> None:
    with pytest.raises(ConflictError, match="already a library 'Group'"):
        store.archives.take_in(ME, exported(store, full))


@pytest.mark.parametrize("cut", [0, 1, 100, -2, -200])
def test_a_file_that_was_cut_is_refused_and_nothing_changes(store: Store, full: Library, cut: int) -> None:
    whole = exported(store, full).getvalue()
    with pytest.raises(InputError, match=r"seal does not fit|not a file that Oeuvre"):
        store.archives.take_in(ME, io.BytesIO(whole[:cut]), "Again")
    assert [library.name for library in store.libraries.all(ME)] == ["Group"]


def test_a_changed_letter_is_found(store: Store, full: Library) -> None:
    changed = exported(store, full).getvalue().replace(b"Graphs of Kind", b"Graphs of King", 1)
    with pytest.raises(InputError, match="changed since it was written"):
        store.archives.take_in(ME, io.BytesIO(changed), "Again")


def resealed(content: bytes, old: str, new: str) -> io.BytesIO:
    """The file with a change, and a seal that fits: what a forger would make."""
    body = content.decode().replace(old, new).encode().splitlines(keepends=True)[:-1]
    seal = {"rows": len(body) - 1, "sha256": sha256(b"".join(body)).hexdigest()}
    return io.BytesIO(b"".join(body) + json.dumps(seal).encode())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Graphs of Kind", "Graphs of King", "not what its hash says"),
        ('"holds":"library"', '"holds":"store"', "expected a library"),
        ('"schema":"', '"schema":"9', "A newer Oeuvre wrote this file"),
        ('{"files":', '{"passwords":', "rows of a table 'passwords'"),
        ('"encoding":', '"charset":', "has the columns"),
        ('"kind":"removed"', '"kind":"exploded"', "This is no correction: 'exploded'"),
        ('"captured":"2026-03-01"', '"captured":"yesterday"', "where a DATE is expected"),
        ('"encoding":"utf-8"', f'"encoding":"{"x" * 41}"', "is expected"),
        ('"file_id":"', '"file_id":"0', "do not fit together|is expected"),
    ],
)
def test_a_forged_file_is_refused_in_words(store: Store, full: Library, old: str, new: str, words: str) -> None:
    whole = exported(store, full).getvalue()
    assert old.encode() in whole
    with pytest.raises(InputError, match=words):
        store.archives.take_in(ME, resealed(whole, old, new), "Again")
    assert [library.name for library in store.libraries.all(ME)] == ["Group"]


def test_a_backup_is_no_library_and_a_library_no_backup(store: Store, full: Library) -> None:
    with pytest.raises(InputError, match="holds a library, expected a store"):
        store.archives.restore(ME, exported(store, full))


def test_limits_hold_for_files_of_libraries_too(store: Store, full: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LIBRARY_BYTES", 100)
    with pytest.raises(TooLargeError, match="over 100 bytes"):
        store.archives.take_in(ME, exported(store, full), "Again")
    monkeypatch.setattr(sealed, "LINE_BYTES", 200)
    with pytest.raises(TooLargeError, match="line of the file has over 200 bytes"):
        store.archives.take_in(ME, exported(store, full), "Again")


def test_only_the_server_itself_may_back_up_and_restore(store: Store, full: Library) -> None:
    someone = Actor("Eve", "eve@example.org")
    with pytest.raises(ForbiddenError, match="on the server"):
        store.archives.back_up(someone, io.BytesIO())
    with pytest.raises(ForbiddenError, match="on the server"):
        store.archives.restore(someone, io.BytesIO())
    with pytest.raises(ForbiddenError, match="needs the role of reader"):
        store.archives.export(someone, full.id, io.BytesIO())


def test_a_backup_taken_while_someone_writes_is_one_moment(store: Store, library: Library, tmp_path: Path) -> None:
    files = iter(uploads(60))
    writer = threading.Thread(target=lambda: list(store.dumps.take_in(ME, library.id, files)))
    writer.start()
    backups = []
    while writer.is_alive():
        backups.append(io.BytesIO())
        store.archives.back_up(ME, backups[-1])
    writer.join()
    with open_store(f"sqlite:///{tmp_path / 'restored.sqlite'}") as restored:
        for backup in backups[:: max(1, len(backups) // 5)]:
            restored.archives.restore(ME, backup)
            stored = restored.dumps.all(ME, library.id)
            assert [dump.file for dump in stored] == [f"{number:03}.txt" for number in range(len(stored))]
            assert restored.libraries.get(ME, library.id).changes == 1 + len(stored)
