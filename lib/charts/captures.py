"""One profile over time, drawn: a line for each figure of its header, and a slope for each score."""

import pandas as pd
import plotly.graph_objects as go

from lib.charts.hover import plain, several
from lib.theme import BLUE, GREY, VERMILION, canvas

_ROW = 92  # pixels for each figure's line
COUNTED = "Papers read"  # the one figure that is no claim of the header
NAMED = 6  # slopes whose paper is named beside them; hovering names the others


def history(table: pd.DataFrame) -> go.Figure:
    """A line for each figure, each on its own scale: they have different units; a dot for each capture."""
    names = list(table["figure"].unique())
    figure = canvas("Its figures over the captures", "Day of the capture", height=90 + _ROW * len(names))
    share = 1 / max(len(names), 1)
    for place, name in enumerate(names):
        rows, axis = table[table["figure"] == name], "" if place == 0 else str(place + 1)
        colour, symbol = (BLUE, "circle") if name == COUNTED else (VERMILION, "circle-open")
        figure.add_scatter(
            x=rows["captured"],
            y=rows["value"],
            yaxis=f"y{axis}",
            mode="lines+markers+text",
            marker={"color": colour, "size": 9, "symbol": symbol, "line": {"width": 2}},
            line={"color": colour},
            text=[f"{value:,.0f}" for value in rows["value"]],
            textposition="top center",
            cliponaxis=False,
            name=name,
            customdata=several(rows["file"]),
            hovertemplate="%{x|%d %b %Y}: %{y:,.0f}<br>%{customdata}<extra>" + name + "</extra>",
        )
        top = 1 - share * place
        figure.update_layout({f"yaxis{axis}": _lane(rows["value"], name, (top - share * 0.78, top - share * 0.14))})
    days = pd.Series(table["captured"].unique()).sort_values()
    figure.update_xaxes(tickvals=days, ticktext=[f"{day.day} {day:%b %Y}" for day in days], anchor="free", position=0)
    return figure.update_layout(showlegend=False)


def _lane(values: pd.Series, name: str, domain: tuple[float, float]) -> dict[str, object]:
    """The axis of one figure: its name beside it, and room above the highest dot for its number."""
    low, high = float(values.min()), float(values.max())
    room = (high - low) or max(abs(high), 1)
    return {
        "domain": list(domain),
        "range": [low - 0.15 * room, high + 0.55 * room],
        "title": {"text": ""},
        "tickvals": [low - 0.15 * room + 0.35 * room],
        "ticktext": [name],
        "showgrid": False,
        "zeroline": False,
        "automargin": True,
    }


def scores(table: pd.DataFrame, days: tuple[str, str]) -> go.Figure:
    """A slope for each paper between the scores of the two `days`; a point's identity is its paper."""
    figure = canvas("Scores that moved", "", "Score (0–100)", height=460)
    named = _with_room(table)
    for number, row in table.iterrows():
        colour, dash = _look(float(row["moved"]))
        figure.add_scatter(
            x=[0, 1],
            y=[row["score_before"], row["score_after"]],
            mode="lines+markers+text",
            line={"color": colour, "dash": dash, "width": 2},
            marker={"color": colour, "size": 7},
            text=["", f" {row['score_after']:.1f} {_short(str(row['title']))}" if number in named else ""],
            textposition="middle right",
            cliponaxis=False,
            customdata=[[row["paper_id"], row["moved"]]] * 2,
            hovertemplate=f"{plain(row['title'])}<br>%{{y:.1f}} (%{{customdata[1]:+.1f}})<extra></extra>",
        )
    figure.update_xaxes(range=[-0.08, 1.9], tickvals=[0, 1], ticktext=list(days), showgrid=False)
    return figure.update_layout(showlegend=False)


def _with_room(table: pd.DataFrame) -> set[object]:
    """The papers that moved farthest, but for those whose name would lie on another one's."""
    named: dict[object, float] = {}
    room = 0.05 * max(float(table[["score_before", "score_after"]].to_numpy(float).max(initial=0)), 1)
    for number in table["moved"].abs().sort_values(ascending=False, kind="stable").index:
        end = float(table["score_after"][number])
        if len(named) < NAMED and all(abs(end - other) > room for other in named.values()):
            named[number] = end
    return set(named)


def _look(moved: float) -> tuple[str, str]:
    """Colour and dash of a slope: rising, falling, or neither; never colour alone."""
    if moved == 0:
        return GREY, "dot"
    return (BLUE, "solid") if moved > 0 else (VERMILION, "dash")


def _short(title: str) -> str:
    words = title if len(title) <= 34 else title[:33].rsplit(" ", 1)[0] + " …"
    return plain(words)
