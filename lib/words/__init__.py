"""What each figure shows, said in plain sentences from the same table."""

from lib.words import compare, network, overview, papers, scores, timeline, topics

__all__ = ["compare", "network", "overview", "papers", "scores", "timeline", "topics"]
