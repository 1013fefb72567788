"""A library, or everything, in one file: exported, backed up, and taken back without loss.

Reading happens at one moment, so that what others change meanwhile is in the file whole or not at all. Taking back
happens in one transaction, after the file was unpacked beside the store and checked.
"""

from collections.abc import Iterator
from typing import BinaryIO, TypeVar

from sqlalchemy import Connection, Table, delete, func, select

from lib.errors import ForbiddenError, TooLargeError
from lib.store import rights
from lib.store.belongings import BELONGINGS, moved
from lib.store.database import Database, one_at_a_time
from lib.store.events import Deed, record
from lib.store.group_tables import metadata
from lib.store.libraries import follow, make
from lib.store.limits import LIBRARY_BYTES
from lib.store.people import Actor
from lib.store.scratch import copy_rows, rows_of, unpacked
from lib.store.sealed import Head, Row, write_sealed
from lib.store.tables import files, libraries
from lib.store.versions import newest
from lib.work import Tell, untold

T = TypeVar("T")
_ALL = tuple(metadata.sorted_tables)
_STEP = 20  # rows between two words about how far it is


class Archives:
    """Whole libraries, and the whole store, out and in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def export(self, actor: Actor, library_id: str, stream: BinaryIO, tell: Tell = untold) -> int:
        """Write one library with its log to the stream; the number of rows. Who may enter it is not in the file."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            counted = _Counted(_count(connection, library_id), "Writing the library", tell)
            rows = counted.rows(_rows(connection, (libraries, *BELONGINGS), library_id))
            return write_sealed(stream, self._head("library", actor), rows)

    def take_in(self, actor: Actor, stream: BinaryIO, name: str | None = None, tell: Tell = untold) -> str:
        """A library from a file that `export` wrote, as a new one that the actor owns; its id.

        Raises:
            InputError: the file is damaged or none of ours.
            ConflictError: there is a library of this name; give another.
        """
        tell(0.05, "Checking that the file is whole")
        with unpacked(stream, "library") as source:
            counted = _Counted(
                _count(source), "Putting it into the store", lambda share, words: tell((1 + share) / 2, words)
            )
            (library,) = rows_of(source, libraries)
            if (source.scalar(select(func.sum(files.c.size))) or 0) > LIBRARY_BYTES:
                raise TooLargeError(f"The library in the file has over {LIBRARY_BYTES:,} bytes, which is the limit.")
            with self._database.changing() as connection:
                deed = Deed(actor, self._database.now(), "library imported", name or str(library["name"]))
                made = make(connection, deed)
                for table in BELONGINGS:
                    copy_rows(connection, table, moved(table, counted.rows(rows_of(source, table)), made))
                follow(connection, made, int(str(library["changes"])))
                record(connection, made, deed)
        return made

    def back_up(self, actor: Actor, stream: BinaryIO) -> int:
        """Write everything to the stream, as it was at one moment; the number of rows."""
        _only_alone(actor)
        with self._database.reading() as connection:
            return write_sealed(stream, self._head("store", actor), _rows(connection, _ALL))

    def restore(self, actor: Actor, stream: BinaryIO) -> None:
        """Put what `back_up` wrote in the place of everything that is there.

        Raises:
            InputError: the file is damaged or none of ours; nothing was changed.
        """
        _only_alone(actor)
        with unpacked(stream, "store") as source, self._database.changing() as connection:
            one_at_a_time(connection)
            for table in reversed(_ALL):
                connection.execute(delete(table))
            for table in _ALL:
                copy_rows(connection, table, rows_of(source, table))

    def _head(self, holds: str, actor: Actor) -> Head:
        return Head(holds, newest(), self._database.now().isoformat(timespec="seconds"), actor.signature)


def _rows(connection: Connection, tables: tuple[Table, ...], library_id: str | None = None) -> Iterator[Row]:
    for table in tables:
        yield from ((table.name, row) for row in rows_of(connection, table, library_id))


def _count(connection: Connection, library_id: str | None = None) -> int:
    """How many rows there are of what belongs to a library, or to any."""
    counts = [select(func.count()).select_from(table) for table in BELONGINGS]
    if library_id is not None:
        counts = [
            count.where(table.c.library_id == library_id) for count, table in zip(counts, BELONGINGS, strict=True)
        ]
    return sum(int(connection.scalar(count) or 0) for count in counts)


class _Counted:
    """Rows as they pass, and how many of `total` have passed."""

    def __init__(self, total: int, doing: str, tell: Tell) -> None:
        self._total, self._doing, self._tell = max(total, 1), doing, tell
        self._done = 0

    def rows(self, rows: Iterator[T]) -> Iterator[T]:
        for row in rows:
            if self._done % _STEP == 0:
                words = f"{self._doing}: {self._done:,} of {self._total:,} rows"
                self._tell(min(self._done / self._total, 1.0), words)
            self._done += 1
            yield row


def _only_alone(actor: Actor) -> None:
    if not actor.alone:
        raise ForbiddenError("Backups are made and restored on the server: python -m lib backup FILE.")
