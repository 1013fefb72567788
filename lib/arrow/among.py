"""Which rows name one of many things."""

from collections.abc import Collection

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc


def is_among(values: "pd.Series[str]", wanted: "Collection[str] | pd.Series[str]") -> "pd.Series[bool]":
    """Which of the values are wanted; a missing one never is.

    The same as `values.isin(wanted)`, which for strings kept by Arrow looks at what is wanted one by one: with
    thousands it takes ten times as long.
    """
    sought = pa.array(
        wanted.tolist() if isinstance(wanted, pd.Series) else list(wanted), pa.large_string(), from_pandas=True
    )
    found = pc.is_in(
        pa.table({"values": values.astype("string")})["values"].cast(pa.large_string()), sought.drop_null()
    )
    return pd.Series(found.to_numpy(), index=values.index, name=values.name)
