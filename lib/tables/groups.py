"""Which group a paper belongs to, for every figure that stacks, colours or compares."""

from collections.abc import Iterator

import pandas as pd

from lib.arrow import sort_rows
from lib.corpus import Corpus

OTHER = "…other"  # cannot be a profile, a category or a topic
EVERY = "…all"
UNASKED = 4  # authors that are compared while none are chosen
_GOLDEN = (5**0.5 - 1) / 2


def group_papers(corpus: Corpus, by: str, topics: pd.DataFrame | None = None) -> pd.DataFrame:
    """Rows `paper_id, group, label`: a paper once for each group it belongs to, none for what it has not.

    `by` is "author", "category", "topic", "year" or "none". A paper of two captured authors stands under both, so the
    rows of "author" can outnumber the papers; in every other grouping a paper stands once. `topics` are the rows for
    "topic", which the library alone cannot tell.
    """
    if by == "topic":
        return _rows() if topics is None else topics[["paper_id", "group", "label"]]
    if by == "author":
        authors = corpus.listings.rename(columns={"profile_id": "group"})
        return _rows(authors["paper_id"], authors["group"], authors["group"].map(corpus.labels))
    papers = corpus.papers
    if by == "category":
        return _rows(papers["paper_id"], papers["category"], papers["category"])
    if by == "year":
        years = papers["date"].dt.year.astype("Int64").astype("string")
        return _rows(papers["paper_id"], years, years)
    return _rows(papers["paper_id"], EVERY, "all papers")


def fold_small(groups: pd.DataFrame, most: int = 7) -> pd.DataFrame:
    """The same rows with all but the `most` largest groups taken together as one, in which a paper stands once.

    A reader tells about eight colours apart; which groups stay depends on their size, then their name.
    """
    sizes = groups.groupby(["group", "label"], observed=True).size().rename("size").reset_index()
    ranked = sizes.sort_values(["size", "label", "group"], ascending=[False, True, True])
    if len(ranked) <= most + 1:  # one group alone is not worth hiding behind "other"
        return groups
    small = groups["group"].isin(ranked["group"].iloc[most:])
    rest = _rows(groups.loc[small, "paper_id"], OTHER, f"{len(ranked) - most} others")
    return pd.concat([groups[~small], rest.drop_duplicates()], ignore_index=True)


def keep_shown(whole: pd.DataFrame, papers: pd.DataFrame, chosen: tuple[str, ...], most: int = 7) -> pd.DataFrame:
    """Of the rows of a whole library those of the papers in view, in the `chosen` groups if any are, folded small."""
    shown = whole.merge(papers[["paper_id"]], on="paper_id")
    return fold_small(shown[shown["group"].isin(chosen)].reset_index(drop=True) if chosen else shown, most)


def choose_rivals(rows: pd.DataFrame, papers: pd.DataFrame, chosen: tuple[str, ...]) -> pd.DataFrame:
    """The rows of the chosen authors; of one alone or none, beside the others with most papers in view, four in all."""
    shown = rows.merge(papers[["paper_id"]], on="paper_id")
    sizes = shown.groupby("group").size().rename("papers").reset_index()
    ranked = sizes.sort_values(["papers", "group"], ascending=[False, True])["group"]
    others = [group for group in ranked if group not in chosen]
    wanted = (*chosen, *others[: UNASKED - len(chosen)]) if len(chosen) < 2 else chosen
    return shown[shown["group"].isin(wanted)].reset_index(drop=True)


def others_last(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The rows in the order of these columns, those of "others" behind all."""
    return sort_rows(rows.assign(last=rows["group"] == OTHER), ["last", *by])


def spread(rows: pd.DataFrame, near: pd.Series) -> "pd.Series[float]":
    """Where each row stands in its group's lane (-0.4 to 0.4, 0 the middle) so that rows of one `near` are all seen.

    The more there are, the more room they take. Multiples of the golden ratio put rows that follow each other far
    apart; one beside the other, crowds would look like slanted strokes.
    """
    together = [rows["group"], near]
    size = rows.groupby(together)["paper_id"].transform("size")
    turn = rows.groupby(together).cumcount() * _GOLDEN % 1
    step = min(0.16, 0.8 / max(int(size.max()) - 1, 1)) if len(rows) else 0.0
    return step * (turn.groupby(together).rank() - (size + 1) / 2)


def each_group(rows: pd.DataFrame, column: str) -> Iterator[tuple[str, str, "pd.Series[float]"]]:
    """Each group, what it is called, and its values in this column."""
    for (group, label), mine in rows.groupby(["group", "label"]):
        yield str(group), str(label), mine[column]


def _rows(papers: object = (), group: object = "", label: object = "") -> pd.DataFrame:
    rows = pd.DataFrame({"paper_id": papers, "group": group, "label": label}).dropna(subset="group")
    return sort_rows(rows.astype("string"), ["paper_id", "group"]).reset_index(drop=True)
