"""The schema goes forward."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from lib.errors import StoreError
from lib.store import SavedView, Sketch, open_store
from lib.store.database import Database
from lib.store.group_tables import metadata
from lib.store.places import database_url
from lib.store.versions import migrate, newest, revision_of
from tests.store.conftest import ME
from tests.store.pages import page


def test_the_migrations_lead_to_the_tables_that_the_code_works_with(empty_url: str) -> None:
    with open_store(empty_url) as store, store.database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert revision_of(connection) == newest()


def test_a_schema_from_the_future_is_refused_in_words(url: str) -> None:
    with open_store(url) as store, store.database.changing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"written by a newer Oeuvre: its schema is '9999'.*Update Oeuvre"):
        open_store(url)


OLD = (
    "INSERT INTO libraries (id, slug, name, created_at, created_by, changes) "
    "VALUES ('1', 'old', 'Old', '2026-01-01 12:00:00', 'Ada', 3)",
    "INSERT INTO files (library_id, id, change, name, size, encoding, added_at, added_by, original) "
    "VALUES ('1', :file_id, 2, 'ada.txt', :size, 'utf-8', '2026-01-01 12:00:00', 'Ada', :original)",
    "INSERT INTO dumps (library_id, id, file_id, first_line, captured, text) "
    "VALUES ('1', :file_id, :file_id, 1, '2026-01-01', :text)",
    "INSERT INTO corrections (library_id, change, kind, dump_id, target, value, why, at, by) "
    "VALUES ('1', 3, 'removed', :file_id, 'dump', '{}', 'twice', '2026-01-02 12:00:00', 'Grace')",
)


def make_old(url: str) -> bytes:
    """A database as the first release left it, with a file whose dump was removed; the file's bytes."""
    original = page("Ada Lovelace", "Engines that Weave")
    values = {"original": original, "text": original.decode(), "size": len(original)}
    database = Database(database_url(url))
    migrate(database, to="0001")
    with database.changing() as connection:
        for statement in OLD:
            connection.execute(text(statement), {**values, "file_id": sha256(original).hexdigest()})
    database.close()
    return original


def test_a_database_of_the_first_release_is_migrated_and_loses_nothing(empty_url: str) -> None:
    original = make_old(empty_url)
    with open_store(empty_url) as store:
        library = store.libraries.find(ME, "Old")
        assert (library.created_at, library.changes) == (datetime(2026, 1, 1, 12, tzinfo=UTC), 3)
        (stored,) = store.dumps.all(ME, library.id)
        assert stored.removed is not None
        assert (stored.file, stored.removed.by, stored.removed.why) == ("ada.txt", "Grace", "twice")
        assert store.dumps.original(ME, library.id, stored.file_id).content == original
        store.corrections.undo(ME, library.id, stored.removed.number)
        saved = store.dashboards.save(ME, library.id, Sketch("New", (SavedView("papers", ""),)))
        assert (saved.change, len(store.frames.open_corpus(ME, library.id).papers)) == (5, 1)


def test_an_old_file_is_copied_before_it_is_migrated(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.sqlite'}"
    make_old(url)
    open_store(url).close()
    copy = Database(database_url(f"sqlite:///{tmp_path / f'a-before-{newest()}.sqlite'}"))
    with copy.reading() as connection:
        assert revision_of(connection) == "0001"
        assert connection.scalar(text("SELECT name FROM libraries")) == "Old"
    copy.close()


def test_a_migration_that_fails_changes_nothing(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make_old(empty_url)
    monkeypatch.setattr(op, "create_index", fail)
    with pytest.raises(ZeroDivisionError):
        open_store(empty_url)
    monkeypatch.undo()
    database = Database(database_url(empty_url))
    with database.reading() as connection:
        assert revision_of(connection) == "0001"
        assert "members" not in inspect(connection).get_table_names()
    database.close()
    open_store(empty_url).close()


def fail(name: str, *_: object) -> None:
    raise ZeroDivisionError(name)
