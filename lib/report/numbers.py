"""A table as HTML: heads with units from the schema, every cell escaped, a missing value a dash and never a 0."""

from collections.abc import Collection
from html import escape

import numpy as np
import pandas as pd

from lib.schema.derived import column, label

MOST = 500  # rows; whoever needs more needs them in a file
OPEN = 12  # rows up to which a table stands open
WIDE = 40  # characters that stand on one line where there is room to scroll
_INNER = frozenset(("paper_id", "profile_id", "group", "part", "person", "lane", "x", "y", "named", "branch", "parent"))


def to_table(table: pd.DataFrame, unprinted: Collection[str] = ()) -> str:
    """The table, folded away when it is long; "" without rows. Identities and places in a drawing are left out.

    The columns `unprinted` are for screens, which have room to scroll.
    """
    shown = table[[name for name in table.columns if name not in _INNER]]
    if shown.empty:
        return ""
    more = f" (the first {MOST:,} of {len(shown):,} rows)" if len(shown) > MOST else f" ({len(shown):,})"
    looks = [_look(shown[name], str(name) in unprinted) for name in shown.columns]
    heads = "".join(_head(str(name), look) for name, look in zip(shown.columns, looks, strict=True))
    cells = shown.head(MOST).itertuples(index=False, name=None)
    rows = "".join(f"<tr>{''.join(map(_cell, row, looks))}</tr>" for row in cells)
    state = " open" if len(shown) <= OPEN else ""
    return (
        f'<details{state}><summary>Numbers{more}</summary><div class="wide" tabindex="0" role="region" '
        f'aria-label="Numbers"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>'
    )


def _look(values: pd.Series, unprinted: bool) -> str:
    """The classes of a column as an attribute: digits stand below each other, and only `long` text is broken."""
    number = pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values)
    day = pd.api.types.is_datetime64_any_dtype(values)
    long = not (number or day) and bool(values.astype("string").str.len().gt(WIDE).any())
    kinds = [name for name, so in (("number", number), ("day", day), ("long", long), ("screen", unprinted)) if so]
    return f' class="{" ".join(kinds)}"' if len(kinds) > 1 else f" class={kinds[0]}" if kinds else ""


def _head(name: str, look: str) -> str:
    known = column(name)
    meaning = f' title="{escape(known.meaning)}"' if known else ""
    return f'<th scope="col"{look}{meaning}>{escape(label(name))}</th>'


def _cell(value: object, look: str) -> str:
    return f"<td{look}>{escape(_shown(value))}</td>"


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
