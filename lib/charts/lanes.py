"""Groups one below the other, each in its lane: dots, boxes, curves and medians around the lane's middle.

Lanes count downwards from 0; within one, -0.5 is its upper edge and 0.5 its lower. Nothing is computed here but places.
"""

from collections.abc import Sequence
from typing import TypedDict

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray

from lib.charts import points
from lib.charts.hover import days, narrow, plain, several, short
from lib.theme import FAINT, GREY, Style

MOST = 20_000  # points that a browser draws while it stays quick; evenly spaced ones stand for more
CLOSE = 40  # dots of a lane that begin to touch each other on a telephone
CROWD = 200  # dots of a lane, or of a whole figure without lanes, that begin to hide each other anywhere
_SMALL = 5  # pixels of a dot in a crowd
_EDGE = "rgba(255,255,255,0.75)"  # between dots that touch
_HALF = 0.26  # of a lane: how far boxes and curves reach from its middle
_ROW = 18  # pixels of a term's bar with the space to the next
_HEADING = {
    "x": 0,
    "xref": "paper",
    "xanchor": "left",
    "yanchor": "bottom",
    "align": "left",
    "showarrow": False,
    "font": {"size": 13},
}


class Dots(TypedDict):
    """What all dots of papers have in common, as a trace of Plotly takes it."""

    mode: str
    marker: dict[str, object]
    customdata: pd.Series
    text: NDArray[np.object_]
    hovertemplate: str


def height(lanes: int, each: int = 46) -> int:
    """Pixels of a figure with so many lanes."""
    return max(190, 104 + each * lanes)


