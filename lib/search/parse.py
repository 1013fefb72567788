"""What a reader typed -> Query. Nothing that can be typed is an error: what is not understood is complained about."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

from lib.search.fold import fold, words_of
from lib.search.query import FIELDS, HAS, Clause, Field, Query

_QUOTES = str.maketrans("“”„‟«»″", '"""""""')
_PIECE = re.compile(
    r"""
    (?P<minus>[-−–](?=[^\s\-−–]))?
    (?:(?P<name>[^\W\d_]+):(?!//))?
    (?:"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<bare>[^\s"]+))?
    """,
    re.VERBOSE,
)
_YEARS = re.compile(r"(?P<first>\d{4})?(?P<range>\.{2,3}|[-–—])?(?P<last>\d{4})?")
_SIGN = re.compile(r"[-−–]|[^\W\d_]+:")
_OR, _AND, _NOT = {"OR", "|", "||"}, {"AND", "&", "&&", "+"}, {"NOT"}


@dataclass(frozen=True)
class _Piece:
    """A piece of the query between spaces: a word, a phrase, or a filter with its value."""

    value: str
    name: str = ""
    minus: bool = False
    quoted: bool = False


def parse_query(text: str) -> Query:
    """The query: words and "phrases" all hold unless joined by OR; `-` excludes; `author:` and its kin filter."""
    reader = _Reader()
    for piece in _cut(text.translate(_QUOTES), reader.complain):
        reader.take(piece)
    return Query(tuple(reader.groups), tuple(dict.fromkeys(reader.complaints)))


def _cut(text: str, complain: Callable[[str], None]) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = _PIECE.match(text, at)
        assert found is not None  # noqa: S101 - every part of the pattern is optional
        at = max(found.end(), at + 1)
        if found["quoted"] is not None and not found["closed"]:
            complain("A quotation mark is not closed; the phrase was read to the end.")
        value = found["quoted"] if found["quoted"] is not None else (found["bare"] or "")
        pieces.append(_Piece(value, found["name"] or "", bool(found["minus"]), found["quoted"] is not None))
    return _join_filters(pieces)


def _join_filters(pieces: list[_Piece]) -> list[_Piece]:
    """`author: verne` is read as `author:verne`."""
    joined: list[_Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        waits = before and not before.value and not before.quoted and fold(before.name) in FIELDS
        if before and waits and not piece.name and not piece.minus:
            joined[-1] = _Piece(piece.value, before.name, before.minus, piece.quoted)
        else:
            joined.append(piece)
    return joined


class _Reader:
    """Takes pieces one after the other, and remembers whether an OR or a NOT came before."""

    def __init__(self) -> None:
        self.groups: list[tuple[Clause, ...]] = []
        self.complaints: list[str] = []
        self._or = self._not = False

    def complain(self, complaint: str) -> None:
        self.complaints.append(complaint)

    def take(self, piece: _Piece) -> None:
        if not piece.name and not piece.quoted and self._is_operator(piece.value):
            return
        for clause in self._read(piece):
            self._add(clause)
        self._or = self._not = False

    def _is_operator(self, word: str) -> bool:
        self._or = self._or or (word in _OR and bool(self.groups))
        self._not = self._not or word in _NOT
        return word in _OR | _AND | _NOT

    def _add(self, clause: Clause) -> None:
        last = self.groups[-1] if self.groups else ()
        if self._or and not clause.excluded and not last[-1].excluded:
            if clause not in last:
                self.groups[-1] = (*last, clause)
            return
        if self._or:
            self.complain("OR cannot join what is excluded; both conditions were taken one by one.")
        if (clause,) not in self.groups:
            self.groups.append((clause,))

    def _read(self, piece: _Piece) -> list[Clause]:
        excluded = piece.minus or self._not
        name = fold(piece.name)
        if name in FIELDS:
            clause = self._filter(next(known for known in FIELDS if known == name), piece, excluded)
            return [clause] if clause else []
        if name and piece.value:
            meant = get_close_matches(name, FIELDS, 1)
            advice = (
                f"did you mean {meant[0]}:?" if meant else f"there are {', '.join(f'{known}:' for known in FIELDS)}."
            )
            self.complain(f"There is no filter {piece.name + ':'!r}, so it was read as words; {advice}")
        values = [piece.name, piece.value] if name else [piece.value]
        return [_text(value, piece.quoted, excluded) for value in values if words_of(value)]

    def _filter(self, name: Field, piece: _Piece, excluded: bool) -> Clause | None:
        value = " ".join(piece.value.split())
        if name == "year":
            value = self._years(value)
        elif name == "has":
            value = self._has(fold(value))
        elif not words_of(value):
            self.complain(f"The filter {name + ':'!r} has no value; write for example {name}:graph.")
            value = ""
        return Clause(name, value, piece.quoted and " " in value, excluded) if value else None

    def _has(self, value: str) -> str:
        if value in HAS:
            return value
        meant = get_close_matches(value, HAS, 1)
        advice = (
            f"did you mean has:{meant[0]}?" if meant else f"there are {', '.join(f'has:{known}' for known in HAS)}."
        )
        self.complain(f"has:{value} was left out; {advice}")
        return ""

    def _years(self, value: str) -> str:
        found = _YEARS.fullmatch(value)
        if not found or not (found["first"] or found["last"]):
            self.complain(f"year:{value} was left out; write year:2021, year:2019..2023, year:2019.. or year:..2023.")
            return ""
        first, last = found["first"] or "", found["last"] or ""
        if first and last and first > last:
            self.complain(f"year:{value} runs backwards; it was read as {last} to {first}.")
            first, last = last, first
        return first if first == last or not found["range"] else f"{first}..{last}"


def _text(value: str, quoted: bool, excluded: bool) -> Clause:
    """Quoted where the word alone would be read as a sign or a filter, so that a query reads back."""
    value = " ".join(value.split())
    return Clause("text", value, quoted or value in _OR | _AND | _NOT or bool(_SIGN.match(value)), excluded)
