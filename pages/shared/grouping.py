"""How a page stacks, colours or compares papers: which group each is in, and the look of each group."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from lib.corpus import Corpus
from lib.tables.groups import EVERY, OTHER, fold_small, group_papers
from lib.theme import BLUE, GREY, Style, styles, styles_by_seniority
from pages.shared.kept import tables
from pages.shared.memory import once
from pages.shared.topical import styles_of, topics_of
from pages.shared.view import View


@dataclass(frozen=True, eq=False)
class Grouping:
    """Rows `paper_id, group, label`, small groups taken together, and the style of each group."""

    rows: pd.DataFrame
    styles: Mapping[str, Style]

    @property
    def shared(self) -> int:
        """How many papers stand in more than one group."""
        return int(self.rows.loc[self.rows.duplicated("paper_id"), "paper_id"].nunique())


def group(view: View, by: str, most: int = 7) -> Grouping:
    """The grouping of the papers in view; a group looks the same on every page, whatever else is in view."""
    topics = topics_of(view.corpus, view.selection) if by == "topic" else None
    whole = once(group_papers, view.corpus, by, None if topics is None else tables.topics.groups(topics))
    known = once(_looks, view.corpus, by, whole) if topics is None else styles_of(topics)
    everyone = known | {EVERY: Style(BLUE, "circle", "solid"), OTHER: Style(GREY, "circle", "dot")}
    chosen = view.selection.authors if by == "author" else ()
    return Grouping(once(_shown, whole, view.unpicked.papers, chosen, most), everyone)


def _looks(corpus: Corpus, by: str, whole: pd.DataFrame) -> dict[str, Style]:
    return styles_by_seniority(list(corpus.seniority)) if by == "author" else styles(whole["group"])


def _shown(whole: pd.DataFrame, papers: pd.DataFrame, chosen: tuple[str, ...], most: int) -> pd.DataFrame:
    shown = whole[whole["paper_id"].isin(papers["paper_id"])]
    return fold_small(shown[shown["group"].isin(chosen)] if chosen else shown, most)
