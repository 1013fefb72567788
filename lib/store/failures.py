"""What a database's failure means to the person who meets it, and what to do about it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from lib.errors import StoreError

_KEPT_NOTHING = "nothing of this change was kept"

# What the driver says, in lower case -> what it means.
_SQLITE = {
    "disk is full": "{place} cannot grow: the disk is full; {nothing}. "
    "Free some space (old backups and the cache beside it may go), then repeat it.",
    "disk i/o error": "{place} cannot be read or written: its disk fails or is full; {nothing}. "
    "Check the disk and its free space, then repeat it.",
    "readonly": "{place} cannot be written: it or its folder is read-only for this user; {nothing}. "
    "Let the user that runs Oeuvre write both, or point OEUVRE_DATA at another folder.",
    "unable to open": "{place} cannot be opened. "
    "Check that its folder exists and may be written, or point OEUVRE_DATA at another folder.",
    "locked": "{place} was busy with somebody else's change for too long; {nothing}. "
    "Try again; if it stays so, look for another program that has the file open.",
    "not a database": "{place} is not a SQLite database. "
    "Move it away and start again, or restore a backup: python -m lib restore FILE.",
    "malformed": "{place} is damaged. Keep a copy of it, and restore the newest backup: python -m lib restore FILE.",
}
# The SQLSTATE, or its first two characters, which name its class -> what it means.
_POSTGRES = {
    "53100": "{place} cannot grow: the server's disk is full; {nothing}. Free some space there, then repeat it.",
    "25006": "{place} is read-only, a standby perhaps; {nothing}. Point OEUVRE_DATABASE_URL at the primary server.",
    "42501": "{place} does not let this user change it. Grant that user the rights on its schema.",
    "55P03": "{place} was busy with somebody else's change for too long; {nothing}. Try again.",
    "28": "{place} refuses the user or password of OEUVRE_DATABASE_URL. Correct them.",
    "3D": "{place} does not exist. Create the database, or correct OEUVRE_DATABASE_URL.",
    "53": "{place} has no room for another connection or too little memory. Try again later, or raise its limits.",
    "40": "Somebody else changed the same thing in {place} at the same moment; {nothing}. Try again.",
}
_REFUSALS = {"does not exist": "3D", "authentication failed": "28", "pg_hba.conf": "28", "too many": "53"}
_UNREACHABLE = (
    "{place} does not answer; {nothing}. "
    "Check that PostgreSQL runs there and that OEUVRE_DATABASE_URL names the right host and port."
)
_UNKNOWN = "{place} refused: {reason}; {nothing}."


def place(url: URL) -> str:
    """What to call this database in a message: never with its password."""
    if url.get_backend_name() == "sqlite":
        return f"The database file {url.database!r}"
    return f"The PostgreSQL database {url.database or ''!r} on {url.host or url.query.get('host') or 'this machine'!r}"


@contextmanager
def in_words(url: URL) -> Iterator[None]:
    """Turns what the driver raises into a StoreError that says what to do."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(_meaning(error, url)) from error
    except PoolTimeout as error:
        raise StoreError(f"{place(url)} is too busy: no connection became free. Try again later.") from error


def _meaning(error: DBAPIError, url: URL) -> str:
    reason = (str(error.orig).strip() or type(error.orig).__name__).splitlines()[0]
    if url.get_backend_name() == "sqlite":
        return _say(next((words for sign, words in _SQLITE.items() if sign in reason.lower()), _UNKNOWN), url, reason)
    state = getattr(error.orig, "sqlstate", None) or _state_said(str(error.orig))
    if not state and (error.connection_invalidated or "connection" in reason):
        return _say(_UNREACHABLE, url, reason)
    return _say(_POSTGRES.get(state) or _POSTGRES.get(state[:2], _UNKNOWN), url, reason)


def _state_said(words: str) -> str:
    """Whoever is not let in learns no SQLSTATE, only words."""
    return next((state for sign, state in _REFUSALS.items() if sign in words), "")


def _say(words: str, url: URL, reason: str) -> str:
    return words.format(place=place(url), reason=reason, nothing=_KEPT_NOTHING)
