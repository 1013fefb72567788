"""The corpus of a library: read and built once for each content and each version of the code that reads it."""

import hashlib
from collections import defaultdict
from functools import cache
from pathlib import Path

from sqlalchemy import Connection

from lib.corpus import Corpus, build_corpus
from lib.corrections import Correction
from lib.store import rights
from lib.store.corrections import decisions
from lib.store.database import Database
from lib.store.dumps import read_stored
from lib.store.kept import KeptFrames
from lib.store.people import Actor
from lib.store.state import State, read_state, read_texts

_READERS = ("dumps", "corrections", "corpus", "schema")  # the packages that decide what is read in a text


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

    def open_corpus(self, actor: Actor, library_id: str, at: int | None = None) -> Corpus:
        """The library's frames as they are, or as they were after its change number `at`. Treat them as read-only."""
        with self._database.reading() as connection:
            rights.enter(connection, library_id, actor)
        return self.open_unchecked(library_id, at)

    def open_unchecked(self, library_id: str, at: int | None = None) -> Corpus:
        """The same for lib/store/links.py, which lets the visitor in by other means; nobody else may call it."""
        with self._database.reading() as connection:
            state = read_state(connection, library_id, at)
            key = f"{state.content_id}-{code_version()}"
            kept = self._kept.read(key)
            if kept is not None:
                return kept
            corpus = _build(connection, library_id, state)
        self._kept.write(key, corpus)
        return corpus


def _build(connection: Connection, library_id: str, state: State) -> Corpus:
    by_dump: defaultdict[str | None, list[Correction]] = defaultdict(list)
    for entry in state.log:
        by_dump[entry.dump_id].append(entry)
    dumps = (read_stored(row, by_dump[row.id]) for row in read_texts(connection, library_id, state))
    return build_corpus(dumps, decisions(state.log))


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
