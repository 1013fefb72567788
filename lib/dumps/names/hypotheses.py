"""Every place where author one could start in a glued line, and every number of authors that it could have."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining

from lib.dumps.names.lists import MAXIMUM_NAMES, cut_et_al, split_commas
from lib.dumps.names.shape import is_cased

LONGEST_NAME = 6
"""Words of the longest author that is looked for."""

REACH = 160
"""Characters before the second author within which author one is looked for; bounds the work on hostile lines."""


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
    for first, last in _last_words(body, ending):
        if body[first + 1 : last].islower() and body[first + 1 : last].isalpha():
            continue
        for at in range(first + 1, last):
            letter = body[at]
            if letter.isupper() or (letter.isalpha() and not is_cased(letter) and _changes_script(body[at - 1])):
                yield at


def lower_starts(body: str, ending: Ending) -> Iterator[int]:
    """The places inside the last three words where a name without a capital may begin."""
    for first, last in _last_words(body, ending)[:3]:
        for at in range(first + 1, last):
            if body[at].isalpha() and not body[at].isupper() and not combining(body[at]):
                yield at


def _changes_script(before: str) -> bool:
    return is_cased(before) or not before.isalpha()


def _last_words(body: str, ending: Ending) -> list[tuple[int, int]]:
    """First and last character of the last words in which author one may start, the last word first."""
    words: list[tuple[int, int]] = []
    at = ending.end
    while at > ending.floor and len(words) < LONGEST_NAME:
        while at > ending.floor and body[at - 1].isspace():
            at -= 1
        last = at
        while at > ending.floor and not body[at - 1].isspace():
            at -= 1
        if last > at:
            words.append((at, last))
    return words
