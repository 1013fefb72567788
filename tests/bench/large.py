"""How long a library of 20,000 papers keeps those waiting who look at it, and those who look at something else.

Each page is drawn for the first time anybody asks for it, and again. What takes longer runs in processes before that,
with progress, and is waited for here. Meanwhile another reader clicks on a page of a small library, as fast as it comes
back; what a click takes is given as a multiple of what it takes when nothing else goes on, measured just before.
"""

import statistics
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import click

from lib.store import Upload, alone, open_store
from lib.store.limits import FILES_PER_UPLOAD
from lib.synth import make_group
from pages.shared.contents import CONTENTS, Page
from tests.bench.pages import ROOT, Visit, call, serve

PAPERS, AUTHORS, SEED = 20_000, 120, 7
NAME = "large"
CLICKS = 20


def main() -> None:
    """Print, for each page, its first and second drawing, the longest silence in it, and another reader's click."""
    with ExitStack() as stack:
        data = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        fill(data)
        port = stack.enter_context(serve(ROOT / "dashboard.py", data))
        other = Visit(stack.enter_context(call(port)), "timeline", "library=profiles")
        other.rerun()
        click.echo(f"A library of {PAPERS:,} papers, and another reader on the timeline of a small one:")
        for page in (page for pages in CONTENTS.values() for page in pages if page.needs_papers):
            with call(port) as line:
                measure(page, Visit(line, page.address.strip("/"), f"library={NAME}"), other)


def fill(data: Path) -> None:
    """A store in the folder with one library of made-up authors."""
    uploads = [Upload(dump.file, dump.text.encode(), dump.captured) for dump in make_group(AUTHORS, PAPERS, SEED)]
    with open_store(f"sqlite:///{data}/oeuvre.sqlite") as store:
        library = store.libraries.create(alone(), NAME)
        for start in range(0, len(uploads), FILES_PER_UPLOAD):
            for report in store.dumps.take_in(alone(), library.id, uploads[start : start + FILES_PER_UPLOAD]):
                assert report.status == "kept", report.message


def measure(page: Page, visit: Visit, other: Visit) -> None:
    """Measure one page, and the other reader's clicks before and while it is drawn for the first time."""
    idle = [other.rerun() for _ in range(CLICKS)]
    drawn = threading.Event()
    clicks: list[float] = []

    def go_on() -> None:
        while not drawn.is_set():
            clicks.append(other.rerun())

    reader = threading.Thread(target=go_on)
    reader.start()
    waited, first = draw(visit)
    silence = visit.silence
    drawn.set()
    reader.join()
    again = visit.rerun()
    usual = statistics.median(idle)
    click.echo(
        f"  {page.title:<9} first {first:4.1f} s (at most {silence:.2f} s without a sign) after {waited:5.1f} s with "
        f"progress; again {again:4.2f} s; another's click {statistics.median(clicks) / usual:4.1f} times as long, "
        f"at worst {max(clicks) / usual:4.1f} ({max(clicks):.2f} s)"
    )


def draw(visit: Visit) -> tuple[float, float]:
    """Seconds until everything is there that processes make, and of the run that draws the page then."""
    start = time.perf_counter()
    while True:
        first = visit.rerun()
        if not visit.waits:
            return time.perf_counter() - start - first, first
        time.sleep(0.25)


if __name__ == "__main__":
    main()
