"""`parse`: dumps from files, folders or standard input, as JSON for scripts or as a summary for people."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import click
import orjson

from lib.dumps import Dump
from lib.dumps.document import DumpsDocument, describe_dump
from lib.dumps.files import find_files, read_file
from lib.dumps.summary import summarise
from lib.errors import InputError


@click.command(epilog="Example: python -m lib parse page.txt --captured 2026-03-31 --json")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="FILE…")
@click.option(
    "--captured",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day on which the pages were copied; today where it is left out.",
)
@click.option("--json", "as_json", is_flag=True, help="Print everything that was read as one JSON document.")
@click.option("--encoding", help="Read the files in this encoding instead of finding it out.")
def command(files: tuple[Path, ...], captured: datetime | None, *, as_json: bool, encoding: str | None) -> None:
    """Read profile dumps: FILE is a text file, a folder (its *.txt, at any depth) or - for standard input."""
    day = captured.date() if captured else date.today()  # noqa: DTZ011 - the day on the reader's own calendar
    dumps: list[Dump] = []
    failures: list[InputError] = []
    for outcome in _read(files, day, encoding):
        if isinstance(outcome, InputError):
            failures.append(outcome)
            click.echo(str(outcome), err=True)
        else:
            dumps += outcome
    if as_json:
        document = DumpsDocument(tuple(describe_dump(dump) for dump in dumps))
        click.echo(orjson.dumps(document, option=orjson.OPT_INDENT_2))
    else:
        for line in (line for dump in dumps for line in summarise(dump)):
            click.echo(line)
    sys.exit(1 if failures else 0)


def _read(files: Iterable[Path], day: date, encoding: str | None) -> Iterator[tuple[Dump, ...] | InputError]:
    """The dumps of one file after the other, or why there are none in it."""
    for path in files:
        try:
            found = find_files(path)
        except InputError as error:
            yield error
            continue
        for file in found:
            try:
                yield read_file(file, day, encoding)
            except InputError as error:
                yield error
