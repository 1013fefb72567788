"""The door of a library: it must be there, and the person must hold the role that the call needs."""

from datetime import datetime
from typing import NamedTuple, cast

from sqlalchemy import ColumnElement, Connection, select, true

from lib.errors import ForbiddenError, NotFoundError
from lib.store.group_tables import members
from lib.store.people import ROLES, Actor, Role
from lib.store.places import makers
from lib.store.tables import libraries


class Held(NamedTuple):
    """A library as it was when it was entered; nobody else can change it while a transaction holds it."""

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
    return _pass(connection, _look(connection, library_id, lock=True), actor, role)


def enter(connection: Connection, library_id: str, actor: Actor, role: Role = "reader") -> Held:
    """Make sure that the actor may look at the library; the errors are those of `hold`."""
    return _pass(connection, _look(connection, library_id, lock=False), actor, role)


def require(connection: Connection, library_id: str, actor: Actor, role: Role) -> None:
    """Raise ForbiddenError unless the actor holds the role, or one that may do more."""
    held = role_of(connection, library_id, actor)
    if held is None or ROLES.index(held) < ROLES.index(role):
        has = f"a {held}" if held and held != "owner" else "no member"
        raise ForbiddenError(
            f"This needs the role of {role}, and {actor.signature!r} is {has} of this library. Ask one of its owners."
        )


def makers_instead(actor: Actor) -> tuple[str, ...]:
    """The addresses and domains that may make libraries on this server where the actor may not; else nobody."""
    allowed = makers()
    return () if actor.alone or not set(_names(actor)).isdisjoint(allowed) else allowed


def require_maker(actor: Actor) -> None:
    """Raise ForbiddenError unless the actor may make libraries on this server."""
    if not makers_instead(actor):
        return
    raise ForbiddenError(
        f"Not everybody may make libraries on this server, and {actor.signature!r} may not. Ask whoever runs it, or "
        "have somebody let you into a library that is there."
    )


def role_of(connection: Connection, library_id: str, actor: Actor) -> Role | None:
    """What the actor may do in the library: the most that address or domain give."""
    if actor.alone:
        return "owner" if connection.scalar(select(libraries.c.id).where(libraries.c.id == library_id)) else None
    given = select(members.c.role).where(members.c.library_id == library_id, members.c.who.in_(_names(actor)))
    return max((cast(Role, role) for role in connection.scalars(given)), key=ROLES.index, default=None)


def readable(actor: Actor) -> ColumnElement[bool]:
    """The condition that lets those rows of `libraries` through which the actor may read."""
    if actor.alone:
        return true()
    return libraries.c.id.in_(select(members.c.library_id).where(members.c.who.in_(_names(actor))))


def _names(actor: Actor) -> tuple[str, ...]:
    """What the actor is let in by: the address, and the domain of everybody there."""
    address = (actor.email or "").strip().casefold()
    return (address, f"@{address.rpartition('@')[2]}") if address else ()


def _pass(connection: Connection, held: Held, actor: Actor, role: Role) -> Held:
    require(connection, held.id, actor, role)
    if held.deleted_at is not None:
        raise NotFoundError(
            f"The library {held.name!r} was deleted. Bring it back first: it is among the deleted ones."
        )
    return held


def _look(connection: Connection, library_id: str, *, lock: bool) -> Held:
    statement = select(libraries.c.id, libraries.c.name, libraries.c.deleted_at, libraries.c.changes)
    statement = statement.where(libraries.c.id == library_id)
    row = connection.execute(statement.with_for_update() if lock else statement).one_or_none()
    if row is None:
        raise NotFoundError(f"There is no library with the id {library_id!r}. It may have been deleted for good.")
    return Held(*row)
