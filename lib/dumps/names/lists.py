"""What an author list on a line of its own looks like: one to three names, perhaps "et al."."""

import re

from lib.dumps.names.shape import FUNCTION_WORDS, GROUPS, PARTICLES, SUFFIXES, is_initials

MAXIMUM_NAMES = 3
MAXIMUM_LENGTH = 300

_ET_AL = re.compile(r",?\s{1,4}et\s{1,4}al\.?$")
_COMMA = re.compile(r"\s*,\s+")
_SENTENCE = re.compile(r"[?!:;=<>{}\[\]$%&@/\\]|\d|\.\s+\w{4,}.*\.$")


def cut_et_al(line: str) -> tuple[str, bool]:
    """The line without a final "et al.", and whether there was one."""
    line = line.rstrip()
    tail = line[-16:]
    found = _ET_AL.search(tail)
    if found is None:
        return line, False
    return line[: len(line) - len(tail) + found.start()].rstrip(), True


def split_commas(text: str) -> list[str]:
    """The parts between commas; `Jr.`, `III` and the like stay with the name before them."""
    parts: list[str] = []
    for part in _COMMA.split(text):
        if parts and part.casefold() in SUFFIXES:
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
    return parts


def read_author_list(line: str) -> tuple[tuple[str, ...], bool]:
    """The names on the line, and whether "et al." says that there are more authors."""
    names, more = cut_et_al(line.strip())
    return tuple(name.strip() for name in split_commas(names) if name.strip()), more


def is_author_list(line: str) -> bool:
    """Whether a line on its own looks like one to three names rather than a title, a sentence or an abstract."""
    line = line.strip()
    if not line or len(line) > MAXIMUM_LENGTH:
        return False
    names, more = read_author_list(line)
    if not 1 <= len(names) <= MAXIMUM_NAMES:
        return False
    if more and len(names) == MAXIMUM_NAMES:
        return True
    return all(_is_name(name) for name in names) and any(" " in name or not name.isascii() for name in names)


def _is_name(text: str) -> bool:
    """Whether the text looks like one author."""
    words = text.replace(",", "").split()
    if not 1 <= len(words) <= 6 or _SENTENCE.search(text):
        return False
    if words[-1].casefold() in GROUPS:
        return True
    if not words[0][0].isalpha() or any(word in FUNCTION_WORDS - PARTICLES for word in words):
        return False
    return all(word[0].isupper() or word in PARTICLES or is_initials(word) or not word.isascii() for word in words)
