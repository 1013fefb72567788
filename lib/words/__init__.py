"""What each figure shows, said in plain sentences from the same table."""

from lib.words import captures, compare, dashboards, group, library, network, overview, papers, scores, timeline, topics

__all__ = [
    "captures",
    "compare",
    "dashboards",
    "group",
    "library",
    "network",
    "overview",
    "papers",
    "scores",
    "timeline",
    "topics",
]
