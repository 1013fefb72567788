"""The characters at which a text falls into several dumps for sure: a second header, or a glued badge line or name."""

from collections.abc import Iterator
from itertools import accumulate

from lib.dumps.layout import has_head
from lib.dumps.lines import whole_lines
from lib.dumps.normal import show
from lib.dumps.pasted import find_glued_badge, find_glued_name
from lib.dumps.scan import Scan


def find_sure_cuts(text: str, scanned: Scan) -> list[int]:
    """How many characters of the text stand before each further dump, in order."""
    glued = list(_find_badges(scanned))
    headers = [number for number in scanned.second_headers if number < scanned.blocks[-1].first]
    if not glued and not headers:
        return []
    lines = whole_lines(text)
    starts = [0, *accumulate(map(len, lines))]
    cuts = {_end(lines[number], starts[number], length) for number, length in glued}
    for number in headers:
        above = next(line for line in range(number - 1, -1, -1) if scanned.lines[line])
        length = find_glued_name(scanned.lines[above])
        cuts.add(_end(lines[above], starts[above], length) if length else starts[number])
    return sorted(cuts - {0, len(text)})


def _find_badges(scanned: Scan) -> Iterator[tuple[int, int]]:
    """The lines that end in a badge line with a record's head beneath, and its length."""
    for content, tail in zip(scanned.contents, scanned.tails, strict=True):
        filled = [*content, *tail]
        for place in range(1, len(filled) - 1):
            length = find_glued_badge(scanned.lines[filled[place]])
            if length and has_head(scanned.lines, filled[place + 1 : place + 3]):
                yield filled[place], length


def _end(line: str, start: int, length: int) -> int:
    """The place in the text at which the last visible characters of the line begin."""
    end = len(line.rstrip())
    at = end - length
    while at > 0 and len(show(line[at:end])) < length:
        at -= 1
    return start + at
