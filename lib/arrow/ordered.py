"""Rows in order."""

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc


def sort_rows(rows: pd.DataFrame, by: Sequence[str], *, falling: Sequence[str] = ()) -> pd.DataFrame:
    """The rows in the order of these columns, those of `falling` from high to low; what is missing comes last.

    The same as `rows.sort_values(by, ascending=[…], kind="stable")`, which numbers the values of each column first.
    """
    keys = pa.table({name: rows[name] for name in by})
    order = [(name, "descending" if name in falling else "ascending") for name in by]
    return rows.take(pc.sort_indices(keys, sort_keys=order).to_numpy())
