"""A large file in a process of its own is read and kept as it would have been here."""

from datetime import date
from pathlib import Path

import pytest

from lib.samples import sample_libraries
from lib.store import Library, Store, Upload
from lib.store.apart import keep_apart, look_apart
from lib.store.uploads import look
from tests.store.conftest import ME

TODAY = date(2026, 6, 1)
(FIRST, *_) = next(sample.files for sample in sample_libraries() if sample.name == "profiles")


def upload(content: bytes = FIRST.text.encode(), encoding: str | None = None) -> Upload:
    return Upload("../a file: \n“1”.txt", content, date(2026, 4, 1), encoding)


def test_a_file_is_looked_at_as_it_would_have_been_here() -> None:
    assert look_apart(upload(), TODAY) == look(upload(), TODAY)
    said = upload(FIRST.text.encode("utf-16"), "utf-16")
    report = look_apart(said, TODAY)
    assert (report.status, report.encoding) == ("kept", "utf-16")
    assert report == look(said, TODAY)


def test_what_is_refused_is_refused_with_the_same_words() -> None:
    for content in (b"%PDF-1.7", b""):
        report = look_apart(upload(content), TODAY)
        assert report.status == "refused"
        assert report == look(upload(content), TODAY)


def test_a_process_that_dies_refuses_its_file_and_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("lib.store.apart._ROOT", tmp_path)  # where there is no lib to run
    report = look_apart(upload(), TODAY)
    assert (report.status, report.file) == ("refused", upload().file)
    assert "It could not be read: " in report.message


def test_a_file_is_kept_once_in_the_name_of_who_brought_it(
    store: Store, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OEUVRE_DATABASE_URL", store.database.url.render_as_string(hide_password=False))
    report = keep_apart(upload(), ME, library.id)
    assert (report.status, report.message) == ("kept", "Kept with 17 papers.")
    (dump,) = store.dumps.all(ME, library.id)
    assert (dump.id, dump.added_by) == (report.dumps[0].dump_id, ME.signature)
    assert store.dumps.original(ME, library.id, dump.file_id).content == upload().content
    assert keep_apart(upload(), ME, library.id).status == "skipped"
