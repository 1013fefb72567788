"""The words that made-up papers are built from, as the TOML files beside this module list them.

A field has topics, and each topic words of its own for tasks, objects, methods, parts, obstacles, settings, metrics and
data. What all fields share, the prose of abstracts and the shapes of titles, stands apart. That is what gives a made-up
group a topical structure that can be found again, though not without effort.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FIELDS = ("robotics", "language", "imaging", "sound", "security", "climate")
SLOTS = ("task", "object", "method", "part", "obstacle", "setting", "metric", "data")
_FOLDER = Path(__file__).with_name("vocabulary")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, eq=False)
class Template:
    """A sentence with gaps: literal text and slot names in turn, the text first. Equal only to itself."""

    text: str
    literals: tuple[str, ...]
    slots: tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """What papers of one topic speak about; `phrases` has the topic's own words for each slot."""

    name: str
    field: str
    categories: tuple[str, ...]
    roots: tuple[str, ...]
    claims: tuple[Template, ...]
    phrases: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Field:
    """Topics that share readers, co-authors and a few claims."""

    name: str
    claims: tuple[Template, ...]
    topics: tuple[Topic, ...]


@dataclass(frozen=True)
class Shape:
    """A kind of abstract: its roles in order; a role in brackets may be left out."""

    kind: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Prose:
    """What all fields share; `shapes` holds a shape as many times as it weighs."""

    sentences: Mapping[str, tuple[Template, ...]]
    words: Mapping[str, tuple[str, ...]]
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Titles:
    """Shapes of titles by kind of paper, and of names for methods."""

    kinds: Mapping[str, tuple[Template, ...]]
    names: tuple[Template, ...]


@dataclass(frozen=True)
class Culture:
    """Given names that go with family names."""

    given: tuple[str, ...]
    family: tuple[str, ...]


@cache
def load_fields() -> tuple[Field, ...]:
    """All fields, in a fixed order."""
    return tuple(_field(name) for name in FIELDS)


@cache
def load_prose() -> Prose:
    """The prose of abstracts."""
    table = tomllib.loads(_text("prose"))
    shapes = [Shape(shape["kind"], tuple(shape["roles"])) for shape in table["shape"] for _ in range(shape["weight"])]
    words = {word: tuple(choices) for word, choices in table["words"].items()}
    return Prose({role: templates(lines) for role, lines in table["sentences"].items()}, words, tuple(shapes))


@cache
def load_titles() -> Titles:
    """The shapes of titles and of names for methods."""
    table = tomllib.loads(_text("titles"))
    return Titles({kind: templates(table[kind]) for kind in ("method", "study")}, templates(table["names"]))


@cache
def load_cultures() -> tuple[Culture, ...]:
    """The name lists."""
    table = tomllib.loads(_text("names"))
    return tuple(Culture(tuple(entry["given"]), tuple(entry["family"])) for entry in table["culture"])


def templates(lines: list[str]) -> tuple[Template, ...]:
    """The lines, taken apart at their slots."""
    return tuple(_template(line) for line in lines)


def _template(line: str) -> Template:
    pieces = _SLOT.split(line)
    return Template(line, tuple(pieces[0::2]), tuple(pieces[1::2]))


def _field(name: str) -> Field:
    table = tomllib.loads(_text(name))
    topics = tuple(
        Topic(
            entry["name"],
            name,
            tuple(entry["categories"]),
            tuple(entry["roots"]),
            templates(entry["claims"]),
            {slot: tuple(entry[slot if slot == "data" else f"{slot}s"]) for slot in SLOTS},
        )
        for entry in table["topic"]
    )
    return Field(name, templates(table["claims"]), topics)


def _text(name: str) -> str:
    return (_FOLDER / f"{name}.toml").read_text(encoding="utf-8")
