"""What the papers are about: the numbers behind the figures of the Topics page.

`frames` are those of lib.topics.frames; labels are the reader's own where a topic was renamed (see `rename`).
"""

from collections.abc import Mapping

import pandas as pd

from lib.arrow import locate, sort_rows
from lib.corpus import Corpus
from lib.schema.derived import view
from lib.tables.compare import MIX, mix
from lib.tables.groups import others_last

Frames = Mapping[str, pd.DataFrame]
SHOWN_TERMS = 8

SIZES = view(
    "sizes", "a topic", "topic", "label", "papers", "stability", "unstable", "terms", "first_year", "last_year",
    "authors", "coded", "scored", "mean_score", "central",
)  # fmt: skip
TERMS = view("terms", "a term of a topic", "topic", "label", "term", "weight", "papers")
EVIDENCE = view("evidence", "a number of topics", "k", "stability", "spread", "silhouette", "smallest_topic", "verdict")
PLACES = view(
    "places", "a paper", "paper_id", "title", "authors", "date", "score", "topic", "label", "x", "y", "group",
    "distance", "second", "margin",
)  # fmt: skip
BY_AUTHOR = view("by_author", "a topic of an author", "topic", *MIX.names)
TREE = view("tree", "a group, topic or part of one", "branch", "parent", "label", "topic", "papers", "height")
OWN_TERMS = view("own_terms", "a paper", "title", "terms")


def rename(frames: Frames, names: Mapping[int, str]) -> dict[str, pd.DataFrame]:
    """The same frames in which the topics `names` are called what a reader calls them."""
    renamed = dict(frames)
    for name in ("topics", "terms"):
        frame = frames[name]
        labels = frame["topic"].map(names).astype("string")
        renamed[name] = frame.assign(label=labels.fillna(frame["label"]))
    return renamed


def groups(frames: Frames) -> pd.DataFrame:
    """Rows `paper_id, group, label` for every figure that groups papers by topic; none for a paper without one."""
    placed = frames["placed"].dropna(subset="topic")
    labels = frames["topics"].set_index("topic")["label"]
    rows = pd.DataFrame({"paper_id": placed["paper_id"], "group": placed["topic"].astype("string")})
    rows["label"] = placed["topic"].map(labels)
    return rows.astype("string").sort_values("paper_id", ignore_index=True)


def sizes(frames: Frames, corpus: Corpus) -> pd.DataFrame:
    """Each topic with its terms, most typical papers and what is counted of it in `corpus`, which may be a part."""
    topics = frames["topics"].set_index("topic")
    rows = groups(frames).merge(corpus.papers[["paper_id", "date", "has_code", "score"]], on="paper_id")
    rows["topic"] = rows["group"].astype("Int64")
    rows["year"] = rows["date"].dt.year
    counted = rows.groupby("topic").agg(
        papers=("paper_id", "size"),
        first_year=("year", "min"),
        last_year=("year", "max"),
        coded=("has_code", "sum"),
        scored=("score", "count"),
        mean_score=("score", "mean"),
    )
    table = counted.join(topics[["label", "stability", "unstable"]])
    table["terms"] = _joined(frames["terms"]).reindex(table.index)
    table["authors"] = _authors(rows, corpus).reindex(table.index)
    table["central"] = _titles(topics["central"].str.split().explode(), corpus).reindex(table.index)
    return SIZES.cast(table.reset_index())


def details(table: pd.DataFrame) -> pd.DataFrame:
    """The rows of `sizes` to be read: without the number, which is for links."""
    return table.drop(columns="topic")


def terms(frames: Frames) -> pd.DataFrame:
    """The most telling terms of each topic with their weights."""
    table = frames["terms"]
    return TERMS.cast(table[table.groupby("topic").cumcount() < SHOWN_TERMS])


def evidence(frames: Frames) -> pd.DataFrame:
    """What speaks for each number of topics."""
    return EVIDENCE.cast(frames["evidence"])


def places(frames: Frames, corpus: Corpus, authors: pd.DataFrame) -> pd.DataFrame:
    """Every paper of `corpus` on the map; `group` is its author of `authors` (the first, where it has several)."""
    papers, placed = corpus.papers[["paper_id", "title", "date", "score"]], frames["placed"]
    table = papers.assign(authors=corpus.author_names.array).merge(frames["map"], on="paper_id")
    known = placed.drop(columns="paper_id").take(locate(table["paper_id"], placed["paper_id"]))
    table[known.columns] = known.set_axis(table.index)
    labels = frames["topics"].set_index("topic")["label"]
    firsts = authors.drop_duplicates("paper_id")
    group = firsts["group"].array.take(locate(table["paper_id"], firsts["paper_id"]), allow_fill=True)
    table = table.assign(label=table["topic"].map(labels), second=table["second"].map(labels), group=group)
    return PLACES.cast(sort_rows(table, ["topic", "paper_id"]))


def by_author(frames: Frames, authors: pd.DataFrame) -> pd.DataFrame:
    """Of each author's papers (rows `paper_id, group, label`) how many are on each topic, as `compare.mix` has it.

    Authors come by name, those taken together last.
    """
    table = others_last(mix(authors, groups(frames)), ["label", "group"])
    return BY_AUTHOR.cast(table.assign(topic=table["part"].astype("Int64")))


def borderline(table: pd.DataFrame, most: int = 200) -> pd.DataFrame:
    """The papers of `places` that lead least over their second-best topic, closest to the border first."""
    known = table.dropna(subset="margin").sort_values(["margin", "paper_id"])
    return PLACES.cast(known.head(most))


def tree(frames: Frames) -> pd.DataFrame:
    """All papers that topics were found in, groups of topics, topics, and what those fall into, as one tree."""
    table = frames["tree"]
    labels = frames["topics"].set_index(frames["topics"]["topic"].astype("string"))["label"]
    return TREE.cast(table.assign(label=table["branch"].map(labels).fillna(table["label"])))


def own_terms(frames: Frames, papers: pd.DataFrame) -> pd.DataFrame:
    """Of a library too small to cluster: each paper with its own words."""
    words = frames["own_terms"].groupby("paper_id")["term"].agg(", ".join)
    return OWN_TERMS.cast(papers.assign(terms=papers["paper_id"].map(words)))


def _joined(table: pd.DataFrame) -> pd.Series:
    best = table[table.groupby("topic").cumcount() < SHOWN_TERMS]
    joined: pd.Series = best.groupby("topic")["term"].agg(", ".join)
    return joined


def _authors(rows: pd.DataFrame, corpus: Corpus) -> pd.Series:
    """The captured authors of each topic with their papers in it, most first."""
    wrote = rows.merge(corpus.listings, on="paper_id")
    counts = wrote.groupby(["topic", "profile_id"]).size().rename("papers").reset_index()
    counts["name"] = counts["profile_id"].map(corpus.labels) + " " + counts["papers"].astype("string")
    ranked = counts.sort_values(["topic", "papers", "profile_id"], ascending=[True, False, True])
    said: pd.Series = ranked[ranked.groupby("topic").cumcount() < 5].groupby("topic")["name"].agg(", ".join)
    return said


def _titles(paper_ids: pd.Series, corpus: Corpus) -> pd.Series:
    """The titles of each topic's papers (one row each), of those that are in `corpus`."""
    titles = paper_ids.map(corpus.papers.set_index("paper_id")["title"])
    joined: pd.Series = titles.dropna().groupby(level=0).agg(" · ".join)
    return joined
