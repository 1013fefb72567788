"""The schema goes forward."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from lib.errors import StoreError
from lib.store import Store, open_store
from lib.store.database import Database
from lib.store.places import database_url
from lib.store.tables import metadata
from lib.store.versions import known, migrate, newest, revision_of


def test_the_migrations_lead_to_the_tables_that_the_code_works_with(store: Store) -> None:
    with store.database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert revision_of(connection) == newest()


def test_a_schema_from_the_future_is_refused_in_words(url: str) -> None:
    with open_store(url) as store, store.database.changing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"written by a newer Oeuvre: its schema is '9999'.*Update Oeuvre"):
        open_store(url)


def test_an_old_file_is_copied_before_it_is_migrated(tmp_path: Path) -> None:
    database = Database(database_url(f"sqlite:///{tmp_path / 'a.sqlite'}"))
    migrate(database, to="0001")
    with database.changing() as connection:
        connection.execute(text("INSERT INTO libraries VALUES ('1', 'old', 'Old', '2026-01-01', 'Ada', NULL, NULL, 1)"))
    database.close()
    open_store(f"sqlite:///{tmp_path / 'a.sqlite'}").close()
    copies = [path.name for path in tmp_path.glob("*before*")]
    assert copies == ([] if known() == {"0001"} else [f"a-before-{newest()}.sqlite"])
