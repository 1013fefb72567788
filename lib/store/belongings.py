"""What goes with a library when it is copied or exported: not who may enter it, its links, and who did what in it."""

import secrets
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, Table, insert, literal, select

from lib.store.group_tables import comments, dashboard_versions, dashboards
from lib.store.scratch import copy_rows, rows_of
from lib.store.tables import corrections, dumps, files

BELONGINGS = (files, dumps, corrections, dashboards, dashboard_versions, comments)
_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"  # nothing that looks like something else


def new_address() -> str:
    """A short name for links that nobody has: 30^10 are possible."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(10))


def copy_within(connection: Connection, library_id: str, copied: str) -> None:
    """Give the library `copied` everything that belongs to the other; what is large never leaves the database."""
    for table in BELONGINGS:
        if table is dashboards:
            copy_rows(connection, table, moved(table, rows_of(connection, table, library_id), copied))
            continue
        others = [column for column in table.c if column.name != "library_id"]
        rows = select(literal(copied), *others).where(table.c.library_id == library_id)
        connection.execute(insert(table).from_select(["library_id", *(column.name for column in others)], rows))


def moved(table: Table, rows: Iterator[Mapping[str, object]], library_id: str) -> Iterator[dict[str, object]]:
    """The rows as those of another library: a dashboard gets an address of its own."""
    for row in rows:
        fresh = {"address": new_address()} if table is dashboards else {}
        yield {**row, "library_id": library_id, **fresh}
