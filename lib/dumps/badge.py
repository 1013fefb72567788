"""The line above a paper: `[score] category date [badges]`, usually without a space between them.

`96.2IRMar 18` · `CVJun 9, 2022Code` · `q-bio.NC · June 9, 2022 · Has Code`
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from lib.dumps.categories import KNOWN
from lib.schema import Severity

LONGEST = 120
"""Characters of the longest line that is taken for one."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""The months as a page shows them."""

_ENDINGS = ("uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember|t", "ober", "ember", "ember")
_MONTH = "|".join(
    f"{month}(?:{ending})?|{month.upper()}(?:{ending.upper()})?" for month, ending in zip(MONTHS, _ENDINGS, strict=True)
)
_DATE = re.compile(r"[A-Za-z]\.?\s*\d")
_GAP = r"[\s·•∙⋅|,–—-]*"
_LINE = re.compile(
    rf"(?P<before>[^A-Za-z]{{0,20}}?){_GAP}(?P<category>[A-Za-z][A-Za-z.-]{{0,18}}[A-Za-z])??{_GAP}"
    rf"(?P<month>{_MONTH})\.?\s*(?P<day>\d+)(?:(?:\s*,\s*|\s+)(?P<year>\d{{4}}))?(?P<after>.{{0,60}})"
)
_CODE = re.compile(r"[A-Z]{2,5}|[a-z]+(?:-[a-z]+)*\.[A-Za-z]{2,}(?:-[a-z]+)*|[a-z]+(?:-[a-z]+)+")
_SCORE = re.compile(r"\d{1,6}(?:\.\d{1,4})?")
_KNOWN_BADGE = r"(?i:Has\s?Code|Code|Datasets?|Data|Models?|Demo|Weights|GitHub|Hugging\s?Face|Open\s?Source)"
_BADGE = re.compile(rf"{_KNOWN_BADGE}|[A-Z]{{2,}}(?![a-z])|[A-Z][a-z0-9]+")
_BADGES_ALONE = re.compile(rf"(?:(?:{_KNOWN_BADGE}){_GAP})+")
_COUNTED = re.compile(r"\s?[a-z]|[\s,]*\d")
_SEPARATORS = " \t·•∙⋅|,–—-"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the line that was not read, or is worth knowing."""

    found: str
    expected: str
    severity: Severity = "problem"


@dataclass(frozen=True, slots=True)
class Badge:
    """What stands above a paper. `day` is None where month and day cannot be told apart from what follows."""

    score: float | None
    category: str
    month: int
    day: int | None
    year: int | None
    badges: tuple[str, ...]
    faults: tuple[Fault, ...]

    @property
    def is_usual(self) -> bool:
        """Whether the category exists and all of the line was read: nothing but a badge line looks like this."""
        return self.category in KNOWN and not self.faults


def read_badge(line: str) -> Badge | None:
    """The badge line, or None where the line is something else."""
    found = _LINE.fullmatch(line) if may_hold_date(line) else None
    if found is None or not is_category(found["category"] or ""):
        return None
    faults: list[Fault] = []
    category = found["category"]
    if category not in KNOWN:
        faults.append(Fault(category, "a category of arXiv such as CV or q-bio.NC; the code is kept as shown", "note"))
    score = _read_score(found["before"].strip(" \t·•∙⋅|,–—").rstrip("-"), faults)
    day = _read_day(found, faults)
    badges, others = _read_badges(found["after"]) if day is not None or found["year"] else ((), ())
    year = int(found["year"]) if found["year"] else None
    return Badge(
        score, category, MONTHS.index(found["month"][:3].capitalize()) + 1, day, year, badges, (*faults, *others)
    )


def may_hold_date(line: str) -> bool:
    """Whether a date may stand in the line: it is short, and a number follows a letter."""
    return len(line) <= LONGEST and _DATE.search(line) is not None


def is_category(text: str) -> bool:
    """Whether the text is a category's code, or looks like one that arXiv might add."""
    return text in KNOWN or _CODE.fullmatch(text) is not None


def holds_date(line: str) -> bool:
    """Whether the line is the end of a badge line that was copied in pieces: a date, perhaps with badges."""
    found = _LINE.fullmatch(line) if may_hold_date(line) else None
    return found is not None and found["category"] is None and not found["before"].strip(_SEPARATORS)


def holds_badges(line: str) -> bool:
    """Whether the line consists of badges alone."""
    return len(line) <= 40 and _BADGES_ALONE.fullmatch(line) is not None


def holds_score(line: str, *, whole_number: bool = False) -> bool:
    """Whether the line is a score alone; without a decimal it might be anything, and `whole_number` must allow it."""
    return len(line) <= 6 and (whole_number or "." in line) and _SCORE.fullmatch(line) is not None


def holds_score_and_category(line: str) -> bool:
    """Whether the line is a category that exists, perhaps behind a score: a badge line's beginning."""
    if len(line) > 30:
        return False
    score = _SCORE.match(line)
    return line[score.end() if score else 0 :].strip(_SEPARATORS) in KNOWN


def _read_score(before: str, faults: list[Fault]) -> float | None:
    if not before:
        return None
    if _SCORE.fullmatch(before) and float(before) <= 100:
        return float(before)
    faults.append(Fault(before, "a score from 0 to 100, such as 96.2, or nothing"))
    return None


def _read_day(found: re.Match[str], faults: list[Fault]) -> int | None:
    """The day, unless a number that follows the date directly may have lent it a digit (`Mar 182 citations`)."""
    digits, after = found["day"], found["after"]
    counted = not found["year"] and (len(digits) > 2 or _COUNTED.match(after))
    if counted and not holds_badges(after.strip()):
        text = f"{found['month']} {digits}{after}".rstrip()
        faults.append(Fault(text, "a date that is told apart from the number behind it; the day is left open"))
        return None
    if len(digits) > 2:
        faults.append(Fault(f"{found['month']} {digits}", "a day of one or two digits"))
        return None
    return int(digits)


@lru_cache(maxsize=1_000)
def _read_badges(after: str) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """The badges, and what else stands there; a page repeats the same few endings."""
    badges = tuple(dict.fromkeys(map(_name_badge, _BADGE.findall(after))))
    rest = _BADGE.sub("", after).strip(_SEPARATORS)
    if not rest:
        return badges, ()
    fault = Fault(after.strip(_SEPARATORS), "nothing behind the date, or badges such as Code")
    return tuple(badge for badge in badges if re.fullmatch(_KNOWN_BADGE, badge)), (fault,)


def _name_badge(badge: str) -> str:
    """One name for each badge: a page says `Has Code` or `CODE` where another says `Code`."""
    if not re.fullmatch(_KNOWN_BADGE, badge):
        return badge
    word = badge.replace(" ", "").casefold().removeprefix("has")
    return {"github": "GitHub", "huggingface": "Hugging Face", "opensource": "Open Source"}.get(word, word.capitalize())
