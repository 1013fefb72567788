"""Papers similar to one paper, each with the terms that make it so and the authors it shares."""

import numpy as np
import pandas as pd

from lib.arrow import join_each
from lib.similar.weights import Weights, name_drivers

_DTYPES = {
    "paper_id": "string",
    "rank": "Int64",
    "similarity": "Float64",
    "terms": "string",
    "driven": "Float64",
    "shared_authors": "string",
}


def similar_papers(
    weights: Weights, writers: pd.DataFrame, paper_id: str, *, limit: int = 10, other_authors: bool = False
) -> pd.DataFrame:
    """At most `limit` papers that share terms with this one, the most similar first.

    `writers` says who wrote what, as `lib.network.identify_people` reads it from the authorships. Columns: `paper_id`,
    `rank` (1…), `similarity` (cosine, 0–1), `terms` (the five that drive it), `driven` (the share of the similarity
    that they and the words within them make up, 0–1) and `shared_authors` (names, separated by commas). With
    `other_authors` only papers without a shared author are listed. Of equally similar papers the one whose id comes
    first.

    Source: Salton & McGill (1983), Introduction to Modern Information Retrieval, section 4. Raises SelectionError for a
    paper that is not there.
    """
    at = weights.row_of(paper_id)
    own = weights.matrix[[at]].toarray()[0]
    similarity = np.round(weights.matrix @ own, 9)
    similarity[at] = 0
    shared = _shared_authors(writers, paper_id)
    if other_authors:
        similarity[[weights.row[other] for other in shared if other in weights.row]] = 0
    found = np.flatnonzero(similarity > 0)
    best = found[np.lexsort((found, -similarity[found]))][:limit]
    rows = []
    for rank, row in enumerate(best, 1):
        other = weights.paper_ids[row]
        terms, driven = name_drivers(weights.matrix[[row]].toarray()[0] * own, weights.terms, 5)
        rows.append((other, rank, min(float(similarity[row]), 1.0), terms, driven, shared.get(other, "")))
    return pd.DataFrame(rows, columns=list(_DTYPES)).astype(_DTYPES)


def _shared_authors(writers: pd.DataFrame, paper_id: str) -> dict[str, str]:
    """For each other paper that has an author of this one, their names."""
    own = writers["person_id"][writers["paper_id"] == paper_id]
    shared = writers[writers["person_id"].isin(own) & (writers["paper_id"] != paper_id)]
    names = join_each(shared["paper_id"], shared["name"])
    return dict(zip(names.index, names, strict=True))
