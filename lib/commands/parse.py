"""`parse`: dumps from files, folders or standard input, as JSON for scripts or as a summary for people."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click
import orjson

from lib.dumps import Dump, decode, read_many
from lib.dumps.document import DumpsDocument, describe_dump
from lib.dumps.summary import summarise
from lib.errors import InputError, NotADumpError


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
    failures = 0
    for path in files:
        for file in _expand(path):
            try:
                dumps += _read(file, day, encoding)
            except (InputError, OSError) as error:
                failures += 1
                click.echo(_explain(_name(file), error), err=True)
    if as_json:
        document = DumpsDocument(tuple(describe_dump(dump) for dump in dumps))
        click.echo(orjson.dumps(document, option=orjson.OPT_INDENT_2))
    else:
        for line in (line for dump in dumps for line in summarise(dump)):
            click.echo(line)
    sys.exit(1 if failures else 0)


def _expand(path: Path) -> Iterator[Path]:
    """The file itself, or the text files of a folder."""
    if not path.is_dir():
        yield path
        return
    yield from sorted(path.rglob("*.txt")) or [path]


def _read(path: Path, captured: date, encoding: str | None) -> tuple[Dump, ...]:
    if path.is_dir():
        raise NotADumpError("The folder holds no file whose name ends in .txt; name the files themselves.")
    data = sys.stdin.buffer.read() if path.name == "-" else path.read_bytes()
    return read_many(decode(data, encoding=encoding).text, captured=captured, file=_name(path))


def _name(path: Path) -> str:
    """The path as text that can be printed and written as JSON, whatever its bytes are."""
    return str(path).encode("utf-8", errors="replace").decode("utf-8")


def _explain(name: str, error: InputError | OSError) -> str:
    """One line that names the file and says what is wrong with it."""
    message = " ".join(str(error.strerror if isinstance(error, OSError) else error).split())
    return message if message.startswith(name) else f"{name}: {message}"