def thin(table: pd.DataFrame) -> pd.DataFrame:
    """The table, or evenly spaced rows of it where a browser could not draw all."""
    return table.iloc[:: -(-len(table) // MOST)] if len(table) > MOST else table


def fit(table: pd.DataFrame, size: int = 12) -> int:
    """The size of dots in all lanes, smaller where those of the fullest are close; `size` where nothing is."""
    return size * 3 // 4 if len(table) and table["group"].value_counts().iloc[0] > CLOSE else size


def dots(rows: pd.DataFrame, look: Style, size: int, many: int | None = None) -> Dots:
    """Dots of scored papers: the identity of each is the paper, its words are title, score and days.

    `many` is how many share their space, where that is more than these rows.
    """
    told, seen = days(rows["date"]), days(rows["captured"], "an unknown day")
    facts = zip(several(rows["title"]), rows["score"].tolist(), seen, told, strict=True)
    words = [f"{title}<br>score {score:.1f}, as shown on {on}<br>paper of {day}" for title, score, on, day in facts]
    return {
        "mode": "markers",
        "marker": mark(look, many or len(rows), size),
        "customdata": rows["paper_id"],
        "text": points.array(words),
        "hovertemplate": "%{text}<extra>%{fullData.name}</extra>",
    }


def mark(look: Style, many: int, size: int, *, hollow: bool = False) -> dict[str, object]:
    """The marker of dots of which so many share a lane; in a crowd they are small and pale, and have no edges.

    A hollow one is nothing but its outline, which Plotly draws in the marker's colour.
    """
    crowd = many > CROWD
    edge = {"width": 1} if hollow else {"width": 0} if crowd else {"width": size / 12, "color": _EDGE}
    return {
        "color": look.colour,
        "symbol": look.symbol + ("-open" if hollow else ""),
        "size": _SMALL if crowd else size,
        "line": edge,
        "opacity": 0.5 if crowd else 0.9,
    }


def add_box(figure: go.Figure, row: pd.Series, look: Style, lane: int) -> None:
    """A box from quartile to quartile with whiskers to the smallest and the largest value."""
    figure.add_box(
        y=[lane],
        q1=[row["lower_quartile"]],
        median=[row["median"]],
        q3=[row["upper_quartile"]],
        lowerfence=[row["smallest"]],
        upperfence=[row["largest"]],
        orientation="h",
        width=2 * _HALF,
        name=plain(row["label"]),
        line={"color": look.colour, "width": 1.5},
        fillcolor="rgba(0,0,0,0)",
        hoverinfo="skip",
    )


def add_violin(figure: go.Figure, curve: pd.DataFrame, look: Style, lane: int) -> None:
    """A curve and its mirror image, as wide as the lane allows."""
    reach = _HALF * (curve["density"] / curve["density"].max()).astype("float64")
    x = [*curve["score"], *curve["score"][::-1]]
    _add_shape(figure, x, [*(lane - reach), *(lane + reach)[::-1]], look)


def add_ridge(figure: go.Figure, curve: pd.DataFrame, look: Style, lane: int, highest: float) -> None:
    """A curve that stands on the middle of its lane; one of density `highest` reaches the lane above."""
    reach = 0.92 * (curve["density"] / highest).astype("float64")
    x = [*curve["score"], curve["score"].iloc[-1], curve["score"].iloc[0]]
    _add_shape(figure, x, [*(lane - reach), lane, lane], look)


def _add_shape(figure: go.Figure, x: Sequence[float], y: Sequence[float], look: Style) -> None:
    figure.add_scatter(
        x=x,
        y=y,
        mode="lines",
        fill="toself",
        line={"color": look.colour, "width": 1.5, "dash": look.dash},
        fillcolor=_see_through(look.colour),
        hoverinfo="skip",
        showlegend=False,
    )


def _see_through(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.22)"


def add_median(figure: go.Figure, row: pd.Series, lane: int) -> None:
    """A stroke at the median, with its interval where there is one, below the dots."""
    figure.add_scatter(
        x=[row["median"]],
        y=[lane + 0.4],
        mode="markers",
        name=plain(row["label"]),
        marker={"color": GREY, "symbol": "line-ns-open", "size": 13, "line": {"width": 3, "color": GREY}},
        error_x=ends(row["median"], row["low"], row["high"]),
        customdata=[[row["group"], row["n"], row["method"]]],
        hovertemplate="median %{x:.1f} of %{customdata[1]:,} (%{customdata[2]})<extra>%{fullData.name}</extra>",
    )


def ends(value: float, low: float, high: float, colour: str = GREY) -> dict[str, object]:
    """Plotly's error bar from `low` to `high` around the value; none where an end is missing."""
    if pd.isna(low) or pd.isna(high):
        return {"visible": False}
    bars = {"array": [high - value], "arrayminus": [value - low]}
    return {"type": "data", "symmetric": False, "color": colour, "thickness": 2, "width": 5, **bars}


def name_lanes(figure: go.Figure, names: Sequence[str], above: float = 0.55) -> go.Figure:
    """The lanes' names on the axis, the first on top, with room `above` it."""
    figure.update_yaxes(
        tickvals=list(range(len(names))), ticktext=list(names), range=[len(names) - 0.45, -above], gridcolor=FAINT
    )
    return figure.update_layout(showlegend=False)


def bars_below(figure: go.Figure, parts: Sequence[tuple[Style, str, pd.DataFrame]], value: str, axis: str) -> go.Figure:
    """Terms as bars, one part (its style, its name, its terms) below the other, all on the scale of `value`.

    `figure` has the title. One column reads on a telephone as well; `papers` of each term are in its hover. All parts
    are one trace on one pair of axes: with some for each, Plotly takes many times as long.
    """
    headings, rows, at = [], [], 0.0
    for look, name, terms in parts:
        heading = narrow(name, 26)
        at += 1.7 + heading.count("<br>")
        headings.append(_HEADING | {"text": heading, "y": at - 0.5})
        rows.append(terms.assign(colour=look.colour, place=[at + place for place in range(len(terms))]))
        at += len(terms)
    bars = pd.concat(rows) if rows else pd.DataFrame(columns=["term", "papers", value, "colour", "place"])
    figure.add_bar(
        x=bars[value],
        y=bars["place"],
        orientation="h",
        marker={"color": list(bars["colour"])},
        text=[f"{size:.1f}" for size in bars[value]],
        textposition="outside",
        cliponaxis=False,
        customdata=list(zip(several(bars["term"]), bars["papers"], strict=True)),
        hovertemplate="%{customdata[0]}: %{x:.1f}, in %{customdata[1]:,} papers<extra></extra>",
    )
    figure.update_layout(height=90 + round(_ROW * at), showlegend=False, annotations=headings)
    names = [short(term, 28) for term in bars["term"]]
    figure.update_yaxes(tickvals=list(bars["place"]), ticktext=names, range=[at - 0.3, 0], showgrid=False)
    return figure.update_xaxes(title={"text": axis}, showgrid=False)
