"""Which authors a page compares: those the reader chose, or the ones with most papers in view."""

import pandas as pd

from pages.shared.grouping import Grouping, group
from pages.shared.memory import once
from pages.shared.view import View

UNASKED = 4  # authors that are compared while none are chosen
_MOST = 1_000  # groups that are kept apart: all of them, because those that are compared are picked from them


def rivals(view: View, chosen: tuple[str, ...]) -> Grouping:
    """The papers in view of the chosen authors; of one alone, beside the others with most papers."""
    everyone = group(view, "author", _MOST)
    return Grouping(once(_choose, everyone.rows, view.papers, chosen), everyone.styles)


def _choose(rows: pd.DataFrame, in_view: pd.DataFrame, chosen: tuple[str, ...]) -> pd.DataFrame:
    papers = rows[rows["paper_id"].isin(in_view["paper_id"])]
    by_size = (
        papers.groupby("group")
        .size()
        .reset_index(name="papers")
        .sort_values(["papers", "group"], ascending=[False, True])
    )
    others = [name for name in by_size["group"] if name not in chosen]
    wanted = (*chosen, *others[: UNASKED - len(chosen)]) if len(chosen) < 2 else chosen
    return papers[papers["group"].isin(wanted)].reset_index(drop=True)
