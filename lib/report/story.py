"""A dashboard as a report: its views in their order, each with the figure that stands for it, and the text between."""

from collections.abc import Iterator
from urllib.parse import parse_qs

import pandas as pd

from lib import words
from lib.corpus import Corpus
from lib.opening import Opened, Part, narrow
from lib.opening.saved import Saved
from lib.report.glimpse import glimpse
from lib.report.model import Chapter, Report
from lib.report.provenance import describe_origin
from lib.report.reading import Reading
from lib.selection import Selection, read_query
from lib.store import Passage, SavedView
from lib.work import Tell, untold


def tell_story(saved: Saved, tell: Tell = untold) -> Report:
    """The report of a dashboard; its last chapter says where the papers of all of its views come from."""
    dashboard, library = saved.dashboard, saved.library
    changed = words.dashboards.changed(saved.changed, dashboard) if saved.changed else ()
    chapters = [Chapter("", "", (words.dashboards.facts(dashboard), *changed), ())]
    seen: list[str] = []
    for number, block in enumerate(dashboard.blocks):
        tell(number / len(dashboard.blocks), f"Part {number + 1} of {len(dashboard.blocks)}")
        if isinstance(block, Passage):
            chapters.append(Chapter("", "", tuple(_paragraphs(block.text)), ()))
        else:
            chapter, part = _view(block, library)
            seen += [] if part is None else list(part.shown.papers["paper_id"])
            chapters.append(chapter)
    origin = describe_origin(Reading(library, _together(library.corpus, seen)))
    return Report(dashboard.title, dashboard.note, (*chapters, origin))


def _view(view: SavedView, library: Opened) -> tuple[Chapter, Part | None]:
    title = view.page.replace("_", " ").capitalize()
    selection, complaints = read_query(parse_qs(view.query, keep_blank_values=True))
    part = narrow(library.corpus, selection)
    found = None if part.found is None else pd.Series(part.found, dtype="string")
    block = glimpse(view.page, Reading(library, part), found)
    said = (*_said(view, library, part), *complaints, *part.missing)
    return Chapter(title, "", said, (block,) if block else ()), part


def _said(view: SavedView, library: Opened, part: Part) -> Iterator[str]:
    link = f"; as a link: /{view.page}?{view.query}" if view.query else ""
    yield f"{len(part.shown.papers):,} of {len(library.corpus.papers):,} papers ({part.words}){link}."
    if part.shown.papers.empty:
        yield "No paper is in this view."


def _together(corpus: Corpus, papers: list[str]) -> Part:
    """The papers of all views at once."""
    shown = corpus.only(papers)
    return Part(Selection(), shown, shown, "the papers of all views above")


def _paragraphs(text: str) -> Iterator[str]:
    yield from (part.strip() for part in text.split("\n\n") if part.strip())
