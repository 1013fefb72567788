"""The numbers that a chart draws; charts and words have functions of the same names."""

from lib.tables import network, overview, papers, scores, timeline

__all__ = ["network", "overview", "papers", "scores", "timeline"]
