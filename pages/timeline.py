"""When the papers were published."""

from lib.selection.options import BY, MEASURE, PER, WINDOW
from pages.shared import in_view
from pages.shared.frame import open_page, show
from pages.shared.grouping import group
from pages.shared.kept import charts, tables, words

view = open_page("Timeline")
by, per, measure, window = (view.option(option) for option in (BY, PER, MEASURE, WINDOW))
groups, as_of = group(view, by), view.corpus.as_of

every = tables.timeline.every_paper(view.unpicked.papers, groups.rows)
show(charts.timeline.every_paper(every, groups.styles), every, words.timeline.every_paper(every), picks="paper")
in_view.draw(view)

periods = tables.timeline.per_period(view.papers, groups.rows, per, as_of)
show(
    charts.timeline.per_period(periods, groups.styles, measure),
    periods,
    words.timeline.per_period(periods, per, groups.shared),
)

pace = tables.timeline.course(view.papers, per, as_of, int(window))
show(charts.timeline.course(pace, per), pace, words.timeline.course(pace, per, int(window)))

sums = tables.timeline.cumulative(view.papers, groups.rows)
show(charts.timeline.cumulative(sums, groups.styles), sums, words.timeline.cumulative(sums))

authors = group(view, "author")
careers = tables.timeline.careers(view.papers, authors.rows, as_of)
show(charts.timeline.careers(careers, authors.styles), careers, words.timeline.careers(careers, authors.others))

months = tables.timeline.calendar(view.papers, as_of)
show(charts.timeline.calendar(months), months, words.timeline.calendar(months))
