"""A text read as one dump, or as several where certain evidence says that they were pasted together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from lib.dumps.assemble import Source, assemble
from lib.dumps.cuts import find_sure_cuts
from lib.dumps.lines import LONGEST_LINE, split_lines, whole_lines
from lib.dumps.model import Dump, Problem
from lib.dumps.pasted import find_second_page
from lib.dumps.refusal import find_refusal, find_source_refusal
from lib.dumps.scan import Scan, scan
from lib.errors import NotADumpError, TooLargeError

MAXIMUM = 20
"""Pages without a header that are looked for in one text; bounds the work on hostile input."""


def read(text: str, *, captured: date, file: str = "", known: frozenset[str] = frozenset()) -> Dump:
    """The dump, with every line of the text in exactly one of header, records, problems and page chrome.

    A text in which several dumps are pasted together is read as one, with a problem that says so: `read_many` reads
    each by itself.

    Args:
        text: what was copied from the author's page.
        captured: the day on which it was copied.
        file: its name, for messages.
        known: names that were seen elsewhere; they help to divide glued titles and authors.

    Raises:
        NotADumpError: no paper begins in the text; the message says what it looks like.
        TooLargeError: a line is longer than any abstract.
    """
    scanned = _scan(text, file)
    dump = assemble(text, scanned, Source(captured, file, known))
    line = _second_line(text, scanned, dump)
    if line is None:
        return dump
    found = scanned.lines[line - 1][-200:]
    problem = Problem(line, found, "one dump; here a second one seems to begin, pasted to the first")
    return replace(dump, problems=tuple(sorted((*dump.problems, problem), key=lambda each: each.line)))


def read_many(text: str, *, captured: date, file: str = "") -> tuple[Dump, ...]:
    """The dumps in the text: one, or several where certain evidence says that they were pasted together.

    The dumps' texts are its parts and joined they are the whole; each dump of several has a note that says so, and
    counts its lines from its own beginning, which is `first_line` of the whole.

    Raises:
        NotADumpError: no paper begins in the text.
        TooLargeError: a line is longer than any abstract.
    """
    scanned, source = _scan(text, file), Source(captured, file)
    try:
        dumps = list(_divide(text, scanned, source))
    except NotADumpError:  # a part alone is no dump: the evidence was not so certain
        dumps = [assemble(text, scanned, source)]
    return tuple(_number(dumps)) if len(dumps) > 1 else tuple(dumps)


def _scan(text: str, file: str) -> Scan:
    refusal = find_source_refusal(text, file)
    if refusal:
        raise refusal
    longest = max(map(len, split_lines(text)), default=0)
    if longest > LONGEST_LINE:
        raise TooLargeError(
            f"{file or 'The text'} has a line of {longest:,} characters; expected at most {LONGEST_LINE:,}, "
            "an abstract. Is it an author's page, copied as text?"
        )
    scanned = scan(text)
    refusal = find_refusal(text, scanned, file)
    if refusal:
        raise refusal
    return scanned


def _divide(text: str, scanned: Scan, source: Source) -> Iterator[Dump]:
    """The dumps of the text: first it is cut where that is sure, then each part where its papers tell."""
    cuts = find_sure_cuts(text, scanned)
    for part in _cut(text, cuts):
        yield from _divide_by_papers(part, scan(part) if cuts else scanned, source)


def _divide_by_papers(text: str, scanned: Scan, source: Source) -> Iterator[Dump]:
    for _ in range(MAXIMUM):
        refusal = find_refusal(text, scanned, source.file)
        if refusal:
            raise refusal
        dump = assemble(text, scanned, source)
        second = find_second_page(dump.header, dump.records)
        if second is None:
            break
        first, text = _cut_at_line(text, dump.records[second].lines.first)
        yield assemble(first, scan(first), source)
        scanned = scan(text)
    yield assemble(text, scanned, source)


def _cut(text: str, cuts: Sequence[int]) -> list[str]:
    ends = [*cuts, len(text)]
    return [text[start:end] for start, end in zip([0, *cuts], ends, strict=True)]


def _cut_at_line(text: str, line: int) -> tuple[str, str]:
    """The lines before this one, and the rest."""
    lines = whole_lines(text)
    return "".join(lines[: line - 1]), "".join(lines[line - 1 :])


def _second_line(text: str, scanned: Scan, dump: Dump) -> int | None:
    """The line, counted from 1, with which a second dump begins."""
    cuts = find_sure_cuts(text, scanned)
    if cuts:
        return len(split_lines(text[: cuts[0]] + "."))
    second = find_second_page(dump.header, dump.records)
    return None if second is None else dump.records[second].lines.first


def _number(dumps: Sequence[Dump]) -> Iterator[Dump]:
    """The dumps with the line at which each begins, and a note that they were pasted together."""
    first_line, text = 1, ""
    for number, dump in enumerate(dumps, start=1):
        note = Problem(
            1,
            f"dump {number} of {len(dumps)} in one text, from its line {first_line}",
            "one dump; several were pasted together, and each is read by itself",
            "note",
        )
        yield replace(dump, first_line=first_line, problems=(note, *dump.problems))
        text = dump.text
        ended = text.endswith(("\n", "\r"))
        first_line += len(split_lines(text)) - (0 if ended else 1)
