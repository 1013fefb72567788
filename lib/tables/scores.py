"""How the scores are spread: the numbers behind the figures of the Scores page.

A score is what the site shows before the category, on the day of a capture; the site nowhere defines it. A paper
without one is missing from all that is computed, and never counts as 0. Where a paper belongs to several groups it
stands in each; only the comparison of two leaves out what belongs to both, because a test takes its groups to be apart.
"""

from collections.abc import Collection

import numpy as np
import pandas as pd

from lib.arrow import is_among, join_each, sort_rows
from lib.corpus import Corpus
from lib.schema.derived import view
from lib.statistics import (
    MINIMUM_FOR_HISTOGRAM,
    Comparison,
    GroupComparison,
    RankTest,
    compare_groups,
    density,
    ecdf,
    may_draw_box,
    may_draw_density,
    median_interval,
    rank_correlation,
    share_interval,
)
from lib.tables.groups import OTHER, each_group, others_last, spread

BOUNDS = (0.0, 100.0)
FINE_BINS_FROM = 200  # scores: bins of 5 points instead of 10 then hold about ten each
FIGURES = ("h_index", "citations", "paper_count", "novelty", "ai_score")  # of a header, in the order drawn

EVERY_PAPER = view(
    "every_paper",
    "a scored paper in a group",
    "paper_id",
    "title",
    "score",
    "date",
    "captured",
    "group",
    "label",
    "lane",
)
DISTRIBUTION = view("distribution", "a score in a group", "group", "label", "score", "up_to", "share_up_to")
HISTOGRAM = view("histogram", "a bin of scores", "from_score", "to_score", "papers", "smooth")
BY_GROUP = view(
    "by_group", "a group", "group", "label", "n", "median", "low", "high", "lower_quartile", "upper_quartile",
    "smallest", "largest", "drawn_as", "method",
)  # fmt: skip
RIDGELINE = view("ridgeline", "a point of a group's curve", "group", "label", "score", "density")
COVERAGE = view("coverage", "a group", "group", "label", "papers", "scored", "without", "share_scored", "low", "high")
UNSCORED = view("unscored", "a paper without a score", "title", "date", "label")
HEADERS = view(
    "headers", "a figure of a profile's header", "profile_id", "label", "figure", "claimed", "place", "profiles",
    "captured", "chosen",
)  # fmt: skip
COMPARISON = view(
    "comparison", "two groups", "one", "other", "n_one", "n_other", "delta", "low", "high", "magnitude", "p",
    "p_adjusted", "verdict", "method",
)  # fmt: skip


