"""Topics as frames, which travel between processes: what the task "topics" of lib/work/tasks.py gives to the pages."""

from collections.abc import Callable, Mapping

import pandas as pd

from lib.corpus import Corpus
from lib.text import Counts
from lib.topics.fit import fit_topics
from lib.topics.labels import paper_terms
from lib.topics.layout import lay_out
from lib.topics.model import Topics, WeightedTerm
from lib.topics.tree import grow_tree
from lib.work.counts import kept_counts

Params = Mapping[str, str | int | float | bool | None]
Frames = dict[str, pd.DataFrame]


def topic_frames(corpus: Corpus, params: Params, tell: Callable[[float, str], None]) -> Frames:
    """The topics of a corpus: frames `topics`, `terms`, `placed`, `map`, `tree`, `evidence` and `own_terms`.

    Params: `k` (0 for a suggestion) and `seed`. `own_terms` holds each paper's own words, for libraries that are too
    small to cluster; it is empty for others.
    """
    tell(0.05, "Counting words")
    counts = kept_counts(corpus)
    tell(0.4, "Finding topics")
    found = fit_topics(counts, k=int(params.get("k") or 0) or None, seed=int(params.get("seed") or 0))
    tell(0.7, "Drawing the map")
    places = lay_out(found)
    tell(0.9, "Looking for topics within topics")
    return {**_topics(found), "map": places, "tree": grow_tree(counts, found), **_own_terms(counts, found)}


def _topics(found: Topics) -> Frames:
    rows = [
        {
            "topic": topic.number,
            "label": topic.label,
            "papers": topic.papers,
            "stability": topic.stability,
            "unstable": topic.is_unstable,
            "central": " ".join(topic.central),
            "why_k": found.why_k,
        }
        for topic in found.topics
    ]
    terms = pd.concat(
        [_terms(topic.terms).assign(topic=topic.number, label=topic.label) for topic in found.topics]
        or [_terms(()).assign(topic=0, label="")],
        ignore_index=True,
    )
    evidence = pd.DataFrame(
        [(one.k, one.stability, one.spread, one.silhouette, one.smallest) for one in found.choice.evidence],
        columns=["k", "stability", "spread", "silhouette", "smallest_topic"],
    )
    evidence["verdict"] = [_verdict(int(k), found) for k in evidence["k"]]
    return {"topics": pd.DataFrame(rows), "terms": terms, "placed": found.papers, "evidence": evidence}


def _verdict(k: int, found: Topics) -> str:
    if k == found.choice.k:
        return "suggested"
    return "as good" if k in found.choice.as_good else "tried"


def _terms(terms: tuple[WeightedTerm, ...]) -> pd.DataFrame:
    columns = ["term", "weight", "papers"]
    return pd.DataFrame([(term.term, term.weight, term.papers) for term in terms], columns=columns)


def _own_terms(counts: Counts, found: Topics) -> Frames:
    own = {} if found.is_clustered else paper_terms(counts)
    rows = [(paper, term.term, term.weight) for paper, terms in own.items() for term in terms]
    return {"own_terms": pd.DataFrame(rows, columns=["paper_id", "term", "weight"])}
