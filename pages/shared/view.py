"""What a page may read: the library, the selection and what is in view, and the options that the page itself offers.

An option is drawn in the bar under the heading, starts from the link and is written back to it; its default is left out
of the link.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from streamlit.delta_generator import DeltaGenerator

from lib.corpus import Corpus
from lib.selection import Selection
from pages.shared.address import Address
from pages.shared.cached import Library
from pages.shared.contents import Page
from pages.shared.notice import say

FEW = 5  # choices that stand side by side; more are folded into a list


@dataclass(frozen=True, eq=False)
class View:
    """One page's view: `corpus` is the whole library, `shown` the part of it that the selection leaves."""

    page: Page
    library: Library
    selection: Selection
    shown: Corpus
    address: Address
    bar: DeltaGenerator

    @property
    def corpus(self) -> Corpus:
        """The whole library."""
        return self.library.corpus

    @property
    def papers(self) -> pd.DataFrame:
        """The papers in view."""
        return self.shown.papers

    def asked(self, name: str) -> tuple[str, ...]:
        """The values that the link gives a parameter of this page."""
        return self.address.query.get(name, ())

    def picked(self, kind: str) -> tuple[str, ...]:
        """The identities that were picked in figures (of papers, authors, topics…); empty when none was."""
        return self.asked(f"pick.{kind}")

    def option(self, name: str, label: str, choices: Mapping[str, str], default: str = "") -> str:
        """The value of a choice; `choices` maps each value, as the link has it, to what the reader sees."""
        default = default or next(iter(choices))
        value = self._known(name, label, choices, default)
        key = self.address.seed(name, value)

        def write() -> None:
            said = str(self.address.said(key))
            self.address.change(**{name: () if said == default else (said,)})

        draw = self.bar.segmented_control if len(choices) <= FEW else self.bar.selectbox
        extra = {"required": True} if len(choices) <= FEW else {}
        draw(label, list(choices), format_func=choices.__getitem__, key=key, on_change=write, **extra)
        return value

    def number(self, name: str, label: str, bounds: tuple[int, int], default: int) -> int:
        """A whole number within `bounds`, both included."""
        low, high = bounds
        asked = self.asked(name)
        value = int(asked[0]) if asked and asked[0].isdecimal() else default
        if (asked and str(value) != asked[0]) or not low <= value <= high:
            say(f"The link asks for {label.lower()} {asked[-1]!r}; it can be {low} to {high}. This shows {default}.")
            value = default
        if low == high:
            return low
        key = self.address.seed(name, value)

        def write() -> None:
            said = self.address.said(key)
            self.address.change(**{name: () if said == default else (str(said),)})

        self.bar.slider(label, low, high, key=key, on_change=write, width=260)
        return value

    def switch(self, name: str, label: str, *, default: bool = False) -> bool:
        """Whether something is switched on; in the link as 1 or 0."""
        asked = self.asked(name)
        value = asked[0] == "1" if asked else default
        key = self.address.seed(name, value)

        def write() -> None:
            said = bool(self.address.said(key))
            self.address.change(**{name: () if said == default else (str(int(said)),)})

        self.bar.toggle(label, key=key, on_change=write)
        return value

    def several(self, name: str, label: str, choices: Mapping[str, str], most: int | None = None) -> tuple[str, ...]:
        """The chosen values among many, in the order chosen; what the link names and is not there is said aloud."""
        asked = self.asked(name)
        value = [one for one in asked if one in choices][:most]
        unknown = [one for one in asked if one not in choices]
        if unknown:
            say(f"The link names {label.lower()} that are not here: {', '.join(map(repr, unknown))}.")
        key = self.address.seed(name, value)

        def write() -> None:
            self.address.change(**{name: [str(one) for one in self.address.said(key) or ()]})

        self.bar.multiselect(
            label, list(choices), format_func=choices.__getitem__, key=key, on_change=write, max_selections=most
        )
        return tuple(value)

    def text(self, name: str, label: str, hint: str = "") -> str:
        """A line that the reader types."""
        value = "".join(self.asked(name)[:1])
        key = self.address.seed(name, value)

        def write() -> None:
            self.address.change(**{name: [str(self.address.said(key))] if self.address.said(key) else []})

        self.bar.text_input(label, key=key, on_change=write, placeholder=hint, width=320)
        return value

    def _known(self, name: str, label: str, choices: Sequence[str] | Mapping[str, str], default: str) -> str:
        asked = self.asked(name)
        if asked and asked[0] not in choices:
            say(
                f"The link asks for {label.lower()} {asked[0]!r}; there are {', '.join(choices)}. This shows {default}."
            )
        return asked[0] if asked and asked[0] in choices else default
