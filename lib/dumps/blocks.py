"""Where each record starts: its badge line, also when a browser's copy has spread it over several lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lib.dumps.badge import (
    Badge,
    holds_badges,
    holds_date,
    holds_score,
    holds_score_and_category,
    may_hold_date,
    read_badge,
)

NEAR = 5
"""Lines within which the pieces of one badge line stand, blank ones included."""

_LABELS = frozenset({"ai score", "novelty", "h-index", "papers", "citations"})


@dataclass(frozen=True, slots=True)
class Block:
    """A badge line and what follows it: lines `first` to `body` - 1 are the badge, `body` to `stop` - 1 the rest."""

    first: int
    body: int
    stop: int
    badge: Badge


def find_blocks(lines: Sequence[str]) -> list[Block]:
    """All badge lines, in order, each with the lines up to the next one. Line numbers count from 0."""
    found = list(_find_badges(lines))
    stops = [*(first for first, _, _ in found), len(lines)][1:]
    return [Block(first, body, stop, badge) for (first, body, badge), stop in zip(found, stops, strict=True)]


def _find_badges(lines: Sequence[str]) -> Iterator[tuple[int, int, Badge]]:
    taken = 0  # the first line that no badge line before has used
    for at, line in enumerate(lines):
        if at < taken or not may_hold_date(line):
            continue
        badge = read_badge(line)
        if badge is None and not holds_date(line):
            continue
        first = _look_up(lines, at, taken, whole=badge is not None)
        if first is None:
            continue
        body = _look_down(lines, at + 1)
        if (first, body) != (at, at + 1):
            badge = read_badge(" · ".join(part for part in lines[first:body] if part))
        if badge is not None:
            yield first, body, badge
            taken = body


def _look_up(lines: Sequence[str], at: int, taken: int, *, whole: bool) -> int | None:
    """The first line of the badge whose date stands in line `at`; None where it has no category."""
    first = at
    if not whole:
        above = _line_above(lines, first, taken)
        if above is None or not holds_score_and_category(lines[above]):
            return None
        first = above
    above = _line_above(lines, first, taken)
    if above is None or lines[first][0].isdigit() or not holds_score(lines[above], whole_number=not whole):
        return first
    label = _line_above(lines, above, taken)
    return first if label is not None and lines[label].casefold() in _LABELS else above


def _line_above(lines: Sequence[str], at: int, taken: int) -> int | None:
    """The nearest line above that is not blank, if it is near."""
    return next((above for above in range(at - 1, max(taken, at - NEAR) - 1, -1) if lines[above]), None)


def _look_down(lines: Sequence[str], at: int) -> int:
    """The line after the badges that stand on lines of their own."""
    end = at
    while at < min(len(lines), end + NEAR):
        if lines[at] and not holds_badges(lines[at]):
            break
        at += 1
        if lines[at - 1]:
            end = at
    return end
