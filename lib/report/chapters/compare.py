"""The authors that the link names, or those with most papers: what they claim, their years, mixes and words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from lib import charts, tables, words
from lib.grouping import Grouping
from lib.report.model import Block, block
from lib.report.pieces import in_pieces
from lib.report.reading import Reading
from lib.selection.options import COMPARE
from lib.similar import weigh, weigh_authors
from lib.work.counts import kept_counts


def paragraphs(reading: Reading) -> Iterator[str]:
    """What sets each author apart, and what each two have in common, in plain words."""
    found = _Rivals(reading)
    for label in found.spans["label"]:
        yield " ".join(said.text for said in words.compare.author(str(label), found.spans, found.topics, found.terms))
    for _, row in found.shared.iterrows():
        yield " ".join(said.text for said in words.compare.pair(row, found.alike))


def blocks(reading: Reading) -> Iterator[Block]:
    """What the page Compare shows."""
    found = _Rivals(reading)
    yield from _years(reading, found)
    yield from _mixes(reading, found)
    ours = found.ours
    code, covered = tables.compare.code(found.spans), tables.scores.coverage(reading.shown.papers, ours.rows)
    yield block(charts.compare.code(code, ours.styles), code, words.compare.code(code))
    yield block(charts.scores.coverage(covered, ours.styles), covered, words.scores.coverage(covered))
    both = tables.compare.sharing(found.shared)
    yield block(charts.compare.shared(both), both, words.compare.shared(found.shared), 3)
    weights = weigh_authors(weigh(kept_counts(reading.corpus)), reading.corpus.listings)
    like = tables.compare.similar(ours.rows, weights, reading.corpus.labels)
    yield Block("Most like them", words.compare.similar(like), like)


def _years(reading: Reading, found: "_Rivals") -> Iterator[Block]:
    ours, spans, papers, as_of = found.ours, found.spans, reading.shown.papers, reading.corpus.as_of
    claims = tables.compare.claims(reading.corpus.profiles, reading.corpus.labels, tuple(spans["group"]))
    yield Block("What the headers claim", words.compare.claims(claims), claims)
    yield block(charts.compare.span(spans, ours.styles), spans, words.compare.span(spans))
    years = tables.compare.years(papers, ours.rows, as_of)
    yield block(charts.compare.years(years, ours.styles), years, words.compare.years(years))
    careers = tables.timeline.careers(papers, ours.rows, as_of)
    yield block(charts.timeline.careers(careers, ours.styles), careers, words.timeline.careers(careers))


def _mixes(reading: Reading, found: "_Rivals") -> Iterator[Block]:
    ours, mix, alike, terms = found.ours, found.topics, found.alike, found.terms
    look = reading.group("topic", _TOPICS).styles
    yield block(charts.compare.mix(mix, look, "topic"), mix, words.compare.mix(mix, "topic"))
    yield block(charts.compare.likeness(alike, "topics"), alike, words.compare.likeness(alike, "topic"), 3)
    telling = block(charts.compare.apart(terms, ours.styles), terms, words.compare.apart(terms))
    yield in_pieces(telling, "group", "z", lambda part: charts.compare.apart(part, ours.styles))
    categories = reading.group("category")
    mixed = tables.compare.mix(ours.rows, categories.rows)
    drawn = charts.compare.mix(mixed, categories.styles, "category")
    yield block(drawn, mixed, words.compare.mix(mixed, "category"))


_TOPICS = 60  # all that there can be


@dataclass(frozen=True, eq=False)
class _Rivals:
    """The authors who are compared, and the tables that figures and paragraphs share."""

    reading: Reading

    @cached_property
    def ours(self) -> Grouping:
        return self.reading.rivals(self.reading.selection.get(COMPARE))

    @cached_property
    def spans(self) -> pd.DataFrame:
        return tables.compare.span(self.reading.shown.papers, self.ours.rows, len(self.reading.corpus.papers))

    @cached_property
    def topics(self) -> pd.DataFrame:
        return tables.compare.mix(self.ours.rows, self.reading.group("topic", _TOPICS).rows)

    @cached_property
    def terms(self) -> pd.DataFrame:
        return tables.compare.apart(self.ours.rows, kept_counts(self.reading.corpus))

    @cached_property
    def alike(self) -> pd.DataFrame:
        return tables.compare.likeness(self.topics)

    @cached_property
    def shared(self) -> pd.DataFrame:
        return tables.compare.shared(self.ours.rows, self.reading.network)
