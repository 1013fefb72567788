"""How alike two mixes are (of topics, of categories, of terms), and which parts make them so."""

from itertools import combinations
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Method = Literal["cosine", "jensen-shannon"]


def compare_mixes(mixes: pd.DataFrame, method: Method = "cosine", *, drivers: int = 3) -> pd.DataFrame:
    """Every pair of rows of `mixes` (index: who; columns: parts; values: amounts of 0 or more) with its similarity.

    Columns: `first`, `second`, `similarity` (0–1; missing where one of the two has nothing), `drivers` (the names of
    the parts that contribute most, best first, separated by commas) and `driven` (their share of the similarity, 0–1).
    Cosine compares directions; Jensen–Shannon is one less the divergence, in bits, of the mixes taken as shares. In
    both the similarity is the sum of what the parts contribute, so that "driven by" is exact.

    Sources: Salton & McGill (1983), Introduction to Modern Information Retrieval, section 4; Lin (1991), Divergence
    measures based on the Shannon entropy, IEEE Transactions on Information Theory 37, 145–151.
    """
    ordered = mixes.sort_index()
    amounts = ordered.to_numpy(dtype=np.float64)
    names, parts = [str(name) for name in ordered.index], [str(part) for part in ordered.columns]
    rows = []
    for one, other in combinations(range(len(names)), 2):
        shares = _contributions(amounts[one], amounts[other], method)
        rows.append((names[one], names[other], *_drivers(shares, parts, drivers)))
    dtypes = {"first": "string", "second": "string", "similarity": "Float64", "drivers": "string", "driven": "Float64"}
    return pd.DataFrame(rows, columns=list(dtypes)).astype(dtypes)


def _contributions(one: NDArray[np.float64], other: NDArray[np.float64], method: Method) -> NDArray[np.float64] | None:
    """What each part adds to the similarity; None where one mix is empty."""
    if not one.sum() or not other.sum():
        return None
    if method == "cosine":
        return np.asarray(one * other / (np.linalg.norm(one) * np.linalg.norm(other)), dtype=np.float64)
    p, q = one / one.sum(), other / other.sum()
    middle = (p + q) / 2
    shared: NDArray[np.float64] = middle - (_relative(p, middle) + _relative(q, middle)) / 2
    return shared


def _relative(share: NDArray[np.float64], middle: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each part's term of the Kullback–Leibler divergence in bits; 0 where the share is 0."""
    logs = np.log2(np.divide(share, middle, out=np.ones_like(share), where=share > 0))
    return np.asarray(share * logs, dtype=np.float64)


def _drivers(
    contributions: NDArray[np.float64] | None, parts: list[str], limit: int
) -> tuple[float | None, str, float | None]:
    if contributions is None:
        return None, "", None
    similarity = float(np.clip(contributions.sum(), 0, 1))
    order = sorted(range(len(parts)), key=lambda at: (-round(float(contributions[at]), 12), parts[at]))
    best = [at for at in order[:limit] if contributions[at] > 0]
    if not best:
        return similarity, "", None
    return similarity, "; ".join(parts[at] for at in best), float(contributions[best].sum() / contributions.sum())
