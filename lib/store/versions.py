"""The database's schema goes forward at start: made when missing, migrated when old, refused when newer.

Everything happens in one transaction that only one process can hold, so that two servers may start at once.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from lib.errors import StoreError
from lib.store.database import Database, one_at_a_time
from lib.store.failures import place


def migrate(database: Database, to: str = "head") -> None:
    """Bring the database to the revision `to`; an SQLite file is copied first to `NAME-before-REVISION.sqlite`.

    Raises:
        StoreError: the database was written by a newer Oeuvre, or cannot be opened.
    """
    wanted = newest() if to == "head" else to
    _make_folder(database)
    with database.reading() as connection:
        if revision_of(connection) == wanted:
            return
    with database.changing() as connection:
        one_at_a_time(connection)
        present = revision_of(connection)  # again: another process may have migrated while this one waited
        if present == wanted:
            return
        _refuse_newer(database, present)
        if present and database.file:
            _copy(database.file, database.file.with_name(f"{database.file.stem}-before-{wanted}.sqlite"))
        command.upgrade(_config(connection), wanted)


def revision_of(connection: Connection) -> str | None:
    """The schema's revision; None when there is no schema yet."""
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str:
    """The revision that this code works with."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None  # noqa: S101 - there is always a first migration
    return head


def known() -> frozenset[str]:
    """All revisions that this code can start from."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def _config(connection: Connection | None = None) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def _make_folder(database: Database) -> None:
    if database.file:
        try:
            database.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"The folder {str(database.file.parent)!r} cannot be made ({error.strerror}). "
                "Make it yourself, or point OEUVRE_DATA at a folder that may be written."
            ) from error


def _refuse_newer(database: Database, present: str | None) -> None:
    if present is not None and present not in known():
        raise StoreError(
            f"{place(database.url)} was written by a newer Oeuvre: its schema is {present!r}, this one knows up to "
            f"{newest()!r}. Update Oeuvre, or open another database; nothing was changed."
        )


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
