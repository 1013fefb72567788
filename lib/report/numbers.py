"""A table as HTML: heads with units from the schema, every cell escaped, a missing value a dash and never a 0."""

from html import escape

import numpy as np
import pandas as pd

from lib.schema.derived import column, label

MOST = 500  # rows; whoever needs more needs them in a file
OPEN = 12  # rows up to which a table stands open
_RIGHT = " class=number"  # digits stand below each other
_INNER = frozenset(("paper_id", "profile_id", "group", "part", "person", "lane", "x", "y", "named", "branch", "parent"))


def to_table(table: pd.DataFrame) -> str:
    """The table, folded away when it is long; "" without rows. Identities and places in a drawing are left out."""
    shown = table[[name for name in table.columns if name not in _INNER]]
    if shown.empty:
        return ""
    more = f" (the first {MOST:,} of {len(shown):,} rows)" if len(shown) > MOST else f" ({len(shown):,})"
    numbers = [_is_number(shown[name]) for name in shown.columns]
    heads = "".join(_head(str(name), number) for name, number in zip(shown.columns, numbers, strict=True))
    cells = shown.head(MOST).itertuples(index=False, name=None)
    rows = "".join(f"<tr>{''.join(map(_cell, row, numbers))}</tr>" for row in cells)
    state = " open" if len(shown) <= OPEN else ""
    return (
        f'<details{state}><summary>Numbers{more}</summary><div class="wide" tabindex="0" role="region" '
        f'aria-label="Numbers"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>'
    )


def _is_number(values: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values)


def _head(name: str, number: bool) -> str:
    known = column(name)
    meaning = f' title="{escape(known.meaning)}"' if known else ""
    return f'<th scope="col"{_RIGHT if number else ""}{meaning}>{escape(label(name))}</th>'


def _cell(value: object, number: bool) -> str:
    kind = " class=day" if isinstance(value, pd.Timestamp) else _RIGHT if number else ""
    return f"<td{kind}>{escape(_shown(value))}</td>"


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
