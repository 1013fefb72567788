"""A module of ours run in a process of its own, which says on standard output how far it is."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from lib.errors import OeuvreError, WorkError

ROOT = Path(__file__).parents[2]
REFUSED = 3  # how a process ends that has said for its reader, on standard error, why it does not do it


@dataclass(frozen=True)
class Progress:
    """How far a process is: `share` done (0–1), and what it does now, in words."""

    share: float
    words: str


def tell(share: float, words: str) -> None:
    """Within such a process: a line for whoever waits; when nobody does, the pipe breaks, and so ends the process."""
    print(f"{share:.3f} {words}", flush=True)  # noqa: T201 - standard output is the wire


def untold(share: float, words: str) -> None:
    """Where nobody waits for it."""


def refuse(error: OeuvreError) -> NoReturn:
    """Within such a process: end it, with the words of the error for whoever waits."""
    print(error, file=sys.stderr)  # noqa: T201 - standard error is the other wire
    sys.exit(REFUSED)


def run_module(name: str, module: str, *arguments: str) -> Iterator[Progress]:
    """Run `python -m module arguments` and give on what it tells.

    Raises:
        WorkError: it failed; the message has what it said on standard error, and calls it by `name` unless what it
            said was meant for the reader.
    """
    command = [sys.executable, "-m", module, *arguments]
    with subprocess.Popen(  # noqa: S603 - our own module
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stderr is not None  # noqa: S101, PT018 - narrows types
        for line in process.stdout:
            share, _, doing = line.strip().partition(" ")
            yield Progress(float(share), doing)
        complaint = process.stderr.read().strip()
    if process.returncode == REFUSED:
        raise WorkError(complaint)
    if process.returncode:
        raise WorkError(f"{name} stopped with code {process.returncode}: {complaint[-500:]}")
