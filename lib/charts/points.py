"""What a point of a figure stands for: its `customdata` is the identity, or a row that begins with it.

Where there may be thousands of points it is the identity alone, and all words of a point are its `text`, as an array:
Plotly looks through rows and lists one entry after the other, which takes five times as long.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from lib.charts.hover import several


def identity_of(customdata: object) -> str:
    """The identity of the point that has this customdata."""
    return customdata if isinstance(customdata, str) else str(customdata[0])  # type: ignore[index]


def titles(texts: Iterable[object]) -> NDArray[np.object_]:
    """The texts as the words of so many points; shape (points,)."""
    return array(several(texts))


def array(texts: list[str]) -> NDArray[np.object_]:
    """Words of many points, as Plotly takes them fastest; shape (points,)."""
    return np.array(texts, dtype=np.object_)
