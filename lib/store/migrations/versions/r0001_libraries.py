"""Libraries, the files and dumps in them, and the log of corrections."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first four tables."""
    _make_libraries()
    _make_files()
    _make_dumps()
    _make_corrections()


def _make_libraries() -> None:
    op.create_table(
        "libraries",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("slug", sa.String(60), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("created_by", sa.String(200), nullable=False),
        sa.Column("deleted_at", sa.DateTime),
        sa.Column("deleted_by", sa.String(200)),
        sa.Column("changes", sa.Integer, nullable=False),
    )
    live = sa.text("deleted_at IS NULL")
    op.create_index("uq_libraries_slug", "libraries", ["slug"], unique=True, sqlite_where=live, postgresql_where=live)


def _make_files() -> None:
    op.create_table(
        "files",
        sa.Column("library_id", sa.String(32), sa.ForeignKey("libraries.id", ondelete="CASCADE"), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("change", sa.Integer, nullable=False),
        sa.Column("name", sa.String(400), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("encoding", sa.String(40), nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.Column("added_by", sa.String(200), nullable=False),
        sa.Column("original", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("library_id", "id"),
    )


def _make_dumps() -> None:
    op.create_table(
        "dumps",
        sa.Column("library_id", sa.String(32), sa.ForeignKey("libraries.id", ondelete="CASCADE"), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("file_id", sa.String(64), nullable=False),
        sa.Column("first_line", sa.Integer, nullable=False),
        sa.Column("captured", sa.Date, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("library_id", "id"),
        sa.ForeignKeyConstraint(["library_id", "file_id"], ["files.library_id", "files.id"], ondelete="CASCADE"),
    )
    op.create_index("ix_dumps_library_id_file_id", "dumps", ["library_id", "file_id"])


def _make_corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("library_id", sa.String(32), sa.ForeignKey("libraries.id", ondelete="CASCADE"), nullable=False),
        sa.Column("change", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("dump_id", sa.String(64)),
        sa.Column("target", sa.String(60), nullable=False),
        sa.Column("line", sa.Integer),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("undoes", sa.Integer),
        sa.PrimaryKeyConstraint("library_id", "change"),
        sa.ForeignKeyConstraint(["library_id", "dump_id"], ["dumps.library_id", "dumps.id"], ondelete="CASCADE"),
    )
    op.create_index("ix_corrections_library_id_dump_id", "corrections", ["library_id", "dump_id"])
