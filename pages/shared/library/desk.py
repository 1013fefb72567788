"""Where a dump is corrected: in the store, before it is kept, or not at all. The review looks the same at each.

A correction says what its author saw. If somebody else corrected the same thing meanwhile, theirs is shown and the
reader decides: nothing is overwritten unseen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st

from lib.corpus.decisions import Decision, problem_key
from lib.corrections import Change, Correction, Target, target_of
from lib.corrections.words import describe
from lib.dumps.model import Dump, Problem
from lib.errors import ConflictError
from lib.store import Draft, newest
from pages.shared.notes import attempt
from pages.shared.notice import say
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View

Correct = Callable[[Sequence[Change], Target | None], None]
Undo = Callable[[int], None]


@dataclass(frozen=True)
class Desk:
    """A dump with its corrections made, their log, and the ways to add and undo one (None where nobody may)."""

    dump: Dump
    log: tuple[Correction, ...]
    correct: Correct | None = None
    undo: Undo | None = None

    @property
    def counting(self) -> tuple[Correction, ...]:
        """The corrections that were not undone."""
        return tuple(entry for entry in self.log if entry.undone_by is None)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What nobody has settled or dismissed, problems before notes."""
        keys = {entry.target for entry in self.counting}
        open_ones = (problem for problem in self.dump.problems if dismissal(self.dump, problem).key not in keys)
        return tuple(sorted(open_ones, key=lambda problem: (problem.severity == "note", problem.line)))


def dismissal(dump: Dump, problem: Problem) -> Target:
    """What a dismissal of this problem is about."""
    return target_of(dismiss(dump, problem))


def dismiss(dump: Dump, problem: Problem) -> Change:
    """That the problem is none."""
    return Decision("problem", dump.id, problem_key(problem), "dismissed")


@dataclass
class Stale:
    """Corrections that came second, until their author has decided."""

    drafts: list[Draft] = field(default_factory=list)
    library_id: str = ""


def desk_in_store(view: View, dump_id: str) -> Desk:
    """The desk of a dump that is in the library; its dump is the one that the library shows."""
    library = view.library.stored
    dump = view.library.dumps[dump_id]
    if library is None:
        return Desk(dump, ())
    log = open_shared().corrections.log(visitor(), library.id, dump_id)
    if not view.may("editor"):
        return Desk(dump, log)

    def correct(changes: Sequence[Change], target: Target | None) -> None:
        keep(view, [Draft(change, dump_id, target, seen=_seen(log, change, target, dump_id)) for change in changes])

    return Desk(dump, log, correct, lambda number: undo(view, number))


def _seen(log: Sequence[Correction], change: Change, target: Target | None, dump_id: str) -> int | None:
    return newest(log, target or target_of(change), dump_id)


def keep(view: View, drafts: Sequence[Draft]) -> None:
    """Add corrections of one target to the library's log, or show what somebody else said first."""
    attempt(view, lambda: _keep(view, drafts))


def _keep(view: View, drafts: Sequence[Draft]) -> str:
    library, stale = view.library.stored, _stale(view)
    assert library is not None  # noqa: S101 - samples have no desk that corrects
    stale.drafts, seen = [], drafts[0].seen if drafts else None
    for place, draft in enumerate(drafts):
        try:
            seen = open_shared().corrections.add(visitor(), library.id, replace(draft, seen=seen)).number
        except ConflictError:
            stale.drafts, stale.library_id = list(drafts[place:]), library.id
            raise
    return "\n".join(f"Kept: {describe(draft.change)}." for draft in drafts)


def undo(view: View, number: int) -> None:
    """Take back one entry of the library's log."""

    def take_back() -> str:
        library = view.library.stored
        assert library is not None  # noqa: S101 - samples have no log
        open_shared().corrections.undo(visitor(), library.id, number)
        return "Undone. It stays in the log as undone."

    attempt(view, take_back)


def draw_stale(view: View) -> None:
    """The decision that a reader who came second has to make."""
    stale = _stale(view)
    library = view.library.stored
    if library is None or stale.library_id != library.id:
        return
    if stale.drafts:
        mine = "; ".join(describe(draft.change) for draft in stale.drafts)
        say(f"Yours was: {mine}. Keep it in place of theirs?", ":material/help:")
        with st.container(horizontal=True):
            st.button("Leave theirs", key="leave-theirs", on_click=stale.drafts.clear)
            st.button("Make mine after all", key="make-mine", on_click=lambda: keep(view, _fresh(view, stale.drafts)))


def _fresh(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of somebody who has seen what is in the log now."""
    library = view.library.stored
    assert library is not None  # noqa: S101 - it was refused by the store
    log = open_shared().corrections.log(visitor(), library.id, drafts[0].dump_id)
    about = drafts[0].target or target_of(drafts[0].change)
    return [replace(draft, seen=newest(log, about, draft.dump_id)) for draft in drafts]


def _stale(view: View) -> Stale:
    return view.address.remember("library.stale", Stale)
