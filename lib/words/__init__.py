"""What each figure shows, said in plain sentences from the same table."""

from lib.words import network, overview, papers, scores, timeline

__all__ = ["network", "overview", "papers", "scores", "timeline"]
