"""The first look at a text: where its records start, which lines are theirs, and what stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.dumps.blocks import Block, find_blocks
from lib.dumps.chrome import ends_records, is_chrome
from lib.dumps.layout import has_head
from lib.dumps.lines import split_lines
from lib.dumps.model import Problem
from lib.dumps.normal import show
from lib.dumps.pasted import find_second_header

_SEPARATORS = frozenset("·•∙⋅|")
_PROSE = 200


@dataclass(frozen=True, slots=True)
class Scan:
    """The lines as they are shown, and for each record its badge line, its own lines and what follows them.

    `contents` and `tails` hold numbers of lines that are not blank, counted from 0; `second_headers` the numbers of the
    lines at which another dump's header begins.
    """

    lines: list[str]
    blocks: list[Block]
    contents: list[list[int]]
    tails: list[list[int]]
    second_headers: list[int]
    notes: list[Problem]


def scan(text: str) -> Scan:
    """Everything that can be said of the text before titles, authors and dates are read."""
    lines = ["" if line in _SEPARATORS else line for line in map(show, split_lines(text))]
    notes: list[Problem] = []
    blocks = _keep_records(lines, find_blocks(lines), notes)
    contents, tails, headers = [], [], []
    for block in blocks:
        content = _filled(lines, block)
        end, header = _find_end(lines, content)
        contents.append(content[:end])
        tails.append(content[end:])
        if header is not None:
            headers.append(header)
    return Scan(lines, blocks, contents, tails, headers, notes)


def _filled(lines: Sequence[str], block: Block) -> list[int]:
    return [number for number in range(block.body, block.stop) if lines[number]]


def _keep_records(lines: Sequence[str], blocks: list[Block], notes: list[Problem]) -> list[Block]:
    """The blocks without those whose badge line is only a line of an abstract: they go on with the record before."""
    kept: list[Block] = []
    for block in blocks:
        content = [number for number in range(block.body, min(block.stop, block.body + 12)) if lines[number]]
        if _starts_record(lines, block, content, first=not kept):
            kept.append(block)
        elif kept:
            found = lines[block.first]
            notes.append(Problem(block.first + 1, found, "a title and authors beneath it; kept as text", "note"))
            kept[-1] = replace(kept[-1], stop=block.stop)
    return kept


def _starts_record(lines: Sequence[str], block: Block, content: Sequence[int], *, first: bool) -> bool:
    if not content or (block.badge.is_usual and (first or not _is_prose(lines[content[0]]))):
        return True
    return has_head(lines, content)


def _is_prose(line: str) -> bool:
    return len(line) > _PROSE or (line.endswith((".", ":", ";", ",")) and not line.endswith(" et al."))


def _find_end(lines: Sequence[str], content: Sequence[int]) -> tuple[int, int | None]:
    """How many of the lines are the record's, and the line at which a second header begins."""
    header = find_second_header(lines, content)
    end = len(content) if header is None else header
    sure = next((place for place in range(1, end) if ends_records(lines[content[place]])), None)
    if sure is not None:
        end = sure
    while end > 2 and is_chrome(lines[content[end - 1]]):
        end -= 1
    return end, None if header is None else content[header]
