"""Search, filter and read papers: one opened, or all of them to leaf through."""

from lib.selection.options import SORT
from pages.shared import reader, shelf
from pages.shared.frame import open_page
from pages.shared.kept import tables

ORDERS = {"oldest": "Oldest", "score": "Score", "title": "Title"}
FOUND, ALL = {"relevance": "Best match", "newest": "Newest", **ORDERS}, {"relevance": "Newest", **ORDERS}
view = open_page("Papers")
answers = view.part.found.papers["paper_id"] if view.part.found else None
order = tables.papers.order(view.papers, view.option(SORT, FOUND if answers is not None else ALL), answers)

if view.selection.paper:
    reader.draw(view, order)
else:
    shelf.draw(view, order)
