"""When the papers were published, drawn: dots, bars, lines and a calendar."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from lib.charts import points
from lib.charts.hover import narrow, plain, short
from lib.charts.lanes import fit, mark, thin
from lib.theme import GREY, SEQUENTIAL, VERMILION, Style, canvas, hatching

_FEW = 2_000  # steps up to which each has its mark and its title; more would be megabytes
_SHORT = {"year": "%Y", "quarter": "%b %Y", "month": "%b %Y"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def every_paper(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """A lane for each group, a dot for each paper (open where the year is inferred); a dot's identity is the paper."""
    order = table.drop_duplicates("group")
    lanes = {group: place for place, group in enumerate(order["group"])}
    figure = canvas("Every paper on its day", "Date", height=max(220, 120 + 46 * len(lanes)))
    drawn = thin(table)
    crowd, size = drawn["group"].value_counts().to_dict(), fit(drawn)
    for (group, inferred), rows in drawn.groupby(["group", "year_inferred"], sort=False):
        look = styles[str(group)]
        figure.add_scattergl(
            x=rows["date"],
            y=lanes[group] + rows["lane"].astype("float64"),
            mode="markers",
            name=plain(rows["label"].iloc[0]) + (" (year inferred)" if inferred else ""),
            marker=mark(look, crowd[group], size, hollow=bool(inferred)),
            customdata=rows["paper_id"],
            text=points.titles(rows["title"]),
            hovertemplate="%{text}<br>%{x|%d %b %Y}<extra>%{fullData.name}</extra>",
        )
    names = [narrow(label) for label in order["label"]]
    figure.update_yaxes(tickvals=list(lanes.values()), ticktext=names, range=[len(lanes) - 0.45, -0.55], showgrid=False)
    return figure.update_layout(showlegend=False)


def per_period(table: pd.DataFrame, styles: Mapping[str, Style], measure: str = "count") -> go.Figure:
    """Stacked bars, `measure` being "count" or "share"; the period that is not over is hatched."""
    axis = "Share of the period's papers (%)" if measure == "share" else "Papers"
    figure = canvas("Papers in each period", "Period", axis, height=330 + 14 * table["group"].nunique())
    groups = table.groupby("group", sort=False)
    for group, rows in groups:
        look = styles[str(group)]
        figure.add_bar(
            x=rows["period"],
            y=rows["share" if measure == "share" else "papers"],
            name=f"{look.glyph} {short(rows['label'].iloc[0])}",
            meta=plain(rows["label"].iloc[0]),
            customdata=rows[["group", "papers"]],
            marker={"color": look.colour, "pattern": hatching(rows["unfinished"])},
            text=[look.glyph] * len(rows) if len(groups) > 1 else None,
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": "white"},
            hovertemplate="%{x|%b %Y}: %{customdata[1]:,} papers<extra>%{fullData.meta}</extra>",
        )
    figure.update_layout(barmode="stack", showlegend=len(figure.data) > 1, uniformtext={"minsize": 9, "mode": "hide"})
    most = int(table.groupby("period")["papers"].sum().max())
    return _whole_numbers(figure, most) if measure == "count" else figure.update_yaxes(range=[0, 100])


def course(table: pd.DataFrame, per: str) -> go.Figure:
    """Bars of distinct papers with the moving average over them."""
    figure = canvas("The pace", "", f"Papers in a {per}")
    figure.add_bar(
        x=table["period"],
        y=table["papers"],
        name=f"papers in a {per}",
        marker={"color": GREY, "opacity": 0.45, "pattern": hatching(table["unfinished"])},
        hovertemplate=f"%{{x|{_SHORT[per]}}}: %{{y:,}} papers<extra></extra>",
    )
    figure.add_scatter(
        x=table["period"],
        y=table["average"],
        name="moving average",
        mode="lines+markers",
        line={"color": VERMILION, "width": 2.5},
        hovertemplate=f"%{{x|{_SHORT[per]}}}: %{{y:.1f}}<extra>moving average</extra>",
    )
    return _whole_numbers(figure, int(table["papers"].max()))


