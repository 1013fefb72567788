"""Search, filter and read papers: one opened, or all of them to leaf through."""

from lib import tables
from lib.selection.options import SORT
from pages.shared import reader, shelf
from pages.shared.frame import open_page

ORDERS = {"newest": "Newest", "oldest": "Oldest", "score": "Score", "title": "Title"}
view = open_page("Papers")
order = tables.papers.order(view.papers, view.option(SORT, ORDERS))

if view.selection.paper:
    reader.draw(view, order)
else:
    shelf.draw(view, order)
