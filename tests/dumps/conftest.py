"""The reference dumps and their truth, where they are beside the checkout."""

import json
from dataclasses import dataclass
from datetime import date

import pytest

from tests.conftest import SHARED


@dataclass(frozen=True)
class TruePaper:
    title: str
    authors: tuple[str, ...]
    more_authors: bool
    category: str
    date: date
    year_shown: bool
    score: float | None
    badges: tuple[str, ...]
    abstract: str


@dataclass(frozen=True)
class TrueDump:
    file: str
    layout: str
    captured: date
    owner: str
    header: dict[str, object] | None
    papers: tuple[TruePaper, ...]


def read_truth(line: str) -> TrueDump:
    row = json.loads(line)
    papers = [
        TruePaper(
            **{
                **paper,
                "authors": tuple(paper["authors"]),
                "badges": tuple(paper["badges"]),
                "date": date.fromisoformat(paper["date"]),
            }
        )
        for paper in row["papers"]
    ]
    return TrueDump(**{**row, "captured": date.fromisoformat(row["captured"]), "papers": tuple(papers)})


@pytest.fixture(scope="session")
def truth() -> list[TrueDump]:
    lines = (SHARED / "dumps/truth.jsonl").read_text(encoding="utf-8").splitlines()
    return [read_truth(line) for line in lines]


@pytest.fixture(scope="session")
def reference_texts(truth: list[TrueDump]) -> dict[str, str]:
    return {each.file: (SHARED / "dumps" / each.file).read_bytes().decode("utf-8") for each in truth}
