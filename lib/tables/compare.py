"""Authors side by side: the numbers behind the figures of the Compare page.

`authors` are rows `paper_id, group, label` of the chosen authors alone (lib/tables/groups.py). A paper that two of them
wrote counts for both.
"""

from collections.abc import Collection
from itertools import combinations

import pandas as pd

from lib.arrow import is_among
from lib.network import Network
from lib.schema.derived import view
from lib.similar import AuthorWeights, similar_authors
from lib.statistics import compare_mixes, distinctive_terms, share_interval
from lib.tables.timeline import per_period
from lib.text.counts import Counts

TERMS = 8  # of each author; more do not fit beside each other
ENTITLED = ("group", "label")

CLAIMS = view(
    "claims", "a header", "page", "h_index", "citations", "paper_count", "novelty", "ai_score", "header_captured"
)
SPAN = view("span", "an author", "group", "label", "papers", "share", "first_year", "last_year", "scored", "coded")
MIX = view("mix", "a part of an author's papers", "group", "label", "part", "part_label", "papers", "share", "n")
LIKENESS = view("likeness", "two authors", "one", "other", "similarity", "drivers", "driven")
CODE = view("code", "an author", "group", "label", "coded", "papers", "share", "low", "high")
SHARED = view("shared", "two authors", "one", "other", "papers", "common", "who")
SIMILAR = view("similar", "an author like another", "one", "other", "similarity", "terms", "together")
APART = view("apart", "a term of an author", "group", "label", "rank", "term", "z", "log_odds", "uses", "papers", "n")


def span(papers: pd.DataFrame, authors: pd.DataFrame, library: int) -> pd.DataFrame:
    """What is counted of each author; `share` is in per cent of the `library` papers that there are in all."""
    rows = authors.merge(papers[["paper_id", "date", "score", "has_code"]], on="paper_id")
    rows["year"] = rows["date"].dt.year
    counted = rows.groupby(list(ENTITLED)).agg(
        papers=("paper_id", "size"),
        first_year=("year", "min"),
        last_year=("year", "max"),
        scored=("score", "count"),
        coded=("has_code", "sum"),
    )
    counted["share"] = 100 * counted["papers"] / max(library, 1)
    return SPAN.cast(counted.reset_index().sort_values(list(ENTITLED)[::-1]))


def claims(profiles: pd.DataFrame, labels: "pd.Series[str]", chosen: Collection[str]) -> pd.DataFrame:
    """What the header of each chosen page claims, beside the day on which it did."""
    rows = profiles[profiles["profile_id"].isin(chosen)]
    return CLAIMS.cast(rows.assign(page=rows["profile_id"].map(labels)).sort_values("page"))


def years(papers: pd.DataFrame, authors: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """Papers of each author in each calendar year, those without papers included (as on the Timeline)."""
    return per_period(papers, authors, "year", as_of).sort_values(["label", "period"], ignore_index=True)


def mix(authors: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """Of each author's papers how many are in each part (rows `paper_id, group, label`: topics, categories).

    `share` is in per cent of the `n` papers of the author that are in any part; parts with most papers first.
    """
    named = parts.rename(columns={"group": "part", "label": "part_label"})
    rows = authors.merge(named, on="paper_id")
    counted = rows.groupby([*ENTITLED, "part", "part_label"]).size().rename("papers").reset_index()
    counted["n"] = counted.groupby("group")["papers"].transform("sum")
    counted["share"] = 100 * counted["papers"] / counted["n"]
    counted["size"] = counted.groupby("part")["papers"].transform("sum")
    return MIX.cast(counted.sort_values(["size", "part", "label", "group"], ascending=[False, True, True, True]))


def likeness(table: pd.DataFrame) -> pd.DataFrame:
    """How alike the mixes of each two authors are (1 less the Jensen–Shannon divergence, 0–1), and what drives it."""
    wide = table.pivot_table(index="label", columns="part_label", values="papers", aggfunc="sum", fill_value=0)
    pairs = compare_mixes(wide, "jensen-shannon").rename(columns={"first": "one", "second": "other"})
    pairs["driven"] = 100 * pairs["driven"]
    return LIKENESS.cast(pairs.sort_values(["similarity", "one", "other"], ascending=[False, True, True]))


def code(table: pd.DataFrame) -> pd.DataFrame:
    """The share of each author's papers with code (rows as `span`), in per cent with Wilson's 95% interval."""
    shares = [share_interval(int(n), int(all_)) for n, all_ in zip(table["coded"], table["papers"], strict=True)]
    ends = {
        "share": [None if each.value is None else 100 * each.value for each in shares],
        "low": [None if each.low is None else 100 * each.low for each in shares],
        "high": [None if each.high is None else 100 * each.high for each in shares],
    }
    return CODE.cast(table.assign(**{name: pd.array(values, dtype="Float64") for name, values in ends.items()}))


def shared(authors: pd.DataFrame, network: Network) -> pd.DataFrame:
    """For each two authors the papers they wrote together and the co-authors both have.

    Both are lower bounds, because “et al.” hides people.
    """
    wrote = {str(label): set(rows["paper_id"]) for label, rows in authors.groupby("label")}
    groups = authors.drop_duplicates("label").set_index("label")["group"]
    partners = {label: set(network.partners(str(groups[label])).map(network.names)) for label in wrote}
    rows = []
    for one, other in combinations(sorted(wrote), 2):
        common = sorted((partners[one] & partners[other]) - {one, other})
        rows.append((one, other, len(wrote[one] & wrote[other]), len(common), ", ".join(common)))
    table = pd.DataFrame(rows, columns=SHARED.names)
    return SHARED.cast(table.sort_values(["papers", "common", "one", "other"], ascending=[False, False, True, True]))


def sharing(table: pd.DataFrame) -> pd.DataFrame:
    """The pairs of `shared` that share anything."""
    return SHARED.cast(table[(table["papers"] > 0) | (table["common"] > 0)])


def apart(authors: pd.DataFrame, counts: Counts, most: int = TERMS) -> pd.DataFrame:
    """The words that set each author apart from the other chosen ones, most telling first; no rows for one author.

    See lib.statistics.distinctive_terms: log-odds with an informative Dirichlet prior, in standard errors (`z`).
    """
    known = authors[is_among(authors["paper_id"], counts.row)]
    rows = [counts.row[paper] for paper in known["paper_id"]]
    telling = counts.words.is_telling
    names = [name for name, keep in zip(counts.words.shown, telling, strict=True) if keep]
    found = distinctive_terms(counts.words.matrix[rows][:, telling], names, list(known["group"]), limit=most)
    labels = known.drop_duplicates("group").set_index("group")["label"]
    table = found.rename(columns={"count": "uses", "group_papers": "n"})
    table["label"] = table["group"].map(labels)
    return APART.cast(table.sort_values(["label", "group", "rank"]))


def similar(authors: pd.DataFrame, weights: AuthorWeights, labels: "pd.Series[str]", most: int = 3) -> pd.DataFrame:
    """For each of the authors the profiles of the library whose words are most like theirs, with what drives it."""
    groups = [str(group) for group in authors["group"].drop_duplicates().sort_values()]
    found = [similar_authors(weights, group, limit=most) for group in groups if group in weights.row]
    table = pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=["first", "second", *SIMILAR.names])
    table["one"], table["other"] = table["first"].map(labels), table["second"].map(labels)
    return SIMILAR.cast(table)
