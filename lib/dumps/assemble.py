"""A dump put together from the scan of its text: all steps in their order, and an account of every line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from lib.dumps.blocks import Block
from lib.dumps.chrome import is_chrome
from lib.dumps.days import Dated, Days, read_days
from lib.dumps.header import HeaderReading, read_header
from lib.dumps.heads import Heading, read_headings
from lib.dumps.layout import Body, read_bodies, usual_layout
from lib.dumps.model import Dump, Problem, Record, Span
from lib.dumps.normal import normalise
from lib.dumps.scan import Scan

_SHORT = 200


@dataclass(frozen=True)
class Source:
    """Where a dump comes from: the day of its capture, its file's name, and names that were seen elsewhere."""

    captured: date
    file: str = ""
    known: frozenset[str] = frozenset()


def assemble(text: str, scanned: Scan, source: Source) -> Dump:
    """The dump; the scan must have found a paper."""
    bodies = read_bodies(scanned.lines, scanned.contents)
    whole = [(block, body) for block, body in zip(scanned.blocks, bodies, strict=True) if body]
    blocks, read_in = [block for block, _ in whole], [body for _, body in whole]
    visible = {normalise(name) for body in read_in for name in body.authors or ()}
    header = read_header(scanned.lines, scanned.blocks[0].first, visible)
    named = header.header.name if header.header else None
    headings, owner = read_headings(read_in, named, source.known)
    days = read_days([Dated(block.first + 1, block.badge) for block in blocks], source.captured)
    records = tuple(
        _record(block, body, heading, day)
        for block, body, heading, day in zip(blocks, read_in, headings, days.days, strict=True)
    )
    problems = sorted(_problems(scanned, header, days, bodies, records), key=lambda problem: problem.line)
    taken = [record.lines for record in records] + [each.unread for each in problems if each.unread]
    taken += [header.header.lines] if header.header else []
    return Dump(
        id=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        file=source.file,
        text=text,
        captured=source.captured,
        layout=usual_layout([record.layout for record in records]),
        header=header.header,
        owner=owner,
        year=days.year,
        records=records,
        problems=tuple(problems),
        chrome=tuple(_rest(taken, len(scanned.lines))),
    )


def _record(block: Block, body: Body, heading: Heading, day: date | None) -> Record:
    badge = block.badge
    return Record(
        lines=Span(block.first + 1, body.at[-1] + 1),
        layout=body.layout,
        title=heading.title,
        authors=heading.authors,
        more_authors=heading.more_authors,
        category=badge.category,
        date=day,
        year_shown=badge.year is not None,
        score=badge.score,
        badges=badge.badges,
        abstract=body.abstract,
        doubtful=heading.doubtful,
        splits=heading.splits,
    )


def _problems(
    scanned: Scan, header: HeaderReading, days: Days, bodies: Sequence[Body | None], records: Sequence[Record]
) -> Iterator[Problem]:
    yield from scanned.notes
    yield from header.problems
    yield from days.problems
    for block, body in zip(scanned.blocks, bodies, strict=True):
        line = block.first + 1
        yield from (Problem(line, fault.found, fault.expected, fault.severity) for fault in block.badge.faults)
        if body is None:
            shown = scanned.lines[block.first]
            yield Problem(line, shown, "a title, authors and abstract beneath it", unread=Span(line, block.body))
        elif body.hidden:
            names = scanned.lines[body.at[1]][:_SHORT]
            yield Problem(body.at[1] + 1, names, f"at most three names; the last {body.hidden} are left out", "note")
    for record in records:
        if not record.authors:
            yield Problem(record.lines.first, record.title[:_SHORT], "one to three authors after the title")
    yield from _cut_short(scanned, records)
    yield from _unread(scanned.lines, header.unread, "a header, or the line above a paper, such as 'CVJun 9, 2022'")
    beneath = [number for tail in scanned.tails for number in tail if not is_chrome(scanned.lines[number])]
    yield from _unread(scanned.lines, beneath, "the line above a paper, or the end of the page")
    yield from _count(header, records)


def _cut_short(scanned: Scan, records: Sequence[Record]) -> Iterator[Problem]:
    """A note where the text ends in the middle of a record: it alone has no abstract."""
    if len(records) > 1 and not records[-1].abstract and all(record.abstract for record in records[:-1]):
        line = records[-1].lines.last
        yield Problem(
            line, scanned.lines[line - 1][:_SHORT], "an abstract beneath it; the copy may end too early", "note"
        )


def _count(header: HeaderReading, records: Sequence[Record]) -> Iterator[Problem]:
    """A note where the page lists another number of papers than were read."""
    if header.header is None:
        return
    claimed = {header.header.paper_count, header.header.listed} - {None, len(records)}
    for count in sorted(number for number in claimed if number is not None):
        expected = f"as many as were read, {len(records)}: the page may show only some of them"
        yield Problem(header.header.lines.last, f"{count} {'paper' if count == 1 else 'papers'}", expected, "note")


def _unread(lines: Sequence[str], numbers: Iterable[int], expected: str) -> Iterator[Problem]:
    """A problem for each stretch of lines that nothing but blank lines interrupts."""
    stretch: list[int] = []
    for number in [*numbers, -1]:
        if stretch and (number < 0 or any(lines[stretch[-1] + 1 : number])):
            span = Span(stretch[0] + 1, stretch[-1] + 1)
            yield Problem(span.first, lines[stretch[0]][:_SHORT], expected, unread=span)
            stretch = []
        stretch.append(number)


def _rest(taken: Iterable[Span], count: int) -> Iterator[Span]:
    """The stretches of lines, up to `count`, that are in none of the spans."""
    line = 1
    for span in sorted(taken, key=lambda span: span.first):
        if span.first > line:
            yield Span(line, span.first - 1)
        line = span.last + 1
    if line <= count:
        yield Span(line, count)
