"""Keeping one file: whole or not at all, once, within the limits, and never at the cost of the files after it."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, Select, func, insert, select

from lib.errors import OeuvreError, TooLargeError
from lib.store import rights
from lib.store.corrections import read_log, take_back
from lib.store.database import Database
from lib.store.entries import file_name
from lib.store.events import Deed, record
from lib.store.limits import FILES_PER_UPLOAD, LIBRARY_BYTES
from lib.store.people import Actor
from lib.store.removals import removals
from lib.store.tables import dumps, files
from lib.store.uploads import Examined, FileReport, Upload, examine


class Visit(NamedTuple):
    """Who puts something into which library, and when."""

    library_id: str
    actor: Actor
    now: datetime


def keep(database: Database, actor: Actor, library_id: str, numbered: tuple[int, Upload]) -> FileReport:
    """Read and keep the nth file of an upload in a transaction of its own, and say what became of it."""
    number, upload = numbered
    try:
        if number > FILES_PER_UPLOAD:
            raise TooLargeError(f"This upload has over {FILES_PER_UPLOAD} files. Bring the rest in another one.")
        examined = examine(upload, database.now().date())
        with database.changing() as connection:
            rights.hold(connection, library_id, actor, "editor")
            return _settle(connection, examined, Visit(library_id, actor, database.now()))
    except OeuvreError as error:
        return FileReport(file_name(upload.file), "refused", str(error))


def _settle(connection: Connection, examined: Examined, visit: Visit) -> FileReport:
    file = connection.execute(_file(visit.library_id, examined.id)).mappings().first()
    there = {dump.id for dump in examined.dumps if _has(connection, visit.library_id, dump.id)}
    if file is None and len(there) < len(examined.dumps):
        _refuse_overflow(connection, examined, visit.library_id)
        _insert(connection, examined, there, visit)
        return examined.report("kept", _kept(examined, there))
    removed = removals(read_log(connection, visit.library_id))
    gone = [removed[dump.id] for dump in examined.dumps if dump.id in removed]
    for removal in gone:
        take_back(connection, visit.library_id, removal, (visit.actor, visit.now))
    if gone:
        back = f"{gone[0].by} had removed it on {gone[0].at:%Y-%m-%d}; it is back, with its corrections."
        return examined.report("kept", back)
    return examined.report("skipped", _skipped(file))


def _kept(examined: Examined, there: set[str]) -> str:
    papers = sum(len(dump.records) for dump in examined.dumps if dump.id not in there)
    dumps = f" in {len(examined.dumps) - len(there)} dumps pasted together" if len(examined.dumps) > 1 else ""
    skipped = "; what was already here was left out" if there else ""
    return f"Kept with {papers} {'paper' if papers == 1 else 'papers'}{dumps}{skipped}."


def _skipped(file: RowMapping | None) -> str:
    if file is None:
        return "The same text is already here, in a file of other bytes."
    since = f"The same file is already here since {file['added_at']:%Y-%m-%d} as {file['name']!r}"
    return f"{since}, read as {file['encoding']}. To read it otherwise, erase it there and bring it again."


def _file(library_id: str, file_id: str) -> Select[tuple[object, ...]]:
    facts = (files.c.name, files.c.encoding, files.c.added_at)
    return select(*facts).where(files.c.library_id == library_id, files.c.id == file_id)


def _has(connection: Connection, library_id: str, dump_id: str) -> bool:
    mine = select(dumps.c.id).where(dumps.c.library_id == library_id, dumps.c.id == dump_id)
    return connection.execute(mine).first() is not None


def _refuse_overflow(connection: Connection, examined: Examined, library_id: str) -> None:
    there = connection.scalar(select(func.coalesce(func.sum(files.c.size), 0)).where(files.c.library_id == library_id))
    if int(there or 0) + len(examined.upload.content) > LIBRARY_BYTES:
        raise TooLargeError(
            f"The library holds {there:,} bytes, and with this file it would be over its limit of {LIBRARY_BYTES:,}. "
            "Erase files for good, or begin another library."
        )


def _insert(connection: Connection, examined: Examined, there: set[str], visit: Visit) -> None:
    file = {
        "library_id": visit.library_id,
        "id": examined.id,
        "change": record(connection, visit.library_id, Deed(visit.actor, visit.now, "file added", examined.file)),
        "name": examined.file,
        "original": examined.upload.content,
        "size": len(examined.upload.content),
        "encoding": examined.encoding,
        "added_at": visit.now,
        "added_by": visit.actor.signature,
    }
    connection.execute(insert(files).values(file))
    for dump in {dump.id: dump for dump in examined.dumps if dump.id not in there}.values():
        mine = {"library_id": visit.library_id, "id": dump.id, "file_id": examined.id, "text": dump.text}
        connection.execute(insert(dumps).values(**mine, first_line=dump.first_line, captured=dump.captured))
