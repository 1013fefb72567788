"""One profile over time: what its header claims in each capture, and what changed between two of them."""

import pandas as pd

from lib.corpus import Corpus
from lib.schema.derived import column, view

CLAIMED = ("h_index", "paper_count", "citations", "novelty", "ai_score")
FIGURES = (*CLAIMED, "papers_read")
HISTORY = view("history", "a figure in a capture", "figure", "captured", "value", "file", "dump_id")
HEADER = view("header", "a figure in two captures", "figure", "before", "after", "moved")
PAPERS = view(
    "papers", "a paper in either capture", "change", "title", "score_before", "score_after", "moved", "badges_gained",
    "badges_lost", "rank_before", "rank_after", "paper_id",
)  # fmt: skip
SCORES = view("scores", "a paper with a score in both captures", "title", "score_before", "score_after", "moved",
              "paper_id")  # fmt: skip


def captured(corpus: Corpus, profile_id: str) -> pd.DataFrame:
    """The captures of a profile, oldest first: rows of `captures`."""
    rows = corpus.captures[corpus.captures["profile_id"] == profile_id]
    return rows.sort_values(["captured", "dump_id"]).reset_index(drop=True)


def several(corpus: Corpus) -> "pd.Series[int]":
    """How many captures each profile has, for those with more than one; most first, indexed by `profile_id`."""
    counts = corpus.captures.groupby("profile_id", as_index=False).agg(captures=("dump_id", "size"))
    rows = counts.assign(label=counts["profile_id"].map(corpus.labels)).query("captures > 1")
    rows = rows.sort_values(["captures", "label"], ascending=[False, True])
    return rows.set_index("profile_id")["captures"]


def history(corpus: Corpus, profile_id: str) -> pd.DataFrame:
    """Each figure in each capture that shows it, claimed ones first; what a capture does not show has no row."""
    rows = captured(corpus, profile_id).melt(
        id_vars=["captured", "file", "dump_id"], value_vars=FIGURES, var_name="name", value_name="value"
    )
    rows = rows.dropna(subset="value").assign(figure=rows["name"].map(_label))
    order = {name: place for place, name in enumerate(FIGURES)}
    return HISTORY.cast(rows.sort_values("name", key=lambda names: names.map(order), kind="stable"))


def header(corpus: Corpus, one: str, other: str) -> pd.DataFrame:
    """Each figure in two captures (their `dump_id`s, the earlier first) that either of them shows."""
    rows = corpus.captures.set_index("dump_id").loc[[one, other], list(FIGURES)].astype("Float64").T
    rows.columns = pd.Index(["before", "after"])
    rows = rows.dropna(how="all").assign(figure=lambda found: found.index.map(_label))
    return HEADER.cast(rows.assign(moved=rows["after"] - rows["before"]))


def _label(name: str) -> str:
    known = column(name)
    assert known is not None  # noqa: S101 - FIGURES are columns of the schema
    return known.label


def papers(corpus: Corpus, one: str, other: str) -> pd.DataFrame:
    """Each paper of two captures: new ones first, then those gone, then what stayed by how far its score moved."""
    rows = _page(corpus, one, "before").merge(_page(corpus, other, "after"), on="paper_id", how="outer")
    rows = rows.merge(corpus.papers[["paper_id", "title"]], on="paper_id")
    rows["change"] = "in both"
    rows.loc[rows["rank_before"].isna(), "change"] = "new"
    rows.loc[rows["rank_after"].isna(), "change"] = "gone"
    stayed = rows["change"] == "in both"
    rows["moved"] = (rows["score_after"] - rows["score_before"]).round(1)
    for name, first, second in (("gained", "after", "before"), ("lost", "before", "after")):
        rows[f"badges_{name}"] = [
            _only(with_them, without) if stays else None
            for with_them, without, stays in zip(rows[f"badges_{first}"], rows[f"badges_{second}"], stayed, strict=True)
        ]
    order = rows["change"].map({"new": 0, "gone": 1, "in both": 2})
    rows = rows.assign(order=order, far=-rows["moved"].abs().fillna(-1))
    return PAPERS.cast(rows.sort_values(["order", "far", "rank_after", "rank_before", "title"]))


def _page(corpus: Corpus, dump_id: str, when: str) -> pd.DataFrame:
    """Rank, score and badges of each paper in a dump, by its first place there."""
    rows = corpus.observations[corpus.observations["dump_id"] == dump_id]
    rows = rows.sort_values("position").drop_duplicates("paper_id")
    names = {"position": f"rank_{when}", "score": f"score_{when}", "badges": f"badges_{when}"}
    return rows[["paper_id", *names]].rename(columns=names)


def _only(badges: str, others: str) -> str | None:
    """The badges that are not among the others, as a list with commas; None when there are none."""
    missing = [badge for badge in badges.split(", ") if badge and badge not in others.split(", ")]
    return ", ".join(missing) or None


def scores(changes: pd.DataFrame) -> pd.DataFrame:
    """The papers whose score both captures show, the greatest rise first and the greatest fall last."""
    rows = changes.dropna(subset=["score_before", "score_after"])
    return SCORES.cast(rows.sort_values(["moved", "title"], ascending=[False, True]))
