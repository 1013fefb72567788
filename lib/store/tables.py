"""The tables of the database, as the newest migration leaves them.

Everything that belongs to a library is keyed by the library and, within it, by what the thing is: a file by the hash of
its bytes, a dump by that of its text, an event by the number of the change that brought it. Nothing needs a new number
when a library is copied, or exported and imported somewhere else.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
    text,
)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A point in time, kept as UTC: SQLite has no time zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """UTC without its zone, as both databases keep it."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """The same moment, aware that it is UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData(naming_convention=NAMES)

libraries = Table(
    "libraries",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("slug", String(60), nullable=False),
    Column("name", String(100), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("created_by", String(200), nullable=False),
    Column("deleted_at", Moment),
    Column("deleted_by", String(200)),
    Column("changes", Integer, nullable=False),  # how often it was changed: numbers its events, and is polled
)
Index(
    "uq_libraries_slug",
    libraries.c.slug,
    unique=True,
    sqlite_where=text("deleted_at IS NULL"),
    postgresql_where=text("deleted_at IS NULL"),
)

files = Table(
    "files",
    metadata,
    Column("library_id", String(32), ForeignKey("libraries.id", ondelete="CASCADE"), nullable=False),
    Column("id", String(64), nullable=False),  # SHA-256 of the original
    Column("change", Integer, nullable=False),
    Column("name", String(400), nullable=False),
    Column("size", Integer, nullable=False),  # bytes of the original
    Column("encoding", String(40), nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("added_by", String(200), nullable=False),
    Column("original", LargeBinary, nullable=False),  # last: SQLite reads what stands before a column it wants
    PrimaryKeyConstraint("library_id", "id"),
)

dumps = Table(
    "dumps",
    metadata,
    Column("library_id", String(32), ForeignKey("libraries.id", ondelete="CASCADE"), nullable=False),
    Column("id", String(64), nullable=False),  # SHA-256 of the text
    Column("file_id", String(64), nullable=False),
    Column("first_line", Integer, nullable=False),  # of its file: several dumps may have been pasted into one
    Column("captured", Date, nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("library_id", "id"),
    ForeignKeyConstraint(["library_id", "file_id"], ["files.library_id", "files.id"], ondelete="CASCADE"),
    Index(None, "library_id", "file_id"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("library_id", String(32), ForeignKey("libraries.id", ondelete="CASCADE"), nullable=False),
    Column("change", Integer, nullable=False),
    Column("kind", String(30), nullable=False),
    Column("dump_id", String(64)),  # missing where the whole library is meant
    Column("target", String(60), nullable=False),  # what of it is meant: two with the same target may conflict
    Column("line", Integer),  # where the target began, when it was corrected
    Column("value", Text, nullable=False),  # JSON
    Column("why", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
    Column("undoes", Integer),  # the change that this one takes back
    PrimaryKeyConstraint("library_id", "change"),
    ForeignKeyConstraint(["library_id", "dump_id"], ["dumps.library_id", "dumps.id"], ondelete="CASCADE"),
    Index(None, "library_id", "dump_id"),
)
