"""The top of every page: its question, what is in view in words, what is missing, and what was picked."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

import streamlit as st

from lib.corpus import Corpus
from lib.selection import Selection
from pages.shared.address import Address
from pages.shared.cached import Library, Part, sample_titles
from pages.shared.contents import Page, page_called
from pages.shared.notice import SERIF, say
from pages.shared.registered import way_to
from pages.shared.sidebar import cleared

WELCOME = """
This library is empty. Oeuvre shows what authors have written: their topics, years and scores, and how they compare.
It reads **profile dumps**: the author pages of a paper-listing site, copied as text.

1. Open an author's page on the site, select all of it (Ctrl+A) and copy it (Ctrl+C).
2. Paste it into a text file and save it: one file for each author. The header with the figures is welcome, not needed.
3. Bring the files in on the page **Library**, or with `python -m lib import FILE… --library NAME`.

Every line is accounted for: what cannot be read is listed with its file and line, and nothing is dropped in silence.
"""
_EYEBROW = "font-size:.8rem;letter-spacing:.09em;text-transform:uppercase;opacity:.75"
_QUESTION = (
    f"font-family:{SERIF};font-size:clamp(1.6rem,4.5vw,2.15rem);line-height:1.2;padding:.15rem 0 .35rem;margin:0"
)
MANY = 12  # picks of one kind that stand as chips of their own; more share one


def draw(page: Page, caption: str) -> None:
    """The page's name, the question it answers, and what is in view."""
    st.html(
        f'<div style="{_EYEBROW}">{escape(page.title)}</div>'
        f'<h1 style="{_QUESTION}">{escape(page.question)}</h1>'
        f'<div style="font-size:.9rem;opacity:.8">{escape(caption)}</div>'
    )


def caption(library: Library, part: Part) -> str:
    """Which library it is, and how much of it is in view."""
    if not library.dumps:
        return f"{library.title} · nothing in it yet"
    return f"{library.title} · {len(part.shown.papers):,} of {len(library.corpus.papers):,} papers · {part.words}"


def complain(sentences: Sequence[str], address: Address) -> None:
    """What the link names and is not there, and the offer to show everything instead."""
    if not sentences:
        return
    say("\n".join(sentences), ":material/link_off:")
    st.button("Show the whole library", key="everything", on_click=lambda: address.choose(whole))


def no_library(name: str, titles: Mapping[str, str], trouble: str, who: str) -> None:
    """That a link names a library that is not here; `trouble` says why the store's libraries cannot be seen.

    `who` is the person that signed in, who may not be let in: whether there is such a library is not told then.
    """
    say(f"There is no library “{name}” here; there are {', '.join(titles.values())}.")
    if who:
        say(f"Or you, {who}, may not read it, or no longer. Its owners can let you in.", ":material/lock:")
    if trouble:
        say(trouble, ":material/error:")
    st.page_link(way_to(page_called("Overview")), label="Overview of the first library", icon=":material/home:")


def refused(reason: str) -> None:
    """That the page ends here because it may or can not go on, and the ways on."""
    say(reason, ":material/block:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Try again", key="try-again", icon=":material/refresh:")
        st.page_link(way_to(page_called("Overview")), label="Overview", icon=":material/home:")


def whole(selection: Selection) -> Selection:
    """The library without anything that narrows it, and no paper opened."""
    return Selection(library=selection.library)


def chips(corpus: Corpus, selection: Selection, topics: Mapping[str, str], address: Address) -> None:
    """What was picked in figures, each of which a reader can take away again; `topics` are the picked ones' labels."""
    if not selection.picks:
        return
    labels = dict(_labels(corpus, selection, topics))
    key = address.seed("picks", list(labels))

    def write() -> None:
        address.choose(lambda now: kept_only(now, address.words(key)))
        address.forget()

    st.multiselect("Picked in figures", list(labels), format_func=labels.__getitem__, key=key, on_change=write)


def kept_only(selection: Selection, chips_kept: Sequence[str]) -> Selection:
    """The selection with those picks alone whose chips are left."""
    for pick in selection.picks:
        if str(pick) not in chips_kept:
            values = tuple(value for value in pick.values if f"{pick.kind}:{value}" in chips_kept)
            selection = selection.pick(pick.kind, values)
    return selection


def _labels(corpus: Corpus, selection: Selection, topics: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for pick in selection.picks:
        if len(pick.values) > MANY:
            yield str(pick), f"{len(pick.values)} {pick.kind}s"
            continue
        for value in pick.values:
            name = topics.get(value, value) if pick.kind == "topic" else _name(corpus, pick.kind, value)
            yield f"{pick.kind}:{value}", f"{pick.kind.capitalize()}: {name}"


def _name(corpus: Corpus, kind: str, value: str) -> str:
    if kind == "author":
        return str(corpus.labels.get(value, value))
    if kind == "paper":
        titles = corpus.papers.loc[corpus.papers["paper_id"] == value, "title"]
        return str(titles.iloc[0]) if len(titles) else value
    return value


def nothing(library: Library, selection: Selection, address: Address) -> None:
    """That there is no paper in view, why, and the way on."""
    if not library.dumps and library.role == "reader":
        say("This library is empty. Its editors can bring dumps in.")
    elif not library.dumps:
        welcome(address)
    elif selection.filters:
        say("No paper passes all of these filters together.", ":material/filter_alt_off:")
        st.button("Reset the filters", key="reset-here", on_click=lambda: address.choose(cleared))
    else:
        say("The dumps of this library hold no paper that could be read.")


def welcome(address: Address) -> None:
    """What Oeuvre is and how an empty library is filled."""
    st.markdown(WELCOME)
    with st.container(horizontal=True, vertical_alignment="center"):
        here = Selection(library=address.selection.library).to_query()
        library = way_to(page_called("Library"))
        st.page_link(library, label="Bring files in", icon=":material/upload_file:", query_params=here)
        for name, title in sample_titles().items():
            if name != address.selection.library:
                st.button(
                    f"Look at “{title}”",
                    key=f"look-{name}",
                    on_click=lambda name=name: address.choose(lambda _: Selection(library=name)),
                )
