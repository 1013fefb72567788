"""What to call a topic: the terms that its papers use beyond all others, as they write them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array, hstack
from sklearn.feature_extraction.text import TfidfTransformer

from lib.statistics import distinctive_terms
from lib.text import Counts
from lib.topics.alike import condense, shares_a_word
from lib.topics.model import WeightedTerm

_TERMS = 15
_CANDIDATES = 60
_IN_LABEL = 3
_PREFIXES = frozenset(  # they stand before a hyphen: "self-supervised" tells something, "self" does not
    {"anti", "co", "cross", "few", "inter", "intra", "mid", "multi", "near", "non", "pre", "pseudo", "quasi", "re"}
    | {"real", "self", "semi", "sub", "un", "zero"}
)

Terms = tuple[WeightedTerm, ...]


def telling_terms(counts: Counts, rows: NDArray[np.intp], groups: Sequence[int]) -> dict[int, Terms]:
    """The terms that set each group of papers apart, the most telling first; `groups` names the group of each row.

    What counts is in how many papers a term stands, not how often. A single group has the terms with the most tf-idf.
    """
    names, matrix = _presence(counts, rows, least=2)
    keys = sorted(set(groups))
    if len(keys) < 2:
        return {key: _heaviest(names, matrix, _TERMS) for key in keys}
    found = distinctive_terms(matrix, names, [str(key) for key in groups], limit=_CANDIDATES)
    return {key: condense(_weighted(found[found["group"] == str(key)]), _TERMS) for key in keys}


def paper_terms(counts: Counts, *, limit: int = 8) -> dict[str, Terms]:
    """Each paper's own terms with the most tf-idf: what to show where there are too few papers to cluster."""
    names, matrix = _presence(counts, np.arange(len(counts.paper_ids)), least=1)
    weights = _tfidf(matrix)
    return {paper_id: _heaviest(names, weights[[at]], limit) for at, paper_id in enumerate(counts.paper_ids)}


def name_groups(terms: dict[int, Terms]) -> dict[int, str]:
    """A label for each group from its first terms; where two would be the same, the later one says more."""
    labels: dict[int, str] = {}
    for key, weighted in terms.items():
        possible = (_label(weighted, size) for size in range(_IN_LABEL, max(len(weighted), _IN_LABEL) + 1))
        free = (label for label in possible if label and label not in labels.values())
        labels[key] = next(free, f"{_label(weighted, _IN_LABEL) or 'Topic'} ({key})" if weighted else f"Topic {key}")
    return labels


def _label(weighted: Terms, size: int) -> str:
    named: list[str] = []
    for term in weighted:
        if len(named) < size and not any(shares_a_word(term.term, other) for other in named):
            named.append(term.term)
    label = ", ".join(named)
    return label[:1].upper() + label[1:] if label.partition(",")[0].islower() else label


def _presence(counts: Counts, rows: NDArray[np.intp], *, least: int) -> tuple[list[str], csr_array]:
    """Whether each paper has each telling term that stands in `least` papers or more: names, and ones."""
    words, phrases = counts.words, counts.phrases
    names = np.array([*words.shown, *phrases.shown], dtype=object)
    matrix = csr_array(hstack([csr_array(words.matrix)[rows], csr_array(phrases.matrix)[rows]], format="csr"))
    papers = np.bincount(matrix.indices, minlength=matrix.shape[1])
    alone = words.is_telling & np.array([name not in _PREFIXES for name in words.names], dtype=bool)
    kept = np.flatnonzero((papers >= least) & np.append(alone, np.ones(len(phrases.names), dtype=bool)))
    matrix = csr_array(matrix[:, kept])
    matrix.data[:] = 1
    return list(names[kept]), matrix


def _weighted(found: pd.DataFrame) -> list[WeightedTerm]:
    rows = zip(found["term"], found["z"], found["papers"], strict=True)
    return [WeightedTerm(str(term), round(float(z), 3), int(papers)) for term, z, papers in rows]


def _heaviest(names: list[str], matrix: csr_array, limit: int) -> Terms:
    """The terms with the largest sums over the rows."""
    sums = np.asarray(_tfidf(matrix).sum(axis=0)).ravel()
    papers = np.bincount(matrix.indices, minlength=matrix.shape[1])
    best = sorted(np.flatnonzero(sums > 0), key=lambda at: (-round(float(sums[at]), 6), names[at]))[:_CANDIDATES]
    return condense([WeightedTerm(names[at], round(float(sums[at]), 3), int(papers[at])) for at in best], limit)


def _tfidf(matrix: csr_array) -> csr_array:
    if not matrix.shape[0] or not matrix.shape[1]:
        return csr_array(matrix.shape, dtype=np.float64)
    return csr_array(TfidfTransformer().fit_transform(matrix.astype(np.float64)))
