"""A record's title, authors and abstract, decided record by record: blank lines are only a hint.

In the compact layout title and authors are glued in one line; in the spaced layout they are two, and the second is
an author list. Where a record alone does not tell, the dump's other records do.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lib.dumps.model import Layout
from lib.dumps.names import is_author_list, read_author_list

LONGEST_HEAD = 1_000
"""Characters of the longest line that is taken for a title or an author list."""

MAXIMUM_NAMES = 3
"""Authors that a page shows of one paper."""

LONGEST_LIST = 300
"""Characters of the longest line that is taken for authors alone."""

_ET_AL = ("et al.", "et al")
_SENTENCE_END = re.compile(r"[a-z)\d]{2}[.?!:;]$")


@dataclass(frozen=True, slots=True)
class Body:
    """What stands beneath a badge line. `authors` is None where they are glued to the title.

    `at` are the numbers of its lines that are not blank, counted from 0; `hidden` is how many names stand in the line
    after the three that a page shows.
    """

    layout: Layout
    title: str
    authors: tuple[str, ...] | None
    more_authors: bool
    abstract: str
    at: tuple[int, ...]
    hidden: int = 0


def read_bodies(lines: Sequence[str], contents: Sequence[Sequence[int]]) -> list[Body | None]:
    """The body of each record, None where nothing is left of it.

    Args:
        lines: all lines as they are shown.
        contents: for each record the numbers of its lines that are not blank and not the page's.
    """
    layouts = [_tell_layout(lines, at) for at in contents]
    usual = usual_layout([layout for layout in layouts if layout])
    return [
        _read_body(lines, at, layout or _guess_layout(lines, at, usual)) if at else None
        for at, layout in zip(contents, layouts, strict=True)
    ]


def usual_layout(layouts: Sequence[Layout]) -> Layout:
    """The layout of most records; compact where neither is more frequent."""
    return "spaced" if 2 * layouts.count("spaced") > len(layouts) else "compact"


def has_head(lines: Sequence[str], at: Sequence[int]) -> bool:
    """Whether the lines begin as a record does: with a title and authors, glued or not."""
    return bool(at) and (
        _tell_layout(lines, at) is not None or is_glued(lines[at[0]]) or (len(at) > 1 and is_author_list(lines[at[1]]))
    )


def is_glued(line: str) -> bool:
    """Whether an author list may begin inside the line, without a space before it."""
    if len(line) > LONGEST_HEAD:
        return False
    names, more = read_author_list(line)
    return more or any(_may_begin(names[-count:]) for count in range(1, min(3, len(names)) + 1))


def _may_begin(names: Sequence[str]) -> bool:
    """Whether the first of these names may begin within a word, and the others are names."""
    first, others = names[0][-60:], names[1:]
    if others and not is_author_list("A. Name, " + ", ".join(others)):
        return False
    return any(is_author_list(first[place:]) for place in range(1, len(first)) if _is_seam(first, place))


def _is_seam(text: str, place: int) -> bool:
    """Whether a capital follows directly what may end a title: a small letter, a digit, a mark or capitals."""
    before, letter = text[place - 1], text[place]
    if not letter.isupper() or before.isspace() or before in "-‐/(":
        return False
    return not before.isupper() or (text[place - 3 : place].isupper() and text[place + 1 : place + 2].islower())


def _tell_layout(lines: Sequence[str], at: Sequence[int]) -> Layout | None:
    """The layout where the record itself leaves no doubt."""
    if not at:
        return None
    if len(at) > 1 and len(lines[at[1]]) <= LONGEST_LIST and _is_certain_list(lines[at[1]]):
        return "spaced"
    first = lines[at[0]]
    return "compact" if first.endswith(_ET_AL) and len(first) <= LONGEST_HEAD and read_author_list(first)[1] else None


def _is_certain_list(line: str) -> bool:
    """Whether the line is an author list that could not be anything else: several names, or "et al."."""
    if line.endswith(_ET_AL) and line.count(",") == MAXIMUM_NAMES - 1:
        return True
    several = "," in line or line.endswith(_ET_AL)
    return several and (is_author_list(line) or is_long_list(read_author_list(line)[0]))


def _guess_layout(lines: Sequence[str], at: Sequence[int], usual: Layout) -> Layout:
    """The likelier layout of a record with one author, or with names of an unusual form."""
    if len(at) < 2:
        return "compact" if usual == "compact" or is_glued(lines[at[0]]) else "spaced"
    second = lines[at[1]]
    apart = at[1] > at[0] + 1 and bool(read_authors(second)[0])
    if is_author_list(second):
        return "compact" if usual == "compact" and not apart and is_glued(lines[at[0]]) else "spaced"
    return "spaced" if usual == "spaced" and (apart or not is_glued(lines[at[0]])) else "compact"


def _read_body(lines: Sequence[str], at: Sequence[int], layout: Layout) -> Body:
    title = lines[at[0]]
    if layout == "compact":
        return Body(layout, title, None, False, _join(lines, at[1:]), tuple(at))
    names, more = read_authors(lines[at[1]]) if len(at) > 1 else ((), False)
    abstract = _join(lines, at[2:] if names else at[1:])
    hidden = max(0, len(names) - MAXIMUM_NAMES)
    return Body(layout, title, names[:MAXIMUM_NAMES], more or hidden > 0, abstract, tuple(at), hidden)


def read_authors(line: str) -> tuple[tuple[str, ...], bool]:
    """The names of a line in the place of the author list, however odd, and whether there are more; or none."""
    if len(line) > LONGEST_LIST:
        return (), False
    names, more = read_author_list(line)
    short = len(names) <= MAXIMUM_NAMES and all(name.count(" ") < 6 for name in names)
    if more or (short and not _SENTENCE_END.search(line)) or is_author_list(line) or is_long_list(names):
        return names, more
    return (), False


def is_long_list(names: Sequence[str]) -> bool:
    """Whether these are more names than a page shows, each of two words or more."""
    return len(names) > MAXIMUM_NAMES and all(" " in name and is_author_list(name) for name in names)


def _join(lines: Sequence[str], at: Sequence[int]) -> str:
    """The paragraphs, one a line: copies that lose or double blank lines then read the same."""
    return "\n".join(lines[number] for number in at)
