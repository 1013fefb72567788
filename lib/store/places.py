"""Where the store lives: a SQLite file in the data folder, or the PostgreSQL that the environment names."""

import os
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from lib.errors import StoreError

DATA = "OEUVRE_DATA"
DATABASE_URL = "OEUVRE_DATABASE_URL"
MAKERS = "OEUVRE_MAKERS"
FILE = "oeuvre.sqlite"

_ROOT = Path(__file__).parents[2]
_DRIVERS = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg", "sqlite": "sqlite"}


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of the SQLite file and of the cache: `OEUVRE_DATA`, or `data/` beside dashboard.py."""
    return Path(environment.get(DATA) or _ROOT / "data").expanduser().absolute()


def makers(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Who may make libraries, as addresses and domains (@example.org): `OEUVRE_MAKERS`; empty for everybody."""
    return tuple(environment.get(MAKERS, "").casefold().replace(",", " ").split())


def database_url(text: str | None = None, environment: Mapping[str, str] = os.environ) -> URL:
    """The database to open: `text`, or `OEUVRE_DATABASE_URL`, or the SQLite file in the data folder.

    Raises:
        StoreError: the address is neither SQLite's nor PostgreSQL's. It is not shown: it may hold a password.
    """
    given = text or environment.get(DATABASE_URL)
    if not given:
        return URL.create("sqlite", database=str(data_folder(environment) / FILE))
    try:
        url = make_url(given)
    except ArgumentError:
        raise StoreError(f"The database address is not a URL. {_EXPECTED}") from None
    backend = url.drivername.split("+")[0]
    if backend not in _DRIVERS or (backend == "sqlite" and not url.database):
        raise StoreError(f"The database address begins with {backend!r}. {_EXPECTED}")
    return url.set(drivername=_DRIVERS[backend])


_EXPECTED = (
    f"Expected postgresql://user:password@host/database, or sqlite:///path/to/file. "
    f"Correct {DATABASE_URL}, or unset it to use the SQLite file in the data folder."
)
