"""`papers`: the papers of files or of a library, or those that a link shows, for other programs."""

from pathlib import Path

import click

from lib.export import FORMATS, Format
from lib.opening.ask import Asked, ask_for_papers
from lib.store.outside import written_whole

_BY_ENDING = {each.ending: each for each in FORMATS.values()}


@click.command(epilog="Example: python -m lib papers --library profiles --view 'years=2024-&code=yes' --out ours.bib")
@ask_for_papers
@click.option("--format", "chosen", type=click.Choice(list(FORMATS)), help="By default what --out ends in, or BibTeX.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file, not to the screen.")
@click.option("--replace", is_flag=True, help="The file may be there already.")
def command(asked: Asked, chosen: str | None, out: Path | None, *, replace: bool) -> None:
    """Write papers as BibTeX, Excel, CSV, JSON or Parquet: of FILE, dumps or folders of them, or of a library."""
    wanted, (library, part) = _choose(chosen, out), asked.open()
    data = wanted.write(library, part)
    if out is None:
        click.echo(data, nl=False)
        return
    with written_whole(out, replace=replace) as stream:
        stream.write(data)
    papers = len(part.shown.papers)
    click.echo(f"{papers:,} paper{'' if papers == 1 else 's'} of {library.title!r} in {str(out)!r}.")


def _choose(name: str | None, out: Path | None) -> Format:
    ending = out.suffix.lower().removeprefix(".") if out else "bib"
    if name is None and ending not in _BY_ENDING:
        raise click.UsageError(f"{str(out)!r} ends in no known format; say which with --format.")
    return FORMATS[name] if name else _BY_ENDING[ending]
