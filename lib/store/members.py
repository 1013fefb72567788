"""Who may enter a library: roles given to e-mail addresses and to whole domains, by its owners."""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from lib.errors import ConflictError, InputError, NotFoundError
from lib.store import rights
from lib.store.database import Database
from lib.store.events import Deed, record
from lib.store.group_tables import members
from lib.store.people import ROLES, Actor, Role

_WHO = re.compile(r"[^\s@]*@[^\s@.]+(\.[^\s@.]+)*")
_LONGEST = 200


@dataclass(frozen=True)
class Member:
    """A person (an e-mail address) or everybody of a domain ("@example.org"), and what they may do."""

    who: str
    role: Role
    added_at: datetime
    added_by: str


class Members:
    """The members of each library. Owners manage them; on a server without sign-in its one person does."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def role(self, actor: Actor, library_id: str) -> Role | None:
        """What the actor may do in the library; None when they may not even look at it."""
        with self._database.reading() as connection:
            return rights.role_of(connection, library_id, actor)

    def all(self, actor: Actor, library_id: str) -> tuple[Member, ...]:
        """The library's members, owners first; for owners."""
        facts = select(members.c.who, members.c.role, members.c.added_at, members.c.added_by)
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor, "owner")
            rows = connection.execute(facts.where(members.c.library_id == library_id)).mappings()
            found = [Member(**row) for row in rows]
        return tuple(sorted(found, key=lambda member: (-ROLES.index(member.role), member.who)))

    def give(self, actor: Actor, library_id: str, who: str, role: Role) -> None:
        """Let a person or a domain in, or change what they may do.

        Raises:
            InputError: `who` is neither an address nor "@" and a domain; or a domain would own the library.
            ConflictError: the last owner would be none any more.
        """
        address = _address(who, role)
        with self._database.changing() as connection:
            rights.hold(connection, library_id, actor, "owner")
            held = _held(connection, library_id, address)
            if held == "owner" != role:
                _keep_an_owner(connection, library_id, address)
            _set(connection, library_id, address, (actor, self._database.now()), role)
            record(connection, library_id, Deed(actor, self._database.now(), f"made {role}", address))

    def take(self, actor: Actor, library_id: str, who: str) -> None:
        """Take the role of a person or a domain away; everybody may leave by themselves.

        Raises:
            NotFoundError: they have none.
            ConflictError: the last owner cannot leave.
        """
        address = who.strip().casefold()
        leaves = actor.email is not None and actor.email.strip().casefold() == address
        with self._database.changing() as connection:
            rights.hold(connection, library_id, actor, "reader" if leaves else "owner")
            if _held(connection, library_id, address) is None:
                raise NotFoundError(f"{who!r} is no member of this library.")
            _keep_an_owner(connection, library_id, address)
            gone = delete(members).where(members.c.library_id == library_id, members.c.who == address)
            connection.execute(gone)
            record(connection, library_id, Deed(actor, self._database.now(), "member removed", address))


def _address(who: str, role: Role) -> str:
    address = who.strip().casefold()
    if not _WHO.fullmatch(address) or len(address) > _LONGEST or role not in ROLES:
        raise InputError(
            f"{who[:60]!r} as {role!r} is no member. Expected an e-mail address or @ and a domain, such as "
            f"ada@example.org or @example.org, and one of the roles {', '.join(ROLES)}."
        )
    if address.startswith("@") and role == "owner":
        raise InputError(f"Everybody at {address[1:]!r} cannot own the library. Make single people its owners.")
    return address


def _held(connection: Connection, library_id: str, address: str) -> str | None:
    mine = select(members.c.role).where(members.c.library_id == library_id, members.c.who == address)
    return connection.scalar(mine)


def _keep_an_owner(connection: Connection, library_id: str, address: str) -> None:
    others = select(func.count()).where(
        members.c.library_id == library_id, members.c.role == "owner", members.c.who != address
    )
    if _held(connection, library_id, address) == "owner" and not connection.scalar(others):
        raise ConflictError(f"{address!r} is the last owner of this library. Make somebody else its owner first.")


def _set(connection: Connection, library_id: str, address: str, who: tuple[Actor, datetime], role: Role) -> None:
    actor, now = who
    signed = {"role": role, "added_at": now, "added_by": actor.signature}
    mine = update(members).where(members.c.library_id == library_id, members.c.who == address)
    if not connection.execute(mine.values(signed)).rowcount:
        connection.execute(insert(members).values(library_id=library_id, who=address, **signed))
