"""`python -m lib.report KIND … FILE`: the process that writes one report (see lib/report/apart.py)."""

import sys
from pathlib import Path

from lib.errors import OeuvreError
from lib.report import apart, to_html
from lib.store.outside import written_whole
from lib.work import refuse, tell

_MADE = 0.9  # share of the time after which all is there and the file is put together


def main(kind: str, asked: tuple[str, ...], file: Path) -> None:
    """Write the report."""
    report = apart.write(kind, asked, lambda share, words: tell(_MADE * share, words))
    tell(_MADE, "Putting the file together")
    with written_whole(file, replace=True) as stream:
        stream.write(to_html(report).encode("utf-8"))


if __name__ == "__main__":
    try:
        main(sys.argv[1], tuple(sys.argv[2:-1]), Path(sys.argv[-1]))
    except OeuvreError as error:
        refuse(error)
