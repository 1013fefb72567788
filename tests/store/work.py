"""What other processes do in the tests: one job a process, on a store of its own."""

import sys

from lib.corrections import Category, record_targets
from lib.errors import ConflictError
from lib.store import Draft, alone, open_store
from tests.store.pages import uploads


def take_in(url: str, library_id: str, start: str, count: str) -> None:
    """Bring pages in, and print the status of each at once: it must not be printed before it is kept."""
    with open_store(url) as store:
        print("ready", flush=True)  # noqa: T201 - the parent reads it
        for report in store.dumps.take_in(alone("Worker"), library_id, uploads(int(count), int(start))):
            print(report.status, flush=True)  # noqa: T201


def correct(url: str, library_id: str, dump_id: str, category: str) -> None:
    """Correct the first record as someone who saw no correction of it."""
    with open_store(url) as store:
        target = next(iter(record_targets(store.dumps.read(alone(), library_id, dump_id))))
        print("ready", flush=True)  # noqa: T201
        sys.stdin.readline()
        try:
            store.corrections.add(alone(category), library_id, Draft(Category(category), dump_id, target))
            print("kept", flush=True)  # noqa: T201
        except ConflictError as error:
            print(error, flush=True)  # noqa: T201


if __name__ == "__main__":
    {"take_in": take_in, "correct": correct}[sys.argv[1]](*sys.argv[2:])
