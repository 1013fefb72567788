"""Which names the dump itself teaches, because they stand where only names can stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from lib.dumps.normal import normalise


def fold(text: str) -> str:
    """The form in which names and words are compared; what is ASCII is quickly done."""
    return text.casefold() if text.isascii() else normalise(text)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Folded names, their first and last words, and the owner."""

    names: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]
    owner: str | None

    def with_names(self, names: Iterable[str]) -> "Knowledge":
        """The same with more names."""
        return learn(self.names | {fold(name) for name in names}, self.owner)


def learn(names: Iterable[str], owner: str | None) -> Knowledge:
    """What these folded names and the owner's folded name teach."""
    whole = frozenset(names) | ({owner} if owner else frozenset())
    split = [name.split() for name in whole]
    several = [parts for parts in split if len(parts) > 1]
    return Knowledge(
        whole,
        frozenset(parts[0] for parts in several if len(parts[0]) > 2),
        frozenset(parts[-1] for parts in several if len(parts[-1]) > 1),
        owner,
    )
