"""Groups with their looks: how papers are stacked, coloured and compared, the same on pages and in reports."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from lib.corpus import Corpus
from lib.tables.groups import EVERY, OTHER
from lib.theme import BLUE, GLYPHS, GREY, PALETTE, SYMBOLS, Style, style, styles, styles_by_seniority


@dataclass(frozen=True, eq=False)
class Grouping:
    """Rows `paper_id, group, label`, small groups taken together, and the style of each group."""

    rows: pd.DataFrame
    styles: Mapping[str, Style]

    @cached_property
    def shared(self) -> int:
        """How many papers stand in more than one group."""
        return int(self.rows.loc[self.rows.duplicated("paper_id"), "paper_id"].nunique())

    @cached_property
    def others(self) -> str:
        """What those are called that are taken together; "" where nobody is."""
        return next(iter(self.rows.loc[self.rows["group"] == OTHER, "label"]), "")

    @cached_property
    def marks(self) -> dict[str, str]:
        """A symbol for each group in view where shape alone tells them apart: its own as far as that is free.

        Those that are taken together come last; beyond the nine symbols there are, all others share the last one.
        """
        free, marks = list(SYMBOLS), {}
        for group in sorted(self.rows["group"].unique(), key=lambda group: (group == OTHER, group)):
            own = self.styles[group].symbol
            marks[group] = own if own in free else free[0]
            free = [symbol for symbol in free if symbol != marks[group]] or free
        return marks

    @cached_property
    def key(self) -> str:
        """Which mark is whose ("● Ana Ruiz, ■ Bo Li"); nothing where there is one group alone."""
        names = self.rows.drop_duplicates("group").sort_values("label").set_index("group")["label"]
        marks = [f"{GLYPHS[self.marks[str(group)]]} {label}" for group, label in names.items()]
        return ", ".join(marks) if len(marks) > 1 else ""


def group_rows(rows: pd.DataFrame, corpus: Corpus, by: str, whole: pd.DataFrame) -> Grouping:
    """The grouping of `rows`, a part of the library's rows `whole`, in the looks that its groups have everywhere.

    But where there are colours enough, no two groups of a figure have the same. Topics keep theirs in any case.
    """
    known = looks(corpus, by, whole)
    enough = by != "topic" and rows["group"].nunique() <= len(PALETTE)
    return tell_apart(rows, known) if enough else Grouping(rows, known)


def looks(corpus: Corpus, by: str, whole: pd.DataFrame) -> dict[str, Style]:
    """The style of each group of the whole library (rows `whole`), whatever part of it is in view."""
    if by == "topic":
        known = topic_looks(whole["group"])
    elif by == "author":
        known = styles_by_seniority(list(corpus.seniority))
    else:
        known = styles(whole["group"])
    return known | {EVERY: Style(BLUE, "circle", "solid"), OTHER: Style(GREY, "circle", "dot")}


def tell_apart(rows: pd.DataFrame, known: Mapping[str, Style]) -> Grouping:
    """The grouping of a few: of two with one colour, the second takes one that nobody has, but never "others"."""
    groups = sorted(map(str, rows["group"].unique()), key=lambda group: (group != OTHER, group))
    own: dict[str, str] = {}
    for group in groups:
        own.setdefault(known[group].colour, group)
    free = iter([colour for colour in PALETTE if colour not in own])
    second = [(group, known[group]) for group in groups if group not in own.values()]
    others = {group: replace(look, colour=next(free, look.colour)) for group, look in second}
    return Grouping(rows, {**known, **others})


def topic_looks(topics: "pd.Series[str] | pd.Series[int]") -> dict[str, Style]:
    """The style of each topic, which is that of its number."""
    return {str(topic): style(int(topic) - 1) for topic in topics.unique()}
