"""When the papers were published, in sentences."""

import pandas as pd

from lib.words.phrases import count, listed, name_day

_NOTHING = "No paper in view has a date."


def every_paper(table: pd.DataFrame) -> str:
    """From when to when, and how many years are inferred."""
    papers = table.drop_duplicates("paper_id")
    if papers.empty:
        return _NOTHING
    first, last = papers["date"].min(), papers["date"].max()
    span = f"{count(len(papers))}, the first of {name_day(first)} and the latest of {name_day(last)}."
    if len(papers) == 1:
        span = f"One paper, of {name_day(first)}."
    inferred = int(papers["year_inferred"].sum())
    return span + (f" {_inferred(inferred)}" if inferred else "")


def per_period(table: pd.DataFrame, per: str, shared: int) -> str:
    """The fullest period, what is hatched, and that `shared` papers stand in more than one group."""
    if table.empty:
        return _NOTHING
    sums = table.groupby("period", as_index=False)["papers"].sum()
    best = sums["period"].iloc[int(sums["papers"].argmax())]
    words = [f"The {per} with the most papers is {name_period(best, per)}, with {sums['papers'].max():,}."]
    groups = table.groupby("label")["papers"].sum()
    if len(groups) > 1:
        words.append("In all: " + listed(groups.sort_values(ascending=False)) + ".")
    if shared:
        verb = "belongs to several of them and counts" if shared == 1 else "belong to several of them and count"
        words.append(f"{count(shared)} {verb} in each.")
    open_ones = table.loc[table["unfinished"], "period"].drop_duplicates()
    if len(open_ones):
        names = " and ".join(name_period(period, per) for period in open_ones)
        words.append(
            f"Hatched: {names} {'was' if len(open_ones) == 1 else 'were'} not over when the pages were captured."
        )
    return " ".join(words)


def course(table: pd.DataFrame, per: str, window: int) -> str:
    """The pace over all finished periods, and where its moving average was highest."""
    if table.empty:
        return _NOTHING
    over = table[~table["unfinished"]]
    if over.empty:
        return f"Only the present {per} has papers ({table['papers'].sum():,}), and it is not over."
    pace = over["papers"].mean()
    words = [f"{pace:,.1f} papers a {per} over {count(len(over), f'finished {per}')}, those without papers included."]
    smooth = over.dropna(subset="average")
    if len(smooth):
        best = smooth.iloc[int(smooth["average"].argmax())]
        at = name_period(best["period"], per)
        words.append(f"The mean of {window} {per}s was highest around {at} ({best['average']:,.1f}).")
    else:
        words.append(f"Too few {per}s for a moving average, which takes {window}.")
    return " ".join(words)


def cumulative(table: pd.DataFrame) -> str:
    """When each group had half of its papers."""
    if table.empty:
        return _NOTHING
    words = []
    for label, rows in table.groupby("label", sort=False):
        total = int(rows["cumulative"].max())
        if total > 1:
            half = rows.loc[rows["cumulative"] >= total / 2, "date"].iloc[0]
            words.append(f"{label} had half of {total:,} papers by {half:%B %Y}")
    return "; ".join(words[:4]) + "." if words else "One paper each: there is no course to see yet."


def calendar(table: pd.DataFrame) -> str:
    """The months in which most papers came."""
    total = int(table["papers"].sum()) if len(table) else 0
    if not total:
        return _NOTHING
    months = table.groupby("month")["papers"].sum()
    best = months[months == months.max()].index
    names = " and ".join(f"{pd.Timestamp(2000, int(month), 1):%B}" for month in best[:3])
    some = f"Most papers came in {names} ({months.max():,}{' each' if len(best) > 1 else ''} of {total:,})."
    if total < 5 * 12:
        return f"{some} With fewer than five papers a month on average, that can be chance."
    return some


def careers(table: pd.DataFrame, others: str = "") -> str:
    """How far each group had come after the career years that all have finished; `others` are in none of them."""
    if table.empty:
        return _NOTHING
    without = f" Without the {others}, who have no first paper in common." if others else ""
    finished = table[~table["unfinished"]]
    shared = finished.groupby("group")["career_year"].max()
    if table["group"].nunique() < 2 or len(shared) < table["group"].nunique():
        last = table.groupby("label", sort=False)["cumulative"].max()
        return f"Papers so far: {listed(last)}. Open marks are years that are not over.{without}"
    year = int(shared.min())
    at = finished[finished["career_year"] == year].set_index("label")["cumulative"].sort_values(ascending=False)
    return (
        f"After {count(year + 1, 'career year')}, the longest that all have finished: {listed(at)}. "
        f"A career starts here with the first paper in this library, which may not be the first one written.{without}"
    )


def name_period(period: pd.Timestamp, per: str) -> str:
    """A period as a reader says it: 2024, spring's quarter as Q2 2024, May 2024."""
    if per == "year":
        return f"{period:%Y}"
    return f"Q{period.quarter} {period:%Y}" if per == "quarter" else f"{period:%B %Y}"


def _inferred(number: int) -> str:
    verb = "has its" if number == 1 else "have their"
    return f"{number:,} of them (open marks) {verb} year inferred from the day of capture."
