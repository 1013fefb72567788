"""What was made once and will be asked for again: shared by all sessions, read-only, and bounded in bytes.

Streamlit's own caches hash every argument on every run, and take samples of large frames when they do. Here a frame, a
corpus or a figure is known by being the same object, which costs nothing and cannot be mistaken: what the key names is
held for as long as the key is. Words and numbers are known by their value.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import ParamSpec, TypeVar, cast

import pandas as pd
import plotly.graph_objects as go

P = ParamSpec("P")
T = TypeVar("T")
BUDGET = 400_000_000  # bytes of frames and figures
LEAST = 2_000  # bytes that anything is taken to need
POINT = 100  # bytes of one point of a figure with its words


@dataclass(frozen=True)
class Kept:
    """A result, what its key names, and how many bytes it takes."""

    result: object
    named: tuple[object, ...]
    size: int


class Memory:
    """Results by key; those asked for longest ago go first when there are too many bytes."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._budget = budget
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()
        self._turns: dict[Hashable, threading.RLock] = {}  # one for each result that is being made

    def once(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the function makes of these arguments, made the first time only; it must depend on nothing else."""
        named = (*args, *kwargs.values())
        key = (function, tuple(kwargs), *map(identify, named))
        return self.recall(key, lambda: function(*args, **kwargs), named)

    def recall(self, key: Hashable, make: Callable[[], T], named: tuple[object, ...] = ()) -> T:
        """What was made for this key, or is made now; `named` are the objects that the key knows by their identity.

        Whoever asks for the same while it is made waits for it; when making it fails, the next one tries.
        """
        with self._lock:
            if key in self._kept:
                return cast("T", self._find(key))
            turn = self._turns.setdefault(key, threading.RLock())
        with turn:
            with self._lock:
                if key in self._kept:
                    return cast("T", self._find(key))
            try:
                result = make()
                with self._lock:
                    self._keep(key, Kept(result, named, weigh(result, _held(named))))
            finally:
                with self._lock:
                    self._turns.pop(key, None)
        return result

    def _find(self, key: Hashable) -> object:
        self._kept.move_to_end(key)
        return self._kept[key].result

    def _keep(self, key: Hashable, kept: Kept) -> None:
        self._kept[key] = kept
        self._size += kept.size
        while self._size > self._budget and len(self._kept) > 1:
            self._size -= self._kept.popitem(last=False)[1].size


def identify(value: object) -> Hashable:
    """What tells the value from others: itself where it is made of words and numbers, else which object it is."""
    if isinstance(value, str | int | float | date | None):
        return type(value).__name__, value
    if isinstance(value, tuple | list):
        return type(value).__name__, *map(identify, value)
    if isinstance(value, Mapping):
        return "mapping", *((identify(name), identify(each)) for name, each in value.items())
    if is_dataclass(value) and type(value).__hash__ is not object.__hash__:  # frozen, and compared by value
        return type(value).__name__, *(identify(getattr(value, field.name)) for field in fields(value))
    return "object", id(value)


def weigh(value: object, seen: set[int]) -> int:
    """About how many bytes the value takes beside what was seen."""
    if id(value) in seen:
        return 0
    seen.add(id(value))
    if isinstance(value, pd.DataFrame):
        return LEAST + int(value.memory_usage(index=False).sum())
    if isinstance(value, go.Figure):
        return LEAST + POINT * sum(len(trace["x"]) for trace in value.data if "x" in trace and trace["x"] is not None)
    if isinstance(value, Mapping):
        return LEAST + sum(weigh(each, seen) for each in value.values())
    if is_dataclass(value):
        return LEAST + sum(weigh(getattr(value, field.name), seen) for field in fields(value))
    return LEAST


def _held(named: tuple[object, ...]) -> set[int]:
    """What is kept with the key anyway: a result that is a part of it, or the whole, takes nothing more."""
    seen: set[int] = set()
    for each in named:
        weigh(each, seen)
    return seen


MEMORY = Memory()
once, recall = MEMORY.once, MEMORY.recall
