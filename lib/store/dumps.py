"""The dumps of a library: taken in whole or not at all, and given back as they came, byte for byte."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, Row, Select, delete, select

from lib.corrections import Correction, apply_corrections, capture_day
from lib.dumps import Dump, read
from lib.errors import NotFoundError
from lib.store import rights
from lib.store.corrections import read_log
from lib.store.database import Database
from lib.store.events import Deed, record
from lib.store.intake import keep
from lib.store.people import Actor
from lib.store.removals import removals
from lib.store.state import of_library, texts
from lib.store.tables import dumps, files
from lib.store.uploads import FileReport, Upload, examine


@dataclass(frozen=True)
class StoredDump:
    """A dump as the list shows it: `captured` is the day given when it came in, `size` the bytes of its file.

    `first_line` is where it begins in its file. `removed` is the correction that put it away, None while it counts.
    """

    id: str
    file_id: str
    file: str
    first_line: int
    captured: date
    encoding: str
    size: int
    added_at: datetime
    added_by: str
    removed: Correction | None = None


@dataclass(frozen=True)
class Original:
    """A file as it came in; its name is data and never a path."""

    id: str
    name: str
    content: bytes


class Dumps:
    """What can be done with the dumps of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def examine(self, upload: Upload) -> FileReport:
        """What would be read in this file, without keeping it.

        Raises:
            InputError: it cannot be used; the message says why.
        """
        return examine(upload, self._database.now().date()).report("kept", "Not kept yet.")

    def take_in(self, actor: Actor, library_id: str, uploads: Iterable[Upload]) -> Iterator[FileReport]:
        """Read and keep files one after the other, and report on each as soon as it is done.

        A file that cannot be read is refused and does not stop the others; so is every file beyond the limit.

        Raises:
            ForbiddenError, NotFoundError: before the first file, when the actor may not add to this library.
        """
        with self._database.changing() as connection:
            rights.hold(connection, library_id, actor, "editor")
        return (keep(self._database, actor, library_id, numbered) for numbered in enumerate(uploads, start=1))

    def all(self, actor: Actor, library_id: str) -> tuple[StoredDump, ...]:
        """The library's dumps, also the removed ones, in the order in which they came in."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            rows = connection.execute(_list(library_id)).mappings().all()
            removed = removals(read_log(connection, library_id))
        return tuple(StoredDump(**row, removed=removed.get(row["id"])) for row in rows)

    def read(self, actor: Actor, library_id: str, dump_id: str) -> Dump:
        """One dump read anew from its text, with its corrections made."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            row = _row(connection, library_id, dump_id)
            log = read_log(connection, library_id, dump_id)
        return read_stored(row, log)

    def text(self, actor: Actor, library_id: str, dump_id: str) -> str:
        """The text of one dump as it came in, which costs nothing beside reading what stands in it."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            return str(_row(connection, library_id, dump_id).text)

    def originals(self, actor: Actor, library_id: str) -> Iterator[Original]:
        """The library's files as they came in, in that order; one at a time, for together they may be large."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            mine = select(files.c.id).where(files.c.library_id == library_id).order_by(files.c.change)
            names = connection.scalars(mine).all()
        return (self.original(actor, library_id, file_id) for file_id in names)

    def original(self, actor: Actor, library_id: str, file_id: str) -> Original:
        """One file as it came in."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            wanted = select(files.c.id, files.c.name, files.c.original)
            mine = wanted.where(files.c.library_id == library_id, files.c.id == file_id)
            row = connection.execute(mine).one_or_none()
        if row is None:
            raise _missing("file", file_id)
        return Original(row.id, row.name, bytes(row.original))

    def forget(self, actor: Actor, library_id: str, file_id: str) -> None:
        """Erase a file, its dumps and their corrections for good; a dump that may come back is corrected as Removed."""
        with self._database.changing() as connection:
            rights.hold(connection, library_id, actor, "owner")
            gone = delete(files).where(files.c.library_id == library_id, files.c.id == file_id)
            name = connection.scalar(gone.returning(files.c.name))
            if name is None:
                raise _missing("file", file_id)
            record(connection, library_id, Deed(actor, self._database.now(), "file erased", name))


def read_stored(row: Row[tuple[object, ...]], log: Iterable[Correction]) -> Dump:
    """The dump of a row of `state.texts`, read with its corrected capture day and then corrected."""
    mine = [entry for entry in log if entry.dump_id == row.id]
    dump = read(row.text, file=row.file, captured=capture_day(row.captured, mine))
    return apply_corrections(replace(dump, first_line=row.first_line), mine)


def _row(connection: Connection, library_id: str, dump_id: str) -> Row[tuple[object, ...]]:
    row = connection.execute(texts(library_id).where(dumps.c.id == dump_id)).one_or_none()
    if row is None:
        raise _missing("dump", dump_id)
    return row


def _list(library_id: str) -> Select[tuple[object, ...]]:
    named = (dumps.c.id, files.c.id.label("file_id"), files.c.name.label("file"), dumps.c.first_line, dumps.c.captured)
    facts = (files.c.encoding, files.c.size, files.c.added_at, files.c.added_by)
    return of_library(select(*named, *facts), library_id).order_by(files.c.change, dumps.c.first_line)


def _missing(what: str, identifier: str) -> NotFoundError:
    return NotFoundError(f"This library has no {what} {identifier[:12]!r}. It may have been erased for good.")
