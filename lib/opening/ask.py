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

P = ParamSpec("P")


@dataclass(frozen=True, eq=False)
class Asked:
    """The library that was asked for, and the part of it."""

    library: Opened
    part: Part


def ask_for_papers(command: Callable[Concatenate[Asked, P], None]) -> Callable[P, None]:
    """Give a verb FILE…, --library, --captured and --view; it gets what they ask for as its first argument."""

    @wraps(command)
    def run(
        files: tuple[Path, ...],
        name: str | None,
        captured: datetime | None,
        link: str,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        selection = read_link(link)
        library = _open(files, name or (selection.library if link and not files else None), captured)
        part = narrow(library.corpus, selection)
        for complaint in part.missing:
            click.echo(complaint, err=True)
        command(Asked(library, part), *args, **kwargs)

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
    click.option("--library", "name", metavar="NAME", help="A library of the store, or a sample library."),
    click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILE…]"),
)


def _open(files: tuple[Path, ...], name: str | None, captured: datetime | None) -> Opened:
    if bool(files) == bool(name):
        raise click.UsageError(
            "Name either FILE…, files or folders of dumps, or a library by --library NAME or --view."
        )
    if name:
        return open_named(name)
    return open_files(files, captured.date() if captured else date.today())  # noqa: DTZ011 - the reader's own calendar
