"""`report`: one HTML file with the figures, sentences and numbers of files, of a library, or of what a link shows."""

from pathlib import Path

import click

from lib.opening.ask import Asked, ask_for_papers
from lib.report import Reading, make_report, to_html
from lib.store.outside import written_whole


@click.command(epilog="Example: python -m lib report --library profiles --view 'years=2024-' --out recent.html")
@ask_for_papers
@click.option("--title", default="", help="By default what the selection says.")
@click.option("--note", default="", help="A text of your own under the title.")
@click.option(
    "--out",
    default="report.html",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write it.",
)
@click.option("--replace", is_flag=True, help="The file may be there already.")
def command(asked: Asked, title: str, note: str, out: Path, *, replace: bool) -> None:
    """Write a report that needs no server and no network, and prints well: of FILE, or of a library."""
    html = to_html(make_report(Reading(asked.library, asked.part), title, note)).encode("utf-8")
    with written_whole(out, replace=replace) as stream:
        stream.write(html)
    click.echo(f"{str(out)!r}: {len(asked.part.shown.papers):,} papers, {len(html) / 1e6:.1f} MB.")
