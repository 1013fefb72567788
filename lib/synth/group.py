"""A made-up group of authors as dumps, one after the other, in memory for one laboratory at a time."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lib.dumps.model import Header, Layout, Record
from lib.dumps.writer import render
from lib.errors import InputError
from lib.synth.captures import Page, capture_pages
from lib.synth.labs import Author, World, found_lab
from lib.synth.names import ASCII
from lib.synth.papers import Paper, write_bridges, write_papers


@dataclass(frozen=True)
class SynthPaper:
    """What a record was made from: `number` is the same wherever the paper appears, `topic` is the truth to find."""

    number: int
    field: str
    topic: str
    record: Record


@dataclass(frozen=True)
class SynthDump:
    """A made-up dump and the truth about it; every name in it is invented."""

    file: str
    text: str
    captured: date
    owner: str
    layout: Layout
    header: Header | None
    papers: tuple[SynthPaper, ...]


def make_group(profiles: int, papers: int, seed: int) -> Iterator[SynthDump]:
    """The dumps of `profiles` invented authors with `papers` different papers between them, author by author.

    Four authors at a time share a field, co-authors and papers, and write a few with the four that follow. Some have
    several dumps, oldest first. The same arguments give the same dumps on every machine; memory is bounded by the
    papers of eight authors.

    Raises:
        InputError: if there is no author, or fewer papers than authors.
    """
    if not 1 <= profiles <= papers:
        raise InputError(
            f"A group of {profiles!r} profiles with {papers!r} papers cannot be made: there must be at least one "
            "profile, and at least one paper for each. Ask for more papers or for fewer profiles."
        )
    return _dumps(World(profiles, papers, seed))


def _dumps(world: World) -> Iterator[SynthDump]:
    lab = found_lab(world, 0)
    received: list[Paper] = []
    for number in range(world.labs):
        neighbour = found_lab(world, number + 1) if number + 1 < world.labs else None
        given = write_bridges(world, lab, neighbour) if neighbour else []
        papers = [*received, *given, *write_papers(world, lab, given)]
        for author in lab.owners:
            yield from _dumps_of(world, author, papers)
        if neighbour:
            lab, received = neighbour, given


def _dumps_of(world: World, author: Author, papers: list[Paper]) -> Iterator[SynthDump]:
    own = [paper for paper in papers if author.name in paper.authors]
    for page in capture_pages(world, author, own):
        truth = tuple(
            SynthPaper(paper.number, paper.topic.field, paper.topic.name, record)
            for paper, record in zip(page.papers, page.records, strict=True)
        )
        text = render(page.header, page.records, page.layout)
        yield SynthDump(_file(world, author, page), text, page.captured, author.name, page.layout, page.header, truth)


def _file(world: World, author: Author, page: Page) -> str:
    number = f"{author.profile + 1:0{len(str(world.profiles))}}"
    plain = unicodedata.normalize("NFKD", author.name.translate(ASCII)).encode("ascii", "ignore").decode()
    words = "".join(letter if letter.isalnum() else " " for letter in plain.lower()).split()
    return f"synthetic-{number}-{'-'.join(words)}-{page.captured}.txt"
