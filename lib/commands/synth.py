"""`synth`: made-up dumps, to try things out on, to test against a known truth and to measure with."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import click

from lib.errors import InputError
from lib.synth import SynthDump, describe_truth, make_group


@click.command(
    epilog="Example: python -m lib synth --profiles 12 --papers 300 --seed 7 --out group --truth truth.jsonl"
)
@click.option("--profiles", type=click.IntRange(min=1), default=12, show_default=True, help="Authors with a page.")
@click.option(
    "--papers", type=click.IntRange(min=1), default=300, show_default=True, help="Different papers between them."
)
@click.option("--seed", type=int, default=7, show_default=True, help="The same seed makes the same dumps.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder for the dumps, a file each; without it they are printed one after the other.",
)
@click.option(
    "--truth",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write what the dumps really say, with each paper's topic, a line of JSON per dump.",
)
def command(profiles: int, papers: int, seed: int, out: Path | None, truth: Path | None) -> None:
    """Make dumps of authors who do not exist, with topics, co-authors, shared papers and several captures.

    All names, titles, abstracts and figures are invented. The day of its capture ends each dump's file name.
    """
    try:
        _make(_report(make_group(profiles, papers, seed), profiles), out, truth)
    except BrokenPipeError:
        raise  # whoever reads our output has seen enough; click knows what to do
    except OSError as error:
        raise InputError(
            f"The dumps cannot be written: {error}. Choose another place with --out or --truth."
        ) from error


def _make(dumps: Iterator[SynthDump], out: Path | None, truth: Path | None) -> None:
    written: set[str] = set()
    with ExitStack() as stack:
        if out:
            out.mkdir(parents=True, exist_ok=True)
        truths = stack.enter_context(truth.open("wb")) if truth else None
        for dump in dumps:
            if out:
                (out / dump.file).write_bytes(dump.text.encode())
                written.add(dump.file)
            else:
                click.echo(dump.text, nl=False)
                click.echo("\n")
            if truths:
                truths.write(describe_truth(dump))
    if out:
        _warn_of_others(out, written)


def _warn_of_others(out: Path, written: set[str]) -> None:
    others = sum(path.name not in written for path in out.glob("*.txt"))
    if others:
        click.echo(f"{out} holds {others:,} more text files that were not made just now.", err=True)


def _report(dumps: Iterator[SynthDump], profiles: int) -> Iterator[SynthDump]:
    """The dumps, with a line on standard error for every second that making them takes, and a sum at the end."""
    owners: set[str] = set()
    records, count, shown = 0, 0, time.monotonic()
    for dump in dumps:
        yield dump
        owners.add(dump.owner)
        records, count = records + len(dump.papers), count + 1
        if time.monotonic() - shown > 1:
            shown = time.monotonic()
            click.echo(f"{len(owners):,} of {profiles:,} profiles, {records:,} records", err=True)
    click.echo(f"Made {count:,} dumps of {len(owners):,} invented authors with {records:,} records.", err=True)
