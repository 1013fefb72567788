"""Take a view away: a report that needs no server, and its papers for other programs."""

from pages.shared.frame import open_page
from pages.shared.sharing import downloads

view = open_page("Share")
downloads.draw(view)
