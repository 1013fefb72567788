"""What the modules of the frame ask of it: the address bar and the memory of a visit, without touching either."""

from collections.abc import Callable, Iterable
from typing import Protocol

from lib.selection import Selection

Query = dict[str, tuple[str, ...]]


class Address(Protocol):
    """The address bar and this visit; pages/shared/frame.py has the one that is real."""

    @property
    def query(self) -> Query:
        """What the address bar says: each parameter with all its values."""

    @property
    def link(self) -> str:
        """The address of this view, for other people."""

    def go(self, query: Query) -> None:
        """Write the address bar."""

    def change(self, **values: Iterable[str]) -> None:
        """Write some parameters and keep the rest."""

    def choose(self, change: Callable[[Selection], Selection]) -> None:
        """Write what becomes of the selection."""

    def seed(self, name: str, value: object) -> str:
        """Let a widget show `value`; returns its key."""

    def said(self, key: str) -> object:
        """What the widget with this key says now."""
