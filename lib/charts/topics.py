"""What the papers are about, drawn: a map, the evidence for the number of topics, their words, and where they meet."""

import math
from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib.charts.hover import days, narrow, plain, several, short
from lib.charts.lanes import bars_below, thin
from lib.theme import BLUE, FAINT, GREEN, GREY, PALE_INK, PALETTE, SEQUENTIAL, VERMILION, Style, canvas

_FEW = 2_000  # points up to which each carries its title; more would be megabytes
_FORMS = ("", "-open", "-open-dot")  # of the marks on the map, where a second or third topic has the same colour


def places(table: pd.DataFrame, styles: Mapping[str, Style], authors: Mapping[str, str] | None = None) -> go.Figure:
    """The map: near papers use like words. Colour is the topic, symbol the author (as in `authors`), size the score."""
    figure = canvas("The map", height=560)
    drawn = thin(table)
    for number, rows in drawn.assign(topic=drawn["topic"].fillna(0)).groupby("topic"):
        look = styles.get(str(number))
        form = _FORMS[(int(str(number)) - 1) // len(PALETTE) % len(_FORMS)] if number else ""
        figure.add_scattergl(
            x=rows["x"],
            y=rows["y"],
            mode="markers",
            name=short(rows["label"].iloc[0]) if number else "no words in common",
            legendgroup=str(number),
            showlegend=False,
            marker={
                "color": look.colour if look else GREY,
                "line": {"width": 2} if form else {"width": 0.5, "color": "white"},
                "opacity": 0.9,
                **_shapes(rows, authors or {}, form, len(drawn)),
            },
            meta=f"circle{form}",
            customdata=rows["paper_id"],
            **_words(rows, len(drawn)),
        )
    for trace in figure.data:  # the legend would show the shape of the first paper, which is that of an author
        key = {
            "color": trace.marker.color,
            "symbol": trace.meta,
            "size": 9,
            "line": {"width": 2 if trace.meta != "circle" else 0},
        }
        figure.add_scatter(
            x=[None], y=[None], mode="markers", name=trace.name, legendgroup=trace.legendgroup, marker=key
        )
    figure.update_xaxes(visible=False)
    return figure.update_yaxes(visible=False).update_layout(showlegend=True)


def _shapes(rows: pd.DataFrame, authors: Mapping[str, str], form: str, drawn: int) -> dict[str, object]:
    """Each paper's symbol, in the topic's form, and its size; of many, one for all."""
    if drawn > _FEW:
        return {"symbol": f"circle{form}", "size": 5}
    scores = rows["score"].astype("float64")
    return {
        "symbol": [authors.get(author, "circle") + form for author in rows["group"].fillna("")],
        "size": [9 if math.isnan(score) else 9 + score / 8 for score in scores],
    }


def _words(rows: pd.DataFrame, drawn: int) -> dict[str, object]:
    if drawn > _FEW:
        return {"hovertemplate": "%{fullData.name}<extra></extra>"}
    titles, authors = several(rows["title"]), several(rows["authors"])
    topics = several(rows["label"].fillna("no words in common"))
    lines = zip(titles, authors, days(rows["date"]), topics, strict=True)
    return {"text": ["<br>".join(each) for each in lines], "hovertemplate": "%{text}<extra></extra>"}


def evidence(table: pd.DataFrame) -> go.Figure:
    """For each number of topics its stability with spread, silhouette and smallest topic; the suggested one is full."""
    grid = canvas("How many topics?", height=500)
    make_subplots(rows=3, cols=1, shared_xaxes=True, vertical_spacing=0.07, figure=grid)
    look = {"suggested": "circle", "as good": "circle-open", "tried": "line-ew-open"}
    marks = [look[str(verdict)] for verdict in table["verdict"]]
    rows = (
        ("stability", GREEN, "Stability (0–1)"),
        ("silhouette", BLUE, "Silhouette"),
        ("smallest_topic", VERMILION, "Smallest<br>topic (papers)"),
    )
    for place, (name, colour, title) in enumerate(rows, 1):
        grid.add_scatter(
            x=table["k"],
            y=table[name],
            mode="lines+markers",
            line={"color": FAINT},
            marker={"color": colour, "symbol": marks, "size": 11, "line": {"width": 2, "color": colour}},
            error_y={"array": table["spread"], "color": FAINT} if name == "stability" else None,
            customdata=table[["k", "verdict"]],
            hovertemplate="%{customdata[0]} topics: %{y:.2f} (%{customdata[1]})<extra></extra>",
            row=place,
            col=1,
        )
        grid.update_yaxes(title={"text": title}, row=place, col=1, rangemode="tozero")
    grid.update_layout(showlegend=False)
    return grid.update_xaxes(title={"text": "Number of topics"}, tickformat="d", row=3, col=1)


def sizes(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """A bar for each topic; one that does not hold is hatched."""
    figure = canvas("The topics", "Papers", height=110 + 46 * len(table))
    figure.add_bar(
        x=table["papers"],
        y=[narrow(label, 32) for label in table["label"]],
        orientation="h",
        marker={
            "color": [styles[str(topic)].colour for topic in table["topic"]],
            "pattern": {"shape": ["/" if loose else "" for loose in table["unstable"].fillna(False)]},
        },
        text=[f"{papers:,}" for papers in table["papers"]],
        textposition="outside",  # no ink is read on a hatched bar
        cliponaxis=False,
        textangle=0,
        customdata=[[str(topic), terms] for topic, terms in zip(table["topic"], several(table["terms"]), strict=True)],
        hovertemplate="%{x:,} papers<br>%{customdata[1]}<extra>%{y}</extra>",
    )
    return figure.update_yaxes(autorange="reversed", showgrid=False)


def terms(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """The most telling terms of each topic, one topic below the other."""
    names = [
        (styles[str(topic)], str(label), rows) for (topic, label), rows in table.groupby(["topic", "label"], sort=False)
    ]
    return bars_below(canvas("The words of each topic"), names, "weight", "Weight (z)")


def by_author(table: pd.DataFrame) -> go.Figure:
    """Topics down, authors across; a square is the share of the author's papers, its number the papers."""
    axis = "Author<br>(the bluer, the larger the<br>share of their papers, %)"
    figure = canvas("Who writes about what", axis, height=max(260, 170 + 50 * table["part"].nunique()))
    share = table.pivot_table(index="part_label", columns="label", values="share", sort=False)
    papers = table.pivot_table(index="part_label", columns="label", values="papers", sort=False)
    share = share.loc[table.sort_values("topic")["part_label"].drop_duplicates()]
    figure.add_heatmap(
        x=[short(name, 20) for name in share.columns],
        y=[narrow(label) for label in share.index],
        z=share.astype("float64").to_numpy(),
        text=[
            ["" if pd.isna(count) else f"{count:,.0f}" for count in row]
            for row in papers.loc[share.index].to_numpy(dtype="float64", na_value=math.nan)
        ],
        texttemplate="%{text}",
        colorscale=list(SEQUENTIAL),
        zmin=0,
        zmax=100,
        xgap=2,
        ygap=2,
        showscale=False,
        hoverongaps=False,
        hovertemplate="%{x}: %{text} papers on %{y}, %{z:.0f} %<extra></extra>",
    )
    return figure.update_yaxes(autorange="reversed", showgrid=False).update_xaxes(showgrid=False)


def borderline(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """Each paper by its distance from its topic's centre and its lead over the second-best topic, the border at 0."""
    figure = canvas(
        "Papers on the border",
        "Distance from the topic's centre (1 − cosine)",
        "Lead over the second topic<br>(below 0, its centre is nearer)",
        height=440,
    )
    for topic, rows in table.dropna(subset="topic").groupby("topic"):
        look = styles[str(topic)]
        figure.add_scattergl(
            x=rows["distance"],
            y=rows["margin"],
            mode="markers",
            name=short(rows["label"].iloc[0]),
            marker={"color": look.colour, "symbol": look.symbol, "size": 9},
            customdata=rows["paper_id"],
            text=[
                f"{plain(row.title)}<br>{plain(row.label)}<br>or: {plain(row.second)}"
                for row in rows.itertuples(index=False)
            ],
            hovertemplate="%{text}<extra></extra>",
        )
    figure.add_hline(y=0, line={"color": GREY, "width": 1, "dash": "dot"})
    return figure.update_layout(showlegend=True).update_yaxes(range=_lead(table["margin"]))


def _lead(margins: "pd.Series[float]") -> tuple[float, float]:
    """From where to where the axis of leads goes: 0 to 1, below where any are, and not so far where none are high."""
    low, high = (float(end) for end in (margins.min(), margins.max())) if len(margins) else (0.0, 1.0)
    top = 1.0 if high > 0.5 else max(high, 0.0)
    edge = 0.05 * max(top - min(low, 0.0), 0.01)
    return min(low, 0.0) - edge, top + edge


def tree(table: pd.DataFrame, styles: Mapping[str, Style]) -> go.Figure:
    """The library, its topics and what they divide into, as boxes in boxes."""
    figure = canvas("Topics within topics", height=560)
    holds = table["branch"].isin(table["parent"])
    figure.add_treemap(
        ids=table["branch"],
        parents=table["parent"].fillna(""),
        labels=[_fitted(label, inner) for label, inner in zip(table["label"], holds, strict=True)],
        values=table["papers"],
        branchvalues="total",
        marker={
            "pad": {"t": 22, "l": 3, "r": 3, "b": 3},
            "colors": [styles[str(topic)].colour if pd.notna(topic) else PALE_INK for topic in table["topic"]],
        },
        textinfo="label+value",
        textfont={"size": 13},
        outsidetextfont={"color": "white"},  # of the outermost box, whose ink would be the paper's
        tiling={"pad": 2},
        hovertemplate="%{label}: %{value:,} papers<extra></extra>",
    )
    return figure.update_layout(uniformtext={"minsize": 10, "mode": "hide"})


def _fitted(label: str, inner: bool) -> str:
    """A box that holds others has one line for its name; a last one has lines."""
    return short(label, 24) if inner else narrow(label, 18)
