"""The log of corrections: it only grows. What was undone stays in it, and so does who undid it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, Row, Select, and_, insert, select

from lib.corpus.decisions import Decision, Decisions
from lib.corrections import Change, Correction, Target, target_of
from lib.corrections.changes import from_json, kind_of, to_json
from lib.corrections.words import describe
from lib.errors import ConflictError, NotFoundError
from lib.store import rights
from lib.store.checks import checked
from lib.store.database import Database
from lib.store.entries import paragraphs
from lib.store.events import Deed, record
from lib.store.people import Actor
from lib.store.tables import corrections, dumps

WHY_LENGTH = 2_000


@dataclass(frozen=True)
class Draft:
    """A correction about to be made.

    `dump_id` is None for decisions, which name what they are about; `target` names the record (see `record_targets`),
    and is None for what is not about a record. `seen` is the number of the newest entry about the same target that its
    author saw (see `newest`): None when there was none.
    """

    change: Change
    dump_id: str | None = None
    target: Target | None = None
    why: str = ""
    seen: int | None = None


class Corrections:
    """What readers corrected in a library, and who, when and why."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def log(self, actor: Actor, library_id: str, dump_id: str | None = None) -> tuple[Correction, ...]:
        """All entries, oldest first, also those that were undone; with `dump_id` only those about this dump."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            return read_log(connection, library_id, dump_id)

    def add(self, actor: Actor, library_id: str, draft: Draft) -> Correction:
        """Keep a correction.

        Raises:
            InputError: a word is empty or too long, or a day impossible.
            ConflictError: somebody corrected the same thing since the author last saw it; the message says what.
            NotFoundError: there is no such dump.
        """
        draft = replace(draft, change=checked(draft.change, self._database.now().date()))
        dump_id = draft.dump_id or _dump_of(draft.change)
        target = draft.target or target_of(draft.change)
        row = {"kind": kind_of(draft.change), "dump_id": dump_id, "target": target.key, "line": target.line}
        said = {"value": to_json(draft.change), "why": paragraphs(draft.why, "reason", WHY_LENGTH)}
        with self._database.changing() as connection:
            rights.hold(connection, library_id, actor, "editor")
            if dump_id is not None:
                _require_dump(connection, library_id, dump_id)
            _refuse_unseen(connection, library_id, draft, (target, dump_id))
            deed = Deed(actor, self._database.now(), "corrected", describe(draft.change))
            number = record(connection, library_id, deed)
            signed = {"library_id": library_id, "change": number, "at": deed.at, "by": actor.signature}
            connection.execute(insert(corrections).values(row | said | signed))
            return _correction(connection.execute(_entry(library_id, number)).one())

    def undo(self, actor: Actor, library_id: str, number: int) -> None:
        """Take back one entry, however old it is; what others corrected since then stays.

        Raises:
            ConflictError: it was already undone.
        """
        with self._database.changing() as connection:
            rights.hold(connection, library_id, actor, "editor")
            entry = connection.execute(_entry(library_id, number)).one_or_none()
            if entry is None:
                raise NotFoundError(f"The log of this library has no entry {number}.")
            undone = connection.execute(_undoing(library_id, number)).one_or_none()
            if undone is not None:
                raise ConflictError(f"{undone.by} already undid this on {undone.at:%Y-%m-%d %H:%M} UTC.")
            take_back(connection, library_id, _correction(entry), (actor, self._database.now()))


def take_back(connection: Connection, library_id: str, entry: Correction, who: tuple[Actor, datetime]) -> None:
    """Append that the entry no longer counts, within a transaction that holds the library."""
    actor, now = who
    change = record(connection, library_id, Deed(actor, now, "correction undone", describe(entry.change)))
    row = {"library_id": library_id, "change": change, "kind": "undo", "value": "{}"}
    about = {"dump_id": entry.dump_id, "target": entry.target, "line": entry.line, "undoes": entry.number, "why": ""}
    connection.execute(insert(corrections).values(row | about | {"at": now, "by": actor.signature}))


def read_log(connection: Connection, library_id: str, dump_id: str | None = None) -> tuple[Correction, ...]:
    """The log's entries, oldest first, each with what undid it."""
    mine = corrections.c.library_id == library_id
    if dump_id is not None:
        mine = and_(mine, corrections.c.dump_id == dump_id)
    rows = connection.execute(select(corrections).where(mine).order_by(corrections.c.change)).all()
    undone = {row.undoes: row.change for row in rows if row.undoes is not None}
    return tuple(_correction(row, undone.get(row.change)) for row in rows if row.undoes is None)


def decisions(log: Iterable[Correction]) -> Decisions:
    """What the log says beyond single dumps, as the corpus reads it; owners are corrected where the dump is read."""
    counting = (entry.change for entry in log if entry.undone_by is None)
    found = (change for change in counting if isinstance(change, Decision) and change.about != "owner")
    return Decisions(tuple(found))


def newest(log: Iterable[Correction], target: Target, dump_id: str | None) -> int | None:
    """The `seen` of a draft whose author looks at this log: the last thing that happened to the target."""
    about = [entry for entry in log if (entry.target, entry.dump_id) == (target.key, dump_id)]
    return max((max(entry.number, entry.undone_by or 0) for entry in about), default=None)


def _refuse_unseen(connection: Connection, library_id: str, draft: Draft, about: tuple[Target, str | None]) -> None:
    target, dump_id = about
    log = read_log(connection, library_id, dump_id)
    if newest(log, target, dump_id) == draft.seen:
        return
    entry = next((entry for entry in reversed(log) if (entry.target, entry.dump_id) == (target.key, dump_id)), None)
    if entry is None:
        raise ConflictError("What you corrected was erased meanwhile. Look at the dump, then decide again.")
    undone = ", and it was undone since" if entry.undone_by else ""
    raise ConflictError(
        f"{entry.by} corrected this on {entry.at:%Y-%m-%d %H:%M} UTC: {describe(entry.change)}{undone}. "
        f"Yours ({describe(draft.change)}) was not kept. Look at theirs, then decide again."
    )


def _dump_of(change: Change) -> str | None:
    return change.one if isinstance(change, Decision) and change.about in ("owner", "problem") else None


def _require_dump(connection: Connection, library_id: str, dump_id: str) -> None:
    mine = and_(dumps.c.library_id == library_id, dumps.c.id == dump_id)
    if connection.execute(select(dumps.c.id).where(mine)).one_or_none() is None:
        raise NotFoundError(f"This library has no dump {dump_id[:12]!r}. It may have been removed for good.")


def _entry(library_id: str, number: int) -> Select[tuple[object, ...]]:
    mine = and_(corrections.c.library_id == library_id, corrections.c.change == number, corrections.c.undoes.is_(None))
    return select(*corrections.c).where(mine)


def _undoing(library_id: str, number: int) -> Select[tuple[object, ...]]:
    return select(*corrections.c).where(corrections.c.library_id == library_id, corrections.c.undoes == number)


def _correction(row: Row[tuple[object, ...]], undone_by: int | None = None) -> Correction:
    change = from_json(row.kind, row.value)
    return Correction(
        row.change, change, row.dump_id, row.target, row.line, row.by, row.at, why=row.why, undone_by=undone_by
    )
