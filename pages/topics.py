"""What the papers are about."""

import streamlit as st

from lib.selection.options import MEASURE
from pages.shared import in_view, topics_bar
from pages.shared.frame import open_page, show, show_table
from pages.shared.grouping import group
from pages.shared.kept import charts, tables, words
from pages.shared.topical import styles_of

view = open_page("Topics")
frames = topics_bar.draw(view)
look, why = styles_of(frames), frames["topics"]["why_k"].iloc[0]

if len(frames["topics"]) < 2:
    own = tables.topics.own_terms(frames, view.papers)
    show_table("Each paper's own words", own, words.topics.own_terms(why))
    st.stop()

authors, measure = group(view, "author"), view.option(MEASURE)
spots = tables.topics.places(frames, view.unpicked, authors.rows)
show(charts.topics.places(spots, look, authors.marks), spots, words.topics.places(spots, authors.key), picks="paper")
sizes = tables.topics.sizes(frames, view.unpicked)
show(charts.topics.sizes(sizes, look), sizes, words.topics.sizes(sizes), picks="topic")
in_view.draw(view)
show_table("Topic by topic", tables.topics.details(sizes), words.topics.details(sizes))
terms = tables.topics.terms(frames)
show(charts.topics.terms(terms, look), terms, words.topics.terms(terms))
periods = tables.timeline.per_period(view.papers, tables.topics.groups(frames), "year", view.corpus.as_of)
show(charts.timeline.per_period(periods, look, measure), periods, words.timeline.per_period(periods, "year", 0))
mix = tables.topics.by_author(frames, authors.rows)
show(charts.topics.by_author(mix), mix, words.topics.by_author(mix))
evidence = tables.topics.evidence(frames)
show(charts.topics.evidence(evidence), evidence, words.topics.evidence(evidence, why))
close = tables.topics.borderline(tables.topics.places(frames, view.shown, authors.rows))
show(charts.topics.borderline(close, look), close, words.topics.borderline(close), picks="paper")
branches = tables.topics.tree(frames)
show(charts.topics.tree(branches, look), branches, words.topics.tree(branches))
