"""Libraries side by side: made, renamed, copied, deleted, and brought back within thirty days."""

import difflib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from lib.errors import ConflictError, ForbiddenError, NotFoundError
from lib.store import rights
from lib.store.belongings import copy_within
from lib.store.database import Database, one_at_a_time
from lib.store.entries import one_line, slug
from lib.store.events import Deed, record
from lib.store.group_tables import members
from lib.store.people import Actor
from lib.store.tables import files, libraries

UNDO_DELETION = timedelta(days=30)


@dataclass(frozen=True)
class Library:
    """A library as the list shows it: `slug` is its name in links, `changes` grows by one with every change.

    `files` counts the files that came in, `size` their bytes.
    """

    id: str
    slug: str
    name: str
    created_at: datetime
    created_by: str
    deleted_at: datetime | None
    deleted_by: str | None
    changes: int
    files: int
    size: int


class Libraries:
    """What can be done with whole libraries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, actor: Actor, *, deleted: bool = False) -> tuple[Library, ...]:
        """The libraries that the actor may read, by name; with `deleted` those that can still be brought back."""
        if deleted:
            self.purge()
        gone = libraries.c.deleted_at.is_not(None) if deleted else libraries.c.deleted_at.is_(None)
        with self._database.reading() as connection:
            rows = connection.execute(_listing().where(gone, rights.readable(actor))).mappings()
            found = [Library(**row) for row in rows]
        return tuple(sorted(found, key=lambda library: (library.name.casefold(), library.id)))

    def get(self, actor: Actor, library_id: str) -> Library:
        """The library with this id."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            return Library(**connection.execute(_listing().where(libraries.c.id == library_id)).mappings().one())

    def find(self, actor: Actor, name: str) -> Library:
        """The library of this name, or of this name in links.

        Raises:
            NotFoundError: none is called so, among those that the actor may read.
        """
        there = self.all(actor)
        wanted = name.strip().casefold()
        for library in there:
            if wanted in (library.slug, library.name.casefold()):
                return library
        names = [library.name for library in there]
        near = difflib.get_close_matches(name, names, n=1)
        hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(map(repr, names)) or 'none yet'}."
        raise NotFoundError(f"There is no library {name!r}. {hint}")

    def makers_instead(self, actor: Actor) -> tuple[str, ...]:
        """The addresses and domains that may make libraries on this server where the actor may not; else nobody."""
        return rights.makers_instead(actor)

    def create(self, actor: Actor, name: str) -> Library:
        """A new, empty library that the actor owns.

        Raises:
            InputError: the name is empty or too long.
            ConflictError: another library has it.
        """
        with self._database.changing() as connection:
            deed = Deed(actor, self._database.now(), "library made", name)
            library_id = make(connection, deed)
            record(connection, library_id, deed)
        return self.get(actor, library_id)

    def rename(self, actor: Actor, library_id: str, name: str) -> Library:
        """The library under its new name; links keep the old one, so that they still lead to it."""
        with self._database.changing() as connection:
            rights.hold(connection, library_id, actor, "owner")
            line = _free_name(connection, name, library_id)
            connection.execute(update(libraries).where(libraries.c.id == library_id).values(name=line))
            record(connection, library_id, Deed(actor, self._database.now(), "library renamed", line))
        return self.get(actor, library_id)

    def copy(self, actor: Actor, library_id: str, name: str) -> Library:
        """A second library with the same dumps and the same log of corrections, which the actor owns."""
        with self._database.changing() as connection:
            held = rights.hold(connection, library_id, actor, "reader")
            copied = make(connection, Deed(actor, self._database.now(), "library copied", name))
            copy_within(connection, library_id, copied)
            follow(connection, copied, held.changes)
            record(connection, copied, Deed(actor, self._database.now(), "library copied", f"from {held.name}"))
        return self.get(actor, copied)

    def delete(self, actor: Actor, library_id: str) -> None:
        """Put the library away; for thirty days `bring_back` undoes it, then it is gone for good."""
        gone = {"deleted_at": self._database.now(), "deleted_by": actor.signature}
        with self._database.changing() as connection:
            held = rights.hold(connection, library_id, actor, "owner")
            connection.execute(update(libraries).where(libraries.c.id == library_id).values(gone))
            record(connection, library_id, Deed(actor, self._database.now(), "library deleted", held.name))

    def bring_back(self, actor: Actor, library_id: str) -> Library:
        """The deleted library, alive again; under another name in links if its own was taken meanwhile.

        Raises:
            NotFoundError: it is gone for good.
            ConflictError: another library has its name by now.
        """
        with self._database.changing() as connection:
            name = connection.scalar(select(libraries.c.name).where(libraries.c.id == library_id))
            if name is None:
                raise NotFoundError(f"The library {library_id!r} is gone: it was deleted over thirty days ago.")
            rights.require(connection, library_id, actor, "owner")
            back = {"deleted_at": None, "deleted_by": None, "slug": _free_slug(connection, name, library_id)}
            _free_name(connection, name, library_id)
            connection.execute(update(libraries).where(libraries.c.id == library_id).values(back))
            record(connection, library_id, Deed(actor, self._database.now(), "library brought back", name))
        return self.get(actor, library_id)

    def purge(self) -> int:
        """Remove for good what was deleted over thirty days ago; how many libraries that were."""
        old = libraries.c.deleted_at < self._database.now() - UNDO_DELETION
        with self._database.reading() as connection:
            if not connection.scalar(select(func.count()).select_from(libraries).where(old)):
                return 0
        with self._database.changing() as connection:
            return connection.execute(delete(libraries).where(old)).rowcount


