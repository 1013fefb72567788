"""A dashboard told: its views in their order, each with the figure that stands for it, and the text between them.

It needs a corpus and nothing else of a library, so that who has a link to one dashboard can be told the same.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple
from urllib.parse import parse_qs

import pandas as pd
import streamlit as st

from lib import opening
from lib.corpus import Corpus
from lib.report import Block, Reading
from lib.report.figures import to_svg
from lib.report.glimpse import glimpse
from lib.selection import Selection, read_query
from lib.store import Dashboard, Passage, SavedView
from pages.shared import figure
from pages.shared.cached import Part
from pages.shared.contents import CONTENTS, Page
from pages.shared.figure import Place
from pages.shared.memory import recall
from pages.shared.notice import muted, prose, say, titled
from pages.shared.parts import part_of
from pages.shared.topical import topics_of

MOST = 2_000  # points that a figure can show without WebGL
ROOM = 4  # figures with WebGL: a browser gives up the first ones when there are more
_PAGES = {page.name: page for pages in CONTENTS.values() for page in pages}


@dataclass(frozen=True)
class Told:
    """One view of a dashboard: the page, what it shows, and what of its link cannot be understood.

    `mark` names it among the views of all versions of the dashboard: comments are about it.
    """

    page: Page
    selection: Selection
    complaints: tuple[str, ...]
    mark: str


class Spot(NamedTuple):
    """Where a view is drawn: what its parts are called, and whether there is room for a figure with WebGL."""

    name: str
    room: bool


class _Reading(Reading):
    """A part of a library with its topics as the pages compute, keep and name them."""

    @cached_property
    def topics(self) -> dict[str, pd.DataFrame]:
        return topics_of(self.corpus, self.selection)


def views(dashboard: Dashboard, library: str) -> Iterator[Told | Passage | SavedView]:
    """The blocks of a dashboard, views as they are to be shown; a view of a page that is no more stays as it is.

    `library` is what links call the library now: it may have been copied since the views were saved.
    """
    times = Counter[str]()
    for block in dashboard.blocks:
        told = block if isinstance(block, Passage) else read_view(block, library)
        if isinstance(told, Told):
            times[told.mark] += 1
            again = times[told.mark]
            told = told if again == 1 else replace(told, mark=f"{told.mark} {again}")  # comments are about one of them
        yield told


def read_view(view: SavedView, library: str) -> Told | SavedView:
    """What the view shows."""
    if view.page not in _PAGES:
        return view
    selection, complaints = read_query(parse_qs(view.query, keep_blank_values=True))
    return Told(_PAGES[view.page], replace(selection, library=library), complaints, mark_of(view))


def mark_of(view: SavedView) -> str:
    """What comments call the view: the same as long as the view is, wherever it stands."""
    digest = hashlib.blake2b(view.query.encode("utf-8", "replace"), digest_size=6).hexdigest()
    return f"{view.page} {digest}"


def tell(dashboard: Dashboard, corpus: Corpus, library: str, after: Callable[[Told], None] | None = None) -> None:
    """Draw the whole story; `after` draws what stands below each view, such as the way to it."""
    room = ROOM
    for number, block in enumerate(views(dashboard, library)):
        match block:
            case Passage(text):
                prose(text)
            case SavedView(page, _):
                say(f"This view is of a page {page!r}, which there is no more.", ":material/link_off:")
            case Told():
                with st.container(border=True, gap="small"):
                    room -= _view(block, corpus, Spot(f"view-{number}", room > 0))
                    if after:
                        after(block)


def _view(told: Told, corpus: Corpus, spot: Spot) -> bool:
    """Draw one view; whether it needs WebGL."""
    part = part_of(corpus, told.selection)
    muted(f"{told.page.title} · {len(part.shown.papers):,} of {len(corpus.papers):,} papers · {part.words}")
    lacking = (*told.complaints, *part.missing)
    if lacking:
        say("\n".join(lacking), ":material/link_off:")
    block = _block(told, corpus, part)
    if block is not None:
        return _draw(block, spot)
    if part.shown.papers.empty:
        muted("No paper is in this view.")
    return False


def _block(told: Told, corpus: Corpus, part: Part) -> Block | None:
    key = ("glimpse", corpus.id, told.page.name, told.selection)
    return recall(key, lambda: _made(told, corpus, part))


def _made(told: Told, corpus: Corpus, part: Part) -> Block | None:
    read = opening.Part(told.selection, part.shown, part.unpicked, part.words, part.missing)
    reading = _Reading(opening.Opened(told.selection.library, corpus), read)
    block = glimpse(told.page.name, reading, part.found.papers["paper_id"] if part.found else None)
    if block is None or block.figure is None or len(block.table) > MOST:
        return block
    return replace(block, figure=to_svg(block.figure))


def _draw(block: Block, spot: Spot) -> bool:
    heavy = block.figure is not None and len(block.table) > MOST
    if block.figure is not None and (spot.room or not heavy):
        figure.draw(block.figure, block.table, block.sentence, Place(f"story.{spot.name}", name=spot.name))
        return heavy
    titled(block.title, 3)
    muted(block.sentence)
    if heavy:
        muted(
            f"Its {len(block.table):,} points are drawn on its page only: there are more large figures than fit here."
        )
    elif len(block.table):
        figure.rows(block.table, f"rows-{spot.name}")
    return False
