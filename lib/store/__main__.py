"""`python -m lib.store VERB …`: what takes long, in a process of its own, so that no visitor waits for another.

frames LIBRARY [CHANGE]    build the frames of a library, named by its id, as they are or were, and say how far
                           that is; they are kept beside the database, where the server reads them
look, keep                 read one large file, and keep it (see lib/store/apart.py)
export, copy, take-in      a whole library (see lib/store/whole.py)
"""

import sys
from pathlib import Path

from lib.errors import OeuvreError
from lib.store import apart, open_store, whole
from lib.work import refuse, tell

_READING = 0.8  # share of the time that dumps take; then their frames are put together


def build(library_id: str, change: str = "") -> None:
    """Build the frames of this library's content, or of what it was after that change, unless they are kept."""
    with open_store() as store:
        store.frames.open_unchecked(library_id, int(change) if change else None, _tell)


def _tell(done: int, total: int) -> None:
    words = f"Reading the library: {done:,} of {total:,} dumps" if done < total else "Putting the papers together"
    tell(_READING * done / total, words)


def main(verb: str, arguments: list[str]) -> None:
    """Do what the verb says; what is read comes in on standard input."""
    if verb == "frames":
        build(*arguments)
    elif verb in {"export", "copy", "take-in"}:
        words, file = arguments
        whole.answer(verb, words, Path(file), tell)
    else:
        sys.stdout.buffer.write(apart.answer(verb, sys.stdin.buffer))


if __name__ == "__main__":
    try:
        main(sys.argv[1], sys.argv[2:])
    except OeuvreError as error:
        refuse(error)
