"""Files to take away: written here where that is quick, else by a process, which the page follows until it is done.

Whoever asks for the same file while it is written, or soon after, gets the same one.
"""

import atexit
import shutil
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import streamlit as st

from lib import words
from lib.work import Order
from pages.shared.address import Address
from pages.shared.notice import say
from pages.shared.work import Running, watch

KEPT = 24  # files that stay until others take their place


@dataclass(frozen=True)
class Offer:
    """A file: what its button says, what it is called in a sentence, its name and kind, and the order to write it.

    `here` writes it in this process, and is given only where that takes less than 0.3 s.
    """

    label: str
    noun: str
    file: str
    mime: str
    order: Order
    here: Callable[[], bytes] | None = None


def offer(address: Address, key: str, offers: Sequence[Offer]) -> None:
    """A button for each file; below, of those that were asked for, how far they are, and then the way to save them."""
    asked = address.remember("making", set[Order])
    with st.container(horizontal=True):
        for each in offers:
            name = address.name(f"{key}.{each.label}")
            if each.here is not None:
                st.download_button(each.label, each.here, each.file, each.mime, key=name, on_click="ignore")
            elif each.order not in asked:
                st.button(each.label, key=name, on_click=asked.add, args=(each.order,))
    for each in offers:
        if each.order in asked and each.here is None:
            _follow(each, address.name(f"{key}.{each.label}"))


def _follow(offer: Offer, key: str) -> None:
    """How far the file is; the way to save it; or why there is none."""
    running = _written(offer.order)
    if not running.future.done():
        watch(running, offer.order.name)
    elif error := running.future.exception():
        say(f"Making {offer.noun} failed. {error}", ":material/error:")
        st.button("Try again", key=f"{key}.again", on_click=_written.clear, args=(offer.order,))
    else:
        path = running.future.result()
        size = words.library.bytes_of(path.stat().st_size)
        st.download_button(
            f"Save {offer.noun} ({size})",
            path.read_bytes,
            offer.file,
            offer.mime,
            icon=":material/download:",
            key=f"{key}.save",
            on_click="ignore",
        )


def _forget(running: Running[Path]) -> None:
    if running.future.done() and not running.future.exception():
        running.future.result().unlink(missing_ok=True)


@st.cache_resource(max_entries=KEPT, show_spinner=False, on_release=_forget)
def _written(order: Order) -> Running[Path]:
    file = _folder() / uuid4().hex
    return Running(lambda: order.write(file), lambda: file, turn())


@st.cache_resource
def turn() -> threading.Semaphore:
    """Files are made one after the other, and no page waits behind them for what it is to show."""
    return threading.Semaphore(1)


@st.cache_resource
def _folder() -> Path:
    """Where the files of this server are, for nobody else on the machine, and as long as it runs."""
    folder = Path(mkdtemp(prefix="oeuvre-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
