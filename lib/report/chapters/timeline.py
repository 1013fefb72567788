"""Every paper, periods, the pace, sums, careers and the calendar, as the link has them."""

from collections.abc import Iterator

from lib import charts, tables, words
from lib.report.model import Block, block
from lib.report.picked import show_picked
from lib.report.reading import Reading
from lib.selection.options import BY, MEASURE, PER, WINDOW


def blocks(reading: Reading) -> Iterator[Block]:
    """What the page Timeline shows."""
    papers, groups, as_of = reading.shown.papers, reading.group(reading.selection.get(BY)), reading.corpus.as_of
    every = tables.timeline.every_paper(reading.unpicked.papers, groups.rows)
    drawn = charts.timeline.every_paper(every, groups.styles)
    yield show_picked(reading, "paper", block(drawn, every, words.timeline.every_paper(every)))
    yield from _periods(reading)
    sums = tables.timeline.cumulative(papers, groups.rows)
    yield block(charts.timeline.cumulative(sums, groups.styles), sums, words.timeline.cumulative(sums))
    authors = reading.group("author")
    careers = tables.timeline.careers(papers, authors.rows, as_of)
    yield block(
        charts.timeline.careers(careers, authors.styles), careers, words.timeline.careers(careers, authors.others)
    )
    months = tables.timeline.calendar(papers, as_of)
    yield block(charts.timeline.calendar(months), months, words.timeline.calendar(months))


def _periods(reading: Reading) -> Iterator[Block]:
    by, per, measure, window = (reading.selection.get(option) for option in (BY, PER, MEASURE, WINDOW))
    papers, groups, as_of = reading.shown.papers, reading.group(by), reading.corpus.as_of
    periods = tables.timeline.per_period(papers, groups.rows, per, as_of)
    said = words.timeline.per_period(periods, per, groups.shared)
    yield block(charts.timeline.per_period(periods, groups.styles, measure), periods, said)
    pace = tables.timeline.course(papers, per, as_of, int(window))
    yield block(charts.timeline.course(pace, per), pace, words.timeline.course(pace, per, int(window)))
