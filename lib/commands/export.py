"""`export`: a whole library in one file, or its texts as they came in."""

from pathlib import Path

import click

from lib.store import alone, open_store
from lib.store.outside import write_originals, written_whole


@click.command(epilog="Example: python -m lib export 'Our group' --texts pages/")
@click.argument("name")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--texts", "folder", type=click.Path(file_okay=False, path_type=Path), help="Write the texts here.")
@click.option("--replace", is_flag=True, help="FILE may be there already.")
def command(name: str, file: Path | None, folder: Path | None, *, replace: bool) -> None:
    """Write the library NAME to FILE, with its corrections, or with --texts every text of it, byte for byte."""
    if (file is None) == (folder is None):
        raise click.UsageError("Name either a FILE for the whole library, or a folder with --texts.")
    with open_store() as store:
        library = store.libraries.find(alone(), name)
        if folder is not None:
            written = write_originals(store.dumps.originals(alone(), library.id), folder)
            click.echo(f"{len(written)} texts of {library.name!r} are in {str(folder)!r}.")
        elif file is not None:
            with written_whole(file, replace=replace) as stream:
                store.archives.export(alone(), library.id, stream)
            click.echo(f"{library.name!r} is in {str(file)!r}. Take it back with: python -m lib import FILE")
