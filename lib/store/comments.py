"""What colleagues say about a dashboard or a figure in it: plain text, signed, and resolved when it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Update, delete, func, insert, select, update

from lib.errors import ForbiddenError, InputError, NotFoundError
from lib.store import rights
from lib.store.dashboards import Dashboard
from lib.store.database import Database
from lib.store.entries import one_line, paragraphs
from lib.store.events import Deed, record
from lib.store.group_tables import comments
from lib.store.people import ROLES, Actor

COMMENT_LENGTH = 5_000
FIGURE_LENGTH = 100


@dataclass(frozen=True)
class Comment:
    """What somebody said; `figure` names the figure it is about, "" where it is about the whole dashboard."""

    id: int
    dashboard_id: int
    figure: str
    text: str
    at: datetime
    by: str
    edited_at: datetime | None
    resolved_at: datetime | None
    resolved_by: str | None


class Comments:
    """The comments on dashboards. Whoever may read a library may comment in it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, actor: Actor, dashboard: Dashboard) -> tuple[Comment, ...]:
        """The comments on a dashboard, oldest first, also the resolved ones."""
        with self._database.reading() as connection:
            rights.enter(connection, dashboard.library_id, actor)
            facts = select(*(column for column in comments.c if column.name != "library_id"))
            mine = facts.where(
                comments.c.library_id == dashboard.library_id, comments.c.dashboard_id == dashboard.id
            ).order_by(comments.c.id)
            return tuple(Comment(**row) for row in connection.execute(mine).mappings())

    def waiting(self, actor: Actor, library_id: str) -> Mapping[int, int]:
        """How many comments are not resolved, by the id of the dashboard; none where there are none."""
        mine = (comments.c.library_id == library_id, comments.c.resolved_at.is_(None))
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            counted = select(comments.c.dashboard_id, func.count()).where(*mine).group_by(comments.c.dashboard_id)
            return {int(dashboard): int(number) for dashboard, number in connection.execute(counted)}

    def add(self, actor: Actor, dashboard: Dashboard, text: str, figure: str = "") -> int:
        """Say something about the dashboard, or about a figure in it; the comment's id."""
        said = _said(text)
        about = one_line(figure, "figure's name", FIGURE_LENGTH) if figure else ""
        with self._database.changing() as connection:
            rights.hold(connection, dashboard.library_id, actor, "reader")
            deed = Deed(actor, self._database.now(), "commented", dashboard.title)
            number = record(connection, dashboard.library_id, deed)
            row = {"library_id": dashboard.library_id, "id": number, "dashboard_id": dashboard.id, "figure": about}
            connection.execute(insert(comments).values(**row, text=said, at=deed.at, by=actor.signature))
            return number

    def edit(self, actor: Actor, dashboard: Dashboard, comment_id: int, text: str) -> None:
        """Change what one said oneself.

        Raises:
            ForbiddenError: somebody else said it.
        """
        said = _said(text)
        with self._database.changing() as connection:
            if self._author(connection, actor, dashboard, comment_id) != actor.signature:
                raise ForbiddenError("Only who wrote a comment can change it. Answer with one of your own.")
            now = self._database.now()
            connection.execute(_this(dashboard, comment_id).values(text=said, edited_at=now))
            record(connection, dashboard.library_id, Deed(actor, now, "comment edited", dashboard.title))

    def resolve(self, actor: Actor, dashboard: Dashboard, comment_id: int, *, done: bool = True) -> None:
        """Mark what a comment asks for as done, or as open again."""
        with self._database.changing() as connection:
            self._author(connection, actor, dashboard, comment_id)
            deed = Deed(
                actor, self._database.now(), "comment resolved" if done else "comment reopened", dashboard.title
            )
            marks = (deed.at, actor.signature) if done else (None, None)
            connection.execute(_this(dashboard, comment_id).values(resolved_at=marks[0], resolved_by=marks[1]))
            record(connection, dashboard.library_id, deed)

    def remove(self, actor: Actor, dashboard: Dashboard, comment_id: int) -> None:
        """Erase a comment: one's own, or as an owner of the library anybody's."""
        with self._database.changing() as connection:
            author = self._author(connection, actor, dashboard, comment_id)
            role = rights.role_of(connection, dashboard.library_id, actor)
            if author != actor.signature and role != ROLES[-1]:
                raise ForbiddenError("Only who wrote a comment, or an owner of the library, can remove it.")
            gone = delete(comments).where(comments.c.library_id == dashboard.library_id, comments.c.id == comment_id)
            connection.execute(gone)
            record(connection, dashboard.library_id, Deed(actor, self._database.now(), "comment removed", author))

    def _author(self, connection: Connection, actor: Actor, dashboard: Dashboard, comment_id: int) -> str:
        """Who wrote the comment, after the library is held for a change."""
        rights.hold(connection, dashboard.library_id, actor, "reader")
        mine = select(comments.c.by).where(
            comments.c.library_id == dashboard.library_id,
            comments.c.dashboard_id == dashboard.id,
            comments.c.id == comment_id,
        )
        author: str | None = connection.scalar(mine)
        if author is None:
            raise NotFoundError("This comment is not there any more.")
        return author


def _said(text: str) -> str:
    said = paragraphs(text, "comment", COMMENT_LENGTH)
    if not said:
        raise InputError("The comment is empty. Write what you want to say.")
    return said


def _this(dashboard: Dashboard, comment_id: int) -> Update:
    return update(comments).where(comments.c.library_id == dashboard.library_id, comments.c.id == comment_id)
