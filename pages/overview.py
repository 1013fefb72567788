"""What is in the library, and what could not be read."""

from pages.shared.frame import open_page

view = open_page("Overview")
