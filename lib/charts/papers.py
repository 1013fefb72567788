"""What is known of one paper, drawn."""

import pandas as pd
import plotly.graph_objects as go

from lib.charts.hover import several
from lib.theme import BLUE, canvas


def scores(table: pd.DataFrame) -> go.Figure:
    """The paper's score on the day of each capture, on the whole scale."""
    figure = canvas("Its score over the captures", "Day of the capture", "Score (0–100)", height=240)
    figure.add_scatter(
        x=table["captured"],
        y=table["score"],
        mode="lines+markers+text",
        marker={"color": BLUE, "size": 10},
        line={"color": BLUE, "dash": "dot"},
        text=[f"{score:.1f}" for score in table["score"]],
        textposition="top center",
        customdata=several(table["file"]),
        hovertemplate="%{x|%d %b %Y}: %{y:.1f}<br>%{customdata}<extra></extra>",
    )
    return figure.update_yaxes(range=[0, 112], tickvals=[0, 25, 50, 75, 100])
