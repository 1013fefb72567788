"""How the scores are spread, in sentences that say their n and what cannot be told."""

import pandas as pd

from lib.statistics import (
    LEVEL,
    MINIMUM_FOR_BOX,
    MINIMUM_FOR_DENSITY,
    MINIMUM_FOR_HISTOGRAM,
    MINIMUM_FOR_TEST,
    Comparison,
    RankTest,
    median_interval,
)
from lib.words.phrases import count, listed

_NOTHING = "No paper in view has a score."
_FIGURES = {
    "h_index": "h-index",
    "citations": "citations",
    "paper_count": "papers claimed",
    "novelty": "Novelty",
    "ai_score": "AI Score",
}


def caution(papers: pd.DataFrame) -> str:
    """What a reader must know of scores before looking at any: how few, from when, and what they mean."""
    scored = int(papers["score"].notna().sum())
    shown = f"{scored:,} of {count(len(papers))} {'shows' if scored == 1 else 'show'} a score"
    return (
        f"{shown}, as it stood on the day of the newest capture. The site nowhere says what the number measures or why "
        "most papers have none; a missing one is unknown, never 0."
    )


def every_paper(table: pd.DataFrame) -> str:
    """How many scores, their range, and the median with its interval."""
    papers = table.drop_duplicates("paper_id")
    if papers.empty:
        return _NOTHING
    lowest, highest = papers["score"].min(), papers["score"].max()
    if len(papers) == 1:
        return f"One paper has a score: {highest:.1f}."
    median = median_interval(papers["score"])
    return f"{len(papers):,} papers with scores from {lowest:.1f} to {highest:.1f}; median {median.describe()}."


def distribution(table: pd.DataFrame) -> str:
    """How to read the stairs, and the score that half of each group's papers do not exceed."""
    if table.empty:
        return _NOTHING
    half = table[table["share_up_to"] >= 50].drop_duplicates("group").set_index("label")["score"]
    reached = "; ".join(f"{label} at {score:.1f}" for label, score in half.head(5).items())
    rest = f" and {len(half) - 5} more" if len(half) > 5 else ""
    reading = "Each step is a paper; a staircase further right has higher scores."
    return f"{reading} Half of the scores are reached by {reached}{rest}."


def histogram(table: pd.DataFrame) -> str:
    """The fullest bin, and whether a density is drawn."""
    total = int(table["papers"].sum()) if len(table) else 0
    if not total:
        return f"A histogram needs {MINIMUM_FOR_HISTOGRAM} scores, and there are fewer: see every score as a dot."
    best = table.iloc[int(table["papers"].argmax())]
    smooth = (
        "The line is a smooth density of all of them (Gaussian kernel, folded at 0 and 100)."
        if table["smooth"].notna().any()
        else f"A smooth density would need {MINIMUM_FOR_DENSITY} different scores."
    )
    width = best["to_score"] - best["from_score"]
    return (
        f"{count(total)} in bins of {width:.0f} points; most, {best['papers']:.0f}, from {best['from_score']:.0f} to "
        f"{best['to_score']:.0f}. {smooth}"
    )


def by_group(table: pd.DataFrame) -> str:
    """The highest and the lowest median with their intervals, and by which rule each group is drawn."""
    if table.empty:
        return _NOTHING
    medians = [f"{row['label']} {_median(row)}" for _, row in table.iloc[[0, -1] if len(table) > 1 else [0]].iterrows()]
    ends = "Highest and lowest median: " if len(medians) > 1 else "Median: "
    said = f"{ends}{'; '.join(medians)}."
    if (table["drawn_as"] == "points").all():
        return f"{said} A box needs {MINIMUM_FOR_BOX} scores, a violin {MINIMUM_FOR_DENSITY} different ones."
    return (
        f"{said} Every dot is a paper. There is a box from {MINIMUM_FOR_BOX} scores on, a violin from "
        f"{MINIMUM_FOR_DENSITY} different ones on; the stroke below is the median, the bar the median’s 95% interval, "
        "which needs six scores."
    )


def _median(row: "pd.Series") -> str:
    if pd.isna(row["low"]):
        return f"{row['median']:.1f} (n = {row['n']}, too few for an interval)"
    return f"{row['median']:.1f} ({row['low']:.1f} to {row['high']:.1f}, n = {row['n']:,})"


def ridgeline(curves: pd.DataFrame, scores: pd.DataFrame) -> str:
    """Which groups have a ridge, where its top is, and which have too few scores for one."""
    if scores.empty:
        return _NOTHING
    tops = curves.sort_values("density").drop_duplicates("group", keep="last").sort_values("label")
    peaks = "; ".join(f"{label} near {score:.0f}" for label, score in zip(tops["label"], tops["score"], strict=True))
    bare = scores["group"].nunique() - len(tops)
    said = f"Tops of the ridges: {peaks}. All ridges have the same area." if len(tops) else ""
    rest = f"{count(bare, 'group')} with fewer than {MINIMUM_FOR_DENSITY} different scores: dots alone." if bare else ""
    return f"{said} {rest}".strip()


