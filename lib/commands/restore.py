"""`restore`: a backup in the place of everything that is there."""

from datetime import UTC, datetime
from pathlib import Path

import click

from lib.store import alone, open_store
from lib.store.outside import written_whole
from lib.store.places import data_folder


@click.command(epilog="Example: python -m lib restore oeuvre-monday.backup")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(file: Path, *, yes: bool) -> None:
    """Put the backup FILE in the place of all libraries, after a backup of what is there now."""
    with open_store() as store:
        there = len(store.libraries.all(alone()))
        if not yes:
            click.confirm(f"Replace everything ({there} libraries) by what is in {str(file)!r}?", abort=True)
        aside = data_folder() / f"before-restore-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.backup"
        aside.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(aside) as stream:
            store.archives.back_up(alone(), stream)
        with file.open("rb") as stream:
            store.archives.restore(alone(), stream)
        click.echo(
            f"Restored {len(store.libraries.all(alone()))} libraries. What was there before is in {str(aside)!r}."
        )
