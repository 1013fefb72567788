"""Which dumps were put away: removal is an entry of the log, and so it can be undone like any other."""

from collections.abc import Iterable

from lib.corrections import Correction, Removed


def removals(log: Iterable[Correction]) -> dict[str, Correction]:
    """The dumps that readers put away, and the entry of the log that did it."""
    return {
        entry.dump_id: entry
        for entry in log
        if entry.dump_id and entry.undone_by is None and isinstance(entry.change, Removed)
    }
