"""A table as HTML: heads with units from the schema, every cell escaped, a missing value a dash and never a 0."""

from collections.abc import Iterator
from html import escape

import numpy as np
import pandas as pd

from lib.schema.derived import column, label

MOST = 500  # rows; whoever needs more needs them in a file
OPEN = 12  # rows up to which a table stands open
_INNER = frozenset(("paper_id", "profile_id", "group", "part", "person", "lane", "x", "y", "named", "branch", "parent"))


def to_table(table: pd.DataFrame) -> str:
    """The table, folded away when it is long; "" without rows. Identities and places in a drawing are left out."""
    shown = table[[name for name in table.columns if name not in _INNER]]
    if shown.empty:
        return ""
    more = f" (the first {MOST:,} of {len(shown):,} rows)" if len(shown) > MOST else f" ({len(shown):,})"
    rows = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in shown.head(MOST).itertuples(index=False, name=None))
    heads = "".join(map(_head, shown.columns))
    state = " open" if len(shown) <= OPEN else ""
    return (
        f'<details{state}><summary>Numbers{more}</summary><div class="wide" tabindex="0" role="region" '
        f'aria-label="Numbers"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>'
    )


def _head(name: str) -> str:
    known = column(name)
    meaning = f' title="{escape(known.meaning)}"' if known else ""
    return f'<th scope="col"{meaning}>{escape(label(name))}</th>'


def _cells(row: tuple[object, ...]) -> Iterator[str]:
    for value in row:
        shown = _shown(value)
        number = isinstance(value, int | float) and not isinstance(value, bool | np.bool_)
        yield f"<td{' class=number' if number else ''}>{escape(shown)}</td>"


def _shown(value: object) -> str:
    if value is None or value is pd.NA or value is pd.NaT or value != value:  # noqa: PLR0124 - NaN is not itself
        return "–"
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else f"{value:.4g}"
    return str(value)
