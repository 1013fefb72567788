"""`python -m lib.export FORMAT WANTED FILE`: the process that writes papers (see lib/export/apart.py)."""

import sys
from pathlib import Path

from lib.errors import OeuvreError
from lib.export.formats import FORMATS
from lib.opening.wanted import Wanted
from lib.store.outside import written_whole
from lib.words.phrases import count
from lib.work import refuse, tell

_OPENED = 0.15  # share of the time that opening the library and finding its part takes


def main(name: str, words: str, file: Path) -> None:
    """Write the papers."""
    tell(0.0, "Reading the library")
    library, part = Wanted.from_words(words).open()
    chosen, papers = FORMATS[name], len(part.shown.papers)
    tell(_OPENED, f"Writing {count(papers)} as {chosen.label}")
    data = chosen.write(library, part, lambda share, said: tell(_OPENED + (1 - _OPENED) * share, said))
    with written_whole(file, replace=True) as stream:
        stream.write(data)


if __name__ == "__main__":
    try:
        main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
    except OeuvreError as error:
        refuse(error)
