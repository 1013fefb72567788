"""What a group shares: members, dashboards with their versions, comments, links; and who did what."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of the group."""
    _make_members()
    _make_events()
    _make_dashboards()
    _make_comments()
    _make_links()


def _library() -> sa.Column[str]:
    return sa.Column("library_id", sa.String(32), sa.ForeignKey("libraries.id", ondelete="CASCADE"), nullable=False)


def _dashboard() -> sa.ForeignKeyConstraint:
    there = ["dashboards.library_id", "dashboards.id"]
    return sa.ForeignKeyConstraint(["library_id", "dashboard_id"], there, ondelete="CASCADE")


def _make_members() -> None:
    op.create_table(
        "members",
        _library(),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.Column("added_by", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("library_id", "who"),
    )
    op.create_index("ix_members_who", "members", ["who"])


def _make_events() -> None:
    op.create_table(
        "events",
        _library(),
        sa.Column("change", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("what", sa.String(40), nullable=False),
        sa.Column("about", sa.String(300), nullable=False),
        sa.PrimaryKeyConstraint("library_id", "change"),
    )


def _make_dashboards() -> None:
    op.create_table(
        "dashboards",
        _library(),
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("address", sa.String(16), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("created_by", sa.String(200), nullable=False),
        sa.Column("retired_at", sa.DateTime),
        sa.Column("retired_by", sa.String(200)),
        sa.PrimaryKeyConstraint("library_id", "id"),
        sa.UniqueConstraint("address"),
    )
    op.create_table(
        "dashboard_versions",
        _library(),
        sa.Column("dashboard_id", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("blocks", sa.Text, nullable=False),
        sa.Column("content_id", sa.String(64), nullable=False),
        sa.Column("change", sa.Integer, nullable=False),
        sa.Column("saved_at", sa.DateTime, nullable=False),
        sa.Column("saved_by", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("library_id", "dashboard_id", "version"),
        _dashboard(),
    )


def _make_comments() -> None:
    op.create_table(
        "comments",
        _library(),
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("dashboard_id", sa.Integer, nullable=False),
        sa.Column("figure", sa.String(100), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("edited_at", sa.DateTime),
        sa.Column("resolved_at", sa.DateTime),
        sa.Column("resolved_by", sa.String(200)),
        sa.PrimaryKeyConstraint("library_id", "id"),
        _dashboard(),
    )


def _make_links() -> None:
    op.create_table(
        "links",
        _library(),
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("dashboard_id", sa.Integer, nullable=False),
        sa.Column("token_sha256", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("created_by", sa.String(200), nullable=False),
        sa.Column("ends_at", sa.DateTime, nullable=False),
        sa.Column("revoked_at", sa.DateTime),
        sa.Column("revoked_by", sa.String(200)),
        sa.Column("visits", sa.Integer, nullable=False),
        sa.Column("visited_at", sa.DateTime),
        sa.PrimaryKeyConstraint("library_id", "id"),
        sa.UniqueConstraint("token_sha256"),
        _dashboard(),
    )
