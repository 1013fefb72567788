"""Links for people without an account: each shows one dashboard, until its end date or until it is revoked.

The link holds a random token; the database holds its hash, so that who reads a backup cannot use the links in it. Every
call asks anew whether the token still counts: a page that is open when the link is revoked shows nothing more.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection, RowMapping, insert, select, update

from lib.corpus import Corpus
from lib.errors import InputError, NotFoundError
from lib.store import rights
from lib.store.dashboards import Dashboard, newest_version
from lib.store.database import Database
from lib.store.events import Deed, record
from lib.store.frames import Frames
from lib.store.group_tables import links
from lib.store.people import Actor
from lib.store.state import read_state
from lib.store.tables import libraries

LONGEST = timedelta(days=366)
_TOKEN_BYTES = 24


@dataclass(frozen=True)
class Link:
    """A link as owners see it; its token is told once, when it is made."""

    id: int
    dashboard_id: int
    created_at: datetime
    created_by: str
    ends_at: datetime
    revoked_at: datetime | None
    revoked_by: str | None
    visits: int
    visited_at: datetime | None


@dataclass(frozen=True)
class Shared:
    """What a link shows: the newest version of one dashboard, the library's name, and until when.

    `content_id` is what the library holds now: equal for equal content.
    """

    dashboard: Dashboard
    library_name: str
    ends_at: datetime
    content_id: str


class Links:
    """The links of each library: made, listed and revoked by owners, opened by whoever has one."""

    def __init__(self, database: Database, frames: Frames) -> None:
        self._database = database
        self._frames = frames

    def make(self, actor: Actor, dashboard: Dashboard, ends_at: datetime) -> tuple[Link, str]:
        """A link to the dashboard, and its token: the only time that it is told.

        Raises:
            InputError: the end is past, or over a year away.
        """
        now = self._database.now()
        if not now < ends_at <= now + LONGEST:
            raise InputError(f"A link ends between now and {now + LONGEST:%Y-%m-%d}; not on {ends_at:%Y-%m-%d}.")
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        with self._database.changing() as connection:
            rights.hold(connection, dashboard.library_id, actor, "owner")
            number = record(connection, dashboard.library_id, Deed(actor, now, "link made", dashboard.title))
            row = {"library_id": dashboard.library_id, "id": number, "dashboard_id": dashboard.id, "visits": 0}
            signed = {"created_at": now, "created_by": actor.signature, "ends_at": ends_at}
            connection.execute(insert(links).values(**row, **signed, token_sha256=_hash(token)))
        return next(link for link in self.all(actor, dashboard.library_id) if link.id == number), token

    def all(self, actor: Actor, library_id: str) -> tuple[Link, ...]:
        """The library's links, newest first, also those that ended; for owners."""
        facts = [column for column in links.c if column.name not in ("library_id", "token_sha256")]
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor, "owner")
            mine = select(*facts).where(links.c.library_id == library_id).order_by(links.c.id.desc())
            return tuple(Link(**row) for row in connection.execute(mine).mappings())

    def revoke(self, actor: Actor, library_id: str, link_id: int) -> None:
        """End a link now, also for whoever has it open."""
        with self._database.changing() as connection:
            rights.hold(connection, library_id, actor, "owner")
            now = self._database.now()
            mine = update(links).where(
                links.c.library_id == library_id, links.c.id == link_id, links.c.revoked_at.is_(None)
            )
            ended = mine.values(revoked_at=now, revoked_by=actor.signature).returning(links.c.dashboard_id)
            dashboard_id = connection.execute(ended).scalar()
            if dashboard_id is None:
                raise NotFoundError("There is no such link, or it was revoked already.")
            title = newest_version(connection, library_id, dashboard_id).title
            record(connection, library_id, Deed(actor, now, "link revoked", title))

    def open(self, token: str, *, again: bool = False) -> Shared:
        """What the link shows to whoever has it; counted, unless the same visit asks `again`.

        Raises:
            NotFoundError: there is no such link any more; the message says what to do.
        """
        with self._database.changing() as connection:
            link = self._valid(connection, token)
            counted = {"visits": links.c.visits + 1, "visited_at": self._database.now()}
            if not again:
                connection.execute(update(links).where(links.c.token_sha256 == _hash(token)).values(counted))
            dashboard = newest_version(connection, link["library_id"], link["dashboard_id"])
            content_id = read_state(connection, link["library_id"]).content_id
            return Shared(dashboard, link["name"], link["ends_at"], content_id)

    def open_corpus(self, token: str, at: int | None = None) -> Corpus:
        """The frames that the link's dashboard is drawn from, as they are or as they were; not counted."""
        with self._database.reading() as connection:
            link = self._valid(connection, token)
        return self._frames.open_unchecked(link["library_id"], at)

    def _valid(self, connection: Connection, token: str) -> RowMapping:
        named = (links.c.library_id, links.c.dashboard_id, links.c.ends_at, links.c.revoked_at, libraries.c.name)
        mine = select(*named, libraries.c.deleted_at).join_from(links, libraries)
        link = connection.execute(mine.where(links.c.token_sha256 == _hash(token))).mappings().first()
        if link is None or link["deleted_at"] is not None:
            raise NotFoundError("There is no such link. It may be incomplete; ask whoever gave it to you.")
        if link["revoked_at"] is not None or link["ends_at"] <= self._database.now():
            raise NotFoundError("This link has ended. Ask whoever gave it to you for a new one.")
        return link


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()
