"""What the papers are about, in sentences."""

import pandas as pd

from lib.words.phrases import count, joined, quoted


def places(table: pd.DataFrame, shapes: str = "") -> str:
    """What near and far mean, and how the marks are to be read; `shapes` says which one is whose."""
    if table.empty:
        return "No paper in view is on the map."
    shape = f"shape the author ({shapes}), " if shapes else ""
    few = f", {shape}size the score (small where there is none)" if len(table) <= 2_000 else ""
    return (
        f"{count(len(table))}. Papers that use like words are near each other; the axes mean nothing, nor do distances "
        f"between far groups. Colour is the topic{few}."
    )


def evidence(table: pd.DataFrame, why: str) -> str:
    """Why this number was suggested, in the words of the choice itself."""
    if table.empty:
        return why
    return f"{why} Full mark: suggested. Open: as good. Bars: spread over resamples. A reader may choose any other."


def sizes(table: pd.DataFrame) -> str:
    """The largest topics, and those that do not hold."""
    if table.empty:
        return "No paper in view has a topic."
    top = [
        f"{quoted(row.label)} ({row.papers:,})"
        for row in table.sort_values(["papers", "topic"], ascending=[False, True]).head(3).itertuples()
    ]
    loose = list(table.loc[table["unstable"].fillna(value=False), "label"])
    words = [f"{count(len(table), 'topic')}; the largest: {joined(top)}."]
    if loose:
        named = joined(map(quoted, loose))
        words.append(f"Unstable (hatched), because they are not found again when papers are left out: {named}.")
    return " ".join(words)


def details(table: pd.DataFrame) -> str:
    """How surely each topic is one, and what the columns rest on."""
    known = table.dropna(subset="stability")
    if known.empty:
        return "What is counted of each topic among the papers in view."
    least = known.sort_values(["stability", "topic"]).iloc[0]
    return (
        f"What is counted of each topic among the papers in view. Stability is 1 where a topic is found again whenever "
        f"papers are left out; it is least for {quoted(least['label'])} ({least['stability']:.2f})."
    )


def terms(table: pd.DataFrame) -> str:
    """How the weights are to be read."""
    if table.empty:
        return "No term sets a topic apart."
    best = table.sort_values(["weight", "topic"], ascending=[False, True]).iloc[0]
    return (
        f"The most telling term of all is {best['term']}, in {best['papers']:,} papers, for {quoted(best['label'])}. "
        "Weights are log-odds against the other topics, in standard errors; above 2 is unlikely to be chance."
    )


def by_author(table: pd.DataFrame) -> str:
    """Who is most devoted to one topic."""
    if table.empty:
        return "No captured author has a paper with a topic."
    best = table[table["n"] >= 3].sort_values(["share", "papers"], ascending=False).head(1)
    if best.empty:
        return "No author has three papers with a topic yet."
    row = best.iloc[0]
    topic = quoted(row["part_label"])
    return f"The closest to one topic is {row['label']}: {row['papers']:,} of {row['n']:,} papers are on {topic}."


def borderline(table: pd.DataFrame) -> str:
    """How many papers could as well be in another topic."""
    if table.empty:
        return "With one topic there is no border."
    close = table[table["margin"] < 0.2]
    if close.empty:
        return f"None of {count(len(table))} is on the border: each leads by 0.2 or more over its second-best topic."
    first, beyond = close.iloc[0], int((close["margin"] < 0).sum())
    some = "All" if len(close) == len(table) > 1 else f"{len(close):,} of"
    over = f"; {beyond:,} lie closer to its centre, but their words speak for their own" if beyond else ""
    between = f"between {quoted(first['label'])} and {quoted(first['second'])}"
    return (
        f"{some} {count(len(table))} shown lead by less than 0.2 over their second-best topic{over}. "
        f"The least sure is “{first['title']}”, {between}."
    )


def tree(table: pd.DataFrame) -> str:
    """Which topics belong together most, and how many parts they fall into."""
    parts = int(table["branch"].str.contains(".", regex=False).sum())
    joins = table[table["topic"].isna() & (table["height"] > 0)].sort_values("height")
    words = []
    if len(joins):
        closest = table.loc[table["parent"] == joins["branch"].iloc[0], "label"]
        words.append(f"Closest to each other: {joined(map(quoted, closest))}.")
    words.append(
        f"{count(parts, 'part')} within topics of 20 papers or more."
        if parts
        else "No topic is large enough to divide."
    )
    return " ".join(words)


def own_terms(why: str) -> str:
    """Why there are no topics, and what stands here instead."""
    return f"{why} Here are the words that stand out in each paper."
