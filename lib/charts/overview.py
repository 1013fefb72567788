"""What is in a library, drawn."""

import pandas as pd
import plotly.graph_objects as go

from lib.charts.hover import several
from lib.theme import BLUE, FAINT, VERMILION, canvas

MOST = 25  # rows that can still be read one below the other
_ROW = 30  # pixels a row


def categories(table: pd.DataFrame) -> go.Figure:
    """A bar for each category, the largest on top; a bar's identity is its category."""
    rows = table.head(MOST).iloc[::-1]
    figure = canvas("Categories", "Papers", "", height=110 + _ROW * len(rows))
    figure.add_bar(
        x=rows["papers"],
        y=several(rows["category"]),
        orientation="h",
        marker={"color": BLUE},
        customdata=rows[["category", "share", "coded"]],
        text=[f"{papers:,} ({share:.0f} %)" for papers, share in zip(rows["papers"], rows["share"], strict=True)],
        textposition="outside",
        cliponaxis=False,
        hovertemplate="%{y}: %{x:,} papers, %{customdata[1]:.1f} %<br>%{customdata[2]:,} with code<extra></extra>",
    )
    return figure.update_xaxes(rangemode="tozero", range=[0, 1.18 * float(rows["papers"].max() if len(rows) else 1)])


def claimed(table: pd.DataFrame) -> go.Figure:
    """For each profile a line from what the header claims (open) to what was counted (filled)."""
    rows = table.head(MOST).iloc[::-1]
    figure = canvas("Papers claimed and counted", "Papers", "", height=140 + _ROW * len(rows))
    names = several(rows["page"])
    for name, low, high in zip(names, rows["claimed"], rows["counted"], strict=True):
        figure.add_scatter(x=[low, high], y=[name, name], mode="lines", line={"color": FAINT, "width": 3},
                           showlegend=False, hoverinfo="skip")  # fmt: skip
    for column, label, look in (
        ("claimed", "Claimed by the header", {"color": VERMILION, "symbol": "circle-open", "line": {"width": 2}}),
        ("counted", "Counted in the dumps", {"color": BLUE, "symbol": "circle"}),
    ):
        figure.add_scatter(
            x=rows[column],
            y=names,
            mode="markers",
            name=label,
            marker={"size": 12, **look},
            customdata=rows[["profile_id"]],
            hovertemplate="%{y}: %{x:,} papers<extra>%{fullData.name}</extra>",
        )
    return figure.update_xaxes(rangemode="tozero")
