"""Who writes with whom, drawn: the people and their ties, the closest pairs, a chain from one person to another."""

import itertools

import pandas as pd
import plotly.graph_objects as go

from lib.charts.hover import plain, several
from lib.theme import BLUE, FAINT, GREY, canvas, style

NAMED = 7  # communities with a colour of their own; all smaller ones share one
_WIDTHS = ((1, 1, 1.0), (2, 3, 2.2), (4, 7, 3.6), (8, 10**9, 5.5))  # papers together from, to: width of the line


def graph(people: pd.DataFrame, ties: pd.DataFrame) -> go.Figure:
    """A circle for each person (a square for a captured profile), colour by community, a line for each tie.

    `ties` names people as Network.ties does, by id. The circles' identity is the person's name.
    """
    figure = canvas("The people and their ties", height=620)
    places = dict(zip(people["person_id"], zip(people["x"], people["y"], strict=True), strict=True))
    for low, high, width in _WIDTHS:
        some = ties[ties["papers"].between(low, high)]
        ends = [(*places[one], *places[other]) for one, other in zip(some["first"], some["second"], strict=True)]
        figure.add_scatter(
            x=list(itertools.chain.from_iterable((x, to_x, None) for x, _, to_x, _ in ends)),
            y=list(itertools.chain.from_iterable((y, to_y, None) for _, y, _, to_y in ends)),
            mode="lines",
            line={"color": FAINT, "width": width},
            hoverinfo="skip",
            name=_range(low, high),
            visible=bool(ends),
            showlegend=bool(ends),
        )
    size = min(1.0, 10 / max(len(people), 1) ** 0.5)
    communities = people["community"].fillna(0).clip(upper=NAMED + 1)
    for number in sorted(communities.unique()):
        _add_people(figure, int(number), people[communities == number], size)
    named = people[people["named"]]
    figure.add_scatter(  # last, so that no circle covers a name
        x=named["x"],
        y=named["y"],
        mode="text",
        text=several(named["name"]),
        textposition="top center",
        textfont={"shadow": "auto", "weight": 600},
        hoverinfo="skip",
        showlegend=False,
    )
    figure.update_xaxes(visible=False)
    return figure.update_yaxes(visible=False).update_layout(legend={"itemsizing": "trace"})


def ties(table: pd.DataFrame, most: int = 15) -> go.Figure:
    """A bar for each of the closest pairs, longest on top."""
    shown = table.head(most)
    figure = canvas("The closest pairs", "Papers together", height=90 + 28 * len(shown))
    figure.add_bar(
        x=shown["papers"],
        y=[f"{plain(one)} · {plain(other)}" for one, other in zip(shown["first"], shown["second"], strict=True)],
        orientation="h",
        marker={"color": BLUE},
        text=[f"{papers:,}" for papers in shown["papers"]],
        textposition="auto",
        textangle=0,
        hovertemplate="%{y}: %{x:,} papers together<extra></extra>",
    )
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure.update_xaxes(tickformat=",d", dtick=1 if len(shown) and shown["papers"].max() <= 12 else None)


def path(table: pd.DataFrame) -> go.Figure:
    """The chain from left to right, with the number of papers on each step."""
    steps = table.groupby("step", sort=True).agg(
        first=("first", "first"), second=("second", "first"), n=("title", "size")
    )
    people = [*steps["first"].head(1), *steps["second"]]
    figure = canvas("The chain between two people", height=190)
    figure.add_scatter(
        x=list(range(len(people))),
        y=[0] * len(people),
        mode="lines+markers+text",
        marker={"size": 16, "color": BLUE},
        line={"color": GREY, "width": 2},
        text=several(people),
        textposition=["top center", "bottom center"] * (len(people) // 2 + 1),
        hoverinfo="skip",
    )
    for place, papers in enumerate(steps["n"]):
        figure.add_annotation(
            x=place + 0.5, y=0, yshift=12, showarrow=False, text=f"{papers} paper{'' if papers == 1 else 's'}"
        )
    figure.update_xaxes(visible=False, range=[-0.6, len(people) - 0.4])
    return figure.update_yaxes(visible=False, range=[-1, 1])


def _add_people(figure: go.Figure, number: int, people: pd.DataFrame, size: float) -> None:
    look = style(number - 1) if number else style(NAMED)
    figure.add_scatter(
        x=people["x"],
        y=people["y"],
        mode="markers",
        name=_name(number, int(people["community"].nunique())),
        marker={
            "color": look.colour,
            "symbol": ["square" if captured else "circle" for captured in people["profile_id"].notna()],
            "size": [size * (8 + 3.5 * min(papers, 64) ** 0.5) for papers in people["papers"]],
            "opacity": 1,
            "line": {"width": 1, "color": "white"},
        },
        customdata=[
            [name, plain(name), papers, partners]
            for name, papers, partners in zip(people["name"], people["papers"], people["partners"], strict=True)
        ],
        hovertemplate="%{customdata[1]}<br>%{customdata[2]} papers, %{customdata[3]} co-authors<extra></extra>",
    )


def _name(number: int, communities: int) -> str:
    if not number:
        return "nobody in view"
    if number <= NAMED:
        return f"community {number}"
    return f"{communities} smaller communit{'y' if communities == 1 else 'ies'}"


def _range(low: int, high: int) -> str:
    if low == high:
        return f"{low} paper together"
    return f"{low}–{high} papers" if high < 10**9 else f"{low} papers or more"