def cumulative(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """A staircase for each group: one step up on the day of each paper."""
    figure = canvas("All papers so far", "Date", "Papers so far")
    few = len(table) <= _FEW
    steps = table if few else table.drop_duplicates(["group", "date"], keep="last")  # a day's papers are one step up
    for group, rows in steps.groupby("group", sort=False):
        look = styles[str(group)]
        figure.add_scatter(
            x=rows["date"],
            y=rows["cumulative"],
            name=short(rows["label"].iloc[0]),
            meta=plain(rows["label"].iloc[0]),
            mode="lines+markers" if few else "lines",
            line={"color": look.colour, "shape": "hv", "dash": look.dash, "width": 2},
            marker={"color": look.colour, "symbol": look.symbol, "size": 6},
            customdata=rows["paper_id"] if few else None,
            text=points.titles(rows["title"]) if few else None,
            hovertemplate="%{x|%d %b %Y}: %{y:,} papers"
            + ("<br>%{text}" if few else "")
            + "<extra>%{fullData.meta}</extra>",
        )
    figure.update_layout(showlegend=len(figure.data) > 1)
    return _whole_numbers(figure, int(table["cumulative"].max()))


def calendar(table: pd.DataFrame) -> go.Figure:
    """Years down, months across, papers in each month; a month that is not over stays blank if none came."""
    figure = canvas("The calendar", "Month", "Year", height=max(200, 90 + 26 * table["year"].nunique()))
    wide = table.pivot_table(index="year", columns="month", values="papers", aggfunc="sum")
    ahead = table.pivot_table(index="year", columns="month", values="unfinished", aggfunc="max").astype(bool)
    shown = wide.where(~(ahead & (wide == 0)))
    figure.add_heatmap(
        x=list(_MONTHS),
        y=[str(year) for year in shown.index],
        z=shown.astype("Float64").to_numpy(dtype="float64", na_value=float("nan")),
        colorscale=list(SEQUENTIAL),
        zmin=0,
        xgap=2,
        ygap=2,
        text=[["" if pd.isna(count) or not count else f"{count:,.0f}" for count in row] for row in shown.to_numpy()],
        texttemplate="%{text}",
        hovertemplate="%{x} %{y}: %{z:,} papers<extra></extra>",
        showscale=False,
    )
    figure.update_yaxes(autorange="reversed", showgrid=False, type="category")
    return figure.update_xaxes(showgrid=False)


def careers(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """All papers so far, every group starting at its own first paper; the year that is not over is an open mark."""
    figure = canvas("Careers laid side by side", "Years since the first paper in this library", "Papers so far")
    for group, rows in table.groupby("group", sort=False):
        look = styles[str(group)]
        figure.add_scatter(
            x=rows["career_year"],
            y=rows["cumulative"],
            name=short(rows["label"].iloc[0]),
            meta=plain(rows["label"].iloc[0]),
            mode="lines+markers",
            line={"color": look.colour, "dash": look.dash, "width": 2},
            marker={
                "color": look.colour,
                "symbol": [look.symbol + ("-open" if open_one else "") for open_one in rows["unfinished"]],
                "size": 8,
            },
            customdata=rows[["group", "papers"]],
            hovertemplate="year %{x}: %{customdata[1]:,} papers, %{y:,} so far<extra>%{fullData.meta}</extra>",
        )
    figure.update_layout(showlegend=True)
    figure.update_xaxes(dtick=1 if table["career_year"].max() <= 20 else None)
    return _whole_numbers(figure, int(table["cumulative"].max()))


def _whole_numbers(figure: go.Figure, most: int) -> go.Figure:
    """Ticks at whole numbers of papers alone: Plotly would write 1 at 0.5 and again at 1."""
    return figure.update_yaxes(rangemode="tozero", tickformat=",d", dtick=1 if most <= 6 else None)
