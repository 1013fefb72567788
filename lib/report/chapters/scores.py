"""Every score, their spread as the link draws it, pairs of groups, dates, who shows a score, and what headers claim."""

from collections.abc import Iterator

import pandas as pd

from lib import charts, tables, words
from lib.grouping import Grouping
from lib.report.model import Block, block
from lib.report.picked import show_picked
from lib.report.reading import Reading
from lib.selection.options import GROUP, SHAPE
from lib.statistics import MINIMUM_FOR_STEPS


def blocks(reading: Reading) -> Iterator[Block]:
    """What the page Scores shows."""
    groups = reading.group(reading.selection.get(GROUP))
    every = tables.scores.every_paper(reading.unpicked, groups.rows)
    drawn = charts.scores.every_paper(every, groups.styles)
    yield show_picked(reading, "paper", block(drawn, every, words.scores.every_paper(every)))
    scores = tables.scores.every_paper(reading.shown, groups.rows)
    yield _spread(reading, scores, groups)
    found = tables.scores.compared(scores)
    pairs = tables.scores.comparison(found, scores)
    yield block(charts.scores.comparison(pairs), pairs, words.scores.comparison(pairs, found), 3)
    dated = tables.scores.against_date(scores)
    trend = words.scores.against_date(dated, tables.scores.trend(dated))
    yield block(charts.scores.against_date(dated, groups.styles), dated, trend, 3)
    covered = tables.scores.coverage(reading.shown.papers, groups.rows)
    yield block(charts.scores.coverage(covered, groups.styles), covered, words.scores.coverage(covered), 2)
    without = tables.scores.unscored(reading.shown.papers, groups.rows)
    yield Block("Papers without a score", words.scores.unscored(without, covered), without)
    selection = reading.selection
    claims = tables.scores.headers(reading.corpus, (*selection.authors, *selection.picked("author")))
    yield block(charts.scores.headers(claims), claims, words.scores.headers(claims), 11)


def _spread(reading: Reading, scores: pd.DataFrame, groups: Grouping) -> Block:
    """The scores in view (rows of `tables.scores.every_paper`) in one shape, the same as on the page."""
    shape = tables.scores.choose_shape(reading.selection.get(SHAPE), scores)
    if shape == "ecdf":
        steps = tables.scores.distribution(scores)
        drawn = charts.scores.distribution(steps, groups.styles)
        return block(drawn, steps, words.scores.distribution(steps), MINIMUM_FOR_STEPS)
    if shape == "histogram":
        bins = tables.scores.histogram(reading.shown.papers)
        return block(charts.scores.histogram(bins), bins, words.scores.histogram(bins))
    curves = tables.scores.ridgeline(scores)
    if shape == "ridgeline":
        drawn = charts.scores.ridgeline(curves, scores, groups.styles)
        return block(drawn, curves, words.scores.ridgeline(curves, scores))
    spread = tables.scores.by_group(scores, shape)
    sentence = words.scores.by_group(spread)
    if shape == "table":
        return Block("Scores by group", sentence, spread.drop(columns="group"))
    return block(charts.scores.by_group(spread, scores, curves, groups.styles), spread, sentence)
