"""What is in a library, in sentences."""

import pandas as pd

from lib.tables.overview import Summary
from lib.words.phrases import count, listed, name_day


def summary(table: Summary) -> str:
    """The library's numbers on one line, as `gauges` has them."""
    return "; ".join(f"{label}: {value} ({about})" for label, value, about in gauges(table)) + "."


def years(table: Summary) -> str:
    """The first and the last year: "2019–2026"."""
    if table.first_year is None:
        return "no dates"
    return str(table.first_year) if table.first_year == table.last_year else f"{table.first_year}–{table.last_year}"


def categories(table: pd.DataFrame) -> str:
    """The categories with their papers."""
    if table.empty:
        return "No paper in view shows a category."
    names = listed(table.set_index("category")["papers"])
    return f"{len(table)} {'category' if len(table) == 1 else 'categories'}: {names}."


def claimed(table: pd.DataFrame) -> str:
    """How many headers agree with what was counted, and the largest gap."""
    if table.empty:
        return "No header in view says how many papers its author has."
    gaps = table["claimed"] - table["counted"]
    same = int((gaps == 0).sum())
    if same == len(table):
        return f"{'The header says' if same == 1 else f'All {same} headers say'} as many papers as the dumps list."
    row = table.loc[gaps.abs().sort_values(kind="stable").index[-1]]
    return (
        f"{same} of {len(table)} headers say as many papers as the dumps list. The largest gap is {row['page']}: "
        f"{row['claimed']} claimed on {name_day(row['captured'])}, {row['counted']} counted."
    )


def doubts(table: pd.DataFrame) -> str:
    """How much was not read, is doubtful, or is worth knowing."""
    if table.empty:
        return "Every line of every dump was read, and no record is in doubt."
    kinds = table["kind"].value_counts(sort=False)  # as the table has them: what was not read comes first
    return "; ".join(_places(str(kind), number) for kind, number in kinds.items()) + "."


def _places(kind: str, number: int) -> str:
    return count(number, kind) if kind == "doubtful split" else f"{count(number, 'place')} {kind}"


def merged(table: pd.DataFrame) -> str:
    """How much was taken for one, and how much waits for a decision."""
    if table.empty:
        return "Nothing was merged: no paper and no author occurs twice."
    counts = table.value_counts(["kind", "state"]).reset_index().itertuples(index=False, name=None)
    return "; ".join(f"{count(number, kind)} {state}" for kind, state, number in counts) + "."


def gauges(table: Summary) -> list[tuple[str, str, str]]:
    """The library's numbers as labels, values and a word about each."""
    return [
        ("Papers", f"{table.papers:,}", f"on {count(table.dumps, 'captured page')}"),
        ("Authors", f"{table.profiles:,}", "with a page here"),
        ("Years", years(table), f"{count(table.inferred, 'year')} inferred" if table.inferred else "all as shown"),
        ("Categories", f"{table.categories:,}", "as the site shows them"),
        ("With a score", percent(table.scored, table.papers), f"{table.scored:,} of {table.papers:,}"),
        ("With code", percent(table.coded, table.papers), f"{table.coded:,} of {table.papers:,}"),
        ("Doubtful", f"{table.doubtful:,}", "splits of title and authors"),
        ("Not read", f"{table.unread:,}", "places in the dumps"),
    ]


def percent(part: int, whole: int) -> str:
    """A share in whole per cent; an en dash where there is nothing to be a share of."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


def authors(table: pd.DataFrame) -> str:
    """How many authors there are and how they were found."""
    sure = table["owner_confidence"].value_counts()
    found = ", ".join(
        f"{number} by {how}" if how in {"header", "reader"} else f"{number} {how}" for how, number in sure.items()
    )
    return f"{count(len(table), 'author')}; who they are: {found}."
