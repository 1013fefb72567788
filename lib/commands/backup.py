"""`backup`: everything that is kept, in one file."""

from pathlib import Path

import click

from lib.store import alone, open_store
from lib.store.outside import written_whole


@click.command(epilog="Example: python -m lib backup oeuvre-monday.backup --replace")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="FILE may be there already.")
def command(file: Path, *, replace: bool) -> None:
    """Write all libraries, corrections, dashboards and members to FILE, as they are at one moment.

    Others may go on working meanwhile. The file fits SQLite and PostgreSQL alike.
    """
    with open_store() as store, written_whole(file, replace=replace) as stream:
        rows = store.archives.back_up(alone(), stream)
    click.echo(f"{rows:,} rows are in {str(file)!r}. Restore them with: python -m lib restore FILE")
