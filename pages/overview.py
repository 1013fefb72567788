"""What is in the library, what its authors claim, and what could not be read."""

from pages.shared import cards, gauges
from pages.shared.frame import open_page, show, show_table, side_by_side
from pages.shared.kept import charts, tables, words

view = open_page("Overview")
gauges.draw(words.overview.gauges(tables.overview.summary(view.shown)))

authors = tables.overview.authors(view.shown)
cards.draw(authors, view.selection)
show_table("All authors in numbers", authors, words.overview.authors(authors), folded=True)

pair = side_by_side()
with pair.cell():
    sizes = tables.overview.categories(view.unpicked.papers)
    show(charts.overview.categories(sizes), sizes, words.overview.categories(sizes), picks="category", least=4)
with pair.cell():
    claimed = tables.overview.claimed(tables.overview.authors(view.unpicked))
    show(charts.overview.claimed(claimed), claimed, words.overview.claimed(claimed), picks="author", least=4)

doubts = tables.overview.doubts(view.shown)
show_table("What could not be read or is not certain", doubts, words.overview.doubts(doubts))

merged = tables.overview.merged(view.shown)
show_table("What was taken for one", merged, words.overview.merged(merged))
