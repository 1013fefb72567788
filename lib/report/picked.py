"""Figures in which a reader picked something: they show what it was picked from, too, as on the page."""

from dataclasses import replace

import plotly.graph_objects as go

from lib.charts.points import identity_of
from lib.report.model import Block
from lib.report.reading import Reading
from lib.selection import PickKind
from lib.words.phrases import count


def show_picked(reading: Reading, kind: PickKind, block: Block) -> Block:
    """The block of a figure whose points stand for a `kind` and that shows all that the filters leave.

    What was picked in it is marked, and the sentence says so.
    """
    if not reading.selection.picks or block.figure is None:
        return block
    marked = _mark(block.figure, frozenset(reading.selection.picked(kind)))
    beside = f"It shows all {count(len(reading.unpicked.papers))} that the filters leave"
    said = f"{beside}; what was picked stands out." if marked else f"{beside}, whatever was picked."
    return replace(block, sentence=f"{block.sentence} {said}")


def _mark(figure: go.Figure, values: frozenset[str]) -> bool:
    """Let the points that stand for these identities stand out; whether there are any."""
    traces = [trace for trace in figure.data if trace.type != "treemap" and trace.customdata is not None]
    found = [[at for at, point in enumerate(trace.customdata) if identity_of(point) in values] for trace in traces]
    if any(found):
        for trace, points in zip(traces, found, strict=True):
            trace.selectedpoints = points
    return any(found)
