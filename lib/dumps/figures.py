"""The figures of a header: `h-index10`, `7papers`, `1.2kcitations`, `Novelty57%`, `AI Score47`, `7 Papers`."""

import re
from dataclasses import dataclass
from typing import Literal

Figure = Literal["h_index", "paper_count", "citations", "novelty", "ai_score", "listed"]

LONGEST = 200

_NUMBER = r"\d[\d,]*(?:\.\d+)?(?:\s?[km](?=\s*(?:papers?|citations?|h-?index)|(?-i:[^a-z])|$))?"
_LABELS = r"h-?\s?index|papers?|citations?|novelty|ai score"
_FIGURE = re.compile(
    rf"(?P<label>h-?\s?index|novelty|ai score|papers?|citations?)\s*[:=]?\s*(?P<after>{_NUMBER})\s*%?"
    rf"|(?P<before>{_NUMBER})\s*(?P<unit>(?:papers?|citations?)(?-i:(?![a-z]))|h-?\s?index(?!\s*\d))",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?<![\d,.])(\d[\d,]*)\s+Papers?(?![A-Za-z])")
_GAP = re.compile(r"[\s·•∙⋅|,;/–—-]*")
_LABEL = re.compile(rf"({_LABELS})\s*:?", re.IGNORECASE)
_VALUE = re.compile(rf"({_NUMBER})\s*%?")
_GLUED = re.compile(r"(?P<head>.*h-?index\s*:?\s*)(?P<digits>\d{2,12})(?P<tail>papers?.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure as it is read: which, its value, and whether the page has rounded it (`1.2k`)."""

    figure: Figure
    value: int
    rounded: bool = False


def read_figures(line: str) -> list[Reading]:
    """The figures that the line consists of; empty where anything else stands in it or a reading is not certain."""
    readings: list[Reading] = []
    at = 0
    while at < len(line):
        found = _FIGURE.match(line, at) if len(line) <= LONGEST else None
        if found is None:
            return []
        reading = _read(
            found["label"] or found["unit"],
            found["after"] or found["before"],
            listed=bool(found["unit"]) and " " in found[0],
        )
        if reading is None:
            return []
        readings.append(reading)
        gap = _GAP.match(line, found.end())
        at = gap.end() if gap else found.end()
    return readings


def find_listed(line: str) -> int | None:
    """The number before "Papers", where the line holds it apart from what stands before it."""
    found = _LISTED.search(line) if len(line) <= LONGEST else None
    return int(found[1].replace(",", "")) if found and len(found[1]) < 12 else None


def unglue(line: str, listed: int | None) -> str:
    """The line with the one space that `h-index107papers` needs, where the number of papers is known from elsewhere."""
    found = _GLUED.fullmatch(line) if len(line) <= LONGEST else None
    if found is None or listed is None or not found["digits"].endswith(str(listed)):
        return line
    h_index = found["digits"].removesuffix(str(listed))
    return f"{found['head']}{h_index} {listed}{found['tail']}" if h_index else line


def read_label(line: str) -> str | None:
    """The label that stands alone in the line."""
    found = _LABEL.fullmatch(line) if len(line) <= 20 else None
    return found[1] if found else None


def holds_value(line: str) -> bool:
    """Whether a number stands alone in the line."""
    return len(line) <= 20 and _VALUE.fullmatch(line) is not None


def read_pair(label: str, value: str, *, value_first: bool) -> Reading | None:
    """The figure whose label and value stand on two lines."""
    found = _VALUE.fullmatch(value)
    return _read(label, found[1], listed=value_first) if found else None


def _read(label: str, number: str, *, listed: bool) -> Reading | None:
    digits = number.replace(",", "").strip()
    factor = {"k": 1_000, "m": 1_000_000}.get(digits[-1].lower(), 1)
    digits = digits if factor == 1 else digits[:-1].rstrip()
    if len(digits) > 15 or ("." in digits and factor == 1):
        return None
    return Reading(_name(label, listed=listed), round(float(digits) * factor), rounded=factor > 1)


def _name(label: str, *, listed: bool) -> Figure:
    """The figure by its label; the page writes `7papers` for the author's and `7 Papers` for those that follow."""
    if label[0] == "P" and listed:
        return "listed"
    word = label.casefold()
    if word.startswith("paper"):
        return "paper_count"
    if word.startswith("citation"):
        return "citations"
    return "novelty" if word == "novelty" else "ai_score" if word == "ai score" else "h_index"
