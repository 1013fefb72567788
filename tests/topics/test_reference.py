"""Real abstracts of known fields: topics agree with the fields at least so well.

The floors lie below what tests/bench/topics.py measures (its output has the spread), so that only a real loss fails.
"""

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from sklearn.metrics import normalized_mutual_info_score

from lib.text import Counts, count_terms, save_counts
from lib.topics import fit_topics
from tests.conftest import ROOT, SHARED

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


def test_a_processor_with_other_instructions_gives_the_same_topics_and_map(
    reference: pd.DataFrame, counts: Counts, tmp_path: Path
) -> None:
    save_counts(counts.of(reference["paper_id"].iloc[:300]), tmp_path / "counts.npz")
    code = (
        "import sys; from pathlib import Path; from lib.text import load_counts; from lib.topics import *;"
        "topics = fit_topics(load_counts(Path(sys.argv[1])));"
        "print(topics.papers.to_csv(), lay_out(topics).to_csv(), topics.topics, topics.choice)"
    )
    call = [sys.executable, "-c", code, str(tmp_path / "counts.npz")]
    older = {**os.environ, "OPENBLAS_CORETYPE": "Nehalem"}  # of 2008: no AVX, no fused multiply-add
    said = [
        subprocess.run(call, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout  # noqa: S603 - ours
        for env in (dict(os.environ), older)
    ]
    assert said[0] == said[1]
    assert said[0].count("\n") > 600
