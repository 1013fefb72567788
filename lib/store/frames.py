"""The corpus of a library: read and built once for each content and each version of the code that reads it."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from sqlalchemy import Connection

from lib.corpus import Corpus, build_corpus
from lib.corrections import Correction
from lib.dumps import Dump
from lib.store import rights
from lib.store.corrections import decisions
from lib.store.database import Database
from lib.store.dumps import read_stored
from lib.store.kept import KeptFrames
from lib.store.people import Actor
from lib.store.state import State, read_state, read_texts

Told = Callable[[int, int], None]
_READERS = ("dumps", "corrections", "corpus", "schema", "arrow")  # the packages that decide what is read in a text


def _nobody(done: int, total: int) -> None:
    """Nobody waits."""


class Frames:
    """The frames of each library, from the folder where they are kept once they were built."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._kept = KeptFrames(folder)

    def content_id(self, actor: Actor, library_id: str, at: int | None = None) -> str:
        """The hash of what the library holds, or held after its change number `at`: equal for equal content."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
            return read_state(connection, library_id, at).content_id

    def kept(self, content_id: str) -> bool:
        """Whether the frames of this content were built before, so that they open quickly."""
        return self._kept.has(_key(content_id))

    def open_corpus(self, actor: Actor, library_id: str, at: int | None = None) -> Corpus:
        """The library's frames as they are, or as they were after its change number `at`. Treat them as read-only."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
        return self.open_unchecked(library_id, at)

    def open_unchecked(self, library_id: str, at: int | None = None, tell: Told = _nobody) -> Corpus:
        """The same for links.py, which lets the visitor in by other means, and for the process that builds the frames.

        Nobody else may call it. `tell` hears how many dumps were read, and of how many.
        """
        with self._database.reading() as connection:
            state = read_state(connection, library_id, at)
            key = _key(state.content_id)
            kept = self._kept.read(key)
            if kept is not None:
                return kept
            corpus = _build(connection, library_id, state, tell)
        self._kept.write(key, corpus)
        return corpus


def _key(content_id: str) -> str:
    return f"{content_id}-{code_version()}"


def _build(connection: Connection, library_id: str, state: State, tell: Told) -> Corpus:
    by_dump: defaultdict[str | None, list[Correction]] = defaultdict(list)
    for entry in state.log:
        by_dump[entry.dump_id].append(entry)
    dumps = (read_stored(row, by_dump[row.id]) for row in read_texts(connection, library_id, state))
    return build_corpus(_counted(dumps, len(state.holdings), tell), decisions(state.log))


def _counted(dumps: Iterable[Dump], total: int, tell: Told) -> Iterator[Dump]:
    for number, dump in enumerate(dumps, start=1):
        yield dump
        tell(number, total)


@cache
def code_version() -> str:
    """The hash of the code that reads dumps and builds frames: when it changes, all is read anew."""
    digest = hashlib.blake2b(digest_size=8)
    root = Path(__file__).parents[1]
    for package in _READERS:
        for path in sorted((root / package).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
