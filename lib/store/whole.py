"""A whole library exported, copied or taken in by a process of its own: a large one takes seconds.

Who asks travels along, and the store lets in or refuses there as it would here. An export is the file; of the others
the file holds the id of the library that they made, and nothing is there unless all of it is.
"""

import json
from dataclasses import asdict
from pathlib import Path

from lib.store.libraries import Library
from lib.store.outside import written_whole
from lib.store.people import Actor
from lib.store.store import Store, open_store
from lib.work import Order, Tell

LARGE = 5_000_000  # bytes of a library, or of its file, that take about 0.3 s
MODULE = "lib.store"


def order_export(actor: Actor, library: Library) -> Order:
    """The library in one file, as `Archives.export` writes it; another after each change."""
    return Order("The export", MODULE, ("export", _words(actor, library=library.id, change=library.changes)))


def order_copy(actor: Actor, library: Library, name: str) -> Order:
    """A copy of the library under this name, as `Libraries.copy` makes it."""
    return Order("The copy", MODULE, ("copy", _words(actor, library=library.id, name=name)))


def order_import(actor: Actor, file: Path, name: str) -> Order:
    """A library from the file, as `Archives.take_in` makes it; "" for the name that it had."""
    return Order("The import", MODULE, ("take-in", _words(actor, file=str(file), name=name)))


def _words(actor: Actor, **more: str | int) -> str:
    return json.dumps({"actor": asdict(actor), **more})


def answer(verb: str, words: str, file: Path, tell: Tell) -> None:
    """Within the process: do what the arguments of such an order ask for."""
    said = json.loads(words)
    actor = Actor(**said["actor"])
    with open_store() as store:
        if verb == "export":
            _export(store, actor, said["library"], file, tell)
            return
        if verb == "copy":
            tell(0.1, "Copying the library")
            made = store.libraries.copy(actor, said["library"], said["name"]).id
        else:
            with Path(said["file"]).open("rb") as stream:
                made = store.archives.take_in(actor, stream, said["name"] or None, tell)
    with written_whole(file) as stream:
        stream.write(made.encode())


def _export(store: Store, actor: Actor, library_id: str, file: Path, tell: Tell) -> None:
    with written_whole(file) as stream:
        store.archives.export(actor, library_id, stream, tell)
