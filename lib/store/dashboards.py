"""Saved dashboards: titles, notes and views of a library, each under a short address; every version stays."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, insert, select, update

from lib.errors import ConflictError, NotFoundError
from lib.store import rights
from lib.store.belongings import new_address
from lib.store.blocks import Block, checked, read_blocks, write_blocks
from lib.store.database import Database
from lib.store.difference import Difference, difference
from lib.store.entries import one_line, paragraphs, storable
from lib.store.events import Deed, record
from lib.store.group_tables import dashboard_versions, dashboards
from lib.store.people import Actor
from lib.store.state import read_state

TITLE_LENGTH = 200
NOTE_LENGTH = 10_000


@dataclass(frozen=True)
class Sketch:
    """What somebody wants to save."""

    title: str
    blocks: tuple[Block, ...]
    note: str = ""


@dataclass(frozen=True)
class Dashboard:
    """One version of a dashboard. `address` names it in links, among those of all libraries.

    `content_id` is what the library held when this version was saved, and `change` the number of the library's newest
    change then: `store.frames.open_corpus(…, at=change)` shows it as it was.
    """

    library_id: str
    id: int
    address: str
    version: int
    title: str
    note: str
    blocks: tuple[Block, ...]
    content_id: str
    change: int
    saved_at: datetime
    saved_by: str
    created_at: datetime
    created_by: str
    retired_at: datetime | None
    retired_by: str | None


class Dashboards:
    """What can be done with dashboards: readers look, editors save."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, actor: Actor, library_id: str, search: str = "", *, retired: bool = False) -> tuple[Dashboard, ...]:
        """The newest versions, latest saved first; with `search` those with all its words in title, note or text."""
        gone = dashboards.c.retired_at.is_not(None) if retired else dashboards.c.retired_at.is_(None)
        words = search.casefold().split()
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            mine = _versions().where(dashboards.c.library_id == library_id, gone, _is_newest())
            found = [_dashboard(row) for row in connection.execute(mine).mappings()]
        matching = (each for each in found if all(word in _text(each) for word in words))
        return tuple(sorted(matching, key=lambda each: (each.saved_at, each.id), reverse=True))

    def open(self, actor: Actor, address: str, version: int | None = None) -> Dashboard:
        """The dashboard of this address, in its newest version or an earlier one; retired ones open too.

        Raises:
            NotFoundError: there is none.
            ForbiddenError: the actor may not read its library.
        """
        which = _is_newest() if version is None else dashboard_versions.c.version == version
        with self._database.reading() as connection:
            there = dashboards.c.address == storable(address)
            row = connection.execute(_versions().where(there, which)).mappings().first()
            if row is None:
                raise NotFoundError(f"There is no dashboard {address[:20]!r}. The link may be incomplete.")
            rights.enter(connection, row["library_id"], actor)
        return _dashboard(row)

    def versions(self, actor: Actor, library_id: str, dashboard_id: int) -> tuple[Dashboard, ...]:
        """All versions of one dashboard, oldest first."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            mine = _versions().where(dashboards.c.library_id == library_id, dashboards.c.id == dashboard_id)
            rows = connection.execute(mine.order_by(dashboard_versions.c.version)).mappings().all()
        return tuple(map(_dashboard, rows))

    def changed(self, actor: Actor, dashboard: Dashboard) -> Difference | None:
        """What changed in the library since this version was saved; None where it shows the same today."""
        with self._database.reading() as connection:
            rights.enter(connection, dashboard.library_id, actor)
            before = read_state(connection, dashboard.library_id, dashboard.change)
            return difference(before, read_state(connection, dashboard.library_id), dashboard.content_id)

    def save(self, actor: Actor, library_id: str, sketch: Sketch) -> Dashboard:
        """A new dashboard."""
        with self._database.changing() as connection:
            rights.hold(connection, library_id, actor, "editor")
            deed = Deed(actor, self._database.now(), "dashboard saved", sketch.title)
            change = record(connection, library_id, deed)
            row = {"library_id": library_id, "id": change, "address": new_address()}
            signed = {"created_at": deed.at, "created_by": actor.signature}
            connection.execute(insert(dashboards).values(row | signed))
            return _add_version(connection, Place(library_id, change, 1, change), sketch, deed)

    def edit(self, actor: Actor, dashboard: Dashboard, sketch: Sketch) -> Dashboard:
        """The next version of a dashboard that the actor sees in this one; the earlier ones stay.

        Raises:
            ConflictError: somebody else edited it since.
        """
        with self._database.changing() as connection:
            rights.hold(connection, dashboard.library_id, actor, "editor")
            newest = newest_version(connection, dashboard.library_id, dashboard.id)
            if newest.version != dashboard.version:
                raise ConflictError(
                    f"{newest.saved_by} edited this on {newest.saved_at:%Y-%m-%d %H:%M} UTC: it is version "
                    f"{newest.version} now, yours began from {dashboard.version}. Look at theirs, then edit again."
                )
            deed = Deed(actor, self._database.now(), "dashboard edited", sketch.title)
            change = record(connection, dashboard.library_id, deed)
            place = Place(dashboard.library_id, dashboard.id, newest.version + 1, change)
            return _add_version(connection, place, sketch, deed)

    def duplicate(self, actor: Actor, dashboard: Dashboard, title: str) -> Dashboard:
        """A new dashboard with the views and texts of another one."""
        return self.save(actor, dashboard.library_id, Sketch(title, dashboard.blocks, dashboard.note))

    def retire(self, actor: Actor, dashboard: Dashboard) -> None:
        """Take a dashboard out of the list; links still open it, and say so."""
        self._mark(actor, dashboard, "dashboard retired", retired=True)

    def bring_back(self, actor: Actor, dashboard: Dashboard) -> None:
        """Put a retired dashboard into the list again."""
        self._mark(actor, dashboard, "dashboard brought back", retired=False)

    def _mark(self, actor: Actor, dashboard: Dashboard, what: str, *, retired: bool) -> None:
        with self._database.changing() as connection:
            rights.hold(connection, dashboard.library_id, actor, "editor")
            deed = Deed(actor, self._database.now(), what, dashboard.title)
            marks = {"retired_at": deed.at, "retired_by": actor.signature} if retired else dict.fromkeys(_MARKS)
            mine = (dashboards.c.library_id == dashboard.library_id, dashboards.c.id == dashboard.id)
            connection.execute(update(dashboards).where(*mine).values(marks))
            record(connection, dashboard.library_id, deed)


_MARKS = ("retired_at", "retired_by")


class Place(NamedTuple):
    """Where a version belongs, and the change that brings it."""

    library_id: str
    dashboard_id: int
    version: int
    change: int


def _add_version(connection: Connection, place: Place, sketch: Sketch, deed: Deed) -> Dashboard:
    said = {
        "title": one_line(sketch.title, "title", TITLE_LENGTH),
        "note": paragraphs(sketch.note, "note", NOTE_LENGTH),
        "blocks": write_blocks(checked(sketch.blocks)),
        "content_id": read_state(connection, place.library_id).content_id,
        "saved_at": deed.at,
        "saved_by": deed.actor.signature,
    }
    connection.execute(insert(dashboard_versions).values(place._asdict() | said))
    return newest_version(connection, place.library_id, place.dashboard_id)


def newest_version(connection: Connection, library_id: str, dashboard_id: int) -> Dashboard:
    """The dashboard as it was saved last, within a transaction that may look at it."""
    mine = _versions().where(dashboards.c.library_id == library_id, dashboards.c.id == dashboard_id, _is_newest())
    row = connection.execute(mine).mappings().first()
    if row is None:
        raise NotFoundError(f"This library has no dashboard {dashboard_id}.")
    return _dashboard(row)


def _versions() -> Select[tuple[object, ...]]:
    same = (dashboard_versions.c.library_id == dashboards.c.library_id) & (
        dashboard_versions.c.dashboard_id == dashboards.c.id
    )
    said = [column for column in dashboard_versions.c if column.name not in ("library_id", "dashboard_id")]
    return select(*dashboards.c, *said).join_from(dashboards, dashboard_versions, same)


def _is_newest() -> ColumnElement[bool]:
    last = dashboard_versions.alias("last")
    return dashboard_versions.c.version == (
        select(func.max(last.c.version))
        .where(last.c.library_id == dashboards.c.library_id, last.c.dashboard_id == dashboards.c.id)
        .scalar_subquery()
    )


def _dashboard(row: RowMapping) -> Dashboard:
    return Dashboard(**{**row, "blocks": read_blocks(str(row["blocks"]))})


def _text(dashboard: Dashboard) -> str:
    said = [getattr(block, "text", "") for block in dashboard.blocks]
    return " ".join((dashboard.title, dashboard.note, dashboard.saved_by, *said)).casefold()
