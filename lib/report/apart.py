"""A report written by a process of its own: that of 2,000 papers takes ten seconds, and others use the server too."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from lib.errors import WorkError
from lib.selection import Selection
from lib.store import Dashboard

LARGE = 500  # papers of a library whose report takes about as long as starting a process
_ROOT = Path(__file__).parents[2]


def write_apart(selection: Selection) -> bytes:
    """The report of this part of the library that it names, as `make_report` and `to_html` make it.

    Raises:
        WorkError: the process failed; the message has what it said.
    """
    view = "?" + urlencode(selection.to_query(), doseq=True)
    return _written("--library", selection.library, "--view", view)


def write_story_apart(dashboard: Dashboard, *, as_it_was: bool = False) -> bytes:
    """The report of this version of a dashboard, as `tell_story` and `to_html` make it; it raises the same."""
    which = ("--dashboard", dashboard.address, "--version", str(dashboard.version))
    return _written(*which, *(["--as-it-was"] if as_it_was else []))


def _written(*asked: str) -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        command = [sys.executable, "-m", "lib", "report", *asked, "--out", str(file)]
        done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own verb
        if done.returncode:
            raise WorkError(f"The report stopped with code {done.returncode}: {done.stderr.strip()[-500:]}")
        return file.read_bytes()
