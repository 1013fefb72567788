"""Authors similar to one author, each with the terms that make it so; what they wrote together does not count."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from lib.arrow import locate
from lib.errors import SelectionError
from lib.similar.weights import Vector, Weights, name_drivers

_DTYPES = {
    "first": "string",
    "second": "string",
    "similarity": "Float64",
    "terms": "string",
    "driven": "Float64",
    "first_papers": "Int64",
    "second_papers": "Int64",
    "together": "Int64",
}


@dataclass(frozen=True, eq=False)
class AuthorWeights:
    """Each profile as the sum of its papers' weights; `wrote` (profiles, papers) says whose they are."""

    weights: Weights
    profile_ids: tuple[str, ...]
    wrote: csr_array

    @cached_property
    def sums(self) -> csr_array:
        """Shape (profiles, terms)."""
        return csr_array(self.wrote @ self.weights.matrix)

    @cached_property
    def lengths(self) -> Vector:
        """The length of each of the sums. Shape (profiles,)."""
        return np.sqrt(np.asarray(self.sums.multiply(self.sums).sum(axis=1), dtype=np.float64))

    @cached_property
    def row(self) -> dict[str, int]:
        """Row of each profile."""
        return {profile_id: at for at, profile_id in enumerate(self.profile_ids)}

    def row_of(self, profile_id: str) -> int:
        """The profile's row, or a SelectionError."""
        if profile_id not in self.row:
            raise SelectionError(
                f"There is no author {profile_id!r} with papers among the {len(self.profile_ids):,} of this library; "
                "choose one of its authors."
            )
        return self.row[profile_id]


def weigh_authors(weights: Weights, listings: pd.DataFrame) -> AuthorWeights:
    """The weights of every profile in `listings` (`profile_id`, `paper_id`, each pair once)."""
    papers = locate(listings["paper_id"], pd.Series(weights.paper_ids, dtype="string"))
    known = papers >= 0
    codes, names = pd.factorize(listings["profile_id"][known], sort=True)
    where = (codes.astype(np.int32), papers[known].astype(np.int32))
    wrote = csr_array((np.ones(len(codes)), where), shape=(len(names), len(weights.paper_ids)))
    return AuthorWeights(weights, tuple(map(str, names)), wrote)


def compare_authors(authors: AuthorWeights, profile_ids: Iterable[str]) -> pd.DataFrame:
    """Every pair of these profiles, in the order of their ids.

    Columns: `first`, `second`, `similarity` (cosine of the sums of their papers' weights, 0–1; missing where one has no
    papers but those written with the other), `terms` (the five that drive it), `driven` (the share of the similarity
    that they and the words within them make up, 0–1), `first_papers` and `second_papers` (all of theirs) and `together`
    (written by both: left out on both sides, because they would make any two co-authors similar).

    Raises SelectionError for a profile that is not there.
    """
    rows = sorted({authors.row_of(profile_id) for profile_id in profile_ids})
    pairs = [_compare(authors, one, other) for at, one in enumerate(rows) for other in rows[at + 1 :]]
    return pd.DataFrame(pairs, columns=list(_DTYPES)).astype(_DTYPES)


def similar_authors(authors: AuthorWeights, profile_id: str, *, limit: int = 10) -> pd.DataFrame:
    """At most `limit` profiles that share terms with this one, the most similar first, columns as `compare_authors`.

    `first` is this profile. Of equally similar authors the one whose id comes first.
    """
    at = authors.row_of(profile_id)
    similarity = np.round(_similarities(authors, at), 9)
    found = np.flatnonzero(similarity > 0)
    best = found[np.lexsort((found, -similarity[found]))][:limit]
    pairs = [_compare(authors, at, int(other)) for other in best]
    return pd.DataFrame(pairs, columns=list(_DTYPES)).astype(_DTYPES)


def _similarities(authors: AuthorWeights, at: int) -> Vector:
    """The similarity of each profile with this one; 0 where there is none."""
    own = authors.sums[[at]].toarray()[0]
    scale = authors.lengths * authors.lengths[at]
    similarity = np.divide(authors.sums @ own, scale, out=np.zeros(len(scale)), where=scale > 0)
    similarity[at] = 0
    together = authors.wrote @ authors.wrote[[at]].toarray()[0]
    for other in np.flatnonzero(together):
        if other != at:
            similarity[other] = _products(authors, at, int(other)).sum()
    return np.asarray(similarity, dtype=np.float64)


def _compare(authors: AuthorWeights, one: int, other: int) -> tuple[object, ...]:
    products = _products(authors, one, other)
    terms, driven = name_drivers(products, authors.weights.terms, 5)
    papers = np.asarray(authors.wrote[[one, other]].sum(axis=1), dtype=np.int64)
    theirs = authors.wrote[[one, other]].toarray()
    together = int((theirs[0] * theirs[1]).sum())
    ids = (authors.profile_ids[one], authors.profile_ids[other])
    known = papers.min() > together
    similarity = min(float(products.sum()), 1.0) if known else None
    return (*ids, similarity, terms, driven if terms else None, int(papers[0]), int(papers[1]), together)


def _products(authors: AuthorWeights, one: int, other: int) -> Vector:
    """What each term adds to the similarity of two profiles, without what they wrote together. Shape (terms,)."""
    theirs = authors.wrote[[one, other]].toarray()
    alone = csr_array(theirs * (theirs.sum(axis=0) < 2))
    sums = (alone @ authors.weights.matrix).toarray()
    lengths = np.linalg.norm(sums, axis=1)
    return np.asarray(sums[0] * sums[1] / max(lengths.prod(), np.finfo(float).tiny), dtype=np.float64)
