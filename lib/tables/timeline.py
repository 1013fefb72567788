"""When the papers were published: the numbers behind the figures of the Timeline page.

A paper without a date is in none of them. `as_of` is the day of the newest capture: the period it falls in is not over,
so what is counted there is a part of what it will be.
"""

import pandas as pd

from lib.arrow import sort_rows
from lib.schema.derived import view
from lib.statistics import moving_average
from lib.tables.groups import OTHER, spread

WINDOW = 3  # periods in the moving average
_FREQUENCY = {"year": "Y", "quarter": "Q", "month": "M"}  # what `per` may say

EVERY_PAPER = view(
    "every_paper", "a paper in a group", "paper_id", "title", "date", "year_inferred", "group", "label", "lane"
)
PER_PERIOD = view(
    "per_period", "a group in a period", "period", "group", "label", "papers", "share", "inferred", "unfinished"
)
COURSE = view("course", "a period", "period", "papers", "cumulative", "average", "unfinished")
CUMULATIVE = view("cumulative", "a paper in a group", "date", "group", "label", "cumulative", "paper_id", "title")
CALENDAR = view("calendar", "a month", "year", "month", "papers", "unfinished")
CAREERS = view("careers", "a year of a career", "career_year", "group", "label", "papers", "cumulative", "unfinished")


def every_paper(papers: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """A row for each dated paper and group that it belongs to, oldest first.

    `lane` places papers of the same group and quarter above each other, so that each stays visible (see `spread`).
    """
    dated = papers[["paper_id", "title", "date", "year_inferred"]].dropna(subset="date")
    rows = sort_rows(dated.merge(groups, on="paper_id"), ["date", "paper_id", "label"])
    return EVERY_PAPER.cast(rows.assign(lane=spread(rows, rows["date"].dt.to_period("Q"))))


def per_period(papers: pd.DataFrame, groups: pd.DataFrame, per: str, as_of: pd.Timestamp) -> pd.DataFrame:
    """Papers of each group in each period, those without papers included.

    `share` is in per cent of all rows of that period, and missing where it has none: a paper in two groups counts in
    both.
    """
    rows = _dated(papers, per).merge(groups, on="paper_id")
    if rows.empty:
        return PER_PERIOD.frame()
    labels = rows.drop_duplicates("group").set_index("group")["label"].sort_values()
    grid = pd.MultiIndex.from_product([_every_period(rows["period"], per), labels.index], names=["period", "group"])
    counts = rows.groupby(["period", "group"]).agg(papers=("paper_id", "size"), inferred=("year_inferred", "sum"))
    table = counts.reindex(grid, fill_value=0).reset_index()
    totals = table.groupby("period")["papers"].transform("sum")
    table["share"] = 100 * table["papers"] / totals.where(totals > 0)
    table["label"] = table["group"].map(labels)
    table["unfinished"] = table["period"] >= _start(as_of, per)
    return PER_PERIOD.cast(table)


def course(papers: pd.DataFrame, per: str, as_of: pd.Timestamp, window: int = WINDOW) -> pd.DataFrame:
    """Each period with its distinct papers, all papers so far, and the mean of `window` periods around it.

    The average is missing where its window is not full or holds the unfinished period.
    """
    dated = _dated(papers, per)
    if dated.empty:
        return COURSE.frame()
    counts = dated.groupby("period").size().reindex(_every_period(dated["period"], per), fill_value=0)
    table = counts.rename("papers").rename_axis("period").reset_index()
    table["cumulative"] = table["papers"].cumsum()
    table["unfinished"] = table["period"] >= _start(as_of, per)
    table["average"] = moving_average(table["papers"].where(~table["unfinished"]), window).mean
    return COURSE.cast(table)


def cumulative(papers: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """How many papers each group had up to each day on which it got one."""
    rows = every_paper(papers, groups)
    rows["cumulative"] = rows.groupby("group").cumcount() + 1
    return CUMULATIVE.cast(rows)


def calendar(papers: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """Papers of every month, from the year of the first paper to that of `as_of`; a month not over is unfinished."""
    dated = papers["date"].dropna()
    if dated.empty:
        return CALENDAR.frame()
    years = range(dated.min().year, max(dated.max().year, as_of.year) + 1)
    grid = pd.MultiIndex.from_product([years, range(1, 13)], names=["year", "month"])
    counts = dated.groupby([dated.dt.year.rename("year"), dated.dt.month.rename("month")]).size()
    table = counts.reindex(grid, fill_value=0).rename("papers").reset_index()
    table["unfinished"] = pd.to_datetime(table[["year", "month"]].assign(day=1)) >= _start(as_of, "month")
    return CALENDAR.cast(table)


def careers(papers: pd.DataFrame, groups: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """Papers of each group by years since its first paper in this library, which need not be its first paper ever.

    Career year 0 is the twelve months from that paper on; every year up to that of `as_of`, the unfinished one, has a
    row. Those taken together as "others" have no first paper in common, and no rows.
    """
    rows = every_paper(papers, groups[groups["group"] != OTHER])
    if rows.empty:
        return CAREERS.frame()
    first = rows.groupby("group")["date"].transform("min")
    rows["career_year"] = _birthdays(first, rows["date"])
    ends = rows.groupby("group").agg(first=("date", "min"), last=("career_year", "max"))
    today = _birthdays(ends["first"], pd.Series(as_of, index=ends.index))
    last = ends["last"].clip(lower=today)
    grid = [(group, year) for group, end in last.items() for year in range(int(end) + 1)]
    index = pd.MultiIndex.from_tuples(grid, names=["group", "career_year"])
    table = rows.groupby(["group", "career_year"]).size().reindex(index, fill_value=0).rename("papers").reset_index()
    table["cumulative"] = table.groupby("group")["papers"].cumsum()
    table["label"] = table["group"].map(rows.drop_duplicates("group").set_index("group")["label"])
    table["unfinished"] = table["career_year"] >= table["group"].map(today)
    return CAREERS.cast(table.sort_values(["label", "group", "career_year"]))


def _birthdays(start: pd.Series, end: pd.Series) -> pd.Series:
    """Whole years from one day to the other, counted as birthdays are."""
    early = (end.dt.month * 100 + end.dt.day) < (start.dt.month * 100 + start.dt.day)
    years: pd.Series = end.dt.year - start.dt.year - early.astype("int64")
    return years


def _dated(papers: pd.DataFrame, per: str) -> pd.DataFrame:
    dated = papers[["paper_id", "date", "year_inferred"]].dropna(subset="date")
    return dated.assign(period=dated["date"].dt.to_period(_FREQUENCY[per]).dt.start_time)


def _every_period(present: pd.Series, per: str) -> pd.DatetimeIndex:
    return pd.period_range(present.min(), present.max(), freq=_FREQUENCY[per]).start_time


def _start(day: pd.Timestamp, per: str) -> pd.Timestamp:
    return day.to_period(_FREQUENCY[per]).start_time
