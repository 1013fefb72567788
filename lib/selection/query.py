"""A link's parameters -> Selection. What cannot be understood is said, never dropped in silence."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import get_args

from lib.errors import SelectionError
from lib.selection.model import Between, Pick, PickKind, Selection
from lib.selection.options import BY_NAME, unescape

_RANGE = re.compile(r"(?P<low>\d{1,4}(?:\.\d{1,3})?)?(?P<to>-)?(?P<high>\d{1,4}(?:\.\d{1,3})?)?", re.ASCII)
_STREAMLITS = {"embed", "embed_options"}  # they change the chrome, not the view
_KINDS = get_args(PickKind)

Reader = Callable[[Selection, str], Selection]


def from_query(query: Mapping[str, Sequence[str]]) -> Selection:
    """The Selection whose `to_query` this is; SelectionError that names everything that cannot be understood."""
    selection, complaints = read_query(query)
    if complaints:
        raise SelectionError(" ".join(complaints))
    return selection


def read_query(query: Mapping[str, Sequence[str]]) -> tuple[Selection, tuple[str, ...]]:
    """The Selection as far as the parameters can be understood, and a sentence for each that cannot."""
    selection, complaints = Selection(), []
    for name in sorted(query.keys() - _STREAMLITS):
        if len(query[name]) > 1 and name in {*_ONCE, *BY_NAME}:
            complaints.append(f"The link gives {name!r} {len(query[name])} times; the last one counts.")
        for value in query[name]:
            try:
                selection = _reader(name, value)(selection, value)
            except SelectionError as error:
                complaints.append(str(error))
    return selection, tuple(complaints)


def _reader(name: str, value: str) -> Reader:
    if name in BY_NAME:
        return lambda selection, text: replace(selection, options=(*selection.options, (name, text)))
    known = {**_ONCE, **_MANY}
    if name not in known:
        close = get_close_matches(name, [*known, *BY_NAME], 1)
        hint = f" Did you mean {close[0]!r}?" if close else ""
        raise SelectionError(f"The link says {name}={value!r}, which means nothing here; it was left out.{hint}")
    return known[name]


def _complaint(name: str, value: str, expected: str) -> SelectionError:
    return SelectionError(f"The link says {name}={value!r}; expected {expected}. It was left out.")


def _years(selection: Selection, text: str) -> Selection:
    return replace(selection, years=_between("years", text, "years such as 2019-2024, 2019- or -2024"))


def _scores(selection: Selection, text: str) -> Selection:
    return replace(selection, scores=_between("score", text, "scores from 0 to 100 such as 20-80, 20- or -80"))


def _between(name: str, text: str, expected: str) -> Between:
    found = _RANGE.fullmatch(text)
    if not found or not (found["low"] or found["high"]) or (found["high"] and not found["to"]):
        raise _complaint(name, text, expected)
    if name == "years" and "." in text:
        raise _complaint(name, text, expected)
    low, high = (float(found[end]) if found[end] else None for end in ("low", "high"))
    return Between(low, high if found["to"] else low)


def _code(selection: Selection, text: str) -> Selection:
    if text not in {"yes", "no"}:
        raise _complaint("code", text, "yes or no")
    return replace(selection, code=text == "yes")


def _pick(selection: Selection, text: str) -> Selection:
    kind, _, values = text.partition(":")
    for known in _KINDS:
        if kind == known and unescape(values):
            return replace(selection, picks=(*selection.picks, Pick(known, unescape(values))))
    raise _complaint("pick", text, f"a kind ({', '.join(_KINDS)}), a colon, and values separated by commas")


_ONCE: dict[str, Reader] = {
    "library": lambda selection, text: replace(selection, library=text),
    "years": _years,
    "code": _code,
    "score": _scores,
    "q": lambda selection, text: replace(selection, text=text),
    "paper": lambda selection, text: replace(selection, paper=text),
}
_MANY: dict[str, Reader] = {
    "author": lambda selection, text: replace(selection, authors=(*selection.authors, text)),
    "category": lambda selection, text: replace(selection, categories=(*selection.categories, text)),
    "pick": _pick,
}
