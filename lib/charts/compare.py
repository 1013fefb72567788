"""Authors side by side, drawn."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib.charts.hover import narrow, plain, several, short
from lib.charts.lanes import bars_below
from lib.theme import FAINT, GREY, SEQUENTIAL, Style, canvas, hatching

_ROW = 44  # pixels for each author
_SEVERAL = {"topic": "topics", "category": "categories"}


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
            text=["", f"  {row.papers:,} papers, {row.share:.0f} % of the library"],
            textposition="top left",
            hovertemplate="%{x}<extra>%{y}</extra>",
            cliponaxis=False,
        )
    figure.update_xaxes(tickformat="d", dtick=1 if _years(table) <= 12 else None)
    return figure.update_layout(showlegend=False).update_yaxes(autorange="reversed")


def years(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """A row of bars for each author, all on the same scale; the year that is not over is hatched."""
    groups = list(table.groupby("group", sort=False))
    names = [plain(rows["label"].iloc[0]) for _, rows in groups]
    grid = canvas("Papers in each year", height=100 + 130 * max(1, len(groups)))
    make_subplots(
        rows=max(1, len(groups)),
        cols=1,
        shared_xaxes=True,
        vertical_spacing=0.3 / max(1, len(groups)),
        subplot_titles=names,
        figure=grid,
    )
    for place, (group, rows) in enumerate(groups, 1):
        grid.add_bar(
            x=rows["period"].dt.year,
            y=rows["papers"],
            marker={"color": styles[str(group)].colour, "pattern": hatching(rows["unfinished"])},
            text=[f"{count:,}" if count else "" for count in rows["papers"]],
            textposition="outside",
            textangle=0,
            cliponaxis=False,
            hovertemplate="%{x}: %{y:,} papers<extra>" + plain(rows["label"].iloc[0]) + "</extra>",
            row=place,
            col=1,
        )
    most = int(table["papers"].max()) if len(table) else 1
    grid.update_layout(showlegend=False, bargap=0.28, margin={"t": 48})
    grid.update_annotations(x=0, xanchor="left", font={"size": 13})
    grid.update_xaxes(title={"text": "Year"}, row=max(1, len(groups)), col=1)
    grid.update_xaxes(tickformat="d", dtick=1 if len(table) <= 12 * len(groups) else None)
    return grid.update_yaxes(
        title={"text": "Papers"}, range=[0, 1.3 * most], nticks=4, tickformat=",d", automargin=True
    )


def mix(table: pd.DataFrame, styles: Mapping[str, Style], what: str) -> go.Figure:
    """A bar of a hundred per cent for each author, divided by `what` ("topic", "category")."""
    authors, parts = table["label"].nunique(), table["part"].nunique()
    legend = 20 * parts if table["part_label"].str.len().max() > 12 else 20 + 3 * parts
    figure = canvas(
        f"The mix of {_SEVERAL[what]}", "Share of the author's papers (%)", height=130 + _ROW * authors + legend
    )
    for part, rows in table.groupby("part", sort=False):
        look = styles[str(part)]
        figure.add_bar(
            x=rows["share"],
            y=several(rows["label"]),
            orientation="h",
            name=f"{look.glyph} {short(rows['part_label'].iloc[0])}",
            meta=plain(rows["part_label"].iloc[0]),
            marker={"color": look.colour, "line": {"width": 1, "color": FAINT}},
            text=[f"{look.glyph} {papers:,}" for papers in rows["papers"]],
            textangle=0,
            customdata=rows[["papers", "n"]],
            hovertemplate="%{customdata[0]:,} of %{customdata[1]:,} papers<extra>%{fullData.meta}</extra>",
        )
    figure.update_layout(barmode="stack", showlegend=True)
    return figure.update_xaxes(range=[0, 100]).update_yaxes(categoryorder="category descending")


def likeness(table: pd.DataFrame, what: str) -> go.Figure:
    """A square for each two authors, bluer the more alike their mixes of `what` are."""
    names = sorted(set(table["one"]) | set(table["other"]))
    figure = canvas(f"How alike their {what} are", "Author", "Author", height=160 + _ROW * len(names))
    both = pd.concat([table, table.rename(columns={"one": "other", "other": "one"})])
    wide = both.pivot_table(index="one", columns="other", values="similarity").reindex(index=names, columns=names)
    driven = both.pivot_table(index="one", columns="other", values="drivers", aggfunc="first")
    figure.add_heatmap(
        x=[narrow(name, 12) for name in names],
        y=[narrow(name) for name in names],
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
    figure = canvas("Papers with code", "Share with code (%),<br>with 95% interval", height=110 + _ROW * len(table))
    bounded = table.assign(above=table["high"] - table["share"], below=table["share"] - table["low"])
    for group, rows in bounded.groupby("group", sort=False):
        look = styles[str(group)]
        figure.add_scatter(
            x=rows["share"],
            y=several(rows["label"]),
            error_x={"array": rows["above"], "arrayminus": rows["below"], "thickness": 2},
            mode="markers+text",
            marker={"color": look.colour, "symbol": look.symbol, "size": 12},
            text=[f"{coded:,} of {papers:,}" for coded, papers in zip(rows["coded"], rows["papers"], strict=True)],
            textposition="top center",
            cliponaxis=False,
            hovertemplate="%{y}: %{x:.0f} %<extra></extra>",
        )
    return figure.update_layout(showlegend=False).update_xaxes(range=[-3, 103]).update_yaxes(autorange="reversed")


def shared(table: pd.DataFrame) -> go.Figure:
    """Two bars for each pair: papers together and co-authors in common."""
    pairs = [f"{plain(one)} –<br>{plain(other)}" for one, other in zip(table["one"], table["other"], strict=True)]
    figure = canvas("What they share", "Papers, or people<br>in common", height=130 + 52 * len(table))
    for column, name, colour in (("papers", "papers together", "#0B79BD"), ("common", "co-authors in common", GREY)):
        figure.add_bar(
            x=table[column],
            y=pairs,
            orientation="h",
            name=name,
            marker={"color": colour},
            text=[f"{shared:,}" for shared in table[column]],
            textangle=0,
        )
    figure.update_layout(barmode="group", showlegend=True)
    return figure.update_yaxes(autorange="reversed", showgrid=False)


def apart(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """For each author the most telling words, the longest bar being the most telling."""
    names = [
        (styles[str(group)], str(label), rows) for (group, label), rows in table.groupby(["group", "label"], sort=False)
    ]
    return bars_below(canvas("Words that set each apart"), names, "z", "Telling (z)")


def _years(table: pd.DataFrame) -> int:
    known = table.dropna(subset="first_year")
    return int(known["last_year"].max() - known["first_year"].min()) if len(known) else 0
