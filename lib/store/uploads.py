"""What comes in and what became of it: one report for each file, whether it was kept, skipped or refused."""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Literal

from lib.dumps import decode, read_many
from lib.dumps.model import Dump, Layout, Owner
from lib.errors import InputError, OeuvreError, TooLargeError
from lib.store.entries import file_name
from lib.store.limits import FILE_BYTES

Status = Literal["kept", "skipped", "refused"]


@dataclass(frozen=True)
class Upload:
    """A file as it came in. `file` is its name as data (never a path), `encoding` what the reader says it is."""

    file: str
    content: bytes
    captured: date
    encoding: str | None = None


@dataclass(frozen=True)
class DumpFacts:
    """What was read in one dump: `first` and `last` are the days of its earliest and latest paper.

    `papers` counts the records, `doubtful` those whose split is not certain; `problems` leaves out mere notes.
    """

    dump_id: str
    first_line: int
    layout: Layout
    owner: Owner
    captured: date
    papers: int
    doubtful: int
    first: date | None
    last: date | None
    problems: int


@dataclass(frozen=True)
class FileReport:
    """What became of one file. `dumps` has one entry, or several where dumps were pasted together into one file.

    `file_id` leads to the file in the library, for a skipped one to what is already there.
    """

    file: str
    status: Status
    message: str
    file_id: str | None = None
    encoding: str | None = None
    dumps: tuple[DumpFacts, ...] = ()


@dataclass(frozen=True)
class Examined:
    """An upload that was read and may be kept."""

    upload: Upload
    id: str
    file: str
    encoding: str
    dumps: tuple[Dump, ...]

    def report(self, status: Status, message: str) -> FileReport:
        """The report on this file."""
        return FileReport(self.file, status, message, self.id, self.encoding, tuple(map(_facts, self.dumps)))


def examine(upload: Upload, today: date) -> Examined:
    """Read an upload without keeping it.

    Raises:
        InputError: it is too large, in no known encoding, no dump, or captured on an impossible day.
    """
    _check(upload, today)
    name = file_name(upload.file)
    decoded = decode(upload.content, encoding=upload.encoding)
    if "\0" in decoded.text:
        line = decoded.text[: decoded.text.index("\0")].count("\n") + 1
        raise InputError(f"Line {line} holds a NUL character, which no text has. Copy the page as plain text again.")
    dumps = read_many(decoded.text, file=name, captured=upload.captured)
    return Examined(upload, sha256(upload.content).hexdigest(), name, decoded.encoding, dumps)


def look(upload: Upload, today: date) -> FileReport:
    """What would be read in the file, or why it cannot be."""
    try:
        return examine(upload, today).report("kept", "Not kept yet.")
    except OeuvreError as error:
        return FileReport(upload.file, "refused", str(error))


def _facts(dump: Dump) -> DumpFacts:
    days = [record.date for record in dump.records if record.date]
    return DumpFacts(
        dump_id=dump.id,
        first_line=dump.first_line,
        layout=dump.layout,
        owner=dump.owner,
        captured=dump.captured,
        papers=len(dump.records),
        doubtful=sum(record.doubtful for record in dump.records),
        first=min(days, default=None),
        last=max(days, default=None),
        problems=sum(problem.severity == "problem" for problem in dump.problems),
    )


def check_capture_day(day: date, today: date) -> None:
    """Raise InputError for a day on which no page can have been copied: it may be tomorrow already elsewhere."""
    if not date(2000, 1, 1) <= day <= today + timedelta(days=1):
        raise InputError(f"The capture day {day.isoformat()} is not between 2000-01-01 and today. Correct it.")


def _check(upload: Upload, today: date) -> None:
    check_capture_day(upload.captured, today)
    size = len(upload.content)
    if size > FILE_BYTES:
        raise TooLargeError(f"The file has {size:,} bytes; the limit is {FILE_BYTES:,}. Split it, page by page.")
    if not size:
        raise InputError("The file is empty. Copy the page again, and save it as text.")
