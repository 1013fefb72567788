"""What changed in a library between two moments, in things that a reader can name."""

from dataclasses import dataclass

from lib.corrections import Correction, Removed
from lib.store.state import Holding, State


@dataclass(frozen=True)
class Difference:
    """From one state to the next: dumps that came and went, corrections that were made and undone.

    `erased` says that the earlier state cannot be shown any more: something of it was erased for good.
    """

    came: tuple[Holding, ...]
    went: tuple[Holding, ...]
    corrected: tuple[Correction, ...]
    undone: tuple[Correction, ...]
    erased: bool = False


def difference(before: State, after: State, content_id: str) -> Difference | None:
    """What changed; None where nothing did. `content_id` is what the earlier state had when it was the present."""
    if after.content_id == content_id:
        return None
    old, new = {each.id: each for each in before.holdings}, {each.id: each for each in after.holdings}
    counted = {entry.number for entry in before.log if entry.undone_by is None}
    counts = {entry.number for entry in after.log if entry.undone_by is None}
    told = [entry for entry in after.log if not isinstance(entry.change, Removed)]  # those are dumps that went
    return Difference(
        came=tuple(each for name, each in new.items() if name not in old),
        went=tuple(each for name, each in old.items() if name not in new),
        corrected=tuple(entry for entry in told if entry.number in counts - counted),
        undone=tuple(entry for entry in told if entry.number in counted - counts),
        erased=before.content_id != content_id,
    )
