"""The numbers that a chart draws; charts and words have functions of the same names."""

from lib.tables import compare, network, overview, papers, scores, timeline, topics

__all__ = ["compare", "network", "overview", "papers", "scores", "timeline", "topics"]