def every_paper(corpus: Corpus, groups: pd.DataFrame) -> pd.DataFrame:
    """A row for each scored paper and group that it belongs to; `captured` is the last day that showed this score.

    `lane` keeps papers with nearly the same score apart (see `spread`).
    """
    scored = corpus.papers[["paper_id", "title", "score", "date"]].dropna(subset="score")
    rows = scored.merge(groups, on="paper_id").merge(_last_seen(corpus), on="paper_id", how="left")
    rows = others_last(rows, ["label", "group", "score", "paper_id"])
    return EVERY_PAPER.cast(rows.assign(lane=spread(rows, rows["score"] // 2)))


def _last_seen(corpus: Corpus) -> pd.DataFrame:
    seen = corpus.observations[["paper_id", "dump_id", "score"]].dropna(subset="score")
    seen = seen.merge(corpus.captures[["dump_id", "captured"]], on="dump_id")
    shown = seen.merge(corpus.papers[["paper_id", "score"]].dropna(), on=["paper_id", "score"])
    return shown.groupby("paper_id", as_index=False).agg(captured=("captured", "max"))


def choose_shape(shape: str, scores: pd.DataFrame) -> str:
    """What "auto" is for these scores (rows as `every_paper`); every other shape is as asked for.

    Ridges where several groups have scores enough for them, boxes where one has enough for a box, otherwise "table".
    """
    sizes = scores.groupby("group").size()
    if shape != "auto":
        return shape
    if sum(may_draw_density(each) for _, _, each in each_group(scores, "score")) > 1:
        return "ridgeline"
    return "auto" if may_draw_box(int(sizes.max()) if len(sizes) else 0) else "table"


def distribution(scores: pd.DataFrame) -> pd.DataFrame:
    """For each group (rows as `every_paper`) the steps of its empirical distribution: defined from one score on."""
    frames = [ecdf(each).assign(group=group, label=label) for group, label, each in each_group(scores, "score")]
    steps = pd.concat(frames) if frames else pd.DataFrame(columns=["value", "count", "share", "group", "label"])
    steps = steps.rename(columns={"value": "score", "count": "up_to"})
    return DISTRIBUTION.cast(others_last(steps.assign(share_up_to=100 * steps["share"]), ["label", "group", "score"]))


def histogram(papers: pd.DataFrame) -> pd.DataFrame:
    """Papers in bins of 10 points (5 from 200 scores on), each paper once; no rows below ten scores.

    `smooth` is what a kernel density expects in the bin, and missing below `MINIMUM_FOR_DENSITY` scores.
    """
    scores = papers["score"].dropna().to_numpy(dtype=np.float64)
    if len(scores) < MINIMUM_FOR_HISTOGRAM:
        return HISTOGRAM.frame()
    edges = np.linspace(*BOUNDS, (20 if len(scores) >= FINE_BINS_FROM else 10) + 1)
    counts, _ = np.histogram(scores, edges)
    bins = pd.DataFrame({"from_score": edges[:-1], "to_score": edges[1:], "papers": counts, "smooth": None})
    curve = density(scores, BOUNDS)
    if len(curve):
        middle = (edges[:-1] + edges[1:]) / 2
        at, height = (curve[column].to_numpy(dtype=np.float64) for column in ("value", "density"))
        bins["smooth"] = np.interp(middle, at, height, left=0, right=0) * len(scores) * np.diff(edges)
    return HISTOGRAM.cast(bins)


def by_group(scores: pd.DataFrame, shape: str = "auto") -> pd.DataFrame:
    """For each group (rows as `every_paper`) its median with interval, quartiles and range, highest median first.

    `drawn_as` is `shape` ("points", "box", "violin") where the group has values enough for it, otherwise what it has
    enough for; "auto" is the most it has enough for.
    """
    rows = pd.DataFrame([_summary(*each, shape) for each in each_group(scores, "score")], columns=BY_GROUP.names)
    return BY_GROUP.cast(rows.sort_values(["median", "label", "group"], ascending=[False, True, True]))


def _summary(group: str, label: str, scores: "pd.Series[float]", shape: str) -> tuple[object, ...]:
    """The row of a group, in the order of BY_GROUP."""
    median = median_interval(scores)
    quartiles = scores.quantile([0.25, 0.75])
    ends = (median.value, median.low, median.high, *quartiles, scores.min(), scores.max())
    return (group, label, median.n, *ends, _allowed(scores, shape), median.reason or median.method)


def _allowed(scores: "pd.Series[float]", shape: str) -> str:
    if shape in ("auto", "violin") and may_draw_density(scores):
        return "violin"
    return "box" if shape in ("auto", "violin", "box") and may_draw_box(len(scores)) else "points"


def ridgeline(scores: pd.DataFrame) -> pd.DataFrame:
    """The density of each group (rows as `every_paper`) that has values enough for one."""
    frames = [
        density(each, BOUNDS, points=101).assign(group=group, label=label)
        for group, label, each in each_group(scores, "score")
    ]
    curves = pd.concat(frames) if frames else pd.DataFrame(columns=["value", "density", "group", "label"])
    return RIDGELINE.cast(curves.rename(columns={"value": "score"}))


def against_date(scores: pd.DataFrame) -> pd.DataFrame:
    """The dated ones of the scored papers (rows as `every_paper`), oldest first."""
    return EVERY_PAPER.cast(scores.dropna(subset="date").sort_values(["date", "paper_id", "group"]))


def trend(table: pd.DataFrame) -> RankTest:
    """Whether later papers have higher scores (Kendall's tau), each paper of `against_date` once."""
    papers = table.drop_duplicates("paper_id")
    return rank_correlation(papers["date"].astype("int64"), papers["score"].astype("float64"))


def coverage(papers: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """How many papers of each group have a score; shares in per cent with Wilson's 95% interval, most papers first."""
    rows = papers[["paper_id", "score"]].merge(groups, on="paper_id")
    counted = rows.groupby(["group", "label"])["score"].agg(papers="size", scored="count").reset_index()
    shares = [share_interval(int(n), int(all_)) for n, all_ in zip(counted["scored"], counted["papers"], strict=True)]
    table = counted.assign(
        without=counted["papers"] - counted["scored"],
        share_scored=[100 * (share.value or 0) for share in shares],
        low=[100 * (share.low or 0) for share in shares],
        high=[100 * (share.high or 0) for share in shares],
    )
    return COVERAGE.cast(others_last(table.assign(fewer=-table["papers"]), ["fewer", "label"]))


def unscored(papers: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """Who has no score: the papers without one, newest first, with their groups in one cell."""
    without = papers.loc[papers["score"].isna(), ["paper_id", "title", "date"]]
    rows = sort_rows(groups[is_among(groups["paper_id"], without["paper_id"])], ["label"])
    labels = without["paper_id"].map(join_each(rows["paper_id"], rows["label"]))
    return UNSCORED.cast(sort_rows(without.assign(label=labels), ["date", "paper_id"], falling=["date"]))


def headers(corpus: Corpus, chosen: Collection[str] = ()) -> pd.DataFrame:
    """The figures that the headers of all profiles claim, each with its place (1 for the highest)."""
    profiles = corpus.profiles.assign(label=corpus.profiles["profile_id"].map(corpus.labels))
    rows = profiles.melt(["profile_id", "label", "header_captured"], list(FIGURES), "figure", "claimed").dropna(
        subset="claimed"
    )
    by_figure = rows.groupby("figure")["claimed"]
    rows = rows.assign(
        place=by_figure.rank(method="min", ascending=False),
        profiles=by_figure.transform("size"),
        captured=rows["header_captured"],
        chosen=rows["profile_id"].isin(chosen),
        order=rows["figure"].map({name: at for at, name in enumerate(FIGURES)}),
    )
    return HEADERS.cast(rows.sort_values(["order", "place", "label", "profile_id"]))


def compared(scores: pd.DataFrame) -> Comparison:
    """The groups (rows as `every_paper`) against each other, without "others"; what both of a pair have is left out."""
    named = scores[scores["group"] != OTHER]
    rows = {group: named[named["group"] == group] for group in sorted(named["group"].unique())}
    return compare_groups(
        {group: each["score"] for group, each in rows.items()},
        {group: tuple(each["paper_id"]) for group, each in rows.items()},
    )


def comparison(found: Comparison, scores: pd.DataFrame) -> pd.DataFrame:
    """A row for each pair of `found`: the largest effects first, then those too small to be tested."""
    labels = scores.drop_duplicates("group").set_index("group")["label"]
    rows = pd.DataFrame([_pair(pair, labels) for pair in found.pairs], columns=COMPARISON.names)
    order = rows.assign(tested=rows["p"].notna(), size=rows["delta"].abs())
    return COMPARISON.cast(order.sort_values(["tested", "size", "one", "other"], ascending=[False, False, True, True]))


def _pair(pair: GroupComparison, labels: "pd.Series[str]") -> dict[str, object]:
    return {
        "one": labels[pair.first],
        "other": labels[pair.second],
        "n_one": pair.n_first,
        "n_other": pair.n_second,
        "delta": pair.delta.value,
        "low": pair.delta.low,
        "high": pair.delta.high,
        "magnitude": pair.magnitude,
        "p": pair.test.p,
        "p_adjusted": pair.p_adjusted,
        "verdict": pair.verdict,
        "method": pair.test.reason or pair.test.method,
    }
