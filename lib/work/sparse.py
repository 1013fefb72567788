"""Sparse matrices as frames: where each row (or column, whichever is compressed) ends, and its entries."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array

from lib.work.kept import Frames

Parts = tuple[NDArray[np.float64], NDArray[np.int32], NDArray[np.int32]]


def to_frames(name: str, matrix: csr_array | csc_array) -> dict[str, pd.DataFrame]:
    """The frames `NAME.ends` and `NAME.entries`, for `from_frames`."""
    entries = {"place": matrix.indices.astype(np.int32), "value": matrix.data}
    ends = {"end": matrix.indptr[1:].astype(np.int32)}
    return {f"{name}.ends": pd.DataFrame(ends), f"{name}.entries": pd.DataFrame(entries)}


def from_frames(name: str, frames: Frames) -> Parts:
    """What SciPy makes the matrix of again: its entries, their places, and where each row or column starts."""
    ends, entries = frames[f"{name}.ends"], frames[f"{name}.entries"]
    return entries["value"].to_numpy(), entries["place"].to_numpy(), np.append(np.int32(0), ends["end"].to_numpy())
