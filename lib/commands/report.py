"""`report`: one HTML file with the figures, sentences and numbers of files, a library, a link's view or a dashboard."""

from pathlib import Path

import click

from lib.opening.ask import Asked, ask_for_papers
from lib.opening.saved import open_saved
from lib.report import Reading, Report, make_report, to_html
from lib.report.story import tell_story
from lib.store.outside import written_whole


@click.command(epilog="Example: python -m lib report --library profiles --view 'years=2024-' --out recent.html")
@ask_for_papers
@click.option("--dashboard", metavar="ADDRESS", help="A saved dashboard, by its address or by a link to it.")
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="An earlier version of the dashboard.")
@click.option("--as-it-was", is_flag=True, help="The dashboard on the data on which it was saved.")
@click.option("--title", default="", help="By default what the selection says, or the dashboard's own.")
@click.option("--note", default="", help="A text of your own under the title.")
@click.option(
    "--out",
    default="report.html",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write it.",
)
@click.option("--replace", is_flag=True, help="The file may be there already.")
def command(asked: Asked, /, dashboard: str | None, out: Path, *, replace: bool, **said: str | int | None) -> None:
    """Write a report that needs no server and no network, and prints well: of FILE, a library, or a dashboard."""
    title, note = str(said["title"] or ""), str(said["note"] or "")
    if dashboard:
        if not asked.nothing:
            raise click.UsageError("A dashboard has its own library and views: name nothing beside --dashboard.")
        version = int(said["version"] or 0) or None
        report = tell_story(open_saved(dashboard, version, as_it_was=bool(said["as_it_was"])))
        report = Report(title or report.title, note or report.note, report.chapters)
    else:
        report = make_report(Reading(*asked.open()), title, note)
    html = to_html(report).encode("utf-8")
    with written_whole(out, replace=replace) as stream:
        stream.write(html)
    click.echo(f"{str(out)!r}: “{report.title}”, {len(html) / 1e6:.1f} MB.")
