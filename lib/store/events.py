"""Every change of a library has a number and leaves a line: who did what, when. Owners read them as the audit list.

The numbers are counted by the library itself, so that whoever looks at it can ask in one small question whether
anything changed since, and what.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, insert, select, update

from lib.store import rights
from lib.store.database import Database
from lib.store.entries import storable
from lib.store.group_tables import events
from lib.store.people import Actor
from lib.store.tables import libraries

ABOUT_LENGTH = 300


class Deed(NamedTuple):
    """What somebody does to a library: `what` is one of few words ("file added"), `about` names the thing."""

    actor: Actor
    at: datetime
    what: str
    about: str = ""


@dataclass(frozen=True)
class Event:
    """What somebody did: the number of the change, and the words of the deed."""

    change: int
    at: datetime
    by: str
    what: str
    about: str


def record(connection: Connection, library_id: str, deed: Deed) -> int:
    """Count the change that the transaction makes, and write down whose it is; its number."""
    statement = update(libraries).where(libraries.c.id == library_id).values(changes=libraries.c.changes + 1)
    change = int(connection.execute(statement.returning(libraries.c.changes)).scalar_one())
    about = storable(deed.about)
    short = about if len(about) <= ABOUT_LENGTH else f"{about[: ABOUT_LENGTH - 1]}…"
    row = {"library_id": library_id, "change": change, "at": deed.at, "by": deed.actor.signature}
    connection.execute(insert(events).values(**row, what=deed.what, about=short))
    return change


class Events:
    """What happened in a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def changes(self, actor: Actor, library_id: str) -> int:
        """The number of the library's newest change: cheap enough to be asked every few seconds."""
        with self._database.reading() as connection:
            return rights.enter(connection, library_id, actor).changes

    def since(self, actor: Actor, library_id: str, change: int, limit: int = 50) -> tuple[Event, ...]:
        """What others and the actor did after the change of this number, newest first."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            mine = select(*_LINE).where(events.c.library_id == library_id, events.c.change > change)
            rows = connection.execute(mine.order_by(events.c.change.desc()).limit(limit)).mappings()
            return tuple(Event(**row) for row in rows)

    def moment(self, actor: Actor, library_id: str, change: int) -> datetime | None:
        """When the change of this number was made; None where there was none yet, or nothing is known of it."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            mine = select(events.c.at).where(events.c.library_id == library_id, events.c.change == change)
            return connection.execute(mine).scalar_one_or_none()

    def audit(self, actor: Actor, library_id: str, before: int | None = None, limit: int = 200) -> tuple[Event, ...]:
        """Everything that happened, newest first, for owners; `before` a change, to turn the page."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor, "owner")
            mine = select(*_LINE).where(events.c.library_id == library_id).order_by(events.c.change.desc())
            page = mine if before is None else mine.where(events.c.change < before)
            return tuple(Event(**row) for row in connection.execute(page.limit(limit)).mappings())


_LINE = [column for column in events.c if column.name != "library_id"]
