"""How well glued titles and author lists are split: right, marked as doubtful, and wrong in silence.

Real titles and author lists of ../shared, as they belong together and joined at random, in two halves: the weights
of `lib.dumps.names` were fitted on lines made of the first one only.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from lib.dumps.names import Head, split_heads

SHARED = Path(__file__).parents[3] / "shared"


@dataclass(frozen=True)
class Paper:
    """What a glued line hides, and the abstract beneath it."""

    title: str
    authors: tuple[str, ...]
    more_authors: bool
    abstract: str

    def head(self) -> Head:
        """The line as a compact page shows it."""
        return Head(self.title + ", ".join(self.authors) + " et al." * self.more_authors, self.abstract)


Page = list[Paper]


def main() -> None:
    """Print the shares for every kind of page and for both halves."""
    if not SHARED.exists():
        print("names: needs the reference dumps in ../shared")
        return
    print("glued lines                         lines      right   doubtful   wrong in silence")
    for half, label in enumerate(("fitted on", "held out")):
        for kind, pages in make_pages(half):
            print(f"{label}, {kind:22} {judge(pages)}")


def judge(pages: list[Page]) -> str:
    """The number of lines and the three shares in per cent."""
    marks = [
        ((found.splits[0].title, found.splits[0].authors) == (paper.title, paper.authors), found.doubtful)
        for page in pages
        for paper, found in zip(page, split_heads([paper.head() for paper in page]), strict=True)
    ]
    right = sum(good for good, _ in marks)
    doubtful = sum(marked for _, marked in marks)
    silent = sum(not good and not marked for good, marked in marks)
    count = len(marks)
    return f"{count:7,}   {right / count:8.3%}   {doubtful / count:8.3%}   {silent / count:8.3%}"


def make_pages(half: int) -> Iterator[tuple[str, list[Page]]]:
    """Every kind of page of one half: 0 for even lines, 1 for odd ones."""
    profiles = read_profiles()[half::2]
    others = read_titles()[half::2]
    chance = random.Random(half)  # noqa: S311 - test material, no secrets
    yield "real profiles", profiles
    yield "each record alone", [[paper] for page in profiles for paper in page]
    yield "no abstracts", [[replace(paper, abstract="") for paper in page] for page in profiles]
    joined = [join(page, chance.sample(others, len(page))) for page in profiles for _ in range(5)]
    yield "other titles", joined
    yield "other titles, capitals", [[replace(paper, title=paper.title.upper()) for paper in page] for page in joined]


def read_profiles() -> list[Page]:
    """The papers of the reference profiles."""
    lines = (SHARED / "dumps" / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        [
            Paper(paper["title"], tuple(paper["authors"]), paper["more_authors"], paper["abstract"])
            for paper in json.loads(line)["papers"]
        ]
        for line in lines
    ]


def read_titles() -> list[tuple[str, str]]:
    """Titles and abstracts of papers by anyone."""
    papers = pd.read_parquet(SHARED / "topics" / "papers.parquet").fillna({"abstract": ""})
    return [pair for pair in zip(papers["title"], papers["abstract"], strict=True) if pair[0] == pair[0].strip()]


def join(page: Page, drawn: list[tuple[str, str]]) -> Page:
    """The page's author lists beneath other titles and abstracts."""
    return [
        replace(paper, title=title, abstract=abstract) for paper, (title, abstract) in zip(page, drawn, strict=True)
    ]
