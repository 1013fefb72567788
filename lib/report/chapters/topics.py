"""The map, the topics, their words and their years; each paper's own words where there are too few to cluster."""

from collections.abc import Iterator

from lib import charts, tables, words
from lib.report.model import Block, block
from lib.report.picked import show_picked
from lib.report.pieces import in_pieces
from lib.report.reading import Reading
from lib.selection.options import MEASURE

_LONG = ("terms", "central", "authors")  # columns that the table below it prints
_NUMBERS = ("stability", "unstable", "first_year", "last_year", "coded", "scored", "mean_score")


def blocks(reading: Reading) -> Iterator[Block]:
    """What the page Topics shows."""
    frames, shown = reading.topics, reading.shown
    if len(frames["topics"]) < 2:
        own = tables.topics.own_terms(frames, shown.papers)
        yield Block("Each paper's own words", words.topics.own_terms(str(frames["topics"]["why_k"].iloc[0])), own)
    else:
        yield from _clustered(reading)


def _clustered(reading: Reading) -> Iterator[Block]:
    frames, look, authors = reading.topics, reading.group("topic").styles, reading.group("author")
    spots = tables.topics.places(frames, reading.unpicked, authors.rows)
    drawn = charts.topics.places(spots, look, authors.marks)
    yield show_picked(reading, "paper", block(drawn, spots, words.topics.places(spots, authors.key)))
    sizes = tables.topics.sizes(frames, reading.unpicked)
    each = block(charts.topics.sizes(sizes, look), sizes, words.topics.sizes(sizes), unprinted=_LONG)
    yield show_picked(reading, "topic", each)
    details = tables.topics.details(sizes)
    yield Block("Topic by topic", words.topics.details(sizes), details, unprinted=_NUMBERS)
    terms = tables.topics.terms(frames)
    telling = block(charts.topics.terms(terms, look), terms, words.topics.terms(terms))
    yield in_pieces(telling, "topic", "weight", lambda part: charts.topics.terms(part, look))
    yield _periods(reading)
    mix = tables.topics.by_author(frames, authors.rows)
    yield block(charts.topics.by_author(mix), mix, words.topics.by_author(mix))
    evidence, why = tables.topics.evidence(frames), str(frames["topics"]["why_k"].iloc[0])
    yield block(charts.topics.evidence(evidence), evidence, words.topics.evidence(evidence, why))
    close = tables.topics.borderline(tables.topics.places(frames, reading.shown, authors.rows))
    yield block(charts.topics.borderline(close, look), close, words.topics.borderline(close))
    branches = tables.topics.tree(frames)
    yield block(charts.topics.tree(branches, look), branches, words.topics.tree(branches))


def _periods(reading: Reading) -> Block:
    groups, look = tables.topics.groups(reading.topics), reading.group("topic").styles
    table = tables.timeline.per_period(reading.shown.papers, groups, "year", reading.corpus.as_of)
    drawn = charts.timeline.per_period(table, look, reading.selection.get(MEASURE))
    return block(drawn, table, words.timeline.per_period(table, "year", 0))
