"""What a reader can say about topics: how many there are, and what each is called."""

import streamlit as st

from lib.selection.options import NAMES, TOPICS_FROM, K
from pages.shared.memory import once
from pages.shared.topical import Frames, topics_of
from pages.shared.view import View

MOST = 20  # topics that the slider offers; a link may ask for more


def draw(view: View) -> Frames:
    """The frames of the topics that the reader asks for, after the controls that ask for them."""
    view.option(TOPICS_FROM)
    frames = topics_of(view.corpus, view.selection)
    choose_k(view, frames)
    name_topics(view, frames)
    return frames


def choose_k(view: View, frames: Frames) -> None:
    """The slider that overrules the suggestion; the suggestion itself is left out of the link."""
    papers = len(frames["placed"])
    if papers >= 10:
        view.number(K, (2, min(MOST, papers // 2)), once(_suggested, frames))


def _suggested(frames: Frames) -> int:
    """How many topics the evidence speaks for; without any, as many as there are."""
    evidence = frames["evidence"]
    if not len(evidence):
        return len(frames["topics"])
    return int(evidence.loc[evidence["verdict"] == "suggested", "k"].max())


def name_topics(view: View, frames: Frames) -> None:
    """A form that renames one topic; the name is part of the link, and so of every dashboard that holds it."""
    labels = once(_labels, frames)
    address = view.address
    opened = view.bar.popover("Rename a topic", icon=":material/edit:", key="rename.open", on_change="rerun")
    if not opened.open:
        return
    with opened:
        topic = st.selectbox("Topic", list(labels), format_func=labels.__getitem__, key="rename.topic")
        with st.form("rename", border=False, clear_on_submit=True):
            st.text_input("Call it", key="rename.name", max_chars=60, placeholder="Leave empty for the suggested label")
            st.form_submit_button("Rename", on_click=lambda: _rename(view, topic, address.word("rename.name")))


def _labels(frames: Frames) -> dict[str, str]:
    return {str(topic): label for topic, label in frames["topics"][["topic", "label"]].itertuples(index=False)}


def _rename(view: View, topic: str, name: str) -> None:
    kept = [pair for pair in view.selection.get(NAMES) if pair.partition("=")[0] != topic]
    names = (*kept, f"{topic}={name.strip()}") if name.strip() else tuple(kept)
    view.address.choose(lambda now: now.set(NAMES, names))
