"""A server that nobody has visited yet, with data of its own: as an operator starts it, or in a sixth of that time."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from streamlit.web import cli

from tests.forks import FORKS

ROOT = Path(__file__).parents[2]  # not from tests/conftest.py: no server needs pytest
PATIENCE = 120  # seconds that a server or a page may take on a busy machine


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def serve(data: Path, *options: str) -> Iterator[str]:
    """The address of a server that nobody has visited yet, with these options of Streamlit.

    The command of the README runs in a process that is forked from one that has imported what is slow.
    """
    words, environment = _command(port := free_port(), options), os.environ | {"OEUVRE_DATA": str(data)}
    process = FORKS.Process(target=_run, args=(words, environment, str(data / "server.log")))
    process.start()
    try:
        yield _ready(port, process.is_alive)
    finally:
        process.terminate()
        process.join(PATIENCE)
        late = process.is_alive()
        process.kill()
        process.join()
        assert not late, "the server did not stop when it was told to"


@contextmanager
def start(data: Path, *options: str) -> Iterator[str]:
    """The same from nothing, as an operator starts it."""
    command = [sys.executable, "-m", *_command(port := free_port(), options)]
    with (data / "server.log").open("w") as log:
        process = subprocess.Popen(  # noqa: S603 - our own dashboard
            command, cwd=ROOT, env=os.environ | {"OEUVRE_DATA": str(data)}, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        yield _ready(port, lambda: process.poll() is None)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _command(port: int, options: tuple[str, ...]) -> list[str]:
    return ["streamlit", "run", "dashboard.py", f"--server.port={port}", *options]


def _run(words: list[str], environment: dict[str, str], log: str) -> None:
    """Be the command, in a process that has done nothing yet."""
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(environment)
    with Path(log).open("w") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    sys.argv = words
    cli.main()


def _ready(port: int, runs: Callable[[], bool]) -> str:
    wait_for(f"http://127.0.0.1:{port}/_stcore/health", runs)
    return f"http://127.0.0.1:{port}"


def wait_for(url: str, runs: Callable[[], bool]) -> None:
    """Wait until somebody answers at this address, as long as the process runs that should."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert runs(), "the server stopped"
        try:
            with urllib.request.urlopen(url, timeout=1):  # noqa: S310 - a server on this machine
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise AssertionError(f"{url} did not answer within {PATIENCE} s")
