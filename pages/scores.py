"""How the scores are spread."""

from lib import charts, tables, words
from lib.selection.options import GROUP, SHAPE
from lib.statistics import MINIMUM_FOR_STEPS
from pages.shared.frame import open_page, show, show_table
from pages.shared.grouping import group
from pages.shared.notice import muted

view = open_page("Scores")
groups, shape = group(view, view.option(GROUP)), view.option(SHAPE)
muted(words.scores.caution(view.papers))
draw, say = charts.scores, words.scores

every = tables.scores.every_paper(view.unpicked, groups.rows)
show(draw.every_paper(every, groups.styles), every, say.every_paper(every), picks="paper")

scores = tables.scores.every_paper(view.shown, groups.rows)
curves, spread = tables.scores.ridgeline(scores), tables.scores.by_group(scores, shape)
match tables.scores.choose_shape(shape, scores):
    case "ecdf":
        steps = tables.scores.distribution(scores)
        show(draw.distribution(steps, groups.styles), steps, say.distribution(steps), least=MINIMUM_FOR_STEPS)
    case "histogram":
        bins = tables.scores.histogram(view.papers)
        show(draw.histogram(bins), bins, say.histogram(bins))
    case "ridgeline":
        show(draw.ridgeline(curves, scores, groups.styles), curves, say.ridgeline(curves, scores))
    case _:
        show(draw.by_group(spread, scores, curves, groups.styles), spread, say.by_group(spread))
found = tables.scores.compared(scores)
pairs, dated = tables.scores.comparison(found, scores), tables.scores.against_date(scores)
show(draw.comparison(pairs), pairs, say.comparison(pairs, found))
show(draw.against_date(dated, groups.styles), dated, say.against_date(dated, tables.scores.trend(dated)), picks="paper")
covered, unscored = (make(view.papers, groups.rows) for make in (tables.scores.coverage, tables.scores.unscored))
show(draw.coverage(covered, groups.styles), covered, say.coverage(covered), least=2)
show_table("Papers without a score", unscored, say.unscored(unscored))
claims = tables.scores.headers(view.corpus, (*view.selection.authors, *view.picked("author")))
show(draw.headers(claims), claims, say.headers(claims), picks="author")
