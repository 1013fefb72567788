"""The figures, one for each table of the same name; they draw and never compute."""

from lib.charts import captures, compare, network, overview, papers, scores, timeline, topics

__all__ = ["captures", "compare", "network", "overview", "papers", "scores", "timeline", "topics"]
