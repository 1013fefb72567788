"""What fails outside Oeuvre is said in words, with what to do, and leaves nothing half done."""

import os
import resource
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from lib.errors import StoreError
from lib.store import Library, Store, database, open_store, rights
from lib.store.places import database_url
from tests.store.conftest import ME
from tests.store.pages import uploads


def test_a_full_disk_refuses_the_files_that_no_longer_fit_and_keeps_the_others(store: Store, library: Library) -> None:
    first, second, *rest = uploads(40)
    assert next(store.dumps.take_in(ME, library.id, [first])).status == "kept"
    _fill_disk(store)
    reports = list(store.dumps.take_in(ME, library.id, [second, *rest]))
    refused = [report for report in reports if report.status == "refused"]
    assert refused
    assert "disk is full; nothing of this change was kept. Free some space" in refused[0].message
    kept = [report.file for report in reports if report.status == "kept"]
    assert [dump.file for dump in store.dumps.all(ME, library.id)] == [first.file, *kept]


def _fill_disk(store: Store) -> None:
    with store.database.changing() as connection:
        if store.database.is_sqlite:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
            return
        connection.exec_driver_sql(
            "CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$"
        )
        connection.exec_driver_sql("CREATE TRIGGER fill BEFORE INSERT ON files FOR EACH ROW EXECUTE FUNCTION fill()")


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_system_that_takes_no_more_is_said_in_words(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'a.sqlite'}") as store:
        library = store.libraries.create(ME, "Group")
        with files_no_larger_than((tmp_path / "a.sqlite-wal").stat().st_size + 8192):
            reports = list(store.dumps.take_in(ME, library.id, uploads(10)))
        assert reports[-1].status == "refused"
        assert "disk" in reports[-1].message
        assert "nothing of this change was kept" in reports[-1].message
        assert [report.status for report in store.dumps.take_in(ME, library.id, uploads(10, 20))] == ["kept"] * 10


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder with a store, both of which may be read but not written."""
    folder = Path(tempfile.mkdtemp(prefix="oeuvre-"))
    with open_store(f"sqlite:///{folder / 'a.sqlite'}") as store:
        store.libraries.create(ME, "Group")
    (folder / "a.sqlite").chmod(0o444)
    folder.chmod(0o555)
    with _not_as_root():
        yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def _not_as_root() -> Iterator[None]:
    """Root may write anything: be nobody for a while, where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_read_only_file_is_said_in_words(locked_folder: Path) -> None:
    with pytest.raises(StoreError, match=r"a\.sqlite' cannot be (written|opened).*point OEUVRE_DATA at another folder"):
        _open_and_write(f"sqlite:///{locked_folder / 'a.sqlite'}")


def _open_and_write(url: str) -> None:
    with open_store(url) as store:
        store.libraries.create(ME, "Second")


def test_a_folder_that_cannot_be_made_is_said_in_words(locked_folder: Path) -> None:
    with pytest.raises(StoreError, match=r"new' cannot be made \(Permission denied\)"):
        open_store(f"sqlite:///{locked_folder / 'new' / 'a.sqlite'}")


def test_a_database_that_became_read_only_is_said_in_words(store: Store) -> None:
    with store.database.changing() as connection:
        if store.database.is_sqlite:
            event.listen(store.database._writers, "begin", lambda c: c.exec_driver_sql("PRAGMA query_only = ON"))
        else:
            name = store.database.url.database
            connection.exec_driver_sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    store.close()
    with pytest.raises(StoreError, match=r"cannot be written|is read-only"):
        store.libraries.create(ME, "Second")


def test_who_waits_too_long_for_somebody_else_is_told(
    url: str, store: Store, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 1)
    with open_store(url) as other, store.database.changing() as connection:
        rights.hold(connection, library.id, ME, "owner")
        with pytest.raises(
            StoreError, match=r"was busy with somebody else's change for too long; nothing .* Try again"
        ):
            other.libraries.rename(ME, library.id, "Second")
    assert store.libraries.rename(ME, library.id, "Third").name == "Third"


def test_a_file_that_is_no_database_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(b"These are some notes, not a database." * 100)
    with pytest.raises(StoreError, match=r"is not a SQLite database. Move it away"):
        open_store(f"sqlite:///{tmp_path / 'a.sqlite'}")


def test_a_damaged_file_is_said_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with open_store(f"sqlite:///{path}") as store:
        library = store.libraries.create(ME, "Group")
        list(store.dumps.take_in(ME, library.id, uploads(10)))
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(StoreError, match=r"is damaged. Keep a copy of it, and restore the newest backup"):
        _open_and_write(f"sqlite:///{path}")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://ada:secret@/oeuvre?host=/nowhere", "'/nowhere' does not answer.*Check that PostgreSQL runs"),
        ("mysql://ada:secret@host/oeuvre", "begins with 'mysql'. Expected postgresql://"),
        ("not an address", "is not a URL"),
        ("sqlite://", "Expected postgresql://.*sqlite:///path"),
    ],
)
def test_an_address_that_leads_nowhere_is_said_in_words_and_without_its_password(address: str, words: str) -> None:
    with pytest.raises(StoreError, match=words) as caught:
        open_store(address)
    assert "secret" not in str(caught.value)


def test_a_database_that_is_not_there_is_said_in_words(postgres: str) -> None:
    with pytest.raises(StoreError, match=r"'nobody_made_me' on .* does not exist. Create the database"):
        open_store(postgres.replace("/postgres?", "/nobody_made_me?"))


def test_the_environment_says_where_the_store_is(tmp_path: Path) -> None:
    assert database_url(None, {"OEUVRE_DATA": str(tmp_path)}).database == str(tmp_path / "oeuvre.sqlite")
    for scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        url = database_url(None, {"OEUVRE_DATABASE_URL": f"{scheme}://ada@host/oeuvre"})
        assert (url.drivername, url.host) == ("postgresql+psycopg", "host")
    assert (database_url(None, {}).database or "").endswith("/data/oeuvre.sqlite")
