"""The six chapters: the same tables, figures and sentences as on the pages, for the part that is in view."""

from collections.abc import Callable, Iterator

from lib import charts, tables, words
from lib.network import keep_largest, locate_people, read_network
from lib.report.model import Block, Chapter, block
from lib.report.reading import Reading
from lib.selection.options import BY, COMPARE, GROUP, MEASURE, PER, SHAPE, WINDOW
from lib.work.counts import kept_counts

_REASONS = ("year_reason", "owner_reason", "owner_confidence", "field", "novelty", "ai_score", "header_captured")
_LONG = ("terms", "central", "authors")  # columns that leave no room on paper; the words of topics have a figure


def write_chapters(reading: Reading) -> Iterator[Chapter]:
    """The chapters; without papers in view the overview alone, which says so."""
    papers = reading.shown.papers
    yield Chapter("Overview", "What is in view?", tuple(_gauges(reading)), tuple(overview(reading)))
    if papers.empty:
        return
    for title, question, blocks in _CHAPTERS:
        caution = (words.scores.caution(papers),) if blocks is scores else ()
        yield Chapter(title, question, caution, tuple(blocks(reading)))


def _gauges(reading: Reading) -> Iterator[str]:
    whole, shown = len(reading.corpus.papers), reading.shown
    yield f"In view: {len(shown.papers):,} of {whole:,} papers of the library ({reading.part.words})."
    yield from reading.part.missing
    if len(shown.papers):
        yield words.overview.summary(tables.overview.summary(shown))


def overview(reading: Reading) -> Iterator[Block]:
    """Who is in view, the categories, what headers claim, and what is not certain."""
    shown = reading.shown
    authors = tables.overview.authors(shown)
    yield Block("Authors", words.overview.authors(authors), authors.drop(columns=list(_REASONS)))
    sizes = tables.overview.categories(shown.papers)
    yield block(charts.overview.categories(sizes), sizes, words.overview.categories(sizes), 4)
    claimed = tables.overview.claimed(authors)
    yield block(charts.overview.claimed(claimed), claimed, words.overview.claimed(claimed), 4)
    doubts = tables.overview.doubts(shown)
    yield Block("What could not be read or is not certain", words.overview.doubts(doubts), doubts)


def topics(reading: Reading) -> Iterator[Block]:
    """The map, the topics and their words; each paper's own words where there are too few to cluster."""
    frames, shown = reading.topics, reading.shown
    why = str(frames["topics"]["why_k"].iloc[0])
    if len(frames["topics"]) < 2:
        own = tables.topics.own_terms(frames, shown.papers)
        yield Block("Each paper's own words", words.topics.own_terms(why), own)
        return
    look, authors = reading.group("topic").styles, reading.group("author")
    spots = tables.topics.places(frames, shown, authors.rows)
    drawn = charts.topics.places(spots, look, authors.marks)
    yield block(drawn, spots, words.topics.places(spots, authors.key))
    sizes = tables.topics.sizes(frames, shown)
    brief = sizes.drop(columns=list(_LONG))
    yield block(charts.topics.sizes(sizes, look), brief, words.topics.sizes(sizes))
    terms = tables.topics.terms(frames)
    yield block(charts.topics.terms(terms, look), terms, words.topics.terms(terms))
    mix = tables.topics.by_author(frames, authors.rows)
    yield block(charts.topics.by_author(mix), mix, words.topics.by_author(mix))
    evidence = tables.topics.evidence(frames)
    yield block(charts.topics.evidence(evidence), evidence, words.topics.evidence(evidence, why))


def timeline(reading: Reading) -> Iterator[Block]:
    """Every paper, periods, the pace, sums and the calendar, as the link has them."""
    by, per, measure = (reading.selection.get(option) for option in (BY, PER, MEASURE))
    papers, groups, as_of = reading.shown.papers, reading.group(by), reading.corpus.as_of
    every = tables.timeline.every_paper(papers, groups.rows)
    yield block(charts.timeline.every_paper(every, groups.styles), every, words.timeline.every_paper(every))
    periods = tables.timeline.per_period(papers, groups.rows, per, as_of)
    said = words.timeline.per_period(periods, per, groups.shared)
    yield block(charts.timeline.per_period(periods, groups.styles, measure), periods, said)
    window = int(reading.selection.get(WINDOW))
    pace = tables.timeline.course(papers, per, as_of, window)
    yield block(charts.timeline.course(pace, per), pace, words.timeline.course(pace, per, window))
    sums = tables.timeline.cumulative(papers, groups.rows)
    yield block(charts.timeline.cumulative(sums, groups.styles), sums, words.timeline.cumulative(sums))
    months = tables.timeline.calendar(papers, as_of)
    yield block(charts.timeline.calendar(months), months, words.timeline.calendar(months))


def scores(reading: Reading) -> Iterator[Block]:
    """Every score, the spread of each group, pairs of groups, and who shows a score at all."""
    groups = reading.group(reading.selection.get(GROUP))
    every = tables.scores.every_paper(reading.shown, groups.rows)
    yield block(charts.scores.every_paper(every, groups.styles), every, words.scores.every_paper(every))
    spread = tables.scores.by_group(every, tables.scores.choose_shape(reading.selection.get(SHAPE), every))
    curves = tables.scores.ridgeline(every)
    drawn = charts.scores.by_group(spread, every, curves, groups.styles)
    yield block(drawn, spread, words.scores.by_group(spread))
    found = tables.scores.compared(every)
    pairs = tables.scores.comparison(found, every)
    yield block(charts.scores.comparison(pairs), pairs, words.scores.comparison(pairs, found), 3)
    covered = tables.scores.coverage(reading.shown.papers, groups.rows)
    yield block(charts.scores.coverage(covered, groups.styles), covered, words.scores.coverage(covered), 2)


def compare(reading: Reading) -> Iterator[Block]:
    """The authors that the link names, or those with most papers: spans, mixes, words that set them apart, code."""
    ours = reading.rivals(reading.selection.get(COMPARE))
    spans = tables.compare.span(reading.shown.papers, ours.rows, len(reading.corpus.papers))
    yield block(charts.compare.span(spans, ours.styles), spans, words.compare.span(spans))
    if len(reading.topics["topics"]) > 1:
        parts = reading.group("topic", len(reading.topics["topics"]))
        mix = tables.compare.mix(ours.rows, parts.rows)
        yield block(charts.compare.mix(mix, parts.styles, "topic"), mix, words.compare.mix(mix, "topic"))
    terms = tables.compare.apart(ours.rows, kept_counts(reading.corpus))
    yield block(charts.compare.apart(terms, ours.styles), terms, words.compare.apart(terms))
    code = tables.compare.code(spans)
    yield block(charts.compare.code(code, ours.styles), code, words.compare.code(code))


def network(reading: Reading) -> Iterator[Block]:
    """Who writes with whom, and the closest pairs."""
    found = read_network(reading.shown.authorships, reading.shown.papers)
    drawn = keep_largest(found)
    people = tables.network.graph(locate_people(drawn))
    yield block(charts.network.graph(people, drawn.ties), people, words.network.graph(people, drawn))
    pairs = tables.network.ties(found)
    yield block(charts.network.ties(pairs), pairs, words.network.ties(pairs))


_CHAPTERS: tuple[tuple[str, str, Callable[[Reading], Iterator[Block]]], ...] = (
    ("Topics", "What are the papers about?", topics),
    ("Timeline", "When were the papers published?", timeline),
    ("Scores", "How are the scores spread?", scores),
    ("Compare", "How do these authors differ?", compare),
    ("Network", "Who writes with whom?", network),
)
