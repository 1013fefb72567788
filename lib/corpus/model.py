"""The Corpus: the checked frames of one library, and the questions that every page asks of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from lib.arrow import is_among, join_each, locate


@dataclass(frozen=True, eq=False)
class Corpus:
    """The checked frames of one library (lib/schema/library.py has their columns); `id` is the hash of their content.

    The frames are shared by every session that shows this library: treat them as read-only.
    """

    id: str
    profiles: pd.DataFrame
    captures: pd.DataFrame
    papers: pd.DataFrame
    authorships: pd.DataFrame
    observations: pd.DataFrame
    problems: pd.DataFrame
    merges: pd.DataFrame

    @cached_property
    def listings(self) -> pd.DataFrame:
        """Which profile wrote which paper: `profile_id, paper_id`, each pair once.

        That is every paper on one of the profile's pages, whether or not the author is visible there, and what a reader
        added. A lower bound: a page may list fewer papers than its author wrote. It has rows for profiles without a
        name too, which `authorships` cannot have.
        """
        pages = self.observations.merge(self.captures[["dump_id", "profile_id"]], on="dump_id")
        named = self.authorships.dropna(subset="profile_id")
        pairs = pd.concat([pages[["profile_id", "paper_id"]], named[["profile_id", "paper_id"]]])
        pairs = pairs[is_among(pairs["profile_id"], self.profiles["profile_id"])]
        return pairs.drop_duplicates(ignore_index=True)

    @cached_property
    def labels(self) -> "pd.Series[str]":
        """What to call each profile (indexed by `profile_id`): its name, or "unknown author of FILE"."""
        newest = self.captures.sort_values(["captured", "dump_id"]).drop_duplicates("profile_id", keep="last")
        files = newest.set_index("profile_id")["file"].reindex(self.profiles["profile_id"])
        names = self.profiles.set_index("profile_id")["name"]
        return names.fillna("unknown author of " + files).rename("label")

    def call(self, ids: "pd.Series[str]") -> "pd.Series[str]":
        """What each of these papers and profiles is called: its title or its label; missing where it is not here."""
        places = locate(ids, self.papers["paper_id"])
        titles = pd.Series(self.papers["title"].array.take(places, allow_fill=True), index=ids.index)
        return titles.fillna(ids.map(self.labels))

    def rows_of(self, paper_ids: Sequence[str], *, abstracts: bool = True) -> pd.DataFrame:
        """The rows of these papers in this order, indexed by `paper_id`; KeyError for one that is not here.

        Without `abstracts`, those of many papers need not be copied.
        """
        ids = pd.Series(paper_ids, dtype="string")
        places = locate(ids, self.papers["paper_id"])
        if (places < 0).any():
            raise KeyError(*ids[places < 0])
        papers = self.papers if abstracts else self.papers.drop(columns="abstract")
        return papers.take(places).set_index("paper_id")

    @cached_property
    def author_names(self) -> "pd.Series[str]":
        """The visible authors of each paper (indexed by `paper_id`) as a reader writes them: "A, B, C et al."."""
        visible = self.authorships.dropna(subset="position").sort_values("position", kind="stable")
        names = join_each(visible["paper_id"], visible["name"]).reindex(pd.Index(self.papers["paper_id"])).fillna("")
        hidden = ~self.papers.set_index("paper_id")["authors_complete"]
        return names.where(~hidden, (names + " et al.").str.strip()).rename("authors")

    @cached_property
    def all_names(self) -> "pd.Series[str]":
        """Every known author of each paper (indexed by `paper_id`), hidden ones included, to look names up in."""
        names = join_each(self.authorships["paper_id"], self.authorships["name"])
        return names.reindex(pd.Index(self.papers["paper_id"])).fillna("")

    @cached_property
    def seniority(self) -> "pd.Series[str]":
        """Every `profile_id`, those captured first before those captured later; of one day, and without one, by id."""
        first = self.captures.groupby("profile_id")["captured"].min().reindex(self.profiles["profile_id"])
        rows = first.reset_index().sort_values(["captured", "profile_id"], na_position="last", ignore_index=True)
        return rows["profile_id"]

    @cached_property
    def as_of(self) -> pd.Timestamp:
        """The day of the newest capture (NaT without any): a period that holds it is not over."""
        return pd.Timestamp(self.captures["captured"].max())

    def only(self, papers: Collection[str], profiles: Collection[str] | None = None) -> "Corpus":
        """The part of the library that these `paper_id`s span; every row still refers to rows that are there.

        Profiles and captures stay if a paper of theirs does, unless `profiles` names exactly those that stay. The rows
        of `authorships` keep naming profiles that went, because who wrote a paper does not depend on what is on screen.
        """
        wanted = set(papers)
        listed = self.listings[is_among(self.listings["paper_id"], wanted)]
        kept = set(listed["profile_id"].tolist()) if profiles is None else set(profiles)
        captures = self.captures[self.captures["profile_id"].isin(kept)]
        seen = is_among(self.observations["paper_id"], wanted) & is_among(
            self.observations["dump_id"], captures["dump_id"]
        )
        return replace(
            self,
            profiles=_rows(self.profiles, "profile_id", kept),
            captures=captures.reset_index(drop=True),
            papers=_rows(self.papers, "paper_id", wanted),
            authorships=_rows(self.authorships, "paper_id", wanted),
            observations=self.observations[seen].reset_index(drop=True),
            problems=_rows(self.problems, "dump_id", set(captures["dump_id"])),
            merges=_rows(self.merges, "kept", wanted | kept),
        )


def _rows(frame: pd.DataFrame, column: str, wanted: set[str]) -> pd.DataFrame:
    return frame[is_among(frame[column], wanted)].reset_index(drop=True)
