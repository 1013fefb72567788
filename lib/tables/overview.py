"""What is in a library, what its profiles claim and what was counted, and what is not certain.

Claimed are the figures of a profile's header, on the day of a capture. Counted is what the dumps list. The two have
different sources and are never mixed.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib.arrow import locate, sort_rows
from lib.corpus import Corpus
from lib.schema import PROFILES
from lib.schema.derived import view

_COUNTED = ("papers", "first_year", "last_year", "scored", "coded", "coauthors", "captures", "year_reason")
AUTHORS = view("authors", "a profile with its counts", "page", *_COUNTED, *PROFILES.names[2:], "profile_id")
CATEGORIES = view("categories", "a category", "category", "papers", "share", "coded", "scored")
CLAIMED = view(
    "claimed", "a profile whose header counts papers", "profile_id", "page", "claimed", "counted", "captured"
)
DOUBTS = view("doubts", "a part of a dump", "kind", "file", "first_line", "last_line", "found", "expected")
MERGED = view("merged", "two records or pages", "state", "kind", "what", "reason", "where")


@dataclass(frozen=True)
class Summary:
    """How much of what there is; years are None when no paper has a date."""

    profiles: int
    dumps: int
    papers: int
    first_year: int | None
    last_year: int | None
    inferred: int
    categories: int
    scored: int
    coded: int
    doubtful: int
    unread: int


def summary(corpus: Corpus) -> Summary:
    """The library in eleven numbers."""
    papers, years = corpus.papers, corpus.papers["date"].dt.year.dropna()
    return Summary(
        profiles=len(corpus.profiles),
        dumps=len(corpus.captures),
        papers=len(papers),
        first_year=int(years.min()) if len(years) else None,
        last_year=int(years.max()) if len(years) else None,
        inferred=int(papers["year_inferred"].sum()),
        categories=papers["category"].nunique(),
        scored=int(papers["score"].notna().sum()),
        coded=int(papers["has_code"].sum()),
        doubtful=int(corpus.observations["doubtful"].sum()),
        unread=int((corpus.problems["severity"] == "problem").sum()),
    )


def authors(corpus: Corpus) -> pd.DataFrame:
    """Each profile with what its header claims and what was counted, those with the most papers first."""
    papers = corpus.papers[["paper_id", "date", "score", "has_code"]]  # abstracts would be copied for each author
    listed = papers.take(locate(corpus.listings["paper_id"], papers["paper_id"]))
    listed = listed.assign(profile_id=corpus.listings["profile_id"].array)
    years = listed.assign(year=listed["date"].dt.year.astype("Int64")).groupby("profile_id")["year"]
    sums = listed.groupby("profile_id").agg(
        papers=("paper_id", "size"), scored=("score", "count"), coded=("has_code", "sum")
    )
    rows = corpus.profiles.assign(page=corpus.profiles["profile_id"].map(corpus.labels)).set_index("profile_id")
    rows = rows.assign(first_year=years.min(), last_year=years.max(), coauthors=_coauthors(corpus))
    rows = rows.assign(captures=corpus.captures.groupby("profile_id").size(), year_reason=_year_reasons(corpus))
    rows = rows.join(sums)
    rows[["papers", "scored", "coded", "coauthors"]] = rows[["papers", "scored", "coded", "coauthors"]].fillna(0)
    return AUTHORS.cast(rows.reset_index().sort_values(["papers", "page"], ascending=[False, True]))


def _coauthors(corpus: Corpus) -> "pd.Series[int]":
    """How many other names stand on each profile's papers; numbers are joined, because strings take twice as long."""
    papers, profiles = corpus.papers["paper_id"], corpus.profiles["profile_id"]
    pages, names = corpus.listings, corpus.authorships
    mine = {"paper": locate(pages["paper_id"], papers), "owner": locate(pages["profile_id"], profiles)}
    shown = {"paper": locate(names["paper_id"], papers), "person": locate(names["profile_id"], profiles)}
    met = pd.DataFrame(mine).merge(pd.DataFrame(shown).assign(name=pd.factorize(names["name"])[0]), on="paper")
    others = met.loc[met["person"] != met["owner"], ["owner", "name"]].drop_duplicates()
    return pd.Series(np.bincount(others["owner"], minlength=len(profiles)), index=pd.Index(profiles))


def _year_reasons(corpus: Corpus) -> "pd.Series[str]":
    """Why the year-less dates of each profile's newest capture have their year; missing where all show one."""
    newest = corpus.captures.sort_values(["captured", "dump_id"]).drop_duplicates("profile_id", keep="last")
    return newest.set_index("profile_id")["year_reason"].where(newest.set_index("profile_id")["year"].notna())


def categories(papers: pd.DataFrame) -> pd.DataFrame:
    """Papers of each category, largest first; `share` in per cent of the papers that show one."""
    rows = papers[["paper_id", "category", "has_code", "score"]].dropna(subset="category")
    groups = rows.groupby("category", as_index=False)
    table = groups.agg(papers=("paper_id", "size"), coded=("has_code", "sum"), scored=("score", "count"))
    table["share"] = 100 * table["papers"] / table["papers"].sum()
    return CATEGORIES.cast(table.sort_values(["papers", "category"], ascending=[False, True]))


def claimed(counted: pd.DataFrame) -> pd.DataFrame:
    """For each profile whose header counts papers: that number, and how many its dumps list; largest claim first.

    `counted` holds the rows of `authors`.
    """
    rows = counted.dropna(subset="paper_count")
    rows = rows.assign(claimed=rows["paper_count"], counted=rows["papers"], captured=rows["header_captured"])
    return CLAIMED.cast(rows.sort_values(["claimed", "page"], ascending=[False, True]))


def doubts(corpus: Corpus) -> pd.DataFrame:
    """Everything that was not read or is not certain, with its file and lines; what was not read comes first."""
    problems = corpus.problems.assign(first_line=corpus.problems["line"], last_line=corpus.problems["line"])
    problems["kind"] = problems["severity"].map({"problem": "not read or uncertain", "note": "worth knowing"})
    uncertain = corpus.observations[corpus.observations["doubtful"]]
    uncertain = uncertain.merge(corpus.papers[["paper_id", "title"]], on="paper_id").merge(
        corpus.captures[["dump_id", "file"]], on="dump_id"
    )
    uncertain = uncertain.assign(
        kind="doubtful split", found=uncertain["title"], expected="another place where the title ends is as likely"
    )
    rows = pd.concat([problems[DOUBTS.names], uncertain[DOUBTS.names]])
    order = rows["kind"].map({"not read or uncertain": 0, "doubtful split": 1, "worth knowing": 2})
    return DOUBTS.cast(rows.assign(order=order).sort_values(["order", "file", "first_line"]))


def merged(corpus: Corpus) -> pd.DataFrame:
    """What was taken for one, or may be one and is kept apart, with the evidence."""
    rows = corpus.merges.merge(corpus.captures[["dump_id", "file"]], on="dump_id", how="left")
    rows = rows.assign(where=rows["file"], what=corpus.call(rows["kept"]).fillna(rows["kept"]))
    return MERGED.cast(sort_rows(rows, ["state", "kind", "what", "reason"], falling=["state"]))
