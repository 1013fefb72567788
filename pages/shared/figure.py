"""A figure as every page shows it: heading, drawing, sentence, and its numbers as table and CSV."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import orjson
import pandas as pd
import plotly.graph_objects as go
import plotly.io
import pyarrow as pa
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig
from streamlit.elements.lib.grid_container import GridContainer
from streamlit.typing import PlotlyState

from lib.charts.points import identity_of
from lib.schema.derived import column, label
from lib.spreadsheet import to_csv
from lib.theme import INK, PALE_INK
from pages.shared.memory import once
from pages.shared.notice import beneath, headed

MOST_PICKED = 1_000  # points that can be picked in a figure: a link with so many has about 30,000 characters
LONG = 10_000  # rows above which a table is sent piece by piece, without search


@dataclass(frozen=True)
class Place:
    """Where a figure stands: its key, what its camera saves ("png" or "svg"), and who is told what was selected.

    With fewer rows than `least` the sentence says as much as a drawing would, and stands alone. `name` is what its
    numbers and files are called, by default after its title: two figures of one title on a page need two.
    """

    key: str
    picture: str = "png"
    chosen: Callable[[], None] | None = None
    least: int = 1
    name: str = ""


def draw(figure: go.Figure, table: pd.DataFrame, sentence: str, place: Place) -> None:
    """Show a figure under its title, with its sentence and its numbers.

    Four elements and no box around them: what a page costs the server is the number of its elements.
    """
    name, title = place.name or once(slug, figure), once(title_of, figure)
    if title:
        headed(title, name)
    if len(table) >= max(place.least, 1):
        dressed = once(_dressed, figure, st.context.theme.type != "dark")
        _plot(dressed, sentence, place, _settings(name, place.picture))
    beneath(sentence)
    if len(table):
        numbers(table, name)


def side_by_side() -> GridContainer:
    """A place for two figures (`with place.cell(): show(…)`): beside each other where both are wide enough."""
    return st.grid(2, min_column_width=620, gap="medium")


class _Finished(go.Figure):  # type: ignore[misc]  # plotly says no types
    """A figure as plotly.js reads it, for `st.plotly_chart`: dressed and written once, not on every run."""

    def __init__(self, finished: dict[str, object]) -> None:
        super().__init__()
        self._finished = finished

    def to_dict(self) -> dict[str, object]:
        """Its traces and its layout; the longer parts are JSON already."""
        return dict(self._finished)


def _dressed(figure: go.Figure, light: bool) -> _Finished:
    """The figure without the title that stands above it as a heading, in the inks of the theme.

    Streamlit's light theme writes the axes in a grey with a contrast of 3.7. Ours has 5.2, and 3.5 if the reader's
    system turns dark before the page runs again; its dark theme is fine as it is. Plotly writes into the squares of a
    heatmap as if their transparent colours lay on white.
    """
    made = orjson.loads(plotly.io.to_json(figure, validate=False))
    traces, layout = made["data"], made["layout"]
    layout.pop("title", None)
    for trace in traces:
        if trace["type"] == "heatmap":
            trace["textfont"] = _inked(trace.get("textfont"), INK["light" if light else "dark"])
    if light:
        layout["font"] = _inked(layout.get("font"), PALE_INK)
        for axis in (part for name, part in layout.items() if name[1:].startswith("axis")):
            axis["tickfont"] = _inked(axis.get("tickfont"), PALE_INK)
            title = axis.setdefault("title", {})
            title["font"] = _inked(title.get("font"), PALE_INK)
    return _Finished({"data": [_pack(trace) for trace in traces], "layout": _pack(layout)})


def _inked(font: Mapping[str, object] | None, ink: str) -> dict[str, object]:
    return {**(font or {}), "color": ink}


def _pack(part: Mapping[str, object]) -> dict[str, object]:
    """A trace or a layout with everything that is long in it as JSON; heights and widths are asked for as numbers."""
    return {
        name: orjson.Fragment(orjson.dumps(value)) if isinstance(value, dict | list) else value
        for name, value in part.items()
    }


def _plot(figure: go.Figure, sentence: str, place: Place, config: dict[str, object]) -> None:
    if place.chosen is None:
        st.plotly_chart(figure, key=place.key, config=config, alt=sentence)
    else:
        st.plotly_chart(figure, key=place.key, config=config, alt=sentence, on_select=place.chosen)


def draw_table(title: str, table: pd.DataFrame, sentence: str, *, folded: bool = False) -> None:
    """Show a table that has no figure: its title, its sentence, its rows (or folded away) and the same as CSV."""
    name = slugged(title)
    headed(title, name)
    beneath(sentence)
    if len(table) and folded:
        numbers(table, name)
    elif len(table):
        rows(table, f"table-{name}")
        download(lambda: table, name)


def numbers(table: pd.DataFrame, name: str) -> None:
    """The table behind a figure and the same as CSV, folded away: what nobody looks at is neither made nor sent."""
    opened = st.popover("Numbers", icon=":material/table_rows:", type="tertiary", key=f"open-{name}", on_change="rerun")
    if opened.open:
        with opened:
            rows(table, f"numbers-{name}")
            download(lambda: table, name)


def download(table: Callable[[], pd.DataFrame], name: str, words: str = "CSV") -> None:
    """A button that saves the table as CSV; it is made only when asked for."""
    st.download_button(
        words,
        lambda: to_csv(table().rename(columns=label)),
        file_name=f"{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        key=f"csv-{name}",
    )


def rows(table: pd.DataFrame, key: str, height: int | Literal["auto"] = "auto") -> None:
    """A table to look at: heads with units from the schema, days as days, long ones piece by piece."""
    st.dataframe(
        once(arrow, table),
        key=key,
        hide_index=True,
        column_config=once(heads, table),
        lazy=len(table) > LONG,
        height=height,
        placeholder="–",
    )


def arrow(table: pd.DataFrame) -> pa.Table:
    """The table as it is sent."""
    return pa.Table.from_pandas(table, preserve_index=False)


def heads(table: pd.DataFrame) -> dict[str, ColumnConfig]:
    """How `st.dataframe` shows each column: the schema's label, unit and meaning; days without their midnight."""
    return {str(name): _head(str(name), table[name]) for name in table.columns}


