"""Papers of a large library written by a process of its own: 20,000 take ten seconds, and nobody waits for others."""

from lib.export.formats import Format
from lib.opening.wanted import Wanted
from lib.work import Order


def order_papers(wanted: Wanted, chosen: Format) -> Order:
    """The papers of this part of a library, as `chosen.write` writes them."""
    return Order(f"The {chosen.label} file", "lib.export", (chosen.name, wanted.to_words()))
