"""Every place where author one could start in a glued line, and every number of authors that it could have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lib.dumps.names.lists import LONGEST_NAME, MAXIMUM_NAMES, cut_et_al, split_commas
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

    body: str
    more_authors: bool
    endings: tuple[Ending, ...]


def read_line(text: str) -> Line:
    """The line, with the places where author one may end and the authors that would follow it."""
    body, more = cut_et_al(text)
    tail_start = max(0, len(body) - 3 * REACH)
    parts = split_commas(body[tail_start:])
    counts = (MAXIMUM_NAMES,) if more and len(parts) >= MAXIMUM_NAMES else range(1, min(MAXIMUM_NAMES, len(parts)) + 1)
    return Line(body, more, tuple(_ending(body, parts, count) for count in counts if parts[-count]))


def _ending(body: str, parts: list[str], count: int) -> Ending:
    """Where author one lies if `count` authors are visible, and the other authors."""
    others = tuple(parts[len(parts) - count + 1 :])
    end = len(body)
    for name in reversed(others):
        end = len(body[: body.rindex(name, 0, end)].rstrip().removesuffix(",").rstrip())
    return Ending(max(0, end - REACH, end - len(parts[-count])), end, others)


def capital_starts(body: str, ending: Ending) -> Iterator[int]:
    """The places inside a word where a capital, or a letter of a script without capitals, may begin a name."""
    last = body[: ending.end]
    for inner in (_INNER_CAPITAL if last.isascii() else _INNER_LETTER).finditer(
        last, _reach(body, ending, LONGEST_NAME)
    ):
        if _stands_out(body, inner.start()):
            yield inner.start()


def lower_starts(body: str, ending: Ending) -> Iterator[int]:
    """The other places inside the last three words where a name may begin: `bell hooks`."""
    for inner in _INNER_LETTER.finditer(body[: ending.end], _reach(body, ending, 3)):
        if not _stands_out(body, inner.start()):
            yield inner.start()


def _stands_out(body: str, at: int) -> bool:
    """Whether the letter is a capital, or the first of a script without capitals."""
    letter, before = body[at], body[at - 1]
    return letter.isupper() or (not letter.islower() and (is_cased(before) or not before.isalpha()))


def _reach(body: str, ending: Ending, count: int) -> int:
    """Where the last `count` words begin in which author one may start."""
    parts = body[ending.floor : ending.end].rsplit(maxsplit=count)
    return ending.floor + (len(parts[0]) if len(parts) > count else 0)
