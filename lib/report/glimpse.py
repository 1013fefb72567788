"""The one figure, list or paper that stands for a view where there is no room for its whole page."""

from collections.abc import Callable, Iterator

import pandas as pd

from lib import tables, words
from lib.report.chapters import compare, network, overview, scores, timeline, topics
from lib.report.model import Block
from lib.report.reading import Reading
from lib.selection.options import SORT
from lib.words.phrases import count

FEW = 10  # papers of a list
_PAGES: dict[str, Callable[[Reading], Iterator[Block]]] = {
    "overview": overview.blocks,
    "topics": topics.blocks,
    "timeline": timeline.blocks,
    "scores": scores.blocks,
    "compare": compare.blocks,
    "network": network.blocks,
}


def glimpse(page: str, reading: Reading, found: "pd.Series[str] | None" = None) -> Block | None:
    """What the page of this name in links begins with for this part of a library; None where that is no paper.

    `found` are the `paper_id`s that a search answered, best first. A page that shows no papers has None, too.
    """
    if page == "papers":
        return _papers(reading, found)
    if page not in _PAGES or reading.shown.papers.empty:
        return None
    made: list[Block] = []
    for block in _PAGES[page](reading):
        made.append(block)
        if block.figure is not None:  # what comes after it is not made
            return block
    return made[0] if made else None


def _papers(reading: Reading, found: "pd.Series[str] | None") -> Block | None:
    shown, opened = reading.shown, tables.papers.find(reading.corpus, reading.selection.paper)
    if opened is not None:
        seen = tables.papers.seen(reading.corpus, str(opened["paper_id"])).drop(columns="dump_id")
        return Block(str(opened["title"]), words.papers.facts(opened), seen)
    if shown.papers.empty:
        return None
    ids = tables.papers.order(shown.papers, reading.selection.get(SORT), found).head(FEW)
    first = f"The first {len(ids)} of {count(len(shown.papers))}." if len(ids) < len(shown.papers) else ""
    listing = tables.papers.listing(shown, tuple(ids)).drop(columns="paper_id")
    return Block("Papers", first or f"{count(len(ids))}.", listing)
