"""A sealed file unpacked into a database of its own, brought up to date and checked before anything else sees it."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import groupby, islice
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, Date, DateTime, LargeBinary, MetaData, String, Table, insert, select
from sqlalchemy.engine import URL

from lib.corrections.changes import from_json
from lib.errors import InputError, StoreError
from lib.store.database import Database
from lib.store.entries import storable
from lib.store.sealed import Head, bytes_of, check_seal, read_head, read_rows
from lib.store.tables import corrections, dumps, files
from lib.store.versions import known, migrate, newest

BATCH = 50


@contextmanager
def unpacked(stream: BinaryIO, holds: str) -> Iterator[Connection]:
    """A connection to a database with the rows of the sealed file, in the newest schema, every hash checked.

    Raises:
        InputError: the file is none of ours, is damaged, from a newer Oeuvre, or holds something else.
    """
    check_seal(stream)
    head = read_head(stream)
    _refuse(head, holds)
    with tempfile.TemporaryDirectory(prefix="oeuvre-") as folder:
        database = Database(URL.create("sqlite", database=str(Path(folder) / "unpacked.sqlite")))
        try:
            migrate(database, to=head.schema)
            _fill(database, stream)
            migrate(database)
            with database.reading() as connection:
                _check(connection)
                yield connection
        finally:
            database.close()


def _refuse(head: Head, holds: str) -> None:
    if head.holds != holds:
        verbs = {"library": "python -m lib import FILE", "store": "python -m lib restore FILE"}
        hint = f" Use: {verbs[head.holds]}" if head.holds in verbs else ""
        raise InputError(f"The file holds a {head.holds}, expected a {holds}.{hint}")
    if head.schema not in known():
        raise InputError(f"A newer Oeuvre wrote this file: schema {head.schema!r}, this one knows up to {newest()!r}.")


def _fill(database: Database, stream: BinaryIO) -> None:
    reflected = MetaData()
    try:
        with database.changing() as connection:
            reflected.reflect(connection)
            for name, rows in groupby(read_rows(stream), key=lambda pair: pair[0]):
                if name not in reflected.tables:
                    raise InputError(f"The file has rows of a table {name!r}, which its schema does not have.")
                table = reflected.tables[name]
                typed = (_typed(table, row) for _, row in rows)
                while batch := list(islice(typed, BATCH)):
                    connection.execute(insert(table), batch)
    except StoreError as error:  # the scratch database refused a row: what is wrong is the file
        raise InputError(f"The rows of the file do not fit together ({error.__cause__}). Use another copy.") from error


def _typed(table: Table, row: Mapping[str, object]) -> dict[str, object]:
    if set(row) != set(table.columns.keys()):
        raise InputError(
            f"A row of {table.name!r} has the columns {sorted(row)}, expected {sorted(table.columns.keys())}."
        )
    return {column.name: _value(column.type, row[column.name]) for column in table.columns}


def _value(kind: object, value: object) -> object:
    try:
        match kind, value:
            case _, None:
                return None
            case LargeBinary(), _:
                return bytes_of(value)
            case DateTime(), str():
                return datetime.fromisoformat(value).astimezone(UTC).replace(tzinfo=None)
            case Date(), str():
                return date.fromisoformat(value)
            case String(), str():
                return _fitting(kind, value)
            case _, int():
                return value
    except ValueError:
        pass
    raise InputError(f"The file holds {str(value)[:60]!r} where a {kind} is expected. Use another copy.")


def _fitting(kind: String, value: str) -> str:
    if storable(value) != value or len(value) > (kind.length or len(value)):
        raise ValueError(value)
    return value


def _check(connection: Connection) -> None:
    for row in connection.execute(select(files.c.id, files.c.name, files.c.original, files.c.size)):
        if (row.id, row.size) != (sha256(row.original).hexdigest(), len(row.original)):
            raise InputError(f"The file {row.name!r} is not what its hash says. Use another copy.")
    for dump_id, text in connection.execute(select(dumps.c.id, dumps.c.text)):
        if dump_id != sha256(text.encode()).hexdigest():
            raise InputError(f"The dump {dump_id[:12]!r} is not what its hash says. Use another copy.")
    for kind, value in connection.execute(select(corrections.c.kind, corrections.c.value)):
        if kind != "undo":
            from_json(kind, value)


def rows_of(connection: Connection, table: Table, library_id: str | None = None) -> Iterator[dict[str, object]]:
    """The table's rows, or those of one library, in the order of its key."""
    statement = select(table).order_by(*table.primary_key.columns)
    if library_id is not None:
        statement = statement.where(table.c["id" if table.name == "libraries" else "library_id"] == library_id)
    for row in connection.execute(statement, execution_options={"yield_per": BATCH}).mappings():
        yield dict(row)


def copy_rows(connection: Connection, table: Table, rows: Iterator[dict[str, object]]) -> None:
    """Insert the rows, a few at a time."""
    while batch := list(islice(rows, BATCH)):
        connection.execute(insert(table), batch)
