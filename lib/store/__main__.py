"""`python -m lib.store LIBRARY`: build the frames of one library in a process of its own, so that nobody waits for it.

The library is named by its id. What is built is kept beside the database, where the server that asked for it reads it.
"""

import sys

from lib.errors import OeuvreError
from lib.store import alone, open_store


def main(library_id: str) -> None:
    """Build the frames of this library's content unless they are kept."""
    with open_store() as store:
        store.frames.open_corpus(alone(), library_id)


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except OeuvreError as error:
        sys.exit(str(error))
