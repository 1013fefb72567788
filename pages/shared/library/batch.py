"""Files that came in and are not kept yet: how each is to be read, what was read in it, and what was corrected.

A batch lives in the memory of one visit until it is kept or discarded. Reading and keeping go on in short turns, so
that other visitors of the server wait for none of it.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from hashlib import sha256

from lib.corrections import Change, Correction, Target, target_of
from lib.errors import OeuvreError
from lib.store import Actor, Draft, FileReport, Store, Upload, newest
from lib.store.limits import FILE_BYTES, FILES_PER_UPLOAD
from lib.store.uploads import examine

TURN = 0.25  # seconds of work at a time


@dataclass
class Item:
    """One file. `day` and `encoding` are what the reader said of it alone; `report` is None until it was read."""

    name: str
    content: bytes
    day: date | None = None
    encoding: str | None = None
    report: FileReport | None = None
    corrections: list[Correction] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """What the file is known by: the hash of its bytes."""
        return sha256(self.content).hexdigest()

    @property
    def wanting(self) -> int:
        """How many doubtful records and problems wait for a reader."""
        return sum(facts.doubtful + facts.problems for facts in self.report.dumps) if self.report else 0

    def upload(self, day: date) -> Upload:
        """The file as it is to be read; `day` counts where the reader gave it none of its own."""
        return Upload(self.name, self.content, self.day or day, self.encoding)

    def correct(self, changes: Iterable[Change], target: Target | None, dump_id: str, by: str) -> None:
        """Remember corrections, to be kept with the file."""
        now = datetime.now(UTC).replace(microsecond=0)
        for number, change in enumerate(changes, start=len(self.corrections) + 1):
            place = target or target_of(change)
            self.corrections.append(Correction(number, change, dump_id, place.key, place.line, by, now))

    def undo(self, number: int) -> None:
        """Take back a correction that was not kept yet."""
        self.corrections[number - 1] = replace(self.corrections[number - 1], undone_by=len(self.corrections) + 1)


@dataclass
class Batch:
    """All files that came in; `day` is the day of their capture, `version` grows when the way in is to be emptied."""

    day: date
    items: list[Item] = field(default_factory=list)
    results: list[FileReport] = field(default_factory=list)
    version: int = 0
    total: int = 0  # files that are kept in this go
    _going: Iterator[FileReport] | None = None

    def add(self, files: Iterable[tuple[str, int, Callable[[], bytes]]]) -> None:
        """Take in files (name, size, content); what is over a limit is refused without being looked at."""
        self.results, self.version = [], self.version + 1
        for name, size, content in files:
            if size > FILE_BYTES:
                self._refuse(name, f"The file has {size:,} bytes; the limit is {FILE_BYTES:,}. Split it, page by page.")
            elif sum(not item.report or item.report.status != "refused" for item in self.items) >= FILES_PER_UPLOAD:
                self._refuse(
                    name, f"This upload has {FILES_PER_UPLOAD} files already. Keep those, then bring the rest."
                )
            else:
                self.items.append(Item(name, content()))

    def _refuse(self, name: str, why: str) -> None:
        self.items.append(Item(name, b"", report=FileReport(name, "refused", why)))

    def dated(self, day: date) -> None:
        """Give another day to all files that have none of their own; they are read anew."""
        if day != self.day:
            self.day = day
            for item in self.items:
                if item.day is None and item.content:
                    item.report = None

    @property
    def unread(self) -> list[Item]:
        """The files that wait to be read."""
        return [item for item in self.items if item.report is None]

    @property
    def keeping(self) -> bool:
        """Whether files are on their way into the library."""
        return self._going is not None

    @property
    def busy(self) -> bool:
        """Whether anything waits to be read or kept."""
        return self.keeping or bool(self.unread)

    def go_on(self, today: date) -> None:
        """Read files, or keep them, for one turn; one file at least."""
        end = time.monotonic() + TURN
        work = self._going if self._going is not None else self._read(today)
        for report in work:
            if self._going is not None:
                self.results.append(report)
            if time.monotonic() > end:
                return
        if self._going is not None:
            self._going, self.items = None, []

    def _read(self, today: date) -> Iterator[FileReport]:
        for item in self.unread:
            item.report = look(item.upload(self.day), today)
            yield item.report

    def statuses(self, files: set[str], dumps: set[str]) -> list[tuple[Item, FileReport, str]]:
        """What will become of each file that was read, given the ids of the files and dumps in the library."""
        seen: set[str] = set()
        found = []
        for item in self.items:
            report = item.report
            if report is None:
                continue
            status = _status(report, seen, files, dumps)
            seen |= {report.file_id or "", *(facts.dump_id for facts in report.dumps)} - {""}
            found.append((item, report, status))
        return found

    def keep(self, wanted: list[Item], store: Store, actor: Actor, library_id: str) -> None:
        """Begin to keep these files with their corrections; `go_on` does it."""
        self.results, self.total = [], len(wanted)
        reports = store.dumps.take_in(actor, library_id, [item.upload(self.day) for item in wanted])
        self._going = (
            _with_corrections(item, report, store, (actor, library_id))
            for item, report in zip(wanted, reports, strict=True)
        )


def look(upload: Upload, today: date) -> FileReport:
    """What would be read in the file, or why it cannot be."""
    try:
        return examine(upload, today).report("kept", "Not kept yet.")
    except OeuvreError as error:
        return FileReport(upload.file, "refused", str(error))


def _status(report: FileReport, seen: set[str], files: set[str], dumps: set[str]) -> str:
    ids = {facts.dump_id for facts in report.dumps}
    if report.status == "refused":
        return "refused"
    if report.file_id in files or ids <= dumps:
        return "already here"
    return "twice in this upload" if report.file_id in seen or ids <= seen else "ready"


def _with_corrections(item: Item, report: FileReport, store: Store, where: tuple[Actor, str]) -> FileReport:
    """The report, after the corrections made before were added to the log."""
    (actor, library_id), ids = where, {facts.dump_id for facts in report.dumps}
    complaints = []
    for entry in item.corrections:
        if entry.undone_by is None and report.status == "kept" and entry.dump_id in ids:
            target = Target(entry.target, entry.line)
            seen = newest(store.corrections.log(actor, library_id, entry.dump_id), target, entry.dump_id)
            try:
                store.corrections.add(actor, library_id, Draft(entry.change, entry.dump_id, target, seen=seen))
            except OeuvreError as error:
                complaints.append(str(error))
    return replace(report, message=" ".join([report.message, *complaints]))
