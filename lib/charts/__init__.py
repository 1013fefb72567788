"""The figures, one for each table of the same name; they draw and never compute."""

from lib.charts import network, overview, papers, scores, timeline

__all__ = ["network", "overview", "papers", "scores", "timeline"]
