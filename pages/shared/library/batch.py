"""Files that came in and are not kept yet: how each is to be read, what was read in it, and what was corrected.

A batch lives in the memory of one visit until it is kept or discarded. Reading and keeping go on in short turns, so
that other visitors of the server wait for none of it.
"""

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from hashlib import sha256

from lib.corrections import Change, Correction, Target, target_of
from lib.errors import OeuvreError
from lib.store import Actor, Draft, FileReport, Store, Upload, newest
from lib.store.apart import LARGE, keep_apart, look_apart
from lib.store.limits import FILE_BYTES, FILES_PER_UPLOAD
from lib.store.uploads import look

TURN = 0.25  # seconds of work at a time
_WAITING = ThreadPoolExecutor(2)  # large files at a time, on a server of any number of visitors


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
    keeping: bool = False  # whether files are on their way into the library
    doing: str = ""  # the large file that is worked at, and since when
    _going: Iterator[FileReport | None] | None = None

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
    def busy(self) -> bool:
        """Whether anything waits to be read or kept."""
        return self.keeping or bool(self.unread)

    def go_on(self, today: date) -> None:
        """Read files, or keep them, for one turn; one file at least, unless it is read in a process of its own."""
        end = time.monotonic() + TURN
        if self._going is None:
            self._going = self._read(today)
        for report in self._going:
            if report is not None and self.keeping:
                self.results.append(report)
            if report is None or time.monotonic() > end:
                return
        if self.keeping:
            self.keeping, self.items = False, []
        self._going = None

    def _read(self, today: date) -> Iterator[FileReport | None]:
        for item in self.unread:
            upload = item.upload(self.day)
            if len(upload.content) > LARGE:
                item.report = yield from self._wait(upload, partial(look_apart, upload, today))
            else:
                item.report = look(upload, today)
            yield item.report

    def _wait(self, upload: Upload, work: Callable[[], FileReport]) -> Generator[None, None, FileReport]:
        """Let a process work at a large file, and say with each None for how long it has."""
        begun, future = time.monotonic(), _WAITING.submit(work)
        while not future.done():
            seconds = time.monotonic() - begun
            self.doing = f"{upload.file}, {len(upload.content) / 1e6:.1f} MB, for {seconds:.0f} s"
            yield None
        self.doing = ""
        return future.result()

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
        small = [item.upload(self.day) for item in wanted if len(item.content) <= LARGE]
        reports = store.dumps.take_in(actor, library_id, small)
        self.results, self.total, self.keeping = [], len(wanted), True
        self._going = self._keep(wanted, reports, Stay(store, actor, library_id))

    def _keep(self, wanted: list[Item], small: Iterator[FileReport], stay: "Stay") -> Iterator[FileReport | None]:
        for item in wanted:
            upload = item.upload(self.day)
            if len(upload.content) > LARGE:
                work = partial(keep_apart, upload, stay.actor, stay.library_id)
                report = yield from self._wait(upload, work)
            else:
                report = next(small)
            yield _with_corrections(item, report, stay)


@dataclass(frozen=True)
class Stay:
    """Where files are kept, and by whom."""

    store: Store
    actor: Actor
    library_id: str


def _status(report: FileReport, seen: set[str], files: set[str], dumps: set[str]) -> str:
    ids = {facts.dump_id for facts in report.dumps}
    if report.status == "refused":
        return "refused"
    if report.file_id in files or ids <= dumps:
        return "already here"
    return "twice in this upload" if report.file_id in seen or ids <= seen else "ready"


def _with_corrections(item: Item, report: FileReport, stay: Stay) -> FileReport:
    """The report, after the corrections made before were added to the log."""
    ids, complaints, corrections = {facts.dump_id for facts in report.dumps}, [], stay.store.corrections
    for entry in item.corrections:
        if entry.undone_by is None and report.status == "kept" and entry.dump_id in ids:
            target = Target(entry.target, entry.line)
            seen = newest(corrections.log(stay.actor, stay.library_id, entry.dump_id), target, entry.dump_id)
            draft = Draft(entry.change, entry.dump_id, target, seen=seen)
            try:
                corrections.add(stay.actor, stay.library_id, draft)
            except OeuvreError as error:
                complaints.append(str(error))
    return replace(report, message=" ".join([report.message, *complaints]))
