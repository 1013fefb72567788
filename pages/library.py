"""Bring dumps in, review and correct what was read, follow a profile over time, and look after libraries."""

from lib.selection.options import PART
from pages.shared import notes
from pages.shared.frame import open_page
from pages.shared.library import captures, holdings, libraries, log, same, sample

PARTS = {
    "dumps": "Dumps",
    "captures": "Over time",
    "same": "Same or not",
    "log": "Corrections",
    "libraries": "Libraries",
}

view = open_page("Library")
part = view.option(PART, PARTS)
notes.draw(view)
sample.draw(view)
match part:
    case "captures":
        captures.draw(view)
    case "same":
        same.draw(view)
    case "log":
        log.draw(view)
    case "libraries":
        libraries.draw(view)
    case _:
        holdings.draw(view)
