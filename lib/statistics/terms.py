"""The terms that set a group of papers apart from the others, with the chance in small counts taken into account."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

PRIOR_PAPERS = 10  # the prior weighs as much as this many average papers: one paper alone cannot make a term telling


def distinctive_terms(
    counts: csr_array, terms: Sequence[str], groups: Sequence[str], *, limit: int = 20, minimum_papers: int = 2
) -> pd.DataFrame:
    """The `limit` terms of each group that it uses most beyond the other groups, best first.

    `counts` holds how often each term (column) stands in each paper (row), `groups` names each row's group; a paper of
    two groups stands in two rows. Columns: `group`, `term`, `rank` (1…), `log_odds` (difference of the natural
    logarithms of the odds, the group against all others), `z` (that in standard errors), `count` (uses in the group),
    `papers` (papers of the group that use it) and `group_papers`. A term must stand in `minimum_papers` papers of the
    group (in one where the group has no more). No rows with fewer than two groups.

    Source: Monroe, Colaresi & Quinn (2008), Fightin' words, Political Analysis 16, 372–403, equations 15, 16, 20
    and 22, with the counts of all papers as informative Dirichlet prior, scaled to `PRIOR_PAPERS` papers.
    """
    names = sorted(set(groups))
    membership = _membership(groups, names)
    uses = np.asarray((membership @ counts).toarray(), dtype=np.float64)
    papers = np.asarray((membership @ (counts > 0).astype(np.int32)).toarray(), dtype=np.int64)
    sizes = np.asarray(membership.sum(axis=1), dtype=np.int64)
    if len(names) < 2 or not uses.sum():
        return _frame([])
    log_odds, z = _log_odds(uses, uses.sum(axis=0) * PRIOR_PAPERS / len(groups))
    words = np.array(terms, dtype=object)
    rows: list[pd.DataFrame] = []
    for at, name in enumerate(names):
        telling = (papers[at] >= min(minimum_papers, sizes[at])) & (z[at] > 0)
        columns = np.flatnonzero(telling)
        best = columns[np.lexsort((words[columns].astype(str), -np.round(z[at, columns], 9)))][:limit]
        found = {"term": words[best], "log_odds": log_odds[at, best], "z": z[at, best], "count": uses[at, best]}
        more = {"papers": papers[at, best], "rank": np.arange(1, len(best) + 1), "group_papers": int(sizes[at])}
        rows.append(pd.DataFrame({**found, **more, "group": name}))
    return _frame(rows)


def _membership(groups: Sequence[str], names: Sequence[str]) -> csr_array:
    """Which row belongs to which group. Shape (groups, rows)."""
    number = {name: at for at, name in enumerate(names)}
    of_row = [number[group] for group in groups]
    ones = np.ones(len(of_row), dtype=np.int32)
    return csr_array((ones, (of_row, np.arange(len(of_row)))), shape=(len(names), len(of_row)))


def _log_odds(uses: NDArray[np.float64], prior: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Log-odds ratio of each group against all others together, and the same in standard errors."""
    with np.errstate(divide="ignore", invalid="ignore"):  # a term nobody uses has no odds
        here, there = uses + prior, uses.sum(axis=0) - uses + prior
        all_here, all_there = here.sum(axis=1, keepdims=True), there.sum(axis=1, keepdims=True)
        log_odds = np.log(here / (all_here - here)) - np.log(there / (all_there - there))
        z = log_odds / np.sqrt(1 / here + 1 / there)
    return np.nan_to_num(log_odds), np.nan_to_num(z)


def _frame(rows: list[pd.DataFrame]) -> pd.DataFrame:
    dtypes = {
        "group": "string",
        "term": "string",
        "rank": "Int64",
        "log_odds": "Float64",
        "z": "Float64",
        "count": "Int64",
        "papers": "Int64",
        "group_papers": "Int64",
    }
    joined = pd.concat(rows, ignore_index=True) if rows else pd.DataFrame(columns=list(dtypes))
    return joined[list(dtypes)].astype(dtypes)
