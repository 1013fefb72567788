"""How the scores are spread, drawn. A score is always also a point; what stands around it, the table has worked out."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib.charts import lanes
from lib.charts.hover import plain, several
from lib.theme import BLUE, FAINT, GREY, VERMILION, Style, canvas

SCORE = "Score (0–100)"
_HEADERS = {
    "h_index": "h-index",
    "citations": "Citations",
    "paper_count": "Papers claimed",
    "novelty": "Novelty (%)",
    "ai_score": "AI Score (0–100)",
}
_EFFECTS = (0.147, 0.33, 0.474)  # from where a delta is called small, medium, large
_ROOM = (-3, 103)  # a little more than 0 to 100, so that no dot is cut


def every_paper(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """A lane for each group and a dot for each scored paper; a dot's identity is the paper."""
    order = table.drop_duplicates("group")
    place = {str(group): lane for lane, group in enumerate(order["group"])}
    figure = canvas("Every score", SCORE, height=lanes.height(len(order)))
    size = lanes.fit(table)
    for group, rows in lanes.thin(table).groupby("group", sort=False):
        heights = place[str(group)] + rows["lane"].astype("float64")
        name = plain(rows["label"].iloc[0])
        figure.add_scattergl(x=rows["score"], y=heights, name=name, **lanes.dots(rows, styles[str(group)], size))
    return lanes.name_lanes(figure, _counted(table)).update_xaxes(range=_ROOM)


