"""What is in the library, what its authors claim, and what could not be read."""

from lib import charts, tables, words
from pages.shared import cards, gauges
from pages.shared.frame import open_page, show, show_table

view = open_page("Overview")
gauges.draw(words.overview.gauges(tables.overview.summary(view.shown)))

authors = tables.overview.authors(view.shown)
cards.draw(authors, view.selection)

categories = tables.overview.categories(view.unpicked.papers)
show(
    charts.overview.categories(categories), categories, words.overview.categories(categories), picks="category", least=4
)

claimed = tables.overview.claimed(view.shown)
show(charts.overview.claimed(claimed), claimed, words.overview.claimed(claimed), picks="author", least=4)

doubts = tables.overview.doubts(view.shown)
show_table("What could not be read or is not certain", doubts, words.overview.doubts(doubts))

merged = tables.overview.merged(view.shown)
show_table("What was taken for one", merged, words.overview.merged(merged))

show_table("All authors", authors, words.overview.authors(authors))
