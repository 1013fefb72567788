"""A dump as a person reads it in a terminal: whose page, what it claims, its papers, what could not be read."""

import re
from collections.abc import Iterator

import click

from lib.dumps.model import Dump, Header, Problem, Record

_COLOURS = {"header": "green", "reader": "green", "proven": "green", "likely": "yellow", "unknown": "red"}
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def summarise(dump: Dump) -> Iterator[str]:
    """The summary's lines, with colours; `click.echo` takes them out where nobody would see them."""
    papers = f"{len(dump.records)} {'paper' if len(dump.records) == 1 else 'papers'}"
    yield click.style(_plain(dump.file or "dump"), bold=True) + f": {papers}, {dump.layout}, captured {dump.captured}"
    yield from _summarise_owner(dump)
    if dump.header:
        yield f"  Header: {_summarise_header(dump.header)}"
    if dump.year.year is not None:
        yield f"  Dates without a year: {_plain(dump.year.reason)}"
    for position, record in enumerate(dump.records, start=1):
        yield from _summarise_record(position, record)
    for problem in dump.problems:
        yield _summarise_problem(problem, dump.first_line - 1)


def _summarise_owner(dump: Dump) -> Iterator[str]:
    owner = dump.owner
    name = _plain(owner.name) if owner.name else "nobody named"
    sure = click.style(owner.confidence, fg=_COLOURS[owner.confidence])
    yield f"  Owner: {click.style(name, bold=True)} ({sure}). {_plain(owner.reason)}"


def _summarise_header(header: Header) -> str:
    figures = (
        (header.field, ""),
        (header.h_index, "h-index "),
        (header.paper_count, "papers "),
        (header.citations, "citations "),
        (header.novelty, "Novelty "),
        (header.ai_score, "AI Score "),
    )
    return " · ".join(f"{label}{value}" for value, label in figures if value is not None) or "a name only"


def _summarise_record(position: int, record: Record) -> Iterator[str]:
    score = "" if record.score is None else f"{record.score:g}"
    day = str(record.date or "no date") + (" " if record.year_shown or record.date is None else "*")
    badges = click.style(" ".join(("", *map(_plain, record.badges))), fg="cyan")
    doubt = click.style("  title and authors are doubtful", fg="yellow") if record.doubtful else ""
    yield f"{position:5}  {day:<11}  {score:>5}  {_plain(record.category):<4} {_plain(record.title)}{badges}{doubt}"
    authors = ", ".join(record.authors) + (" et al." if record.more_authors else "")
    yield click.style(f"{'':33}{_plain(authors)}", dim=True)


def _summarise_problem(problem: Problem, above: int) -> str:
    kind = click.style(problem.severity, fg="red" if problem.severity == "problem" else "blue")
    found, expected = _plain(problem.found), _plain(problem.expected)
    return f"  {kind} in line {problem.line + above}: found {found!r}, expected {expected}."


def _plain(text: str) -> str:
    """The text without what would steer a terminal."""
    return _CONTROLS.sub("\ufffd", text)
