"""Papers, in sentences."""

import pandas as pd

from lib.dumps import label_category
from lib.tables.papers import Neighbours
from lib.words.phrases import count, name_day


def facts(paper: pd.Series) -> str:
    """What stands under a paper's title: category, day, score and code, as far as they are known."""
    parts = [name_category(str(paper["category"]))] if pd.notna(paper["category"]) else []
    if pd.notna(paper["date"]):
        parts.append(name_day(paper["date"]) + (" (year inferred)" if paper["year_inferred"] else ""))
    if pd.notna(paper["score"]):
        parts.append(f"score {paper['score']:.1f}")
    return " · ".join([*parts, *(["code"] if paper["has_code"] else [])])


def name_category(code: str) -> str:
    """The code and what it stands for: "CV, Computer Vision and Pattern Recognition"."""
    label = label_category(code)
    return code if label == code else f"{code}, {label}"


def place(where: Neighbours | None) -> str:
    """Where the paper stands in the list."""
    return f"{where.place:,} of {where.of:,}" if where else "not in the list: a filter leaves it out"


def scores(table: pd.DataFrame) -> str:
    """The scores in the captures, and how far they moved."""
    if table.empty:
        return "No capture shows a score for it. That is unknown, not zero."
    first, last = table.iloc[0], table.iloc[-1]
    if len(table) == 1:
        return f"One capture shows a score: {first['score']:.1f} on {name_day(first['captured'])}."
    moved = last["score"] - first["score"]
    how = "stayed the same" if moved == 0 else f"{'rose' if moved > 0 else 'fell'} by {abs(moved):.1f}"
    return (
        f"{count(len(table), 'capture')} show a score. From {name_day(first['captured'])} to "
        f"{name_day(last['captured'])} it {how}: {first['score']:.1f} → {last['score']:.1f}."
    )


def seen(table: pd.DataFrame) -> str:
    """In how many dumps the paper stands, and whether its split of title and authors is certain."""
    doubt = " Where its title ends and its authors begin is not certain." if table["doubtful"].any() else ""
    return f"It stands in {count(len(table), 'dump')}.{doubt}"


def hidden(paper: pd.Series) -> str:
    """Whether more people wrote it than can be seen; "" when all are named."""
    return "" if paper["authors_complete"] else "The page hides further authors behind “et al.”."


def similar(table: pd.DataFrame) -> str:
    """How alike the first one is and by which words; click to read it."""
    if table.empty:
        return "No other paper of this library uses its words."
    best = table.iloc[0]
    return (
        f"Closest: “{best['title']}” at {best['similarity']:.2f} of 1, by {best['terms']}. Likeness is the cosine of "
        "their words' weights. Tick a row to read the paper."
    )


def in_view(papers: int, shown: int) -> str:
    """How many papers are in view, and how one is read."""
    some = f"The newest {shown} of {count(papers)}" if shown < papers else count(papers)
    return f"{some}. Tick a row to see how the paper begins."
