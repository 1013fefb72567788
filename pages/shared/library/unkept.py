"""One file before it is kept: its own day and encoding, and the review of what was read in it."""

from datetime import date

import streamlit as st

from lib.corrections import apply_corrections
from lib.dumps.model import Dump
from lib.store import Upload
from lib.store.uploads import examine
from pages.shared.library import review
from pages.shared.library.batch import Batch, Item
from pages.shared.library.desk import Desk
from pages.shared.notice import muted, say
from pages.shared.stored import visitor
from pages.shared.view import View

ENCODINGS = ("utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "gb18030", "shift_jis", "euc_kr", "koi8-r", "mac_roman")


def draw(view: View, batch: Batch, items: list[Item]) -> None:
    """Let the reader open one of the files; those with doubts come first."""
    ordered = sorted(range(len(items)), key=lambda place: (-items[place].wanting, place))
    place = st.selectbox(
        "Look at a file before it is kept",
        ordered,
        format_func=lambda place: _called(items[place]),
        index=0 if len(items) == 1 else None,
        placeholder="Choose a file; those with doubts come first",
        key=view.address.name(f"look.{batch.version}"),
    )
    if place is not None:
        _open(view, batch, items[place])


def _called(item: Item) -> str:
    return f"{item.name} ({item.wanting} to look at)" if item.wanting else item.name


def _open(view: View, batch: Batch, item: Item) -> None:
    if item.content:
        _reading(view, batch, item)
    report = item.report
    if report is None or report.status == "refused":
        say(report.message if report else "It is read anew.", ":material/error:")
        return
    dumps = _dumps(item.upload(batch.day), item.digest)
    chosen = dumps[0]
    if len(dumps) > 1:
        chosen = st.selectbox(
            f"{len(dumps)} dumps were pasted together in this file",
            dumps,
            format_func=lambda dump: f"From line {dump.first_line}: {dump.owner.name or 'unknown author'}",
            key=view.address.name(f"part.{item.digest}"),
        )
    review.draw(view, _desk(item, chosen))


def _reading(view: View, batch: Batch, item: Item) -> None:
    """When this file was copied, and how its bytes are read as text."""
    mark = item.digest[:16]
    day_key, encoding_key = view.address.name(f"item-day.{mark}"), view.address.name(f"encoding.{mark}")

    def dated() -> None:
        day = date.fromisoformat(view.address.word(day_key))
        item.day, item.report = day, None

    def encoded() -> None:
        item.encoding, item.report = view.address.word(encoding_key) or None, None

    found = item.report.encoding if item.report else None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.date_input(
            "This one was copied on",
            item.day or batch.day,
            key=day_key,
            min_value=date(2000, 1, 1),
            max_value="today",
            width=220,
            on_change=dated,
        )
        st.selectbox(
            f"Encoding ({'said' if item.encoding else 'found'}: {found or 'none'})",
            ENCODINGS,
            index=None,
            key=encoding_key,
            accept_new_options=True,
            placeholder="Read it as …",
            width=260,
            on_change=encoded,
        )
        st.button("Leave it out", key=f"leave-out.{mark}", on_click=lambda: batch.items.remove(item))
    if item.encoding:
        muted("Its encoding was said by you. Empty the field to let it be found again.")


@st.cache_resource(max_entries=4, show_spinner=False)
def _parsed(_upload: Upload, digest: str, name: str, day: date, encoding: str) -> tuple[Dump, ...]:  # noqa: ARG001 - the key
    return examine(_upload, day).dumps


def _dumps(upload: Upload, digest: str) -> tuple[Dump, ...]:
    return _parsed(upload, digest, upload.file, upload.captured, upload.encoding or "")


def _desk(item: Item, dump: Dump) -> Desk:
    """Where the dump is corrected before it is kept: the corrections are kept with it."""
    log = tuple(entry for entry in item.corrections if entry.dump_id == dump.id)
    return Desk(
        apply_corrections(dump, log),
        log,
        lambda changes, target: item.correct(changes, target, dump.id, visitor().signature),
        item.undo,
    )
