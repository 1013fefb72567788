"""Every place where author one could start in a glued line, and every number of authors that it could have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lib.dumps.names.lists import LONGEST_NAME, MAXIMUM_NAMES, cut_et_al, parts_between_commas
from lib.dumps.names.shape import is_cased

REACH = 160
"""Characters before the second author within which author one is looked for; bounds the work on hostile lines."""

_INNER_CAPITAL = re.compile(r"(?<=\S)[A-Z]")
_INNER_LETTER = re.compile(r"(?<=\S)[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Ending:
    """Author one lies between the characters `floor` and `end` of the line; `others` are authors two and three."""

    floor: int
    end: int
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """The title ends, and author one begins, at character `start` of the line."""

    start: int
    ending: Ending


@dataclass(frozen=True, slots=True)
class Line:
    """A glued line: `body` is the text without "et al.", `more_authors` whether it was there."""

    text: str
    body: str
    more_authors: bool
    endings: tuple[Ending, ...]


def read_line(text: str) -> Line:
    """The line, with the places where author one may end and the authors that would follow it."""
    body, more = cut_et_al(text)
    body = body.rstrip(" ,")
    parts = parts_between_commas(body, max(0, len(body) - MAXIMUM_NAMES * REACH))
    most = min(MAXIMUM_NAMES, len(parts))
    counts = (most,) if more and most == MAXIMUM_NAMES else range(1, most + 1)
    endings = (_ending(body, parts[-count:]) for count in counts)
    return Line(text, body, more, tuple(ending for ending in endings if all(ending.others)))


def _ending(body: str, parts: list[tuple[int, int]]) -> Ending:
    """Where author one lies if these parts of the line hold the authors, and the other authors."""
    (first, end), *others = parts
    end = first + len(body[first:end].rstrip())
    return Ending(max(first, end - REACH), end, tuple(body[start:stop].strip() for start, stop in others))


def capital_starts(body: str, ending: Ending) -> list[int]:
    """The places inside a word where a capital, or a letter of a script without capitals, may begin a name."""
    floor = _reach(body, ending, LONGEST_NAME)
    if body.isascii():
        return [inner.start() for inner in _INNER_CAPITAL.finditer(body, floor, ending.end)]
    return [at for at in _inner_letters(body, floor, ending.end) if _stands_out(body, at)]


def lower_starts(body: str, ending: Ending) -> list[int]:
    """The other places inside the last three words where a name may begin: `bell hooks`."""
    return [at for at in _inner_letters(body, _reach(body, ending, 3), ending.end) if not _stands_out(body, at)]


def _inner_letters(body: str, floor: int, end: int) -> Iterator[int]:
    return (inner.start() for inner in _INNER_LETTER.finditer(body, floor, end))


def _stands_out(body: str, at: int) -> bool:
    """Whether the letter is a capital, or the first of a script without capitals."""
    letter, before = body[at], body[at - 1]
    return letter.isupper() or (not letter.islower() and (is_cased(before) or not before.isalpha()))


def _reach(body: str, ending: Ending, count: int) -> int:
    """Where the last `count` words begin in which author one may start."""
    parts = body[ending.floor : ending.end].rsplit(maxsplit=count)
    return ending.floor + (len(parts[0]) if len(parts) > count else 0)
