"""What an author list on a line of its own looks like: one to three names, perhaps "et al."."""

import re

from lib.dumps.names.shape import FUNCTION_WORDS, GROUPS, PARTICLES, SUFFIXES

MAXIMUM_NAMES = 3
MAXIMUM_LENGTH = 300
LONGEST_NAME = 6
"""Words of the longest author that is looked for."""

_ET_AL = re.compile(r",?\s{1,4}et\s{1,4}al\.?$")
_COMMA = re.compile(r",\s+|,$")
_LONGEST_SUFFIX = max(map(len, SUFFIXES))
_NO_NAME = re.compile(r"[?!:;=<>{}\[\]$%&@/\\|_]|[0-9]|[a-z]{3}\.(?:\s|$)")


def cut_et_al(line: str) -> tuple[str, bool]:
    """The line without a final "et al.", and whether there was one."""
    line = line.rstrip()
    if line.endswith(" et al."):
        return line[:-7].rstrip(" ,"), True
    tail = line[-16:]
    found = _ET_AL.search(tail) if "al" in tail else None
    if found is None:
        return line, False
    return line[: len(line) - len(tail) + found.start()].rstrip(), True


def parts_between_commas(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Where the parts between commas begin and end; `Jr.`, `III` and the like stay with the name before them."""
    parts: list[tuple[int, int]] = []
    for comma in _COMMA.finditer(text, start):
        _add_part(parts, text, start, comma.start())
        start = comma.end()
    _add_part(parts, text, start, len(text))
    return parts


def _add_part(parts: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    if parts and end - start <= _LONGEST_SUFFIX and text[start:end].casefold() in SUFFIXES:
        parts[-1] = (parts[-1][0], end)
    else:
        parts.append((start, end))


def read_author_list(line: str) -> tuple[tuple[str, ...], bool]:
    """The names on the line, and whether "et al." says that there are more authors."""
    text, more = cut_et_al(line.strip())
    names = (text[start:end].strip() for start, end in parts_between_commas(text))
    return tuple(name for name in names if name), more


def is_author_list(line: str) -> bool:
    """Whether a line on its own looks like one to three names rather than a title, a sentence or an abstract.

    Two or more capitalised words in a row look like one name, be they `Ada Lovelace` or `Deep Learning`.
    """
    if len(line) > MAXIMUM_LENGTH:
        return False
    names, more = read_author_list(line)
    if not 1 <= len(names) <= MAXIMUM_NAMES or not all(_may_be_name(name) for name in names):
        return False
    if more:
        return True
    return all(_is_name(name) for name in names) and any(" " in name or not name.isascii() for name in names)


def _may_be_name(text: str) -> bool:
    """Whether the text could stand in the place of a name: short, and without the marks and words of sentences."""
    words = text.split()
    if len(words) > LONGEST_NAME or len(text) > LONGEST_NAME * 12 or _NO_NAME.search(text):
        return False
    return not any(word in FUNCTION_WORDS and word not in PARTICLES for word in words)


def _is_name(text: str) -> bool:
    """Whether the text looks like one author even where nothing around it says so."""
    words = text.replace(",", " ").split()
    if not words:
        return False
    if words[-1].casefold() in GROUPS:
        return True
    return words[0][0].isalpha() and all(
        word[0].isupper() or word in PARTICLES or not word.isascii() or not word[0].isalpha() for word in words
    )
