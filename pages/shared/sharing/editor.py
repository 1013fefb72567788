"""A dashboard being edited: a draft that this visit keeps until it is saved as the next version or thrown away."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

import streamlit as st

from lib.store import Block, Dashboard, Passage, SavedView, Sketch
from lib.store.blocks import TEXT_LENGTH
from lib.store.dashboards import NOTE_LENGTH, TITLE_LENGTH
from pages.shared.notes import attempt
from pages.shared.notice import muted
from pages.shared.parts import part_of
from pages.shared.sharing import signing, story
from pages.shared.sharing.story import Told
from pages.shared.stored import open_shared
from pages.shared.view import View

_NUMBERS = count()


@dataclass
class Item:
    """A block of the draft; its number names its widgets, wherever it stands."""

    block: Block
    number: int = field(default_factory=_NUMBERS.__next__)


@dataclass
class Draft:
    """What is being edited, and from which version it began."""

    dashboard: Dashboard | None = None
    items: list[Item] = field(default_factory=list)

    @property
    def mark(self) -> str:
        """Names the widgets of this draft."""
        return f"{self.dashboard.address}-{self.dashboard.version}" if self.dashboard else ""


def is_open(view: View, dashboard: Dashboard) -> bool:
    """Whether this visit edits the dashboard."""
    draft = _draft(view)
    return draft.dashboard is not None and draft.dashboard.address == dashboard.address


def begin(view: View, dashboard: Dashboard) -> None:
    """Start a draft of the dashboard."""
    draft = _draft(view)
    draft.dashboard, draft.items = dashboard, [Item(block) for block in dashboard.blocks]
    if not any(isinstance(block, Passage) for block in dashboard.blocks[:1]):
        draft.items.insert(0, Item(Passage("")))


def draw(view: View, newest: Dashboard) -> None:
    """The title, the note, and every block with what can be done to it."""
    draft, address = _draft(view), view.address
    began = draft.dashboard
    assert began is not None  # noqa: S101 - is_open said so
    title, note = (address.name(f"edit-{part}-{draft.mark}") for part in ("title", "note"))
    st.text_input("Title", began.title, key=title, max_chars=TITLE_LENGTH)
    st.text_area("Note", began.note, key=note, max_chars=NOTE_LENGTH, height=120)
    for place, item in enumerate(draft.items):
        with st.container(border=True, gap="small"):
            _block(view, item)
            _moves(draft, place)
    name = signing.ask(view, "edit")

    def save() -> str:
        blocks = tuple(item.block for item in draft.items if item.block != Passage(""))
        sketch = Sketch(address.word(title), blocks, address.word(note))
        made = open_shared().dashboards.edit(signing.sign(view, name), began, sketch)
        close(view)
        return f"Saved as version {made.version}. The earlier ones stay."

    with st.container(horizontal=True):
        st.button("Save", key="edit-save", icon=":material/check:", on_click=lambda: attempt(view, save))
        st.button("Discard", key="edit-discard", on_click=lambda: close(view))
    if newest.version != began.version:
        muted(f"{newest.saved_by} saved version {newest.version} meanwhile. Discard yours to see it.")


def close(view: View) -> None:
    """Let go of the draft."""
    _draft(view).dashboard = None


def _block(view: View, item: Item) -> None:
    match item.block:
        case SavedView() as saved:
            muted(_called(view, saved))
        case Passage(text):
            key = view.address.name(f"edit-text-{item.number}")

            def write() -> None:
                item.block = Passage(view.address.word(key).strip())

            st.text_area("Text", text, key=key, max_chars=TEXT_LENGTH, height=120, on_change=write)


def _called(view: View, saved: SavedView) -> str:
    told = story.read_view(saved, view.library.name)
    if not isinstance(told, Told):
        return f"A view of a page {saved.page!r}, which there is no more"
    return f"{told.page.title}: {part_of(view.corpus, told.selection).words}"


def _moves(draft: Draft, place: int) -> None:
    """Up, down, away, and a text after it."""
    items, item = draft.items, draft.items[place]
    last = len(items) - 1
    steps: tuple[tuple[str, str, bool, Callable[[], None]], ...] = (
        ("Up", ":material/arrow_upward:", place == 0, lambda: _swap(items, place, place - 1)),
        ("Down", ":material/arrow_downward:", place == last, lambda: _swap(items, place, place + 1)),
        ("Take out", ":material/delete:", False, lambda: items.remove(item)),
        ("Add text below", ":material/add:", False, lambda: items.insert(place + 1, Item(Passage("")))),
    )
    with st.container(horizontal=True, gap="small"):
        for label, icon, idle, step in steps:
            key = f"{label}-{item.number}"
            st.button(label, icon=icon, key=key, type="tertiary", disabled=idle, on_click=step)


def _swap(items: list[Item], one: int, other: int) -> None:
    items[one], items[other] = items[other], items[one]


def _draft(view: View) -> Draft:
    return view.address.remember("sharing.draft", Draft)
