"""What is looked for: a Query says itself in English, and as the text that gives the same query again."""

from dataclasses import dataclass, field
from typing import Literal

Field = Literal["text", "title", "author", "year", "category", "topic", "has"]

FIELDS: tuple[Field, ...] = ("title", "author", "year", "category", "topic", "has")
HAS = {"code": "code", "score": "a score", "abstract": "an abstract", "date": "a date"}

_SAID: dict[Field, str] = {
    "text": "with {}",
    "title": "with {} in the title",
    "author": "by an author named {}",
    "category": "in category {}",
    "topic": "on topic {}",
}


@dataclass(frozen=True)
class Clause:
    """One condition: `value` holds in `field`, or does not where `excluded`; a phrase's words stand in a row.

    The value of `year` is "2021", "2019..2023", "2019.." or "..2023"; that of `has` a key of HAS.
    """

    field: Field
    value: str
    phrase: bool = False
    excluded: bool = False

    @property
    def text(self) -> str:
        """As it is typed."""
        value = f'"{self.value}"' if self.phrase else self.value
        return ("-" if self.excluded else "") + (value if self.field == "text" else f"{self.field}:{value}")

    @property
    def years(self) -> tuple[int | None, int | None]:
        """First and last year, both included; None where open."""
        first, _, last = self.value.partition("..") if ".." in self.value else (self.value, "", self.value)
        return (int(first) if first else None, int(last) if last else None)

    def describe(self) -> str:
        """In English: "by an author named “verne”", "without code"."""
        if self.field == "has":
            return f"without {HAS[self.value].removeprefix('a ')}" if self.excluded else f"with {HAS[self.value]}"
        said = self._describe_years() if self.field == "year" else _SAID[self.field].format(f"“{self.value}”")
        if not self.excluded:
            return said
        return f"without{said.removeprefix('with')}" if said.startswith("with ") else f"not {said}"

    def _describe_years(self) -> str:
        first, last = self.years
        if first == last:
            return f"of {first}"
        if first is None:
            return f"up to {last}"
        return f"since {first}" if last is None else f"from {first} to {last}"


@dataclass(frozen=True)
class Query:
    """All groups must hold; a group holds where any of its clauses does. Complaints say what was not understood."""

    groups: tuple[tuple[Clause, ...], ...] = ()
    complaints: tuple[str, ...] = field(default=(), compare=False)

    @property
    def text(self) -> str:
        """The query as it is typed: reading it gives an equal query."""
        return " ".join(" OR ".join(clause.text for clause in group) for group in self.groups)

    def describe(self) -> str:
        """In English: "papers with “graph”, by an author named “verne”, since 2019"."""
        said = [" or ".join(clause.describe() for clause in group) for group in self.groups]
        return f"papers {', '.join(said)}" if said else "all papers"

    @property
    def wanted_words(self) -> tuple[Clause, ...]:
        """The clauses on the text that a match is to be shown for."""
        every = (clause for group in self.groups for clause in group)
        return tuple(clause for clause in every if clause.field in ("text", "title") and not clause.excluded)
