"""What pages use of lib: the triple and the network, each call of which is made once (see memory).

A page reads as if it computed everything on every run, and a rerun costs no more than drawing.
"""

from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

from pages.shared.memory import once

if TYPE_CHECKING:
    from lib import charts, network, tables, words
else:
    import lib.charts
    import lib.network
    import lib.tables
    import lib.words

    class _Kept:
        """A module or package whose functions are made once for the same arguments."""

        def __init__(self, module: ModuleType) -> None:
            self._module = module

        def __getattr__(self, name: str) -> "_Kept | Callable[..., object] | object":
            found = getattr(self._module, name)
            if isinstance(found, ModuleType):
                found = _Kept(found)
            elif callable(found) and not isinstance(found, type):
                found = partial(once, found)
            setattr(self, name, found)
            return found

    charts, tables, words = _Kept(lib.charts), _Kept(lib.tables), _Kept(lib.words)
    network = _Kept(lib.network)

__all__ = ["charts", "network", "tables", "words"]
