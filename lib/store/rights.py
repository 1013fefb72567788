"""The door of a library: it must be there, and the person must hold the role that the call needs."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select, update

from lib.errors import ForbiddenError, NotFoundError
from lib.store.people import Actor, Role
from lib.store.tables import libraries


class Held(NamedTuple):
    """A library that the calling transaction has locked against all other changes."""

    id: str
    name: str
    deleted_at: datetime | None
    changes: int


def hold(connection: Connection, library_id: str, actor: Actor, role: Role) -> Held:
    """Lock the library until the transaction ends; other changes of the same library wait.

    Raises:
        NotFoundError: there is no such library, or it was deleted.
        ForbiddenError: the actor does not hold the role.
    """
    held = _look(connection, library_id, lock=True)
    require(connection, library_id, actor, role)
    return held


def enter(connection: Connection, library_id: str, actor: Actor) -> Held:
    """Make sure that the actor may read the library."""
    held = _look(connection, library_id, lock=False)
    require(connection, library_id, actor, "reader")
    return held


def advance(connection: Connection, library_id: str) -> int:
    """The number of the change that the transaction makes; whoever polls the library sees it grow."""
    statement = update(libraries).where(libraries.c.id == library_id).values(changes=libraries.c.changes + 1)
    return int(connection.execute(statement.returning(libraries.c.changes)).scalar_one())


def follow(connection: Connection, library_id: str, changes: int) -> None:
    """Let the library's next change come after `changes`: its events were numbered elsewhere."""
    statement = update(libraries).where(libraries.c.id == library_id).values(changes=changes + 1)
    connection.execute(statement)


def require(connection: Connection, library_id: str, actor: Actor, role: Role) -> None:
    """Raise ForbiddenError unless the actor holds the role."""
    if not may(connection, library_id, actor, role):
        raise ForbiddenError(f"{actor.signature!r} is not {role} of this library. Ask one of its owners.")


def may(connection: Connection, library_id: str, actor: Actor, role: Role) -> bool:  # noqa: ARG001 - until members come
    """Whether the actor holds the role, or one that may do more."""
    return actor.alone


def _look(connection: Connection, library_id: str, *, lock: bool) -> Held:
    statement = select(libraries.c.id, libraries.c.name, libraries.c.deleted_at, libraries.c.changes)
    statement = statement.where(libraries.c.id == library_id)
    row = connection.execute(statement.with_for_update() if lock else statement).one_or_none()
    if row is None:
        raise NotFoundError(f"There is no library with the id {library_id!r}. It may have been deleted for good.")
    held = Held(*row)
    if held.deleted_at is not None:
        raise NotFoundError(
            f"The library {held.name!r} was deleted. Bring it back first: it is among the deleted ones."
        )
    return held
