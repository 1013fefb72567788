"""Two dumps in one text: where the second one begins. A single dump is never divided: only certain evidence counts."""

from collections.abc import Sequence

from lib.dumps.categories import KNOWN
from lib.dumps.figures import read_figures, read_label
from lib.dumps.names import is_author_list


def find_second_header(lines: Sequence[str], content: Sequence[int]) -> int | None:
    """The place in a record's lines at which a header begins: two or more of its figures, or the count of papers."""
    figures = [place for place in range(1, len(content)) if _is_figure(lines[content[place]])]
    if not figures:
        return None
    listed = [place for place in figures if _is_count_of_papers(lines[content[place]])]
    if len(figures) < 2 and not (listed and listed[-1] == len(content) - 1):
        return None
    return _with_name(lines, content, figures[0])


def _is_figure(line: str) -> bool:
    return len(line) <= 100 and bool(read_figures(line) or read_label(line))


def _is_count_of_papers(line: str) -> bool:
    return any(reading.figure == "listed" for reading in read_figures(line))


def _with_name(lines: Sequence[str], content: Sequence[int], place: int) -> int:
    """The place of the header's first line: field and name stand above the figures."""
    if place > 1 and lines[content[place - 1]] in KNOWN:
        place -= 1
    if place > 1 and len(lines[content[place - 1]]) <= 80 and is_author_list(lines[content[place - 1]]):
        place -= 1
    return place
