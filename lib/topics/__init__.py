"""Term counts -> Topics: what the papers are about, why so many topics, how sure, and where each paper lies.

In reading order: `model` is what comes out, `space` turns counts into points, `clusters` finds groups of points,
`stability` and `choice` say how far they can be trusted and how many there are, `alike` and `labels` name them, `fit`
is all of it. `layout` draws the papers on a plane, `tree` has topics above and below, `match` follows topics through
a library that grows.
"""

from lib.topics.choice import suggest_k
from lib.topics.fit import fit_topics
from lib.topics.labels import paper_terms
from lib.topics.layout import lay_out
from lib.topics.match import match_topics
from lib.topics.model import NO_TOPIC, PLACED, UNSTABLE_BELOW, Evidence, KChoice, Space, Topic, Topics, WeightedTerm
from lib.topics.tree import grow_tree

__all__ = [
    "NO_TOPIC",
    "PLACED",
    "UNSTABLE_BELOW",
    "Evidence",
    "KChoice",
    "Space",
    "Topic",
    "Topics",
    "WeightedTerm",
    "fit_topics",
    "grow_tree",
    "lay_out",
    "match_topics",
    "paper_terms",
    "suggest_k",
]
