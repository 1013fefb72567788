"""A report: one HTML file with the figures, sentences and numbers of a selection, and where they come from.

model       Report, Chapter, Block: what stands in it, in order
reading     a library, the part of it in view, its groups and topics: what chapters read
chapters    the six chapters, each from the triple tables | charts | words that its page has
picked      what a reader picked in a figure, marked in it
pieces      a figure that is taller than a sheet of paper
glimpse     the one figure that stands for a view
story       a dashboard: its views in order, with the text between
provenance  dumps, capture days, corrections, versions, seed
figures     a figure as data that the script in the file draws
numbers     a table as HTML
font        the typeface, embedded
apart       the same by a process of its own (`python -m lib.report`)
page        all of it as one file that asks nobody for anything
"""

from collections.abc import Iterator

from lib.report.chapters import write_chapters
from lib.report.model import Block, Chapter, Report
from lib.report.page import to_html
from lib.report.provenance import describe_origin
from lib.report.reading import Reading
from lib.work import Tell, untold

CHAPTERS = 7  # with the last, which says where it all comes from
__all__ = ["CHAPTERS", "Block", "Chapter", "Reading", "Report", "make_report", "to_html", "write_chapters"]


def make_report(reading: Reading, title: str = "", note: str = "", tell: Tell = untold) -> Report:
    """The report of a part of a library; its title is what the selection says, unless another is given."""
    chapters = (*_told(write_chapters(reading), tell), describe_origin(reading))
    return Report(title or reading.title, note, chapters)


def _told(chapters: Iterator[Chapter], tell: Tell) -> Iterator[Chapter]:
    for number, chapter in enumerate(chapters, start=1):
        yield chapter
        tell(number / CHAPTERS, f"The chapter “{chapter.title}” is written")
