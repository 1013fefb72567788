"""One database, opened: connections that read a consistent moment, and connections that change something or nothing."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from lib.store.failures import in_words

_LOCK = 7_266_583  # any number that no other program on the same database uses for its advisory locks
PATIENCE = 30  # seconds that one change waits for another before it gives up


class Database:
    """An engine for SQLite or PostgreSQL that behaves alike on both."""

    def __init__(self, url: URL, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.url = url
        self.now = now
        self.is_sqlite = url.get_backend_name() == "sqlite"
        engine = _sqlite(url) if self.is_sqlite else _postgres(url)
        self._readers = engine if self.is_sqlite else engine.execution_options(isolation_level="REPEATABLE READ")
        self._writers = engine.execution_options(changes=True)

    @property
    def file(self) -> Path | None:
        """The SQLite file; None for PostgreSQL."""
        return Path(self.url.database or "") if self.is_sqlite else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment, whatever others do meanwhile."""
        with in_words(self.url), self._readers.connect() as connection:
            yield connection

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """A connection whose changes are kept whole when the block ends, and not at all when it raises."""
        with in_words(self.url), self._writers.begin() as connection:
            yield connection

    def close(self) -> None:
        """Lets go of all connections."""
        self._writers.dispose()


def one_at_a_time(connection: Connection) -> None:
    """Let only one transaction at a time go on from here: for what no lock on a row can guard."""
    if connection.dialect.name == "postgresql":  # in SQLite every change is already alone
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _postgres(url: URL) -> Engine:
    # A setting of the session, so that a lock held by a stuck program ends in words and not in a hanging page.
    options = f"-c lock_timeout={PATIENCE * 1000} -c timezone=UTC"
    return create_engine(url, pool_pre_ping=True, connect_args={"options": options, "connect_timeout": 10})


def _prepare_sqlite(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:  # noqa: ARG001 - SQLAlchemy's signature
    assert isinstance(connection, sqlite3.Connection)  # noqa: S101 - narrows a type
    connection.isolation_level = None  # transactions are begun below, not where the driver guesses
    connection.execute("PRAGMA foreign_keys = ON")
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode = WAL")


def _begin_sqlite(connection: Connection) -> None:
    # A change takes the write lock at once: one that read first and then wanted to write could not wait for its turn.
    changes = connection.get_execution_options().get("changes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if changes else "BEGIN")
