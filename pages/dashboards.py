"""What was found and saved: every dashboard of the library, or one of them with what others say about it."""

from lib.selection.options import DASHBOARD
from pages.shared import notes
from pages.shared.frame import open_page
from pages.shared.sharing import board, listing

view = open_page("Dashboards")
notes.draw(view)
if view.selection.get(DASHBOARD):
    board.draw(view)
else:
    listing.draw(view)
