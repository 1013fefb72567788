"""Where many things stand in a list of them."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray


def locate(values: "pd.Series[str]", ids: "pd.Series[str]") -> NDArray[np.intp]:
    """The place of each value among the `ids`, which are all different; -1 where it is none of them, or missing.

    The same as `pd.Index(ids).get_indexer(values)`, which makes an object of each string first.
    """
    numbers, _ = pd.factorize(pd.concat([ids, values], ignore_index=True))
    places = numbers[len(ids) :]
    return np.where(places < len(ids), places, -1)
