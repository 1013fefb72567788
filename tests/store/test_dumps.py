"""Files in, whole or not at all, and out byte for byte."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lib.corrections import Removed
from lib.errors import ForbiddenError, NotADumpError, NotFoundError
from lib.store import Actor, Draft, FileReport, Library, Store, Upload, intake
from lib.store import uploads as uploads_module
from tests.store.conftest import ME
from tests.store.pages import DAY, page, uploads

BROKEN = Upload("notes.txt", b"These are some notes about nothing in particular.", DAY)


def take_in(store: Store, library: Library, *files: Upload) -> list[FileReport]:
    return list(store.dumps.take_in(ME, library.id, files))


def test_a_kept_file_says_what_was_read_in_it(store: Store, library: Library) -> None:
    content = page("Ada Lovelace", "Engines that Weave Patterns", "Notes on Engines")
    (report,) = take_in(store, library, Upload("ada.txt", content, DAY))
    (facts,) = report.dumps
    assert (report.file, report.status, report.message, report.encoding) == (
        "ada.txt",
        "kept",
        "Kept with 2 papers.",
        "utf-8",
    )
    assert (facts.layout, facts.owner.name, facts.owner.confidence) == ("spaced", "Ada Lovelace", "header")
    assert (facts.papers, facts.doubtful, facts.problems, facts.captured) == (2, 0, 0, DAY)
    assert (facts.first, facts.last) == (date(2024, 5, 1), date(2024, 5, 2))


def test_the_list_says_what_came_in_and_who_brought_it(store: Store, library: Library) -> None:
    before = datetime.now(UTC)
    reports = take_in(store, library, *uploads(3))
    stored = store.dumps.all(ME, library.id)
    assert [dump.file for dump in stored] == ["000.txt", "001.txt", "002.txt"]
    assert [dump.id for dump in stored] == [report.dumps[0].dump_id for report in reports]
    assert {dump.added_by for dump in stored} == {"Ada"}
    assert {dump.captured for dump in stored} == {DAY}
    assert all(before - timedelta(seconds=1) <= dump.added_at <= datetime.now(UTC) for dump in stored)
    assert store.libraries.get(ME, library.id).files == 3
    assert store.libraries.get(ME, library.id).size == sum(len(upload.content) for upload in uploads(3))
    assert store.libraries.get(ME, library.id).changes == library.changes + 3


def test_files_come_back_byte_for_byte(store: Store, library: Library) -> None:
    text = page("Zoë Ångström", "Naïve Engines").decode()
    files = [
        Upload("bom.txt", b"\xef\xbb\xbf" + text.encode(), DAY),
        Upload("crlf.txt", text.replace("\n", "\r\n").encode(), DAY),
        Upload("wide.txt", text.replace("Naïve", "Clever").encode("utf-16"), DAY),
        Upload("old.txt", text.replace("Naïve", "Crude").encode("cp1252"), DAY),
    ]
    assert [report.status for report in take_in(store, library, *files)] == ["kept"] * 4
    originals = {original.name: original.content for original in store.dumps.originals(ME, library.id)}
    assert originals == {upload.file: upload.content for upload in files}


def test_a_broken_file_is_refused_in_words_and_stops_no_other(store: Store, library: Library) -> None:
    first, second = uploads(2)
    reports = take_in(store, library, first, BROKEN, Upload("empty.txt", b"", DAY), second)
    assert [report.status for report in reports] == ["kept", "refused", "refused", "kept"]
    assert "is not a profile dump" in reports[1].message
    assert "The file is empty" in reports[2].message
    assert [dump.file for dump in store.dumps.all(ME, library.id)] == ["000.txt", "001.txt"]


def test_a_byte_identical_file_is_skipped_and_leads_to_the_one_that_is_there(store: Store, library: Library) -> None:
    (upload,) = uploads(1)
    (kept,) = take_in(store, library, upload)
    (again,) = take_in(store, library, Upload("copy.txt", upload.content, date(2026, 4, 1)))
    assert (again.status, again.file_id, again.dumps[0].dump_id) == ("skipped", kept.file_id, kept.dumps[0].dump_id)
    assert again.message.startswith("The same file is already here since")
    assert "as '000.txt', read as utf-8" in again.message
    assert len(store.dumps.all(ME, library.id)) == 1


def test_the_same_text_in_other_bytes_is_skipped(store: Store, library: Library) -> None:
    (upload,) = uploads(1)
    take_in(store, library, upload)
    (again,) = take_in(store, library, Upload("bom.txt", b"\xef\xbb\xbf" + upload.content, DAY))
    assert (again.status, again.message) == ("skipped", "The same text is already here, in a file of other bytes.")


def test_the_same_file_may_be_in_two_libraries(store: Store, library: Library) -> None:
    other = store.libraries.create(ME, "Other")
    assert [take_in(store, which, *uploads(1))[0].status for which in (library, other)] == ["kept", "kept"]


def test_limits_are_enforced_where_files_are_kept(
    store: Store, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads_module, "FILE_BYTES", 700)
    monkeypatch.setattr(intake, "FILES_PER_UPLOAD", 3)
    large = Upload("large.txt", page("Ada Lovelace", *("Engines",) * 9), DAY)
    first, second, third = uploads(3)
    monkeypatch.setattr(intake, "LIBRARY_BYTES", len(first.content) + 10)
    reports = take_in(store, library, large, first, second, third)
    assert [report.status for report in reports] == ["refused", "kept", "refused", "refused"]
    assert "the limit is 700" in reports[0].message
    assert "it would be over its limit" in reports[2].message
    assert "over 3 files" in reports[3].message


@pytest.mark.parametrize("day", [date(1999, 12, 31), datetime.now(UTC).date() + timedelta(days=2)])
def test_an_impossible_capture_day_is_refused(store: Store, library: Library, day: date) -> None:
    (report,) = take_in(store, library, Upload("a.txt", uploads(1)[0].content, day))
    assert (report.status, report.dumps) == ("refused", ())
    assert f"capture day {day.isoformat()}" in report.message


@pytest.mark.parametrize(
    "name", ["../../x", "/etc/passwd", "a\0b.txt", "", "a" * 500, "\ud800.txt", "con", "a/b/c.txt"]
)
def test_whatever_a_file_is_called_it_is_kept_as_data(store: Store, library: Library, name: str) -> None:
    (report,) = take_in(store, library, Upload(name, uploads(1)[0].content, DAY))
    assert report.status == "kept"
    assert store.dumps.all(ME, library.id)[0].file == report.file


def test_the_encoding_can_be_given(store: Store, library: Library) -> None:
    content = page("Zoë Ångström", "Engines").decode().encode("mac-roman")
    (report,) = take_in(store, library, Upload("mac.txt", content, DAY, encoding="mac-roman"))
    assert (report.encoding, report.dumps[0].owner.name) == ("mac-roman", "Zoë Ångström")
    (wrong,) = take_in(store, library, Upload("x.txt", content + b"\xff", DAY, encoding="utf-8"))
    assert (wrong.status, "Name another encoding" in wrong.message) == ("refused", True)


def test_a_file_can_be_examined_without_keeping_it(store: Store, library: Library) -> None:
    report = store.dumps.examine(uploads(1)[0])
    assert (report.message, report.dumps[0].papers) == ("Not kept yet.", 2)
    with pytest.raises(NotADumpError):
        store.dumps.examine(BROKEN)
    assert store.dumps.all(ME, library.id) == ()


def test_a_removed_dump_comes_back_when_its_file_is_brought_again(store: Store, library: Library) -> None:
    (report,) = take_in(store, library, *uploads(1))
    dump_id = report.dumps[0].dump_id
    store.corrections.add(ME, library.id, Draft(Removed(), dump_id, why="wrong person"))
    assert store.dumps.all(ME, library.id)[0].removed is not None
    (again,) = take_in(store, library, *uploads(1))
    assert again.status == "kept"
    assert "Ada had removed it" in again.message
    assert store.dumps.all(ME, library.id)[0].removed is None


def test_an_erased_file_is_gone_with_its_corrections_and_may_come_again(store: Store, library: Library) -> None:
    (report,) = take_in(store, library, *uploads(1))
    store.corrections.add(ME, library.id, Draft(Removed(), report.dumps[0].dump_id))
    store.dumps.forget(ME, library.id, report.file_id or "")
    assert store.dumps.all(ME, library.id) == ()
    assert store.corrections.log(ME, library.id) == ()
    with pytest.raises(NotFoundError, match="has no file"):
        store.dumps.original(ME, library.id, report.file_id or "")
    assert take_in(store, library, *uploads(1))[0].status == "kept"


def test_a_copied_library_has_all_files_and_goes_its_own_way(store: Store, library: Library) -> None:
    reports = take_in(store, library, *uploads(2))
    store.corrections.add(ME, library.id, Draft(Removed(), reports[0].dumps[0].dump_id))
    copied = store.libraries.copy(ME, library.id, "Second")
    assert store.dumps.all(ME, copied.id) == store.dumps.all(ME, library.id)
    assert store.corrections.log(ME, copied.id) == store.corrections.log(ME, library.id)
    store.corrections.undo(ME, copied.id, store.corrections.log(ME, copied.id)[0].number)
    assert store.dumps.all(ME, copied.id)[0].removed is None
    assert store.dumps.all(ME, library.id)[0].removed is not None


def test_who_may_not_add_is_told_before_the_first_file(store: Store, library: Library) -> None:
    with pytest.raises(ForbiddenError, match="needs the role of editor"):
        store.dumps.take_in(Actor("Eve", "eve@example.org"), library.id, uploads(1))
