"""Papers as records, and as JSON: the captures they come from, each author, each place where a paper stands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import orjson
import pandas as pd
from pandas.api.typing import NAType

from lib.corpus import Corpus
from lib.export.papers import list_papers

VERSION = 1  # raise it when a name changes its meaning or goes


@dataclass(frozen=True, slots=True)
class CaptureDocument:
    """One dump of one profile, as its file was called and on the day it was copied."""

    dump_id: str
    author: str
    captured: date
    file: str


@dataclass(frozen=True, slots=True)
class AuthorDocument:
    """One author; `position` is null behind “et al.”, `profile_id` where no page of that author was captured."""

    name: str
    position: int | None
    profile_id: str | None


@dataclass(frozen=True, slots=True)
class SightDocument:
    """Where a paper stands: lines of a dump, both included; `rank` is the site's own order, `score` as shown there.

    `doubtful` says that where the title ends and the authors begin is not certain.
    """

    dump_id: str
    rank: int
    first_line: int
    last_line: int
    score: float | None
    doubtful: bool


@dataclass(frozen=True, slots=True)
class PaperDocument:
    """One paper; what is not known is null."""

    paper_id: str
    title: str
    authors: tuple[AuthorDocument, ...]
    authors_complete: bool
    category: str | None
    date: date | None
    year_inferred: bool
    score: float | None
    has_code: bool
    badges: str
    abstract: str | None
    seen: tuple[SightDocument, ...]


@dataclass(frozen=True, slots=True)
class PapersDocument:
    """All of it; `content_id` is the hash of everything in the library that it was taken from."""

    format: str
    version: int
    content_id: str
    captures: tuple[CaptureDocument, ...]
    papers: tuple[PaperDocument, ...]


def to_json(corpus: Corpus) -> bytes:
    """The papers, newest first, as indented UTF-8 JSON: a `PapersDocument`."""
    return orjson.dumps(describe_papers(corpus), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def describe_papers(corpus: Corpus) -> PapersDocument:
    """The papers of the corpus, newest first, with the captures that list them."""
    return PapersDocument("oeuvre-papers", VERSION, corpus.id, tuple(_captures(corpus)), tuple(_papers(corpus)))


def _captures(corpus: Corpus) -> Iterator[CaptureDocument]:
    for row in corpus.captures.to_dict("records"):
        label = str(corpus.labels[str(row["profile_id"])])
        yield CaptureDocument(str(row["dump_id"]), label, row["captured"].date(), str(row["file"]))


def _papers(corpus: Corpus) -> Iterator[PaperDocument]:
    authors, sights = _authors(corpus), _sights(corpus)
    for row in list_papers(corpus).to_dict("records"):
        paper = str(row["paper_id"])
        yield PaperDocument(
            paper,
            str(row["title"]),
            authors.get(paper, ()),
            bool(row["authors_complete"]),
            _text(row["category"]),
            None if pd.isna(row["date"]) else row["date"].date(),
            bool(row["year_inferred"]),
            _number(row["score"]),
            bool(row["has_code"]),
            str(row["badges"]),
            _text(row["abstract"]),
            sights.get(paper, ()),
        )


def _authors(corpus: Corpus) -> Mapping[str, tuple[AuthorDocument, ...]]:
    """The authors of each paper, in their order; those without a position come last."""
    found: defaultdict[str, list[AuthorDocument]] = defaultdict(list)
    ordered = corpus.authorships.sort_values(["paper_id", "position", "name"], na_position="last")
    for row in ordered.to_dict("records"):
        position = None if pd.isna(row["position"]) else int(row["position"])
        found[str(row["paper_id"])].append(AuthorDocument(str(row["name"]), position, _text(row["profile_id"])))
    return {paper: tuple(authors) for paper, authors in found.items()}


def _sights(corpus: Corpus) -> Mapping[str, tuple[SightDocument, ...]]:
    """Where each paper stands, in the order of the captures."""
    found: defaultdict[str, list[SightDocument]] = defaultdict(list)
    for row in corpus.observations.to_dict("records"):
        rank, first, last = int(row["position"]), int(row["first_line"]), int(row["last_line"])
        sight = SightDocument(str(row["dump_id"]), rank, first, last, _number(row["score"]), bool(row["doubtful"]))
        found[str(row["paper_id"])].append(sight)
    return {paper: tuple(sights) for paper, sights in found.items()}


def _text(value: str | NAType | None) -> str | None:
    return None if pd.isna(value) else str(value)


def _number(value: float | NAType | None) -> float | None:
    return None if pd.isna(value) else float(value)
