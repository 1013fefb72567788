"""The last chapter of every report: dumps and days, corrections, versions, seed, and the lines of each paper."""

from collections.abc import Iterator

from lib.export import list_papers
from lib.opening import origin
from lib.report.model import Block, Chapter
from lib.report.reading import Reading
from lib.words.phrases import count


def describe_origin(reading: Reading) -> Chapter:
    """What the figures of the report rest on."""
    said = origin.sentences(reading.library, reading.part)
    return Chapter("Where this comes from", "What do these figures rest on?", said, tuple(_blocks(reading)))


def _blocks(reading: Reading) -> Iterator[Block]:
    dumps = origin.dumps(reading.shown)
    yield Block("The dumps", f"{count(len(dumps), 'dump')}, each as copied on its day.", dumps)
    corrections = origin.corrections(reading.library)
    if len(corrections):
        yield Block("The corrections", f"{count(len(corrections), 'correction')} in force, newest first.", corrections)
    papers = list_papers(reading.shown).drop(columns=["paper_id", "abstract", "authors_complete", "badges"])
    lines = "Lines count from 1 in the text of the dump, which is the newest one that lists the paper."
    yield Block("The papers", f"{count(len(papers))}. {lines}", papers)
