"""How some authors differ."""

from lib.selection.options import COMPARE
from pages.shared import paragraphs
from pages.shared.counted import author_weights_of, counts_of
from pages.shared.frame import open_page, show, show_table
from pages.shared.grouping import group, rivals
from pages.shared.kept import charts, tables, words
from pages.shared.networks import read_network

view = open_page("Compare")
names = {str(profile): label for profile, label in view.corpus.labels.items()}
ours = rivals(view, view.several(COMPARE, names, 8))
topics, categories = group(view, "topic", 60), group(view, "category")
spans = tables.compare.span(view.papers, ours.rows, len(view.corpus.papers))
by_topic, terms = tables.compare.mix(ours.rows, topics.rows), tables.compare.apart(ours.rows, counts_of(view.corpus))
alike, shared = tables.compare.likeness(by_topic), tables.compare.shared(ours.rows, read_network(view))
paragraphs.draw(spans, by_topic, terms, shared, alike)

claims = tables.compare.claims(view.corpus.profiles, view.corpus.labels, tuple(spans["group"]))
show_table("What the headers claim", claims, words.compare.claims(claims))
show(charts.compare.span(spans, ours.styles), spans, words.compare.span(spans))
years = tables.compare.years(view.papers, ours.rows, view.corpus.as_of)
show(charts.compare.years(years, ours.styles), years, words.compare.years(years))
careers = tables.timeline.careers(view.papers, ours.rows, view.corpus.as_of)
show(charts.timeline.careers(careers, ours.styles), careers, words.timeline.careers(careers))
show(charts.compare.mix(by_topic, topics.styles, "topic"), by_topic, words.compare.mix(by_topic, "topic"))
show(charts.compare.likeness(alike, "topics"), alike, words.compare.likeness(alike, "topic"), least=3)
show(charts.compare.apart(terms, ours.styles), terms, words.compare.apart(terms))
mixed = tables.compare.mix(ours.rows, categories.rows)
show(charts.compare.mix(mixed, categories.styles, "category"), mixed, words.compare.mix(mixed, "category"))
code, covered = tables.compare.code(spans), tables.scores.coverage(view.papers, ours.rows)
show(charts.compare.code(code, ours.styles), code, words.compare.code(code))
show(charts.scores.coverage(covered, ours.styles), covered, words.scores.coverage(covered))
both = tables.compare.sharing(shared)
show(charts.compare.shared(both), both, words.compare.shared(shared), least=3)
like = tables.compare.similar(ours.rows, author_weights_of(view.corpus), view.corpus.labels)
show_table("Most like them", like, words.compare.similar(like))