def _head(name: str, values: pd.Series) -> ColumnConfig:
    known = column(name)
    meaning = known.meaning if known else None
    if pd.api.types.is_datetime64_any_dtype(values):
        if (values.dropna() != values.dropna().dt.normalize()).any():
            return st.column_config.DatetimeColumn(label(name), help=meaning, format="YYYY-MM-DD HH:mm")
        return st.column_config.DateColumn(label(name), help=meaning, format="YYYY-MM-DD")
    return st.column_config.Column(label(name), help=meaning)


def identities(event: PlotlyState) -> tuple[str, ...]:
    """What the selected points stand for (see lib.charts.points), without repeats, in order.

    More than a link can hold are not picked at all, because a part of them would be taken for the whole.
    """
    found = [point["customdata"] for point in event["selection"]["points"] if point.get("customdata") is not None]
    values = tuple(dict.fromkeys(map(identity_of, found)))
    if len(values) <= MOST_PICKED:
        return values
    st.toast(
        f"These are {len(values):,}, and a link can hold {MOST_PICKED:,} of them: nothing was picked. "
        "Select a smaller part, or use the filters.",
        icon=":material/filter_alt_off:",
    )
    return ()


def title_of(figure: go.Figure) -> str:
    """A figure's title; "" where it has none."""
    return str(figure.layout.title.text or "")


def slug(figure: go.Figure) -> str:
    """A figure's title as a file name and a key."""
    return slugged(title_of(figure) or "figure")


def slugged(title: str) -> str:
    """A title in lower case, its letters and digits joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def _settings(name: str, picture: str) -> dict[str, object]:
    return {
        "displaylogo": False,
        "scrollZoom": False,
        "toImageButtonOptions": {"format": picture, "filename": name, "scale": 3 if picture == "png" else 1},
        "modeBarButtonsToRemove": ["autoScale2d"],
    }
