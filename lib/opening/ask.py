"""The arguments that verbs share: which files or which library, and which part of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

import click

from lib.opening.library import Opened, open_files, open_named
from lib.opening.part import Part, narrow, read_link
from lib.selection.options import AT

P = ParamSpec("P")


@dataclass(frozen=True)
class Asked:
    """What was asked for: files with the day of their capture, or a library by its name, and the part by a link."""

    files: tuple[Path, ...]
    name: str | None
    captured: date | None
    link: str

    @property
    def nothing(self) -> bool:
        """Whether neither files nor a library were named."""
        return not (self.files or self.name or self.link)

    def open(self) -> tuple[Opened, Part]:
        """The library, and the part of it; what the part lacks is said on standard error."""
        selection = read_link(self.link)
        name = self.name or (selection.library if self.link and not self.files else None)
        library = self._library(name, selection.get(AT) or None)
        part = narrow(library.corpus, selection)
        for complaint in part.missing:
            click.echo(complaint, err=True)
        return library, part

    def _library(self, name: str | None, at: int | None) -> Opened:
        if bool(self.files) == bool(name):
            raise click.UsageError(
                "Name either FILE…, files or folders of dumps, or a library by --library NAME or --view."
            )
        if name:
            return open_named(name, at)
        return open_files(self.files, self.captured or date.today())  # noqa: DTZ011 - the reader's own calendar


def ask_for_papers(command: Callable[Concatenate[Asked, P], None]) -> Callable[P, None]:
    """Give a verb FILE…, --library, --captured and --view; it gets what they say as its first argument."""

    @wraps(command)
    def run(
        files: tuple[Path, ...],
        name: str | None,
        captured: datetime | None,
        link: str,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        command(Asked(files, name, captured.date() if captured else None, link), *args, **kwargs)

    for option in _OPTIONS:
        run = option(run)
    return run  # type: ignore[return-value]  # click gives the first four by name, which ParamSpec cannot say


_OPTIONS = (
    click.option("--view", "link", default="", metavar="LINK", help="The part that this link to a page shows."),
    click.option(
        "--captured",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="Day on which the pages in FILE were copied; today where it is left out.",
    ),
    click.option(
        "--library",
        "name",
        metavar="NAME",
        help="A library of the store, a sample library, or a library exported to a file (.oeuvre).",
    ),
    click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILE…]"),
)
