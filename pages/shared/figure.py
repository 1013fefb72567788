"""A figure as every page shows it: heading, drawing, sentence, and its numbers as table and CSV."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit.elements.plotly_chart import PlotlyState

from lib.schema.derived import column, label
from lib.spreadsheet import to_csv

NOTHING = "Nothing to draw: no paper is left in view. Reset a filter in the sidebar."
LONG = 10_000  # rows above which a table is sent piece by piece, without search


@dataclass(frozen=True)
class Picking:
    """What happens when a reader selects points: which chart that is, and who is told the identities of the points."""

    key: str
    chosen: Callable[[], None] | None = None


def draw(figure: go.Figure, table: pd.DataFrame, sentence: str, picking: Picking, picture: str) -> None:
    """Show a figure with its sentence and numbers; `picture` ("png" or "svg") is what the camera saves."""
    title = figure.layout.title.text or ""
    block = st.container(gap="small")
    if title:
        block.subheader(title, anchor=False)
    if table.empty:
        block.caption(NOTHING)
        return
    drawn = go.Figure(figure).update_layout(title=None)
    settings = _settings(slug(title) or picking.key, picture)
    if picking.chosen is None:
        block.plotly_chart(drawn, key=picking.key, config=settings, alt=sentence)
    else:
        block.plotly_chart(
            drawn,
            key=picking.key,
            config=settings,
            alt=sentence,
            on_select=picking.chosen,
            selection_mode=("points", "box", "lasso"),
        )
    block.text(sentence)
    numbers(table, slug(title) or picking.key, block)


def numbers(table: pd.DataFrame, name: str, place: st.delta_generator.DeltaGenerator) -> None:
    """The table behind a figure, folded away, and the same as CSV."""
    with place.container(horizontal=True, vertical_alignment="center", gap="small"):
        with st.popover("Numbers", icon=":material/table_rows:", type="tertiary"):
            rows(table, f"numbers-{name}")
        st.download_button(
            "CSV",
            lambda: to_csv(table.rename(columns=label)),
            file_name=f"{name}.csv",
            mime="text/csv",
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
            key=f"csv-{name}",
        )


def rows(table: pd.DataFrame, key: str, height: int | str = "auto") -> None:
    """A table to look at: heads with units from the schema, days as days, long ones piece by piece."""
    st.dataframe(
        table,
        key=key,
        hide_index=True,
        column_config=heads(table),
        lazy=len(table) > LONG,
        height=height,
        placeholder="–",
    )


def heads(table: pd.DataFrame) -> dict[str, object]:
    """How `st.dataframe` shows each column: the schema's label, unit and meaning; days without their midnight."""
    config: dict[str, object] = {}
    for name in table.columns:
        known = column(str(name))
        words = {"label": label(str(name)), "help": known.meaning if known else None}
        if pd.api.types.is_datetime64_any_dtype(table[name]):
            config[str(name)] = st.column_config.DateColumn(format="YYYY-MM-DD", **words)
        else:
            config[str(name)] = st.column_config.Column(**words)
    return config


def identities(event: PlotlyState) -> tuple[str, ...]:
    """What the selected points stand for: the first entry of each point's `customdata`, without repeats, in order."""
    found = [point["customdata"] for point in event["selection"]["points"] if point.get("customdata") is not None]
    firsts = [str(entry[0] if isinstance(entry, list | tuple) else entry) for entry in found]
    return tuple(dict.fromkeys(firsts))


def slug(title: str) -> str:
    """A title as a file name and a key: lower case, letters and digits joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def _settings(name: str, picture: str) -> dict[str, object]:
    return {
        "displaylogo": False,
        "scrollZoom": False,
        "toImageButtonOptions": {"format": picture, "filename": name, "scale": 3 if picture == "png" else 1},
        "modeBarButtonsToRemove": ["autoScale2d"],
    }
