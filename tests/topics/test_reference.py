"""Real abstracts of known fields: topics agree with the fields at least so well.

The floors lie below what tests/bench/topics.py measures (its output has the spread), so that only a real loss fails.
"""

import pandas as pd
import pytest
from sklearn.metrics import normalized_mutual_info_score

from lib.text import Counts, count_terms
from lib.topics import fit_topics
from tests.conftest import SHARED

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def reference() -> pd.DataFrame:
    papers = pd.read_parquet(SHARED / "topics" / "papers.parquet").sample(3_000, random_state=0)
    return papers.assign(paper_id=[f"{at:05}" for at in range(len(papers))])


@pytest.fixture(scope="module")
def counts(reference: pd.DataFrame) -> Counts:
    return count_terms(reference)


def agreement(reference: pd.DataFrame, counts: Counts, papers: int, sample: int) -> float:
    chosen = reference.sample(papers, random_state=sample).sort_values("paper_id")
    topics = fit_topics(counts.of(chosen["paper_id"]), k=5)
    return float(normalized_mutual_info_score(chosen["field"], topics.papers["topic"].fillna(0)))


def test_three_hundred_papers_fall_into_their_fields(reference: pd.DataFrame, counts: Counts) -> None:
    scores = [agreement(reference, counts, 300, sample) for sample in range(4)]
    assert sum(scores) / len(scores) >= 0.47


def test_two_thousand_papers_fall_into_their_fields(reference: pd.DataFrame, counts: Counts) -> None:
    assert agreement(reference, counts, 2_000, 0) >= 0.52
