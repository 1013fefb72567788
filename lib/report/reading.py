"""What the chapters of a report read: the library, the part in view, its groups with their looks, and its topics."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from lib import tables
from lib.corpus import Corpus
from lib.opening import Opened, Part
from lib.opening.part import topics_of
from lib.selection import Selection
from lib.tables.groups import EVERY, OTHER, fold_small, group_papers
from lib.theme import BLUE, GREY, Style, style, styles, styles_by_seniority

RIVALS = 4  # authors that are compared where the link names none


@dataclass(frozen=True, eq=False)
class Grouping:
    """Rows `paper_id, group, label`, small groups taken together, and the style of each group."""

    rows: pd.DataFrame
    styles: Mapping[str, Style]

    @property
    def shared(self) -> int:
        """How many papers stand in more than one group."""
        return int(self.rows.loc[self.rows.duplicated("paper_id"), "paper_id"].nunique())


@dataclass(frozen=True, eq=False)
class Reading:
    """A part of a library, ready to be written about."""

    library: Opened
    part: Part

    @property
    def corpus(self) -> Corpus:
        """The whole library."""
        return self.library.corpus

    @property
    def shown(self) -> Corpus:
        """What is in view."""
        return self.part.shown

    @property
    def selection(self) -> Selection:
        """What put it there."""
        return self.part.selection

    @property
    def title(self) -> str:
        """The library and what the selection leaves of it, in words."""
        return f"{self.library.title}: {self.part.words}"

    @cached_property
    def topics(self) -> dict[str, pd.DataFrame]:
        """The frames of lib.topics.frames, of the whole library, so that a topic is the same in every report."""
        return topics_of(self.corpus, self.selection)

    def group(self, by: str, most: int = 7) -> Grouping:
        """The grouping of the papers in view; a group looks the same in every report of the library."""
        rows = tables.topics.groups(self.topics) if by == "topic" else None
        whole = group_papers(self.corpus, by, rows)
        shown = whole[whole["paper_id"].isin(self.shown.papers["paper_id"])]
        chosen = self.selection.authors if by == "author" else ()
        return Grouping(
            fold_small(shown[shown["group"].isin(chosen)] if chosen else shown, most), self._looks(by, whole)
        )

    def rivals(self, chosen: tuple[str, ...]) -> Grouping:
        """The papers of the chosen authors, or of the four with most papers in view."""
        everyone = self.group("author", len(self.corpus.profiles))
        sizes = everyone.rows.groupby("group").size().rename("papers").reset_index()
        ranked = sizes.sort_values(["papers", "group"], ascending=[False, True])["group"]
        wanted = (*chosen, *(one for one in ranked if one not in chosen)) if len(chosen) < 2 else chosen
        wanted = wanted[: max(RIVALS, len(chosen))]
        return Grouping(everyone.rows[everyone.rows["group"].isin(wanted)].reset_index(drop=True), everyone.styles)

    def _looks(self, by: str, whole: pd.DataFrame) -> dict[str, Style]:
        if by == "topic":
            return {str(topic): style(int(topic) - 1) for topic in self.topics["topics"]["topic"]}
        known = styles_by_seniority(list(self.corpus.seniority)) if by == "author" else styles(whole["group"])
        return known | {EVERY: Style(BLUE, "circle", "solid"), OTHER: Style(GREY, "circle", "dot")}