def distribution(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """A staircase for each group: at each score the share of its papers that have that score or a lower one."""
    figure = canvas("Share of papers up to each score", SCORE, "Scored papers up to it (%)", height=_tall(table))
    for group, rows in table.groupby("group", sort=False):
        look = styles[str(group)]
        figure.add_scatter(
            x=[0, *rows["score"], 100],
            y=[0, *rows["share_up_to"], 100],
            name=f"{plain(rows['label'].iloc[0])} (n = {rows['up_to'].iloc[-1]:,})",
            mode="lines",
            line={"color": look.colour, "dash": look.dash, "width": 2, "shape": "hv"},
            hovertemplate="%{y:.0f} % up to %{x:.1f}<extra>%{fullData.name}</extra>",
        )
    return figure.update_yaxes(range=[0, 103]).update_xaxes(range=_ROOM).update_layout(showlegend=True)


def histogram(table: pd.DataFrame) -> go.Figure:
    """Bars of papers in bins of equal width, and the smooth density where there are scores enough for one."""
    figure = canvas("How many papers have which score", SCORE, "Papers")
    width = (table["to_score"] - table["from_score"]).astype("float64")
    middle = table["from_score"] + width / 2
    figure.add_bar(
        x=middle,
        y=table["papers"],
        width=0.94 * width,
        name="papers",
        marker={"color": BLUE, "opacity": 0.75},
        customdata=table[["from_score", "to_score"]],
        hovertemplate="%{customdata[0]:.0f}–%{customdata[1]:.0f}: %{y:,} papers<extra></extra>",
    )
    if table["smooth"].notna().any():
        figure.add_scatter(
            x=middle,
            y=table["smooth"],
            name="smooth density",
            mode="lines",
            line={"color": VERMILION, "width": 2.5, "shape": "spline"},
            hovertemplate="%{y:.1f} expected<extra>smooth density</extra>",
        )
    most = int(table["papers"].max()) if len(table) else 1
    figure.update_yaxes(rangemode="tozero", tickformat=",d", dtick=1 if most <= 6 else None)
    return figure.update_xaxes(range=_ROOM).update_layout(showlegend=len(figure.data) > 1)


def by_group(table: pd.DataFrame, scores: pd.DataFrame, curves: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """For each group its scores, a box or a violin where it has enough of them, and the median with its interval.

    `scores` are rows of `every_paper`, `curves` of `ridgeline`.
    """
    figure, size = canvas("Scores by group", SCORE, height=lanes.height(len(table), 68)), lanes.fit(scores, 9)
    for lane, (_, row) in enumerate(table.iterrows()):
        group, look = str(row["group"]), styles[str(row["group"])]
        if row["drawn_as"] == "violin":
            lanes.add_violin(figure, curves[curves["group"] == group], look, lane)
        elif row["drawn_as"] == "box":
            lanes.add_box(figure, row, look, lane)
        mine = lanes.thin(scores[scores["group"] == group])
        heights = lane + 0.5 * mine["lane"].astype("float64")
        figure.add_scattergl(x=mine["score"], y=heights, name=plain(row["label"]), **lanes.dots(mine, look, size))
        lanes.add_median(figure, row, lane)
    names = [f"{plain(label)}<br>n = {n:,}" for label, n in zip(table["label"], table["n"], strict=True)]
    return lanes.name_lanes(figure, names).update_xaxes(range=_ROOM)


def ridgeline(curves: pd.DataFrame, scores: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """A ridge for each group that has scores enough, over its dots; the others have dots alone.

    The area of every ridge is the same: it tells where a group's scores lie, not how many it has.
    """
    order = scores.drop_duplicates("group")
    place = {str(group): lane for lane, group in enumerate(order["group"])}
    highest = float(curves["density"].max()) if len(curves) else 1.0
    figure, size = canvas("Ridges of scores", SCORE, height=lanes.height(len(order), 60)), lanes.fit(scores, 9)
    for group, rows in lanes.thin(scores).groupby("group", sort=False):
        look, lane = styles[str(group)], place[str(group)]
        curve = curves[curves["group"] == group]
        if len(curve):
            lanes.add_ridge(figure, curve, look, lane, highest)
        name = plain(rows["label"].iloc[0])
        figure.add_scattergl(x=rows["score"], y=[lane] * len(rows), name=name, **lanes.dots(rows, look, size))
    return lanes.name_lanes(figure, _counted(scores), above=1.05).update_xaxes(range=_ROOM)


def _tall(table: pd.DataFrame) -> int:
    """Pixels of a figure with a legend: on a telephone that has a line for each group."""
    return 330 + 22 * int(table["group"].nunique())


def _counted(scores: pd.DataFrame) -> list[str]:
    """The groups in their order, each with its number of scores."""
    sizes = scores.groupby("group", sort=False).agg(label=("label", "first"), n=("paper_id", "size"))
    return [f"{plain(label)}<br>n = {n:,}" for label, n in zip(sizes["label"], sizes["n"], strict=True)]


def against_date(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """A dot for each scored and dated paper; its identity is the paper."""
    figure = canvas("Score against date", "Date of the paper", SCORE, height=_tall(table))
    for group, rows in lanes.thin(table).groupby("group", sort=False):
        name = plain(rows["label"].iloc[0])
        dots = lanes.dots(rows, styles[str(group)], 12, len(table))
        figure.add_scattergl(x=rows["date"], y=rows["score"], name=name, **dots)
    return figure.update_yaxes(range=_ROOM).update_layout(showlegend=len(figure.data) > 1)


def coverage(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """For each group the share of its papers that have a score, with its interval."""
    figure = canvas("How many have a score", "Papers with a score (%)", height=lanes.height(len(table)))
    for lane, (_, row) in enumerate(table.iterrows()):
        look = styles[str(row["group"])]
        figure.add_scatter(
            x=[row["share_scored"]],
            y=[lane],
            name=plain(row["label"]),
            mode="markers",
            marker={"color": look.colour, "symbol": look.symbol, "size": 12},
            error_x=lanes.ends(row["share_scored"], row["low"], row["high"], look.colour),
            customdata=[[row["group"], row["scored"], row["papers"], row["low"], row["high"]]],
            hovertemplate="%{customdata[1]:,} of %{customdata[2]:,} papers (%{x:.0f} %), 95% interval "
            "%{customdata[3]:.0f} to %{customdata[4]:.0f} %<extra>%{fullData.name}</extra>",
        )
    counted = zip(table["label"], table["scored"], table["papers"], strict=True)
    names = [f"{plain(label)}<br>{scored:,} of {papers:,}" for label, scored, papers in counted]
    return lanes.name_lanes(figure, names).update_xaxes(range=_ROOM)


def headers(table: pd.DataFrame) -> go.Figure:
    """A line for each figure of the headers and a mark for each profile on it; the chosen ones are named."""
    shown = [name for name in _HEADERS if (table["figure"] == name).any()]
    figure = canvas("What the headers claim", height=40 + 96 * len(shown))
    make_subplots(rows=max(len(shown), 1), cols=1, vertical_spacing=0.4 / max(len(shown), 1), figure=figure)
    figure.update_layout(margin={"r": 72})  # room for half a name beyond the highest mark
    for place, name in enumerate(shown, 1):
        for chosen, rows in table[table["figure"] == name].groupby("chosen"):
            figure.add_scatter(
                x=rows["claimed"],
                y=[0] * len(rows),
                row=place,
                col=1,
                mode="markers+text" if chosen else "markers",
                text=several(rows["label"]),
                textposition=["top center" if at % 2 else "bottom center" for at in range(len(rows))],
                cliponaxis=False,
                marker={"color": VERMILION, "symbol": "diamond", "size": 14}
                if chosen
                else {"color": BLUE, "symbol": "circle", "size": 11, "opacity": 0.6},
                customdata=rows[["profile_id", "place", "profiles"]],
                hovertemplate="%{text}: %{x:,}<br>place %{customdata[1]} of %{customdata[2]}<extra></extra>",
            )
        lane = {"tickvals": [0], "ticktext": [_HEADERS[name]], "range": [-1.7, 1.7], "fixedrange": True}
        figure.update_yaxes(**lane, row=place, col=1, automargin=True, gridcolor=FAINT)
    figure.update_xaxes(rangemode="tozero", automargin=True, showgrid=False, zeroline=False)
    return figure.update_layout(showlegend=False)


def comparison(table: pd.DataFrame) -> go.Figure:
    """A line for each pair: Cliff's delta with its interval; open and grey where nothing could be tested."""
    rows = table.dropna(subset="delta")
    title = "Cliff’s delta<br>← second higher · first higher →"
    figure = canvas("Pairs compared", title, height=lanes.height(len(rows), 40))
    for limit in (0, *_EFFECTS, *(-limit for limit in _EFFECTS)):
        figure.add_vline(
            x=limit, line={"color": FAINT if limit else GREY, "width": 1, "dash": "dot" if limit else "solid"}
        )
    for lane, (_, row) in enumerate(rows.iterrows()):
        tested = pd.notna(row["p_adjusted"])
        colour = BLUE if tested else GREY
        said = f"p = {row['p_adjusted']:.3f} over all pairs" if tested else row["verdict"]
        figure.add_scatter(
            x=[row["delta"]],
            y=[lane],
            mode="markers",
            marker={"color": colour, "symbol": "circle" if tested else "circle-open", "size": 11},
            error_x=lanes.ends(row["delta"], row["low"], row["high"], colour),
            text=[f"{plain(row['one'])} (n = {row['n_one']:,})<br>{plain(row['other'])} (n = {row['n_other']:,})"],
            customdata=[[row["magnitude"], said]],
            hovertemplate="%{text}<br>delta %{x:.2f}, %{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        )
    names = [f"{plain(one)} –<br>{plain(other)}" for one, other in zip(rows["one"], rows["other"], strict=True)]
    return lanes.name_lanes(figure, names).update_xaxes(range=[-1.05, 1.05])
