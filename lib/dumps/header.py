"""What stands above the records: a name, a field and figures, each of which may be missing, in any order."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
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
_GAP = r"[\s·•|,–—-]*"
_ONE_LINE = re.compile(
    rf"(?P<name>[^\d]{{3,60}}?){_GAP}(?P<field>[A-Z]{{2}}|[a-z-]+\.[A-Za-z-]+)?{_GAP}(?P<figures>h-?index\s*:?\s*\d.*)"
)


@dataclass(frozen=True)
class HeaderReading:
    """The header, None where there is none; its problems; and the lines that are neither read nor blank, from 0."""

    header: Header | None
    problems: tuple[Problem, ...]
    unread: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The name or the field, and its line."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A figure and its line; `reading` is None where the line has one that cannot be told from its neighbour."""

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
    texts = {number: lines[number] for number in filled[-REACH:]}
    name, field = _divide_one_line(texts)
    found = list(_find_figures(texts))
    used = {each.line for each in found}
    field = field or _find_field(texts, used)
    used |= {field.line} if field else set()
    name = name or _find_name(texts, used, authors)
    used |= {name.line} if name else set()
    if not found and name is None:
        return HeaderReading(None, (), _unread(lines, filled))
    span = Span(min(used) + 1, max(used) + 1)
    header = Header(span, name.text if name else None, field.text if field else None, **_values(found))
    outside = [number for number in filled if not span.first <= number + 1 <= span.last]
    return HeaderReading(header, tuple(_problems(lines, span, found, used)), _unread(lines, outside))


def _divide_one_line(texts: dict[int, str]) -> tuple[_Words | None, _Words | None]:
    """Name and field where they are glued to the figures; leaves the figures in `texts`."""
    for number, text in texts.items():
        found = _ONE_LINE.fullmatch(text) if len(text) <= 200 else None
        if found and (found["field"] is None or found["field"] in KNOWN):
            texts[number] = found["figures"]
            return _Words(number, found["name"].strip()), (_Words(number, found["field"]) if found["field"] else None)
    return None, None


def _find_figures(texts: Mapping[int, str]) -> Iterator[_Found]:
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
    yield from _pair_lines(texts, left)


def _pair_lines(texts: Mapping[int, str], numbers: Sequence[int]) -> Iterator[_Found]:
    """Figures whose label and value stand on two lines: `h-index` before its number, `papers` after it."""
    values = {number for number in numbers if holds_value(texts[number])}
    kinds = [number in values for number in numbers]
    value_first = kinds[:1] == [True] and kinds == [True, False] * (len(kinds) // 2)
    for place, number in enumerate(numbers):
        label = read_label(texts[number])
        if label is None:
            continue
        before, after = list(numbers[max(0, place - 1) : place]), list(numbers[place + 1 : place + 2])
        counted = value_first or label.lower().startswith(("paper", "citation"))
        for value in before + after if counted else after + before:
            reading = read_pair(label, texts[value], value_first=value in before) if value in values else None
            if reading:
                values.discard(value)
                yield from (_Found(number, reading), _Found(value, reading))
                break


def _find_field(texts: Mapping[int, str], used: Collection[int]) -> _Words | None:
    return next((_Words(line, text) for line, text in texts.items() if line not in used and text in KNOWN), None)


def _find_name(texts: Mapping[int, str], used: Collection[int], authors: Collection[str]) -> _Words | None:
    """A name that the records know, or else the nearest one above the field or the figures."""
    free = [_Words(line, text) for line, text in texts.items() if line not in used and _may_be_name(text)]
    known = next((each for each in free if normalise(each.text) in authors), None)
    if known or not used or not free:
        return known
    return next((each for each in reversed(free) if each.line < min(used)), free[0])


def _may_be_name(text: str) -> bool:
    if len(text) > 80 or is_chrome(text) or any(map(str.isdigit, text)):
        return False
    return is_author_list(text) or 1 <= len(text.split()) <= 6


def _values(found: Sequence[_Found]) -> dict[Figure, int]:
    """The first value of each figure."""
    readings = [each.reading for each in reversed(found) if each.reading]
    return {reading.figure: reading.value for reading in readings}


def _problems(lines: Sequence[str], span: Span, found: Sequence[_Found], used: Collection[int]) -> Iterator[Problem]:
    kept = _values(found)
    for each in found:
        line, text = each.line + 1, lines[each.line]
        if each.reading is None:
            yield Problem(line, text, _AMBIGUOUS)
        elif kept[each.reading.figure] != each.reading.value:
            yield Problem(line, text, f"the figure to be the one above, {kept[each.reading.figure]}, which is kept")
        elif each.reading.rounded:
            yield Problem(line, text, "the exact number; the page has rounded it", "note")
    for number in range(span.first - 1, span.last):
        if lines[number] and number not in used and not is_chrome(lines[number]):
            yield Problem(number + 1, lines[number], _EXPECTED)


def _unread(lines: Sequence[str], numbers: Sequence[int]) -> tuple[int, ...]:
    return tuple(number for number in numbers if not is_chrome(lines[number]))
