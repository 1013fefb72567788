"""What other processes do in the tests, each on a store of its own, telling the parent through a pipe."""

from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from lib.corrections import Category, record_targets
from lib.errors import ConflictError
from lib.store import Draft, alone, open_store
from tests.forks import FORKS
from tests.store.pages import uploads


def start(job: str, *arguments: str | int) -> tuple[BaseProcess, "Connection[str, str]"]:
    """A process that does the job and is ready to begin, and the line to it."""
    here, there = FORKS.Pipe()
    process = FORKS.Process(target=_JOBS[job], args=(there, *arguments))
    process.start()
    there.close()
    assert here.recv() == "ready"
    return process, here


def told(process: BaseProcess, line: "Connection[str, str]") -> list[str]:
    """All that the process says until it ends."""
    said: list[str] = []
    try:
        while True:
            said.append(line.recv())
    except (EOFError, OSError):  # it ended, or was killed within a word
        process.join()
        line.close()
        return said


def _take_in(line: "Connection[str, str]", url: str, library_id: str, first: int, count: int) -> None:
    """Bring pages in, and tell the status of each only when it is kept."""
    with open_store(url) as store:
        line.send("ready")
        for report in store.dumps.take_in(alone("Worker"), library_id, uploads(count, first)):
            line.send(report.status)


def _correct(line: "Connection[str, str]", url: str, library_id: str, dump_id: str, category: str) -> None:
    """Correct the first record, at the parent's word, as someone who saw no correction of it."""
    with open_store(url) as store:
        target = next(iter(record_targets(store.dumps.read(alone(), library_id, dump_id))))
        line.send("ready")
        line.recv()
        try:
            store.corrections.add(alone(category), library_id, Draft(Category(category), dump_id, target))
            line.send("kept")
        except ConflictError as error:
            line.send(str(error))


_JOBS: dict[str, Callable[..., None]] = {"take_in": _take_in, "correct": _correct}
