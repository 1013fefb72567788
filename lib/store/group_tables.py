"""The tables of what a group shares, as the newest migration leaves them."""

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from lib.store.tables import Moment, metadata

__all__ = ["comments", "dashboard_versions", "dashboards", "events", "links", "members", "metadata"]


def _library() -> Column[str]:
    return Column("library_id", String(32), ForeignKey("libraries.id", ondelete="CASCADE"), nullable=False)


def _dashboard() -> ForeignKeyConstraint:
    there = ["dashboards.library_id", "dashboards.id"]
    return ForeignKeyConstraint(["library_id", "dashboard_id"], there, ondelete="CASCADE")


members = Table(
    "members",
    metadata,
    _library(),
    Column("who", String(200), nullable=False),  # an e-mail address, or "@" and a domain
    Column("role", String(10), nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("added_by", String(200), nullable=False),
    PrimaryKeyConstraint("library_id", "who"),
    Index(None, "who"),
)

events = Table(
    "events",
    metadata,
    _library(),
    Column("change", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
    Column("what", String(40), nullable=False),
    Column("about", String(300), nullable=False),
    PrimaryKeyConstraint("library_id", "change"),
)

dashboards = Table(
    "dashboards",
    metadata,
    _library(),
    Column("id", Integer, nullable=False),  # the change that made it
    Column("address", String(16), nullable=False),  # in links, among those of all libraries
    Column("created_at", Moment, nullable=False),
    Column("created_by", String(200), nullable=False),
    Column("retired_at", Moment),
    Column("retired_by", String(200)),
    PrimaryKeyConstraint("library_id", "id"),
    UniqueConstraint("address"),
)

dashboard_versions = Table(
    "dashboard_versions",
    metadata,
    _library(),
    Column("dashboard_id", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("title", String(200), nullable=False),
    Column("note", Text, nullable=False),
    Column("blocks", Text, nullable=False),  # JSON
    Column("content_id", String(64), nullable=False),
    Column("change", Integer, nullable=False),  # after which the library held that content
    Column("saved_at", Moment, nullable=False),
    Column("saved_by", String(200), nullable=False),
    PrimaryKeyConstraint("library_id", "dashboard_id", "version"),
    _dashboard(),
)

comments = Table(
    "comments",
    metadata,
    _library(),
    Column("id", Integer, nullable=False),  # the change that made it
    Column("dashboard_id", Integer, nullable=False),
    Column("figure", String(100), nullable=False),  # "" where the whole dashboard is meant
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
    Column("edited_at", Moment),
    Column("resolved_at", Moment),
    Column("resolved_by", String(200)),
    PrimaryKeyConstraint("library_id", "id"),
    _dashboard(),
)

links = Table(
    "links",
    metadata,
    _library(),
    Column("id", Integer, nullable=False),  # the change that made it
    Column("dashboard_id", Integer, nullable=False),
    Column("token_sha256", String(64), nullable=False),  # who reads the database cannot use the link
    Column("created_at", Moment, nullable=False),
    Column("created_by", String(200), nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    Column("revoked_by", String(200)),
    Column("visits", Integer, nullable=False),
    Column("visited_at", Moment),
    PrimaryKeyConstraint("library_id", "id"),
    UniqueConstraint("token_sha256"),
    _dashboard(),
)
