"""What a dump is once it is read: header, records, problems and page chrome, and which lines each came from.

Every line of the input belongs to exactly one of these four; `lib.dumps.writer.write` puts them together again.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lib.schema import Severity

Layout = Literal["compact", "spaced"]
Confidence = Literal["header", "reader", "proven", "likely", "unknown"]


@dataclass(frozen=True)
class Span:
    """Lines `first` to `last` of the dump, both included, counted from 1."""

    first: int
    last: int


@dataclass(frozen=True)
class Problem:
    """Something that was not read, or (severity "note") was read and is worth knowing.

    `unread` are the lines that belong to this problem alone; None where it is about lines of the header or a record.
    """

    line: int
    found: str
    expected: str
    severity: Severity = "problem"
    unread: Span | None = None


@dataclass(frozen=True)
class Header:
    """The figures above the records, as the site claims them; None where the page does not show one.

    `novelty` is in per cent, `ai_score` 0–100, `listed` the number before "Papers" right above the records.
    """

    lines: Span
    name: str | None = None
    field: str | None = None
    h_index: int | None = None
    paper_count: int | None = None
    citations: int | None = None
    novelty: int | None = None
    ai_score: int | None = None
    listed: int | None = None


@dataclass(frozen=True)
class Split:
    """One way to divide a record's head into title and visible authors; candidates are ranked by `score`."""

    title: str
    authors: tuple[str, ...]
    score: float


@dataclass(frozen=True)
class Record:
    """One paper as the dump shows it.

    `authors` holds the one to three visible names, `more_authors` whether "et al." follows them. `date` is None where
    the badge line's date could not be read; `score` (0–100) is None where none is shown. `doubtful` says that another
    split of title and authors is nearly as good; `splits` ranks them, best first, and has one entry when nothing was
    glued.
    """

    lines: Span
    layout: Layout
    title: str
    authors: tuple[str, ...]
    more_authors: bool
    category: str
    date: date | None
    year_shown: bool
    score: float | None
    badges: tuple[str, ...]
    abstract: str
    doubtful: bool = False
    splits: tuple[Split, ...] = ()


@dataclass(frozen=True)
class Owner:
    """Whose page this is, how sure that is, and why."""

    name: str | None
    confidence: Confidence
    reason: str


@dataclass(frozen=True)
class CaptureYear:
    """The year that dates without one belong to (None when every date shows its year), and why."""

    year: int | None
    reason: str


@dataclass(frozen=True)
class Dump:
    """One page of one author, as it was on the day of its capture.

    `id` is the SHA-256 of the text in hexadecimal, `text` the text itself, `captured` the day that was given for it
    (not necessarily the last date in it), `chrome` the lines that belong to the page and not to its content (blank
    ones included). All lines count from 1 within `text`; `first_line` is where that text begins in its file, which is
    not line 1 where several dumps were pasted together.
    """

    id: str
    file: str
    text: str
    captured: date
    layout: Layout
    header: Header | None
    owner: Owner
    year: CaptureYear
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    chrome: tuple[Span, ...]
    first_line: int = 1
