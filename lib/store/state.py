"""A library at one moment, as its content: which dumps count, what was corrected in them, and the hash of both."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, Row, Select, select

from lib.corrections import Correction
from lib.corrections.changes import kind_of, to_json
from lib.store.corrections import read_log
from lib.store.removals import removals
from lib.store.tables import dumps, files

BATCH = 50


@dataclass(frozen=True)
class Holding:
    """A dump that counts: what of it, besides its text, decides what is read in it."""

    id: str
    file: str
    first_line: int
    captured: date


@dataclass(frozen=True)
class State:
    """What a library holds; `content_id` is the same for the same content, in whatever library it is."""

    holdings: tuple[Holding, ...]
    log: tuple[Correction, ...]

    @property
    def content_id(self) -> str:
        """The hash of the dumps and of the corrections that count, in 40 hexadecimal digits."""
        digest = hashlib.blake2b(digest_size=20)
        for holding in self.holdings:
            digest.update(repr((holding.id, holding.file, holding.first_line, holding.captured)).encode())
        for entry in self.log:
            if entry.undone_by is None:
                said = (kind_of(entry.change), to_json(entry.change), entry.dump_id, entry.target, entry.line)
                digest.update(repr((*said, entry.by, entry.at.date(), entry.why)).encode())
        return digest.hexdigest()


def read_state(connection: Connection, library_id: str, at: int | None = None) -> State:
    """The library as it is, or as it was after its change number `at`; what was erased since then is not there."""
    log = as_of(read_log(connection, library_id), at)
    gone = removals(log)
    facts = select(dumps.c.id, files.c.name.label("file"), dumps.c.first_line, dumps.c.captured)
    there = of_library(facts, library_id).order_by(dumps.c.id)
    rows = connection.execute(there if at is None else there.where(files.c.change <= at)).mappings()
    return State(tuple(Holding(**row) for row in rows if row["id"] not in gone), log)


def as_of(log: Iterable[Correction], at: int | None) -> tuple[Correction, ...]:
    """The log as it was after the change number `at`."""
    if at is None:
        return tuple(log)
    return tuple(
        replace(entry, undone_by=entry.undone_by if entry.undone_by and entry.undone_by <= at else None)
        for entry in log
        if entry.number <= at
    )


def read_texts(connection: Connection, library_id: str, state: State) -> Iterator[Row[tuple[object, ...]]]:
    """The dumps that count with their texts, a few at a time."""
    counting = {holding.id for holding in state.holdings}
    for row in connection.execute(texts(library_id), execution_options={"yield_per": BATCH}):
        if row.id in counting:
            yield row


def texts(library_id: str) -> Select[tuple[object, ...]]:
    """The dumps of a library with what is needed to read them."""
    named = (dumps.c.id, files.c.name.label("file"), dumps.c.first_line, dumps.c.captured, dumps.c.text)
    return of_library(select(*named), library_id)


def of_library(statement: Select[tuple[object, ...]], library_id: str) -> Select[tuple[object, ...]]:
    """The statement over the dumps of this library, each with its file."""
    same = (files.c.library_id == dumps.c.library_id) & (files.c.id == dumps.c.file_id)
    return statement.join_from(dumps, files, same).where(dumps.c.library_id == library_id)
