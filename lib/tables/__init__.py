"""The numbers that a chart draws; charts and words have functions of the same names."""

from lib.tables import captures, compare, group, library, network, overview, papers, scores, timeline, topics

__all__ = ["captures", "compare", "group", "library", "network", "overview", "papers", "scores", "timeline", "topics"]
