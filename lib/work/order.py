"""A file to be written by a process of its own: which module writes it, from what, and what it is called meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lib.work.process import Progress, run_module


@dataclass(frozen=True)
class Order:
    """A file that `python -m MODULE ARGUMENTS FILE` writes, whole or not at all; equal orders give equal files."""

    name: str
    module: str
    arguments: tuple[str, ...]

    def write(self, file: Path) -> Iterator[Progress]:
        """Write it and say how far it is; WorkError, with `name` in it, when that fails."""
        yield Progress(0.0, "Starting")
        yield from run_module(self.name, self.module, *self.arguments, str(file))
