"""Authors side by side, in sentences: under each figure, and as a paragraph for each author and each pair.

A paragraph is made of statements, each of which names the figure that it was read from. No model writes them: the
words are fixed, the numbers are those of the tables.
"""

from dataclasses import dataclass

import pandas as pd

from lib.tables.groups import OTHER
from lib.words.phrases import count, joined, name_day, quoted


@dataclass(frozen=True)
class Statement:
    """A sentence, and the title of the figure that shows it."""

    text: str
    figure: str


def claims(table: pd.DataFrame) -> str:
    """What to mind when the figures of headers are compared."""
    if table.empty:
        return "None of these pages shows figures in its header."
    days = table["header_captured"].dropna()
    if days.empty:
        return "None of these pages shows figures in its header."
    when = f"on {name_day(days.min())}"
    if days.min() < days.max():
        when = f"between {name_day(days.min())} and {name_day(days.max())}"
    return (
        f"As the site claimed {when}. The h-index compares poorly across ages and "
        "fields: it grows with the years of a career and with how much a field cites."
    )


def span(table: pd.DataFrame) -> str:
    """Who has most papers here, and what the years mean."""
    if table.empty:
        return "No author is chosen."
    best = table.sort_values(["papers", "label"], ascending=[False, True]).iloc[0]
    return (
        f"{best['label']} has most papers in this library, {best['papers']:,}. Years are those of papers in the dumps; "
        "an author may have written before and since."
    )


def years(table: pd.DataFrame) -> str:
    """The fullest year of each author, and which year is not over."""
    if table.empty:
        return "None of the papers has a date."
    best = table.sort_values(["papers", "period"], ascending=[False, False]).drop_duplicates("group")
    said = [f"{row.label} {row.period:%Y} ({row.papers:,})" for row in best.itertuples()]
    open_ones = sorted({f"{period:%Y}" for period in table.loc[table["unfinished"], "period"]})
    hatched = f" Hatched: {joined(open_ones)}, which was not over when the pages were captured." if open_ones else ""
    return f"The year with most papers of each: {joined(said)}. All rows have the same scale.{hatched}"


def mix(table: pd.DataFrame, what: str) -> str:
    """The largest part of each author."""
    if table.empty:
        return f"None of the papers has a {what}."
    named = table[table["part"] != OTHER].sort_values(["papers", "part_label"], ascending=[False, True])
    best = named.drop_duplicates("group").sort_values("label")
    if best.empty:
        return f"None of the larger {what} parts is theirs."
    say = quoted if what == "topic" else str
    said = [f"{row.label}: {say(row.part_label)} ({row.papers:,} of {row.n:,})" for row in best.itertuples()]
    return f"The largest {what} of each: {'; '.join(said)}. Numbers in the bars are papers."


def likeness(table: pd.DataFrame, what: str) -> str:
    """The most and the least alike pair, and what drives it."""
    known = table.dropna(subset="similarity")
    if known.empty:
        return "It takes two authors with papers to compare."
    first, last = known.iloc[0], known.iloc[-1]
    said = f"{_pair(first)} are at {first['similarity']:.2f} of 1"
    said += f", driven by {first['drivers']}." if first["drivers"] else f": no {what} in common."
    if len(known) > 1:
        said = f"Most alike: {said} Least alike: {_pair(last)} at {last['similarity']:.2f}."
    return said + " Similarity is 1 less the Jensen–Shannon divergence of the two mixes."


def code(table: pd.DataFrame) -> str:
    """Each share with its interval, and whether they can be told apart."""
    if table.empty:
        return "No author is chosen."
    said = [f"{row.label} {row.coded:,} of {row.papers:,}" for row in table.itertuples()]
    overlap = table["low"].max() <= table["high"].min()
    told = "The intervals overlap: no difference is shown" if overlap else "Some intervals do not overlap"
    return f"With code: {joined(said)}. {told if len(table) > 1 else 'The line is the 95% interval (Wilson)'}."


