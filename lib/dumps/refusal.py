"""What a text that is no profile dump looks like, so that the refusal can say what to do."""

import re

from lib.dumps.figures import read_figures, read_label
from lib.dumps.layout import LONGEST_HEAD, is_long_list
from lib.dumps.names import read_author_list
from lib.dumps.scan import Scan
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


def find_refusal(text: str, scanned: Scan, file: str) -> NotADumpError | None:
    """The error that says what was seen, where, what was expected and what to do; None where a paper begins."""
    if any(scanned.contents) and not _is_paper_page(scanned):
        return None
    return NotADumpError(f"{file or 'The text'} is not a profile dump: {_describe(text, scanned)}. {_EXPECTED}")


def find_source_refusal(text: str, file: str) -> NotADumpError | None:
    """The error for markup and binary formats, which hold no copied text even where they mention papers."""
    start = text[:2000].lstrip("\ufeff")
    shape = next((name for pattern, name in _SHAPES if pattern.match(start)), None)
    return NotADumpError(f"{file or 'The text'} is not a profile dump: it is {shape}. {_EXPECTED}") if shape else None


def _describe(text: str, scanned: Scan) -> str:
    lines = scanned.lines
    first = next((number for number, line in enumerate(lines) if line), None)
    if first is None:
        return "it holds nothing but blank lines" if text else "it is empty"
    if _is_paper_page(scanned):
        return "it looks like the page of one paper, not of an author"
    if scanned.blocks:
        line = scanned.blocks[0].first
        return f"a paper seems to begin in line {line + 1}, {lines[line]!r}, but no title stands beneath"
    shown = f"line {first + 1}, the first that is not blank, is {lines[first][:80]!r}"
    if any(read_figures(line) or read_label(line) for line in lines[:100]):
        return f"it holds a header but no paper ({shown})"
    return f"no paper begins in it ({shown})"


def _is_paper_page(scanned: Scan) -> bool:
    """Whether the text has the headings of a paper's own page, or shows all of one paper's authors."""
    if len(scanned.blocks) > 1:
        return False
    second = scanned.contents[0][1:2] if scanned.contents else []
    names, _ = read_author_list(scanned.lines[second[0]][:LONGEST_HEAD]) if second else ((), False)
    headings = {line.casefold() for line in scanned.lines[:400] if len(line) <= 60 and _PAPER_PAGE.fullmatch(line)}
    return is_long_list(names) or len(headings) > 1
