"""How the Scores page draws the spread of the scores: as the reader asks, or as their number allows."""

import pandas as pd

from lib.grouping import Grouping
from lib.selection.options import SHAPE
from lib.statistics import MINIMUM_FOR_STEPS
from pages.shared.frame import View, show, show_table
from pages.shared.kept import charts, tables, words
from pages.shared.memory import once

LABELS = {shape: shape.capitalize() for shape in SHAPE.allowed} | {"auto": "Suggested", "ecdf": "Stairs (ECDF)"}


def draw(view: View, scores: pd.DataFrame, groups: Grouping) -> None:
    """Show the scores in view (rows of `tables.scores.every_paper`) in one shape."""
    shape = tables.scores.choose_shape(view.selection.get(SHAPE), scores)
    if shape == "ecdf":
        steps = tables.scores.distribution(scores)
        figure = charts.scores.distribution(steps, groups.styles)
        show(figure, steps, words.scores.distribution(steps), least=MINIMUM_FOR_STEPS)
    elif shape == "histogram":
        bins = tables.scores.histogram(view.papers)
        show(charts.scores.histogram(bins), bins, words.scores.histogram(bins))
    elif shape == "ridgeline":
        curves = tables.scores.ridgeline(scores)
        figure = charts.scores.ridgeline(curves, scores, groups.styles)
        show(figure, curves, words.scores.ridgeline(curves, scores))
    else:
        _draw_groups(shape, scores, groups)


def _draw_groups(shape: str, scores: pd.DataFrame, groups: Grouping) -> None:
    spread = tables.scores.by_group(scores, shape)
    sentence = words.scores.by_group(spread)
    if shape == "table":
        show_table("Scores by group", once(_without_ids, spread), sentence)
    else:
        curves = tables.scores.ridgeline(scores)
        show(charts.scores.by_group(spread, scores, curves, groups.styles), spread, sentence)


def _without_ids(spread: pd.DataFrame) -> pd.DataFrame:
    return spread.drop(columns="group")
