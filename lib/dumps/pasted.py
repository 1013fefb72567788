"""Two dumps in one text: where the second one begins. A single dump is never divided: only certain evidence counts.

Certain is a second header; a badge line at the end of a paragraph, as files without a final line end give it when they
are put together; and, where the layout changes, a blank line stands alone or the page's own count is reached, that the
two parts have different owners or the same papers. Without such a sign, two pages differ in all their names.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from lib.dumps.badge import read_badge
from lib.dumps.categories import KNOWN
from lib.dumps.figures import read_figures, read_label
from lib.dumps.model import Header, Record
from lib.dumps.names import is_author_list
from lib.dumps.normal import may_be_same, normalise
from lib.dumps.owner import AuthorList, find_common_names, infer_owner

FEWEST = 3
"""Papers that a page has at least, where nothing but its names tells it from the next."""

_TAIL = 80
_DATE = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} \d{1,2}(?:, \d{4})?(?:[A-Z][A-Za-z ]{0,20})?$"
)
_SCORE = re.compile(r"(?<![\d.])\d{1,3}\.\d$")
_GLUED_NAME = re.compile(r"(?<=[.!?)\]\"'”’])(?:[^\W\d_a-z][^\d.!?:;,\s]*\.?\s){1,4}[^\W\d_a-z][^\d!?:;,\s]+$")


def find_second_header(lines: Sequence[str], content: Sequence[int]) -> int | None:
    """The place in a record's lines at which a header begins: two or more of its figures, or the count of papers."""
    figures = [place for place in range(1, len(content)) if _is_figure(lines[content[place]])]
    if not figures:
        return None
    counted = any(reading.figure == "listed" for reading in read_figures(lines[content[figures[-1]]]))
    if len(figures) < 2 and not (counted and figures[-1] == len(content) - 1):
        return None
    return _with_name(lines, content, figures[0])


def find_glued_name(line: str) -> int:
    """How many characters of the line's end are the name of a second header: no line end stood before it."""
    found = _GLUED_NAME.search(line[-_TAIL:])
    return len(found[0]) if found and is_author_list(found[0]) else 0


def find_glued_badge(line: str) -> int:
    """How many characters of the line's end are the badge line of a second dump: no line end stood before it."""
    tail = line[-_TAIL:]
    date = _DATE.search(tail)
    if date is None:
        return 0
    before = tail[: date.start()]
    code = next((size for size in range(min(len(before), 18), 1, -1) if before[-size:] in KNOWN), 0)
    before = before[:-code] if code else ""
    score = _SCORE.search(before)
    before = before[: score.start()] if score else before
    if not before or before[-1].isspace() or (before[-1].isalpha() and tail[len(before)].islower()):
        return 0
    badge = read_badge(tail[len(before) :])
    return len(tail) - len(before) if badge and badge.is_usual else 0


def find_second_page(header: Header | None, records: Sequence[Record]) -> int | None:
    """The record, counted from 0, with which a second page without a header begins."""
    titles = [normalise(record.title) for record in records]
    for place in sorted(set(_candidates(header, records, titles))):
        if not 0 < place < len(records):
            continue
        repeats = len(set(titles[:place]) & set(titles[place:])) > 1
        if (
            repeats
            or _exclude_each_other(header, records[:place], records[place:])
            or _is_counted(header, records, place)
        ):
            return place
    return _find_by_names(records)


def _is_figure(line: str) -> bool:
    return len(line) <= 100 and bool(read_figures(line) or read_label(line))


def _with_name(lines: Sequence[str], content: Sequence[int], place: int) -> int:
    """The place of the header's first line: field and name stand above the figures."""
    if place > 1 and lines[content[place - 1]] in KNOWN:
        place -= 1
    if place > 1 and len(lines[content[place - 1]]) <= 80 and is_author_list(lines[content[place - 1]]):
        place -= 1
    return place


def _candidates(header: Header | None, records: Sequence[Record], titles: Sequence[str]) -> Iterator[int]:
    """Records before which another page may end."""
    switches = [place for place in range(1, len(records)) if records[place].layout != records[place - 1].layout]
    if len(switches) == 1:
        yield switches[0]
    gaps = [place for place, (one, two) in enumerate(pairwise(records), 1) if two.lines.first > one.lines.last + 1]
    if len(gaps) == 1 and len(records) > 2:
        yield gaps[0]
    if header and header.listed:
        yield header.listed
    if len(titles) > 3:
        again = (place for place in range(2, len(titles) - 1) if titles[place] == titles[0])
        yield from islice((place for place in again if titles[place + 1] == titles[1]), 1)


def _find_by_names(records: Sequence[Record]) -> int | None:
    """The one place at which no name stands on both sides, if the sides have different owners besides.

    Pages of one author hardly ever fall apart like that: the owner, or a co-author, holds them together.
    """
    places = [place for place in _places_without_shared_names(records) if FEWEST <= place <= len(records) - FEWEST]
    if len(places) != 1:
        return None
    first, second = (_likely_owner(part) for part in (records[: places[0]], records[places[0] :]))
    return places[0] if first and second and not may_be_same(first, second) else None


def _places_without_shared_names(records: Sequence[Record]) -> Iterator[int]:
    """Every place before which no name stands that stands after it as well."""
    last = {normalise(name): place for place, record in enumerate(records) for name in record.authors}
    reach = 0
    for place, record in enumerate(records):
        if place > reach:
            yield place
        reach = max([reach, *(last[normalise(name)] for name in record.authors)])


def _likely_owner(records: Sequence[Record]) -> str | None:
    return infer_owner([AuthorList(record.authors, _is_complete(record)) for record in records]).name


def _is_complete(record: Record) -> bool:
    return bool(record.authors) and not record.more_authors and not record.doubtful


def _is_counted(header: Header | None, records: Sequence[Record], place: int) -> bool:
    """Whether the first page's own count of papers is reached exactly where the layout changes."""
    return header is not None and header.listed == place and records[place].layout != records[place - 1].layout


def _exclude_each_other(header: Header | None, first: Sequence[Record], second: Sequence[Record]) -> bool:
    """Whether the parts have different owners: proven by their complete lists, or at least likely."""
    left = [header.name] if header and header.name else _possible_owners(first)
    right = _possible_owners(second)
    return bool(left and right) and not any(
        normalise(one) == normalise(two) or may_be_same(one, two) for one in left for two in right
    )


def _possible_owners(records: Sequence[Record]) -> list[str]:
    """The names in every complete list of the records, or the likely owner where no list is complete."""
    complete = [record.authors for record in records if _is_complete(record)]
    if complete:
        return find_common_names(complete)
    likely = _likely_owner(records)
    return [likely] if likely else []
