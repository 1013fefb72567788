"""`import`: files and folders into a library, or a whole library from the file it was exported to."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from lib.errors import NotFoundError
from lib.store import FileReport, Library, Store, Upload, alone, open_store
from lib.store.outside import list_files, load
from lib.store.sealed import is_sealed


@click.command(epilog="Example: python -m lib import pages/ --library 'Our group' --captured 2026-03-31")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="FILE…")
@click.option("--library", "name", metavar="NAME", help="The library; made if there is none of this name.")
@click.option(
    "--captured",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day on which the pages were copied; today where it is left out.",
)
@click.option("--encoding", help="Read the files in this encoding instead of finding it out.")
def command(files: tuple[Path, ...], name: str | None, captured: datetime | None, encoding: str | None) -> None:
    """Keep dumps in a library: FILE is a text file, a folder (its *.txt, at any depth), or an exported library."""
    with open_store() as store:
        if len(files) == 1 and is_sealed(files[0]):
            click.echo(f"Library {_take_back(store, files[0], name).name!r} is here, as it was exported.")
            return
        if name is None:
            raise click.UsageError("Say into which library: --library NAME.")
        day = captured.date() if captured else date.today()  # noqa: DTZ011 - the day on the reader's own calendar
        library = _find_or_make(store, name)
        counts = _tell(_reports(store, library, _uploads(files, day, encoding)))
    click.echo(f"Library {library.name!r}: " + ", ".join(f"{count} {status}" for status, count in counts.items()) + ".")
    sys.exit(1 if counts["refused"] else 0)


def _tell(reports: Iterator[FileReport]) -> dict[str, int]:
    counts = {"kept": 0, "skipped": 0, "refused": 0}
    for report in reports:
        counts[report.status] += 1
        click.echo(f"{report.status:8}{report.file!r}: {report.message}", err=report.status == "refused")
    return counts


def _take_back(store: Store, path: Path, name: str | None) -> Library:
    with path.open("rb") as stream:
        return store.libraries.get(alone(), store.archives.take_in(alone(), stream, name))


def _find_or_make(store: Store, name: str) -> Library:
    try:
        return store.libraries.find(alone(), name)
    except NotFoundError:
        click.echo(f"Made the library {name!r}.")
        return store.libraries.create(alone(), name)


def _uploads(paths: tuple[Path, ...], captured: date, encoding: str | None) -> Iterator[Upload | FileReport]:
    for path in paths:
        found = list_files(path)
        if not found:
            yield FileReport(str(path), "refused", "The folder holds no file whose name ends in .txt.")
        for name, file in found:
            try:
                yield load(name, file, captured, encoding)
            except OSError as error:
                yield FileReport(name, "refused", f"It cannot be read: {error.strerror}.")


def _reports(store: Store, library: Library, found: Iterator[Upload | FileReport]) -> Iterator[FileReport]:
    """What became of each file; those that could not even be opened among them, in their place."""
    for each in found:
        if isinstance(each, FileReport):
            yield each
        else:
            yield from store.dumps.take_in(alone(), library.id, [each])