def shared(table: pd.DataFrame) -> str:
    """Which pair shares most, as lower bounds."""
    if table.empty:
        return "It takes two authors to share something."
    best = table.iloc[0]
    if not best["papers"] and not table["common"].max():
        return "No two of them share a paper or a co-author that is visible; “et al.” may hide some."
    return (
        f"{_pair(best)} share most: {count(int(best['papers']))} and {count(int(best['common']), 'co-author')}. "
        "Lower bounds, because “et al.” hides people."
    )


def similar(table: pd.DataFrame) -> str:
    """Who is most like whom, and by which words."""
    if table.empty:
        return "No other author of this library uses their words."
    best = table.sort_values(["similarity", "one"], ascending=[False, True]).iloc[0]
    return (
        f"{best['other']} is most like {best['one']} ({best['similarity']:.2f} of 1), by {best['terms']}. "
        "What two wrote together is left out."
    )


def apart(table: pd.DataFrame) -> str:
    """The three most telling words of each author."""
    if table.empty:
        return "It takes two authors with abstracts to set apart."
    best = table[table["rank"] <= 3].groupby("label")["term"].agg(", ".join)
    said = "; ".join(f"{label}: {terms}" for label, terms in best.items())
    return f"{said}. Log-odds against the other chosen authors, in standard errors; above 2 is unlikely to be chance."


def author(label: str, spans: pd.DataFrame, topics: pd.DataFrame, terms: pd.DataFrame) -> tuple[Statement, ...]:
    """One author in a paragraph."""
    row = spans[spans["label"] == label].iloc[0]
    years = "" if pd.isna(row["first_year"]) else f" from {row['first_year']} to {row['last_year']}"
    said = [Statement(f"{label}: {count(int(row['papers']))}{years}, {row['share']:.0f} % of this library.", _SPAN)]
    mine = topics[topics["label"] == label].sort_values(["papers", "part_label"], ascending=[False, True])
    if len(mine):
        best = mine.iloc[0]
        lead = "Most are" if 2 * best["papers"] > best["n"] else "The largest part is"
        said.append(
            Statement(f"{lead} about {quoted(best['part_label'])} ({best['papers']:,} of {best['n']:,}).", _TOPICS)
        )
    words = list(terms[terms["label"] == label].sort_values("rank")["term"].head(4))
    if words:
        said.append(Statement(f"Set apart by {joined(words)}.", _APART))
    said.append(Statement(f"{row['coded']} with code.", _CODE))
    scored = int(row["scored"])
    said.append(Statement(f"{scored:,} of {row['papers']:,} have a score." if scored else "None has a score.", _SCORES))
    return tuple(said)


def pair(row: pd.Series, alike: pd.DataFrame) -> tuple[Statement, ...]:
    """Two authors in a paragraph; `row` is theirs in `shared`, `alike` the table `likeness`."""
    one, other = row["one"], row["other"]
    papers = count(int(row["papers"])) if row["papers"] else "no paper"
    people = f" and {count(int(row['common']), 'co-author')} in common" if row["common"] else ""
    said = [Statement(f"{one} and {other}: {papers} together{people}.", _SHARED)]
    found = alike[(alike["one"] == one) & (alike["other"] == other)].dropna(subset="similarity")
    if len(found):
        match = found.iloc[0]
        driven = f", most of all in {match['drivers']}" if match["drivers"] else ""
        said.append(Statement(f"Their topics are alike at {match['similarity']:.2f} of 1{driven}.", _ALIKE))
    return tuple(said)


_SPAN, _TOPICS, _APART, _CODE = (
    "From the first to the last year",
    "The mix of topics",
    "Words that set each apart",
    "Papers with code",
)
_SHARED, _ALIKE, _SCORES = "What they share", "How alike their topics are", "How many have a score"


def _pair(row: pd.Series) -> str:
    return f"{row['one']} and {row['other']}"
