"""How the scores are spread."""

from lib.selection.options import GROUP, SHAPE
from pages.shared import shapes
from pages.shared.frame import open_page, show, show_table
from pages.shared.grouping import group
from pages.shared.kept import charts, tables, words
from pages.shared.notice import muted

view = open_page("Scores")
groups = group(view, view.option(GROUP))
view.option(SHAPE, shapes.LABELS)
muted(words.scores.caution(view.unpicked.papers))

every = tables.scores.every_paper(view.unpicked, groups.rows)
show(charts.scores.every_paper(every, groups.styles), every, words.scores.every_paper(every), picks="paper")

scores = tables.scores.every_paper(view.shown, groups.rows)
shapes.draw(view, scores, groups)

found = tables.scores.compared(scores)
pairs = tables.scores.comparison(found, scores)
show(charts.scores.comparison(pairs), pairs, words.scores.comparison(pairs, found), least=3)

dated = tables.scores.against_date(scores)
trend = words.scores.against_date(dated, tables.scores.trend(dated))
show(charts.scores.against_date(dated, groups.styles), dated, trend, least=3)

covered = tables.scores.coverage(view.papers, groups.rows)
show(charts.scores.coverage(covered, groups.styles), covered, words.scores.coverage(covered), least=2)

without = tables.scores.unscored(view.papers, groups.rows)
show_table("Papers without a score", without, words.scores.unscored(without, covered))

claims = tables.scores.headers(view.corpus, (*view.selection.authors, *view.picked("author")))
show(charts.scores.headers(claims), claims, words.scores.headers(claims), picks="author", least=11)
