"""What the modules of the frame ask of it: the address bar and the memory of a visit, without touching either."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from lib.selection import Selection

T = TypeVar("T")


class Address(Protocol):
    """The address bar and this visit; the real one is in pages/shared/frame.py."""

    @property
    def selection(self) -> Selection:
        """What the address bar says."""

    @property
    def link(self) -> str:
        """The address of this view, for other people."""

    def link_to(self, selection: Selection) -> str:
        """The address of another view of this page."""

    def choose(self, change: Callable[[Selection], Selection]) -> None:
        """Write what becomes of the selection."""

    def seed(self, name: str, value: object) -> str:
        """Let a widget show `value`; returns its key."""

    def name(self, name: str) -> str:
        """The key of a widget of this page that shows nothing of the link, such as a table to click in."""

    def word(self, key: str) -> str:
        """What the widget with this key says now; "" for nothing."""

    def words(self, key: str) -> tuple[str, ...]:
        """Everything that is chosen in the widget with this key."""

    def ends(self, key: str) -> tuple[float, float]:
        """Where the two handles of the slider with this key stand."""

    def rows(self, key: str) -> tuple[int, ...]:
        """Which rows are selected in the table with this key."""

    def forget(self) -> None:
        """Let every figure forget what was selected in it."""

    def remember(self, name: str, make: Callable[[], T]) -> T:
        """What this visit remembers under this name, made when it is asked for first; no link carries it."""

    @property
    def picture(self) -> str:
        """What the camera above a figure saves: "png" or "svg"."""

    def save_as(self, picture: str) -> None:
        """Choose what the camera above a figure saves."""
