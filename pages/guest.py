"""One dashboard, for whoever has a link to it: no account, no other page, and nothing else of the library."""

from pages.shared.frame import open_by_link
from pages.shared.group import guest

guest.draw(*open_by_link("Guest"))
