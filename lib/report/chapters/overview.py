"""Who is in view, the categories, what headers claim, what is not certain, and what was taken for one."""

from collections.abc import Iterator

from lib import charts, tables, words
from lib.report.model import Block, block
from lib.report.picked import show_picked
from lib.report.reading import Reading

_REASONS = ("year_reason", "owner_reason", "owner_confidence", "field", "novelty", "ai_score", "header_captured")


def blocks(reading: Reading) -> Iterator[Block]:
    """What the page Overview shows."""
    shown, unpicked = reading.shown, reading.unpicked
    authors = tables.overview.authors(shown)
    yield Block("All authors in numbers", words.overview.authors(authors), authors, unprinted=_REASONS)
    sizes = tables.overview.categories(unpicked.papers)
    yield show_picked(
        reading, "category", block(charts.overview.categories(sizes), sizes, words.overview.categories(sizes), 4)
    )
    claimed = tables.overview.claimed(tables.overview.authors(unpicked))
    yield show_picked(
        reading, "author", block(charts.overview.claimed(claimed), claimed, words.overview.claimed(claimed), 4)
    )
    doubts = tables.overview.doubts(shown)
    yield Block("What could not be read or is not certain", words.overview.doubts(doubts), doubts)
    merged = tables.overview.merged(shown)
    yield Block("What was taken for one", words.overview.merged(merged), merged)
