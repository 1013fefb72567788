"""A figure as data for the script in a report: SVG alone, because WebGL neither prints nor runs under a strict CSP."""

import orjson
import plotly.graph_objects as go
from plotly.graph_objs.layout import Template

from lib.theme import template


def to_data(figures: "dict[str, go.Figure]") -> str:
    """The figures by their ids and the two looks, as JSON that can stand inside HTML."""
    drawn = {name: orjson.loads(_plain(figure).to_json()) for name, figure in figures.items()}
    looks = {paper: template(paper).to_plotly_json() for paper in ("light", "dark")}
    return _harmless(orjson.dumps({"figures": drawn, "looks": looks}).decode("utf-8"))


def _plain(figure: go.Figure) -> go.Figure:
    """The figure without its title, which stands above it, and without a width: the page has one."""
    return to_svg(figure).update_layout(title=None, width=None, autosize=True, template=Template())


def to_svg(figure: go.Figure) -> go.Figure:
    """The same figure drawn without WebGL."""
    data = figure.to_plotly_json()
    traces = [trace | {"type": "scatter"} if trace["type"] == "scattergl" else trace for trace in data["data"]]
    return go.Figure(traces, data["layout"])


def _harmless(text: str) -> str:
    """Inside a script element HTML looks for `<`, and for nothing else."""
    return text.replace("<", "\\u003c")
