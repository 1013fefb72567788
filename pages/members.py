"""Who may do what in a library, who has a link to one of its dashboards, and who did what."""

from pages.shared import notes
from pages.shared.frame import open_page
from pages.shared.group import audit, links, members

view = open_page("Members")
notes.draw(view)
if members.draw(view):
    links.draw(view)
    audit.draw(view)
