"""A text as lines: only LF, CR and CRLF end one, so that line 40 here is line 40 in the reader's editor."""

import re

LONGEST_LINE = 1_000_000
"""Characters of the longest line that is read at all; an abstract has about two thousand."""

_END = re.compile(r"\r\n|\r|\n")
_WHOLE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def split_lines(text: str) -> list[str]:
    """The lines without what ends them; `str.splitlines` would also break at form feeds and U+2028."""
    lines = _END.split(text) if "\r" in text else text.split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


def whole_lines(text: str) -> list[str]:
    """The lines with what ends them: joined, they are the text."""
    return _WHOLE.findall(text)
