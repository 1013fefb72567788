"""Large libraries on their way in, or being copied: by processes, which go on whether or not somebody looks."""

import shutil
import weakref
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import streamlit as st

from lib.errors import OeuvreError
from lib.store import Actor, Library
from lib.store.outside import written_whole
from lib.store.whole import order_copy, order_import
from lib.work import Order
from pages.shared.address import Address
from pages.shared.making import turn
from pages.shared.stored import open_shared, visitor
from pages.shared.work import Running, watch


class Errand:
    """A library in the making: what makes it, and the folder of what came in, which stays as long as this does."""

    def __init__(self, order: Order, folder: Path) -> None:
        self.order = order
        self._made = folder / "made"
        self.start()
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)

    def start(self) -> None:
        """Begin, or try again what failed; the id of the library that was made is the result."""
        self.running = Running(lambda: self.order.write(self._made), self._made.read_text, turn())


def import_apart(address: Address, actor: Actor, content: bytes, name: str) -> str:
    """Begin to take in the library in this file; "" for the name that it had. Nothing is to be said yet."""
    folder = Path(mkdtemp(prefix="oeuvre-"))
    file = folder / "library"
    with written_whole(file) as stream:
        stream.write(content)
    _errands(address).append(Errand(order_import(actor, file, name), folder))
    return ""


def copy_apart(address: Address, actor: Actor, library: Library, name: str) -> str:
    """Begin to copy the library. Nothing is to be said yet."""
    _errands(address).append(Errand(order_copy(actor, library, name), Path(mkdtemp(prefix="oeuvre-"))))
    return ""


def draw(address: Address, go: Callable[[Library], None]) -> None:
    """How far each is; then the way to the library that it made, by `go`, or why there is none."""
    errands = _errands(address)
    for number, errand in enumerate(tuple(errands)):
        running = errand.running
        if not running.future.done():
            watch(running, errand.order.name)
            continue
        with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
            _ended(errand, go, f"errand.{number}")
            st.button(
                "Dismiss", key=f"errand.{number}.dismiss", type="tertiary", on_click=errands.remove, args=(errand,)
            )


def _ended(errand: Errand, go: Callable[[Library], None], key: str) -> None:
    error = errand.running.future.exception()
    if error:
        st.text(f"{errand.order.name} failed, and nothing was changed. {error}", width="stretch")
        st.button("Try again", key=f"{key}.again", on_click=errand.start)
        return
    try:
        library = open_shared().libraries.get(visitor(), errand.running.future.result())
    except OeuvreError as gone:  # somebody deleted it since
        st.text(str(gone), width="stretch")
        return
    st.text(f"“{library.name}” is here, with its corrections.", width="stretch")
    st.button("Open it", key=f"{key}.open", on_click=go, args=(library,))


def _errands(address: Address) -> list[Errand]:
    return address.remember("library.errands", list[Errand])
