"""One profile over time: what changed between two of its captures, in a sentence, as figures and as tables."""

import pandas as pd
import streamlit as st

from lib.selection.options import PROFILE, SINCE, UNTIL
from lib.words.phrases import name_day
from pages.shared.frame import show, show_table
from pages.shared.kept import charts, tables, words
from pages.shared.notice import prose, say
from pages.shared.view import View


def draw(view: View) -> None:
    """Two captures of one profile side by side; the newest two of the most captured one to begin with."""
    several = tables.captures.several(view.corpus)
    if several.empty:
        say("No profile here has more than one capture. Bring in a later dump of an author's page to see what changed.")
        return
    labels = view.corpus.labels
    names = {str(profile): f"{labels[str(profile)]} ({count} captures)" for profile, count in several.items()}
    profile = view.one_of(PROFILE, names, default=next(iter(names)))
    captured = tables.captures.captured(view.corpus, profile).set_index("dump_id")
    days = {str(dump): f"{name_day(row['captured'])}, {row['file']}" for dump, row in captured.iterrows()}
    *_, before, newest = days
    one, other = view.one_of(SINCE, days, default=before), view.one_of(UNTIL, days, default=newest)
    if not (profile and one and other) or one == other:
        say("Choose two captures of one profile.")
        return
    one, other = (each for each in days if each in (one, other))  # whichever was chosen first, time goes forward
    header = tables.captures.header(view.corpus, one, other)
    papers = tables.captures.papers(view.corpus, one, other)
    st.subheader("What changed", anchor=False)
    since, until = (pd.Timestamp(captured["captured"][each]) for each in (one, other))
    prose(words.captures.between(header, papers, (since, until)))
    show_table("Header figures", header, words.captures.header(header))
    history, scores = tables.captures.history(view.corpus, profile), tables.captures.scores(papers)
    show(charts.captures.history(history), history, words.captures.history(history), least=2)
    drawn = charts.captures.scores(scores, (name_day(since), name_day(until)))
    show(drawn, scores, words.captures.scores(scores))
    show_table("Papers in the two captures", papers, words.captures.papers(papers))
