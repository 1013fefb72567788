"""Topics against plain scikit-learn, side by side in one run: agreement with known fields, and time.

Plain is TfidfVectorizer and KMeans with ten starts on the text. Agreement is the normalised mutual information (NMI)
and the adjusted Rand index (ARI) with the fields of the reference papers, over random samples of them; of all papers,
which are one sample only, samples of four fifths are drawn besides.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

from lib.text import Counts, count_terms
from lib.topics import fit_topics, suggest_k

REFERENCE = Path(__file__).parents[3] / "shared" / "topics" / "papers.parquet"
_SAMPLES = 10
_FEWER = 3  # of plain, where it takes seconds each time
_LARGE = 5_000
_REPEATS = 5

Labels = NDArray[np.int64]


def main() -> None:
    """Print agreement at 300, 2,000 and all papers, the ratio of times at k = 12, and the time to suggest k."""
    if not REFERENCE.exists():
        _tell(f"topics: skipped, the reference papers ({REFERENCE.name}) are not beside this checkout")
        return
    papers = pd.read_parquet(REFERENCE)
    papers = papers.assign(paper_id=[f"{at:06}" for at in range(len(papers))])
    start = time.perf_counter()
    counts = count_terms(papers)
    _tell(f"topics: words of {len(papers):,} papers counted in {time.perf_counter() - start:.2f} s")
    for size in (300, 2_000, len(papers) * 4 // 5, len(papers)):
        _compare_agreement(papers, counts, size)
    _compare_time(papers, counts)
    start = time.perf_counter()
    choice = suggest_k(counts)
    _tell(f"suggesting k = {choice.k} for {len(papers):,} papers: {time.perf_counter() - start:.2f} s")


def _compare_agreement(papers: pd.DataFrame, counts: Counts, size: int) -> None:
    """NMI and ARI with k = 5, ours and plain on the same samples; of all papers, over seeds."""
    ours, plain = [], []
    for seed in range(_SAMPLES):
        sample = papers.sample(size, random_state=seed).sort_values("paper_id")
        fields = sample["field"].tolist()
        ours.append(_agree(fields, _ours(counts.of(sample["paper_id"]), 5, seed)))
        if size < _LARGE or seed < _FEWER:
            plain.append(_agree(fields, _plain(sample, 5, seed)))
    _tell(f"{size:>6,} papers, k = 5    ours {_spread(ours)}    plain {_spread(plain)}")


def _compare_time(papers: pd.DataFrame, counts: Counts) -> None:
    """Medians of alternating repetitions with k = 12: ours from kept counts, plain from text."""
    fields = papers["field"].tolist()
    ours, plain = [], []
    for seed in range(_REPEATS):
        ours.append(_time(partial(_ours, counts, 12, seed)))
        plain.append(_time(partial(_plain, papers, 12, seed)))
    mine, theirs = (float(np.median([seconds for seconds, _ in runs])) for runs in (ours, plain))
    agreement = [_spread([_agree(fields, labels) for _, labels in runs]) for runs in (ours, plain)]
    _tell(f"{len(papers):>6,} papers, k = 12   ours {agreement[0]}    plain {agreement[1]}")
    _tell(f"time: ours {mine:.2f} s from kept counts, plain {theirs:.2f} s from text, 1/{theirs / mine:.1f}")


def _ours(counts: Counts, k: int, seed: int) -> Labels:
    return fit_topics(counts, k=k, seed=seed).papers["topic"].fillna(0).to_numpy(dtype=np.int64)


def _plain(papers: pd.DataFrame, k: int, seed: int) -> Labels:
    texts = papers["title"] + " " + papers["abstract"]
    weights = TfidfVectorizer(stop_words="english").fit_transform(texts)
    return np.asarray(KMeans(k, n_init=10, random_state=seed).fit_predict(weights), dtype=np.int64)


def _agree(fields: list[str], labels: Labels) -> tuple[float, float]:
    return normalized_mutual_info_score(fields, labels), adjusted_rand_score(fields, labels)


def _time(call: Callable[[], Labels]) -> tuple[float, Labels]:
    start = time.perf_counter()
    labels = call()
    return time.perf_counter() - start, labels


def _spread(scores: list[tuple[float, float]]) -> str:
    """Mean ± standard deviation of both indices, and over how many runs."""
    nmi, ari = (f"{np.mean(one):.3f} ± {np.std(one, ddof=1):.3f}" for one in zip(*scores, strict=True))
    return f"NMI {nmi}, ARI {ari} (n = {len(scores)})"


def _tell(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
