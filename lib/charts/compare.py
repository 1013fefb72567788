"""Authors side by side, drawn."""

import math
from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib.charts.hover import plain, several
from lib.theme import GREY, SEQUENTIAL, Style, canvas

_ROW = 44  # pixels for each author


def span(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """A line for each author from the first to the last year in this library, with the number of papers at its end."""
    figure = canvas("From the first to the last year", "Year", height=110 + _ROW * len(table))
    for row in table.dropna(subset="first_year").itertuples(index=False):
        look = styles[str(row.group)]
        figure.add_scatter(
            x=[row.first_year, row.last_year],
            y=[plain(row.label)] * 2,
            mode="lines+markers+text",
            line={"color": look.colour, "width": 3},
            marker={"color": look.colour, "symbol": look.symbol, "size": 11},
            text=["", f"  {row.papers} papers, {row.share:.0f} % of the library"],
            textposition="top left",
            hovertemplate="%{x}<extra>%{y}</extra>",
            cliponaxis=False,
        )
    figure.update_xaxes(tickformat="d", dtick=1 if _years(table) <= 12 else None)
    return figure.update_layout(showlegend=False).update_yaxes(autorange="reversed")


def mix(table: pd.DataFrame, styles: Mapping[str, Style], what: str) -> go.Figure:
    """A bar of a hundred per cent for each author, divided by `what` ("topic", "category")."""
    authors = table["label"].nunique()
    figure = canvas(f"The mix of {what}", "Share of the author's papers (%)", height=130 + _ROW * authors)
    for part, rows in table.groupby("part", sort=False):
        figure.add_bar(
            x=rows["share"],
            y=several(rows["label"]),
            orientation="h",
            name=plain(rows["part_label"].iloc[0]),
            marker={"color": styles[str(part)].colour},
            text=rows["papers"],
            textangle=0,
            customdata=rows[["papers", "n"]],
            hovertemplate="%{customdata[0]} of %{customdata[1]} papers<extra>%{fullData.name}</extra>",
        )
    figure.update_layout(barmode="stack", showlegend=True)
    return figure.update_xaxes(range=[0, 100]).update_yaxes(categoryorder="category descending")


def likeness(table: pd.DataFrame, what: str) -> go.Figure:
    """A square for each two authors, darker the more alike their mixes of `what` are."""
    names = sorted(set(table["one"]) | set(table["other"]))
    figure = canvas(f"How alike their {what} are", height=130 + _ROW * len(names))
    both = pd.concat([table, table.rename(columns={"one": "other", "other": "one"})])
    wide = both.pivot_table(index="one", columns="other", values="similarity").reindex(index=names, columns=names)
    driven = both.pivot_table(index="one", columns="other", values="drivers", aggfunc="first")
    figure.add_heatmap(
        x=several(names),
        y=several(names),
        z=wide.astype("float64").to_numpy(),
        customdata=[several(row) for row in driven.reindex(index=names, columns=names).fillna("").to_numpy()],
        colorscale=list(SEQUENTIAL),
        zmin=0,
        zmax=1,
        xgap=2,
        ygap=2,
        texttemplate="%{z:.2f}",
        hoverongaps=False,
        hovertemplate="%{y} and %{x}: %{z:.2f}<br>driven by %{customdata}<extra></extra>",
        showscale=False,
    )
    return figure.update_yaxes(autorange="reversed", showgrid=False).update_xaxes(showgrid=False)


def code(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """The share with code as a mark for each author, with its interval as a line."""
    figure = canvas("Papers with code", "Share with code (%), with 95% interval", height=110 + _ROW * len(table))
    bounded = table.assign(above=table["high"] - table["share"], below=table["share"] - table["low"])
    for group, rows in bounded.groupby("group", sort=False):
        look = styles[str(group)]
        figure.add_scatter(
            x=rows["share"],
            y=several(rows["label"]),
            error_x={"array": rows["above"], "arrayminus": rows["below"], "thickness": 2},
            mode="markers+text",
            marker={"color": look.colour, "symbol": look.symbol, "size": 12},
            text=[f"{coded} of {papers}" for coded, papers in zip(rows["coded"], rows["papers"], strict=True)],
            textposition="top center",
            hovertemplate="%{y}: %{x:.0f} %<extra></extra>",
        )
    return figure.update_layout(showlegend=False).update_xaxes(range=[-3, 103]).update_yaxes(autorange="reversed")


def shared(table: pd.DataFrame) -> go.Figure:
    """Two bars for each pair: papers together and co-authors in common."""
    pairs = [f"{plain(one)} · {plain(other)}" for one, other in zip(table["one"], table["other"], strict=True)]
    figure = canvas("What they share", "Papers, people", height=130 + 52 * len(table))
    for column, name, colour in (("papers", "papers together", "#0B79BD"), ("common", "co-authors in common", GREY)):
        figure.add_bar(
            x=table[column], y=pairs, orientation="h", name=name, marker={"color": colour}, text=table[column]
        )
    figure.update_layout(barmode="group", showlegend=True)
    return figure.update_yaxes(autorange="reversed", showgrid=False)


def apart(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """For each author the most telling words, the longest bar being the most telling."""
    authors = list(table.drop_duplicates("group")[["group", "label"]].itertuples(index=False, name=None))
    columns = min(len(authors), 2)
    grid = make_subplots(
        rows=max(1, math.ceil(len(authors) / max(columns, 1))),
        cols=max(columns, 1),
        subplot_titles=several(label for _, label in authors),
        horizontal_spacing=0.2,
    )
    for place, (group, _) in enumerate(authors):
        rows = table[table["group"] == group]
        grid.add_bar(
            x=rows["z"],
            y=several(rows["term"]),
            orientation="h",
            marker={"color": styles[str(group)].colour},
            customdata=rows[["papers", "n"]],
            hovertemplate="%{y}: in %{customdata[0]} of %{customdata[1]} papers<extra></extra>",
            row=place // 2 + 1,
            col=place % 2 + 1,
        )
    figure = canvas("Words that set each apart", height=120 + 230 * math.ceil(len(authors) / 2))
    grid.update_layout(figure.layout).update_layout(showlegend=False, margin={"t": 56})
    return grid.update_yaxes(autorange="reversed", showgrid=False, automargin=True).update_xaxes(title={"text": "z"})


def _years(table: pd.DataFrame) -> int:
    known = table.dropna(subset="first_year")
    return int(known["last_year"].max() - known["first_year"].min()) if len(known) else 0
