"""What a text that is no profile dump looks like, so that the refusal can say what to do."""

import re
from collections.abc import Sequence

from lib.dumps.figures import read_figures, read_label
from lib.errors import NotADumpError

_EXPECTED = (
    "Expected the text of an author's page: for each paper a line such as 'CVJun 9, 2022Code', then its title, authors "
    "and abstract. Open the author's page, select all, copy, and paste it into a text file."
)
_SHAPES = (
    (
        re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE),
        "the source of a web page (HTML)",
    ),
    (re.compile(r"\s*%PDF-"), "a PDF"),
    (re.compile(r"\s*PK\x03\x04"), "a ZIP archive"),
    (re.compile(r"\s*\{\\rtf"), "a rich-text document (RTF)"),
    (re.compile(r"\s*[{\[]\s*[\"{\[]"), "JSON"),
    (re.compile(r"\s*<\?xml"), "XML"),
    (re.compile(r"\s*@\w+\s*\{"), "a BibTeX file"),
)
_PAPER_PAGE = re.compile(
    r"abstract:?|(?:view|open|read)(?: on| in)? (?:arxiv|pdf)|arxiv:\s?\d{4}\.\d{4,5}.*|(?:download )?pdf"
    r"|cite(?: this paper)?|bibtex|(?:related|similar) papers|references|ai summary|key (?:points|findings)"
    r"|doi:?.*|submitted (?:on|by).*",
    re.IGNORECASE,
)


def refuse(text: str, lines: Sequence[str], file: str) -> NotADumpError:
    """The error that says what was seen, where, what was expected and what to do."""
    return NotADumpError(f"{file or 'The text'} is not a profile dump: {_describe(text, lines)}. {_EXPECTED}")


def refuse_source(text: str, file: str) -> NotADumpError | None:
    """The error for markup and binary formats, which hold no copied text even where they mention papers."""
    shape = _shape(text[:2000])
    return NotADumpError(f"{file or 'The text'} is not a profile dump: it is {shape}. {_EXPECTED}") if shape else None


def is_paper_page(lines: Sequence[str]) -> bool:
    """Whether the text is the page of one paper: it has that page's headings."""
    return len({line.casefold() for line in lines if len(line) <= 60 and _PAPER_PAGE.fullmatch(line)}) >= 2


def _shape(start: str) -> str | None:
    return next((name for pattern, name in _SHAPES if pattern.match(start.lstrip("\ufeff"))), None)


def _describe(text: str, lines: Sequence[str]) -> str:
    filled = [line for line in lines if line]
    if not filled:
        return "it is empty" if not text else "it holds nothing but blank lines"
    if is_paper_page(filled[:400]):
        return "it looks like the page of one paper, not of an author"
    if any(read_figures(line) or read_label(line) for line in filled[:60]):
        return f"it holds a header (line 1 is {filled[0][:60]!r}) but no paper"
    count = "its only line" if len(lines) == 1 else f"its {len(lines)} lines"
    return f"no paper begins in {count}; the first that is not blank is {filled[0][:80]!r}"
