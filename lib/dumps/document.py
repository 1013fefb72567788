"""A dump as other programs read it: plain fields in a fixed order, lines counted in the whole file."""

from dataclasses import dataclass
from datetime import date

from lib.dumps.model import Confidence, Dump, Header, Layout, Problem, Record


@dataclass(frozen=True, slots=True)
class OwnerDocument:
    """Whose page it is; `name` is null where `confidence` is "unknown"."""

    name: str | None
    confidence: Confidence
    reason: str


@dataclass(frozen=True, slots=True)
class HeaderDocument:
    """The figures that the page claims; null where it shows none."""

    name: str | None
    field: str | None
    h_index: int | None
    paper_count: int | None
    citations: int | None
    novelty: int | None
    ai_score: int | None


@dataclass(frozen=True, slots=True)
class PaperDocument:
    """One paper; `lines` are the first and last line of its record in the file, counted from 1."""

    title: str
    authors: tuple[str, ...]
    more_authors: bool
    category: str
    date: date | None
    year_shown: bool
    score: float | None
    badges: tuple[str, ...]
    abstract: str
    doubtful: bool
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ProblemDocument:
    """Something that was not read, or is worth knowing."""

    line: int
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class DumpDocument:
    """One dump; `header` is null where the page has none."""

    file: str
    layout: Layout
    captured: date
    owner: OwnerDocument
    header: HeaderDocument | None
    papers: tuple[PaperDocument, ...]
    problems: tuple[ProblemDocument, ...]


@dataclass(frozen=True, slots=True)
class DumpsDocument:
    """All dumps of one call."""

    dumps: tuple[DumpDocument, ...]


def describe_dump(dump: Dump) -> DumpDocument:
    """The dump as other programs read it."""
    above = dump.first_line - 1
    return DumpDocument(
        dump.file,
        dump.layout,
        dump.captured,
        OwnerDocument(dump.owner.name, dump.owner.confidence, dump.owner.reason),
        _describe_header(dump.header) if dump.header else None,
        tuple(_describe_record(record, above) for record in dump.records),
        tuple(_describe_problem(problem, above) for problem in dump.problems),
    )


def _describe_header(header: Header) -> HeaderDocument:
    return HeaderDocument(
        header.name,
        header.field,
        header.h_index,
        header.paper_count,
        header.citations,
        header.novelty,
        header.ai_score,
    )


def _describe_record(record: Record, above: int) -> PaperDocument:
    return PaperDocument(
        record.title,
        record.authors,
        record.more_authors,
        record.category,
        record.date,
        record.year_shown,
        record.score,
        record.badges,
        record.abstract,
        record.doubtful,
        (record.lines.first + above, record.lines.last + above),
    )


def _describe_problem(problem: Problem, above: int) -> ProblemDocument:
    return ProblemDocument(problem.line + above, problem.found, problem.expected)
