"""The six chapters: the tables, figures and sentences of the six pages of the same names, for the part in view.

A chapter lists what its page shows, in the same order and from the same tables. Two lists, because a page is more than
one: it has controls, waits for what takes long, and keeps what it made. tests/test_script.py holds them together.
"""

from collections.abc import Callable, Iterator

from lib import tables, words
from lib.report.chapters import compare, network, overview, scores, timeline, topics
from lib.report.model import Block, Chapter
from lib.report.reading import Reading

ABSENT = {"The papers in view": "the last chapter lists every paper, with its lines"}  # of what pages show, and why


def write_chapters(reading: Reading) -> Iterator[Chapter]:
    """The chapters; without papers in view the overview alone, which says so."""
    for title, question, said, blocks in _CHAPTERS[: 1 if reading.shown.papers.empty else None]:
        yield Chapter(title, question, tuple(said(reading)), tuple(blocks(reading)))


def _in_view(reading: Reading) -> Iterator[str]:
    whole, shown = len(reading.corpus.papers), reading.shown
    yield f"In view: {len(shown.papers):,} of {whole:,} papers of the library ({reading.part.words})."
    yield from reading.part.missing
    if len(shown.papers):
        yield words.overview.summary(tables.overview.summary(shown))


def _caution(reading: Reading) -> Iterator[str]:
    yield words.scores.caution(reading.unpicked.papers)


def _nothing(reading: Reading) -> Iterator[str]:  # noqa: ARG001 - others read it
    yield from ()


_CHAPTERS: tuple[
    tuple[str, str, Callable[[Reading], Iterator[str]], Callable[[Reading], Iterator[Block]]],
    ...,
] = (
    ("Overview", "What is in view?", _in_view, overview.blocks),
    ("Topics", "What are the papers about?", _nothing, topics.blocks),
    ("Timeline", "When were the papers published?", _nothing, timeline.blocks),
    ("Scores", "How are the scores spread?", _caution, scores.blocks),
    ("Compare", "How do these authors differ?", compare.paragraphs, compare.blocks),
    ("Network", "Who writes with whom?", _nothing, network.blocks),
)
