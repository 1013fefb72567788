"""What a page may read: the library, the selection, what is in view, and the controls that the page itself offers.

A control stands in the bar under the heading, starts from the link and is written back to it. Which ones there are,
with their values and defaults, is in lib/selection/options.py.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.corpus import Corpus
from lib.selection import PickKind, Selection
from lib.selection.options import LEAF, Option
from lib.store import Role
from lib.store.people import ROLES
from pages.shared.address import Address
from pages.shared.cached import Library, Part
from pages.shared.contents import Page
from pages.shared.figure import arrow, heads
from pages.shared.memory import once

T = TypeVar("T")
FEW = 5  # choices that stand side by side; more are folded into a list
_ROW = 35  # pixels of a row
TALL = 720  # pixels of a table in which a reader looks for one row
SHORT = 100  # values that a slider can be set to; more are typed


@dataclass(frozen=True, eq=False)
class View:
    """One page's view of a library; `bar` is where the page's controls stand."""

    page: Page
    library: Library
    selection: Selection
    part: Part
    address: Address
    bar: DeltaGenerator

    @property
    def corpus(self) -> Corpus:
        """The whole library."""
        return self.library.corpus

    @property
    def shown(self) -> Corpus:
        """What filters and picks leave of it."""
        return self.part.shown

    @property
    def unpicked(self) -> Corpus:
        """What the filters alone leave of it: for the figure in which something was picked."""
        return self.part.unpicked

    @property
    def papers(self) -> pd.DataFrame:
        """The papers that filters and picks leave."""
        return self.shown.papers

    def may(self, role: Role) -> bool:
        """Whether the visitor may do in this library what needs this role; in a sample nobody may do anything.

        It decides what is offered. What is refused, the store refuses.
        """
        held = self.library.role
        return held is not None and ROLES.index(held) >= ROLES.index(role)

    def picked(self, kind: PickKind) -> tuple[str, ...]:
        """What was clicked in figures, by identity; empty when nothing was."""
        picks = {pick.kind: pick for pick in self.selection.picks}
        return picks[kind].values if kind in picks else ()  # noqa: PD011 - a pick is no frame

    def option(self, option: Option[T], labels: Mapping[str, str] | None = None) -> T:
        """The value of a choice, number or text.

        Where `labels` are given, they are the values of a choice that are offered, and what a reader sees for each.
        """
        if option.allowed:
            self._choice(option, labels or {})
        elif option.bounds != (0, 0):
            self._number(option)
        else:
            key = self.address.seed(option.name, self.selection.get(option))
            self.bar.text_input(option.label, key=key, on_change=self._writer(option, key), width=280)
        return self.selection.get(option)

    def number(self, option: Option[int], bounds: tuple[int, int], default: int) -> int:
        """The value of a number whose bounds the data narrow; the option's own default stands for `default`."""
        low, high = bounds
        if low >= high:
            return low
        asked = self.selection.get(option)
        value = min(max(default if asked == option.default else asked, low), high)
        key = self.address.seed(option.name, value)

        def write() -> None:
            said = int(self.address.word(key))
            self.address.choose(lambda now: now.set(option, option.default if said == default else said))

        self.bar.slider(option.label, low, high, key=key, on_change=write, width=260)
        return value

    def several(self, option: Option[tuple[str, ...]], labels: Mapping[str, str], most: int) -> tuple[str, ...]:
        """The chosen ones among `labels` (identity: what a reader sees), in the order chosen, at most `most`."""
        value = tuple(one for one in self.selection.get(option) if one in labels)[:most]
        key = self.address.seed(option.name, list(value))

        def write() -> None:
            self.address.choose(lambda now: now.set(option, self.address.words(key)))

        self.bar.multiselect(
            option.label, list(labels), format_func=labels.__getitem__, key=key, on_change=write, max_selections=most
        )
        return value

    def one_of(self, option: Option[str], labels: Mapping[str, str], hint: str = "Choose", default: str = "") -> str:
        """One of many (identity: what a reader sees), found by typing; `default`, or "", while none is chosen."""
        value = self.selection.get(option) or default
        key = self.address.seed(option.name, value if value in labels else None)

        def write() -> None:
            self.address.choose(lambda now: now.set(option, self.address.word(key)))

        self.bar.selectbox(
            option.label,
            list(labels),
            format_func=labels.__getitem__,
            key=key,
            on_change=write,
            index=None,
            placeholder=hint,
            width=280,
        )
        return value if value in labels else ""

    def leaf_through(self, leaf: int, leaves: int) -> None:
        """The way to the other leaves of a list that is cut into them."""
        if leaves == 1:
            return
        key = self.address.seed(LEAF.name, leaf)
        st.pagination(leaves, key=key, on_change=self._writer(LEAF, key))

    def open_clicked(self, rows: pd.DataFrame, column: str) -> None:
        """A table of papers; the one that is clicked is opened. `column` holds the `paper_id`."""
        key = self.address.name("rows")

        def write() -> None:
            clicked = self.address.rows(key)
            if clicked:
                self.address.choose(lambda now: replace(now, paper=str(rows[column].iloc[clicked[0]])))

        st.dataframe(
            once(arrow, rows).drop_columns([column]),
            key=key,
            hide_index=True,
            column_config=once(heads, rows),
            on_select=write,
            selection_mode="single-row",
            height=min(_ROW * (len(rows) + 1) + 3, TALL),
            placeholder="–",
        )

    def _choice(self, option: Option[T], labels: Mapping[str, str]) -> None:
        words = {
            value: labels.get(value, value.capitalize()) for value in option.allowed if not labels or value in labels
        }
        value = option.write(self.selection.get(option))
        key = self.address.seed(option.name, value if value in words else option.write(option.default))
        write = self._writer(option, key)
        if len(words) <= FEW:
            self.bar.segmented_control(
                option.label,
                list(words),
                format_func=words.__getitem__,
                key=key,
                on_change=write,
                required=True,
                wrap=True,  # on a telephone, rather than be pushed out of sight
            )
        else:
            self.bar.selectbox(
                option.label, list(words), format_func=words.__getitem__, key=key, on_change=write, width=180
            )

    def _number(self, option: Option[T]) -> None:
        low, high = option.bounds
        key = self.address.seed(option.name, self.selection.get(option))
        draw = self.bar.slider if high - low <= SHORT else self.bar.number_input
        draw(option.label, low, high, key=key, on_change=self._writer(option, key), width=260)

    def _writer(self, option: Option[T], key: str) -> Callable[[], None]:
        def write() -> None:
            said = self.address.word(key)  # "": a browser that is slow to draw the control has no value yet
            self.address.choose(lambda now: now.set(option, option.read(said) if said else option.default))

        return write