def make(connection: Connection, deed: Deed) -> str:
    """Insert an empty library with the name that the deed is about, and return its id; who signed in owns it."""
    if deed.actor.email is None and not deed.actor.alone:
        raise ForbiddenError("A library needs an owner with an e-mail address. Sign in with an account that has one.")
    rights.require_maker(deed.actor)
    line = _free_name(connection, deed.about)
    library_id = secrets.token_hex(8)
    signed = {"created_at": deed.at, "created_by": deed.actor.signature, "changes": 0}
    row = {"id": library_id, "slug": _free_slug(connection, line), "name": line}
    connection.execute(insert(libraries).values(row | signed))
    if deed.actor.email is not None:
        owner = {"library_id": library_id, "who": deed.actor.email.strip().casefold(), "role": "owner"}
        connection.execute(insert(members).values(**owner, added_at=deed.at, added_by=deed.actor.signature))
    return library_id


def follow(connection: Connection, library_id: str, changes: int) -> None:
    """Let the library's next change come after `changes`: what it holds was numbered elsewhere."""
    connection.execute(update(libraries).where(libraries.c.id == library_id).values(changes=changes))


def _free_name(connection: Connection, name: str, but: str | None = None) -> str:
    line = one_line(name, "name of the library")
    one_at_a_time(connection)
    taken = select(libraries.c.id, libraries.c.name).where(libraries.c.deleted_at.is_(None))
    for library_id, other in connection.execute(taken):
        if library_id != but and other.casefold() == line.casefold():
            raise ConflictError(f"There is already a library {other!r}. Choose another name.")
    return line


def _free_slug(connection: Connection, name: str, but: str | None = None) -> str:
    rows = connection.execute(select(libraries.c.id, libraries.c.slug).where(libraries.c.deleted_at.is_(None)))
    taken = {other for library_id, other in rows if library_id != but}
    first = slug(name)
    return next(
        candidate
        for candidate in (first, *(f"{first}-{number}" for number in range(2, len(taken) + 3)))
        if candidate not in taken
    )


@cache
def _listing() -> Select[tuple[object, ...]]:
    counted = select(func.count()).where(files.c.library_id == libraries.c.id).scalar_subquery()
    summed = select(func.coalesce(func.sum(files.c.size), 0)).where(files.c.library_id == libraries.c.id)
    return select(*libraries.c, counted.label("files"), summed.scalar_subquery().label("size"))