def against_date(table: pd.DataFrame, trend: RankTest) -> str:
    """Whether scores and dates go together, with Kendall's tau."""
    if table.empty:
        return "No paper in view has both a score and a date."
    if trend.p is None or trend.statistic is None:
        return f"{count(trend.n)} with score and date. Whether scores change with time: {trend.reason}."
    found = f"Kendall’s tau = {_signed(trend.statistic)}, p = {_p(trend.p)}, n = {trend.n:,}"
    if trend.p >= 1 - LEVEL:
        return f"No change of scores with the date of the paper is shown ({found})."
    direction = "higher" if trend.statistic > 0 else "lower"
    return f"Later papers have {direction} scores ({found}). Which papers get a score may itself change with time."


def coverage(table: pd.DataFrame) -> str:
    """The groups with the largest and the smallest share."""
    if table.empty:
        return "No paper in view belongs to a group."
    ranked = table.sort_values(["share_scored", "label"], ascending=[False, True])
    named = [
        f"{row['label']} {row['scored']:,} of {row['papers']:,} ({row['share_scored']:.0f} %)"
        for _, row in ranked.iloc[[0, -1] if len(ranked) > 1 else [0]].iterrows()
    ]
    ends = "Most and fewest papers with a score: " if len(named) > 1 else "With a score: "
    return f"{ends}{'; '.join(named)}. Bars are Wilson’s 95% intervals: with few papers the share says little."


def unscored(table: pd.DataFrame, covered: pd.DataFrame) -> str:
    """How many papers have no score, and whose they are (rows of `coverage`)."""
    if table.empty:
        return "Every paper in view has a score."
    lacking = covered[covered["without"] > 0].sort_values(["without", "label"], ascending=[False, True])
    whose = f": {listed(lacking.set_index('label')['without'])}" if len(lacking) else ""
    return f"{count(len(table))} without a score{whose}."


def headers(table: pd.DataFrame) -> str:
    """Where the chosen authors stand among the profiles; claimed figures, on the day of each capture."""
    if table.empty:
        return "No header in this library shows a figure."
    source = (
        f"Claimed by the headers of {count(int(table['profiles'].max()), 'profile')}, each on the day of its newest "
        "capture. Novelty and AI Score are undefined by the site; an h-index compares poorly across ages and fields."
    )
    mine = table[table["chosen"] | (table["profiles"] < 3)]
    if mine.empty:
        return f"{source} Authors who are chosen are marked."
    return f"{'; '.join(_places(label, rows) for label, rows in list(mine.groupby('label'))[:3])}. {source}"


def _places(label: object, rows: pd.DataFrame) -> str:
    """An author's figures, each with its place where there are others to be placed among."""
    said = [
        f"{_FIGURES[figure]} {value:,}" + (f" (place {place} of {of})" if of > 1 else "")
        for figure, value, place, of in rows[["figure", "claimed", "place", "profiles"]].itertuples(index=False)
    ]
    return f"{label}: {', '.join(said)}"


def comparison(table: pd.DataFrame, found: Comparison) -> str:
    """What may be said of all groups, which pairs differ, and how many could not be compared."""
    if table.empty:
        return "There are no two groups with scores to compare."
    untested = int(table["p"].isna().sum())
    few = (
        f" {count(untested, 'pair')}: too few to tell (fewer than {MINIMUM_FOR_TEST} scores on a side)."
        if untested
        else ""
    )
    if untested == len(table):
        return few.strip()
    differ = table[table["verdict"].isin(["higher", "lower"])]
    if len(table) == 1:
        return f"{_pair(table.iloc[0])}."
    pairs = "; ".join(_pair(row) for _, row in differ.head(5).iterrows())
    rest = f" and {len(differ) - 5} more" if len(differ) > 5 else ""
    shown = f"Different: {pairs}{rest}." if pairs else "No pair is shown to differ."
    tested = len(table) - untested
    holm = f" p-values hold for all {tested} tested pairs together (Holm)." if tested > 1 else ""
    return f"{_overall(found)}{shown}{holm}{few}"


def _pair(row: "pd.Series") -> str:
    said = f"{row['verdict']} than" if row["verdict"] in ("higher", "lower") else "not shown to differ from"
    ends = f"95% interval {_signed(row['low'])} to {_signed(row['high'])}, " if pd.notna(row["low"]) else ""
    effect = f"Cliff’s delta {_signed(row['delta'])}, {ends}{row['magnitude']}; p = {_p(row['p_adjusted'])}"
    return f"{row['one']} {said} {row['other']} ({effect})"


def _overall(found: Comparison) -> str:
    test = found.overall
    if test.p is None or len(found.groups) < 3:
        return ""
    differs = "are not all alike" if test.p < 1 - LEVEL else "are not shown to differ"
    return f"Taken together the groups {differs} ({test.method}: p = {_p(test.p)}, n = {test.n:,}). "


def _signed(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def _p(value: float) -> str:
    return f"{value:.3f}" if value >= 0.001 else "under 0.001"
