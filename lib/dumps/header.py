"""What stands above the records: a name, a field and figures, each of which may be missing, in any order."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from lib.dumps.categories import KNOWN
from lib.dumps.chrome import is_chrome
from lib.dumps.figures import Figure, Reading, find_listed, holds_value, read_figures, read_label, read_pair, unglue
from lib.dumps.model import Header, Problem, Span
from lib.dumps.names import is_author_list
from lib.dumps.normal import normalise

REACH = 60
"""Lines above the first record, blank ones not counted, in which a header is looked for."""

_EXPECTED = "a name, a field, h-index, papers, citations, Novelty, AI Score or the number of Papers"
_AMBIGUOUS = "h-index and papers told apart, or `7 Papers` above the records to tell where the one ends"
_GLUED = re.compile(r"h-?index\s*\d+papers?", re.IGNORECASE)
_ONE_LINE = re.compile(
    r"(?P<name>[^\d]{3,60}?)(?P<field>[A-Z]{2}|[a-z-]+\.[A-Za-z-]+)?(?P<figures>h-?index\s*:?\s*\d.*)"
)


@dataclass(frozen=True)
class HeaderReading:
    """The header, None where there is none; its problems; and the lines that are neither read nor blank, from 0."""

    header: Header | None
    problems: tuple[Problem, ...]
    unread: tuple[int, ...]


@dataclass(frozen=True)
class _Found:
    """One thing that a line of the header says; `reading` is None where it says only that the line belongs to it."""

    line: int
    reading: Reading | None


def read_header(lines: Sequence[str], stop: int, authors: Collection[str]) -> HeaderReading:
    """The header in the lines before `stop`.

    Args:
        lines: all lines as they are shown.
        stop: the number of the first record's first line, counted from 0.
        authors: the names that the records show, normalised: they confirm a name that stands without figures.
    """
    filled = [number for number in range(stop) if lines[number]]
    near = filled[-REACH:]
    texts = {number: lines[number] for number in near}
    name, field = _divide_one_line(texts)
    found = list(_find_figures(texts))
    used = {each.line for each in found}
    if field is None:
        field_line = next((number for number in near if number not in used and texts[number] in KNOWN), None)
        field = texts[field_line] if field_line is not None else None
    else:
        field_line = None
    name_line = None
    if name is None:
        name_line = _find_name(texts, used if field_line is None else used | {field_line}, authors)
        name = texts[name_line] if name_line is not None else None
    used |= {number for number in (name_line, field_line) if number is not None}
    if not found and name is None:
        used = set()
    if not used:
        return HeaderReading(None, (), tuple(number for number in filled if not is_chrome(lines[number])))
    span = Span(min(used) + 1, max(used) + 1)
    return HeaderReading(
        _fill(span, name, field, found),
        tuple(_problems(lines, span, found, used)),
        tuple(n for n in filled if not span.first <= n + 1 <= span.last and not is_chrome(lines[n])),
    )


def _divide_one_line(texts: dict[int, str]) -> tuple[str | None, str | None]:
    """Name and field where they are glued to the figures; leaves the figures in `texts`."""
    for number, text in texts.items():
        found = _ONE_LINE.fullmatch(text) if len(text) <= 200 else None
        if found and (found["field"] is None or found["field"] in KNOWN):
            texts[number] = found["figures"]
            return found["name"].strip(" ·|,"), found["field"]
    return None, None


def _find_figures(texts: dict[int, str]) -> Iterator[_Found]:
    listed = next((count for count in map(find_listed, texts.values()) if count is not None), None)
    left: list[int] = []
    for number, text in texts.items():
        line = unglue(text, listed)
        readings = read_figures(line)
        if not readings and _GLUED.search(line):
            yield _Found(number, None)
            readings = read_figures(_GLUED.sub("", line))
        yield from (_Found(number, reading) for reading in readings)
        if not readings and (read_label(line) or holds_value(line)):
            left.append(number)
    yield from _pair(texts, left)


def _pair(texts: dict[int, str], numbers: Sequence[int]) -> Iterator[_Found]:
    """Figures whose label and value stand on two lines."""
    values = {number for number in numbers if holds_value(texts[number])}
    kinds = [number in values for number in numbers]
    value_first = kinds[:1] == [True] and kinds == [True, False] * (len(kinds) // 2)
    for place, number in enumerate(numbers):
        label = read_label(texts[number])
        if label is None:
            continue
        before, after = numbers[place - 1 : place] if place else [], numbers[place + 1 : place + 2]
        counted = label.lower().startswith(("paper", "citation"))
        for value in [*before, *after] if counted or value_first else [*after, *before]:
            reading = read_pair(label, texts[value]) if value in values else None
            if reading:
                values.discard(value)
                yield from (_Found(number, reading), _Found(value, reading))
                break


def _find_name(texts: dict[int, str], used: Collection[int], authors: Collection[str]) -> int | None:
    """The line that is the author's name: one that the records know, or one above the field or the figures."""
    free = [number for number in texts if number not in used and _may_be_name(texts[number])]
    confirmed = next((number for number in free if normalise(texts[number]) in authors), None)
    if confirmed is not None:
        return confirmed
    if not used or not free:
        return None
    return next((number for number in reversed(free) if number < min(used)), free[0])


def _may_be_name(text: str) -> bool:
    return (
        len(text) <= 80
        and not is_chrome(text)
        and (is_author_list(text) or 1 <= len(text.split()) <= 6)
        and not any(map(str.isdigit, text))
    )


def _fill(span: Span, name: str | None, field: str | None, found: Sequence[_Found]) -> Header:
    values: dict[Figure, int] = {}
    for each in found:
        if each.reading:
            values.setdefault(each.reading.figure, each.reading.value)
    return Header(span, name, field, **values)


def _problems(lines: Sequence[str], span: Span, found: Sequence[_Found], used: Collection[int]) -> Iterator[Problem]:
    for each in found:
        if each.reading is None:
            yield Problem(each.line + 1, lines[each.line], _AMBIGUOUS)
        elif each.reading.rounded:
            yield Problem(each.line + 1, lines[each.line], "the exact number; the page has rounded it", "note")
    for number in range(span.first - 1, span.last):
        if lines[number] and number not in used and not is_chrome(lines[number]):
            yield Problem(number + 1, lines[number], _EXPECTED)
