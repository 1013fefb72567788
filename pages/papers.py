"""Search, filter and read papers."""

from pages.shared.frame import open_page

view = open_page("Papers")
