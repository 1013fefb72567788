"""The sidebar: which library, which page, which papers. Each filter starts from the link and writes it back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st

from lib.corpus import Corpus
from lib.selection import Between, Selection
from lib.theme import BLUE, GREEN, ORANGE, VERMILION
from pages.shared.address import Address
from pages.shared.contents import CONTENTS, Page
from pages.shared.memory import once
from pages.shared.notice import SERIF, muted
from pages.shared.registered import registered
from pages.shared.sharing.place import without_dashboard

_DOTS = ",".join(
    f"radial-gradient(circle at {place},{colour} 2.6px,transparent 3.2px)"
    for place, colour in (("34% 60%", VERMILION), ("54% 32%", GREEN), ("66% 64%", ORANGE))
)
_MARK = f"width:2rem;height:2rem;border-radius:50%;border:3px solid {BLUE};background:{_DOTS};flex:none"
_NAME = f"font-family:{SERIF};font-size:1.35rem;font-weight:600;line-height:1.15"
BRAND = (
    f'<div style="display:flex;align-items:center;gap:.65rem"><div style="{_MARK}" aria-hidden="true"></div>'
    f'<div><div style="{_NAME}">Oeuvre</div>'
    '<div style="font-size:.8rem;opacity:.8;line-height:1.2">an author’s body of work, seen</div></div></div>'
)
_SECTION = "font-size:.875rem;opacity:.8;padding-top:.6rem"
CODE = {"any": None, "with": True, "without": False}


@dataclass(frozen=True)
class Choices:
    """What the filters of a library offer: authors by name, first and last year, categories with their papers."""

    authors: dict[str, str]
    years: tuple[int, int]
    categories: dict[str, int]
    scored: int
    papers: int


def _choices(corpus: Corpus) -> Choices:
    years, counts = corpus.papers["date"].dt.year.dropna(), corpus.papers["category"].value_counts()
    return Choices(
        authors={str(one): str(label) for one, label in corpus.labels.sort_values().items()},
        years=(int(years.min()), int(years.max())) if len(years) else (0, 0),
        categories={
            str(code): int(counts[code]) for code in sorted(counts.index, key=lambda code: (-counts[code], code))
        },
        scored=int(corpus.papers["score"].notna().sum()),
        papers=len(corpus.papers),
    )


def draw_choice(titles: Mapping[str, str], selection: Selection, address: Address) -> None:
    """Draw what does not depend on a library: which one (`titles` by their names in links), and the pages."""
    with st.sidebar:
        st.html(BRAND)
        _libraries(titles, selection, address)
        _pages(selection)


def draw(page: Page, corpus: Corpus, selection: Selection, address: Address) -> None:
    """Draw the filters and the link; a page that has the search box itself does not get it twice."""
    with st.sidebar:
        if page.narrows and not corpus.papers.empty:
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.subheader("Filters", anchor=False)
                _reset(selection, address)
            if not page.searches:
                search(selection, address, "filter")
            choices = once(_choices, corpus)
            _authors(choices.authors, selection, address)
            if choices.years[0] < choices.years[1]:
                _years(choices.years, selection, address)
            _categories(choices.categories, selection, address)
            _code(selection, address)
            if choices.scored:
                _scores(choices, selection, address)
        _link(address)


def _libraries(titles: Mapping[str, str], selection: Selection, address: Address) -> None:
    known = selection.library in titles
    key = address.seed("library", selection.library if known else None)
    st.selectbox(
        "Library",
        list(titles),
        format_func=titles.__getitem__,
        key=key,
        index=0 if known else None,  # None offers to choose nothing
        placeholder="Choose a library",
        on_change=lambda: address.choose(lambda _: Selection(library=address.word(key))),
    )


def _pages(selection: Selection) -> None:
    query = without_dashboard(replace(selection, paper="")).to_query()
    ways = registered()
    with st.container(gap="xxsmall"):
        for section, pages in CONTENTS.items():
            st.html(f'<div style="{_SECTION}">{section}</div>')
            for page in pages:
                st.page_link(ways[page.name], query_params=query, width="stretch")


def _reset(selection: Selection, address: Address) -> None:
    st.button(
        "Reset",
        icon=":material/filter_alt_off:",
        type="tertiary",
        disabled=not selection.filters,
        key="reset",
        on_click=lambda: address.choose(cleared),
    )


def cleared(selection: Selection) -> Selection:
    """The same view without any filter or pick."""
    return Selection(library=selection.library, paper=selection.paper, options=selection.options)


def search(selection: Selection, address: Address, name: str) -> None:
    """The box for words to look for; a page may show it a second time under another name."""
    key = address.seed(name, selection.text)
    st.text_input(
        "Search",
        key=key,
        placeholder="Words in title, abstract, authors",
        icon=":material/search:",
        on_change=lambda: address.choose(lambda now: replace(now, text=address.word(key))),
    )


def _authors(labels: dict[str, str], selection: Selection, address: Address) -> None:
    key = address.seed("authors", [one for one in selection.authors if one in labels])
    st.multiselect(
        "Authors",
        list(labels),
        format_func=labels.__getitem__,
        key=key,
        placeholder="All authors",
        on_change=lambda: address.choose(lambda now: replace(now, authors=address.words(key))),
    )


def _years(bounds: tuple[int, int], selection: Selection, address: Address) -> None:
    low, high = within(selection.years, bounds)
    key = address.seed("years", (int(low), int(high)))
    st.slider(
        "Years",
        *bounds,
        key=key,
        on_change=lambda: address.choose(lambda now: replace(now, years=narrowed(address.ends(key), bounds))),
    )


def _categories(counts: dict[str, int], selection: Selection, address: Address) -> None:
    key = address.seed("categories", [code for code in selection.categories if code in counts])
    st.multiselect(
        "Categories",
        list(counts),
        format_func=lambda code: f"{code} ({counts[code]:,})",
        key=key,
        placeholder="All categories",
        on_change=lambda: address.choose(lambda now: replace(now, categories=address.words(key))),
    )


def _code(selection: Selection, address: Address) -> None:
    key = address.seed("code", next(word for word, value in CODE.items() if value is selection.code))
    st.segmented_control(
        "Code",
        list(CODE),
        format_func=str.capitalize,
        key=key,
        required=True,
        help="Whether some capture shows the badge “Code”.",
        # "": a browser that is slow to draw the control may answer before it has a value
        on_change=lambda: address.choose(lambda now: replace(now, code=CODE.get(address.word(key)))),
    )


def _scores(choices: Choices, selection: Selection, address: Address) -> None:
    bounds = (0.0, 100.0)
    key = address.seed("scores", within(selection.scores, bounds))
    st.slider(
        "Score (0–100)",
        *bounds,
        step=1.0,
        format="%.0f",
        key=key,
        help=f"{choices.scored:,} of {choices.papers:,} papers have a score. The others pass the full range only.",
        on_change=lambda: address.choose(lambda now: replace(now, scores=narrowed(address.ends(key), bounds))),
    )


def within(between: Between, bounds: tuple[float, float]) -> tuple[float, float]:
    """The range as two handles between the bounds; an open end lies on its bound."""
    low, high = bounds
    return (
        low if between.low is None else min(max(between.low, low), high),
        high if between.high is None else min(max(between.high, low), high),
    )


def narrowed(ends: tuple[float, float], bounds: tuple[float, float]) -> Between:
    """The range that two handles mean: an end on its bound is open, so that unknown values pass the full range."""
    (low, high), (least, most) = ends, bounds
    return Between(None if low <= least else low, None if high >= most else high)


def _link(address: Address) -> None:
    opened = st.popover("Link to this view", icon=":material/link:", width="stretch", key="link", on_change="rerun")
    if not opened.open:
        return
    with opened:
        st.code(address.link, language=None, wrap_lines=True)
        muted("Whoever opens it sees the same: library, filters, picks and the options of the page.")
        key = address.seed("picture", address.picture)
        st.segmented_control(
            "The camera above a figure saves",
            ["png", "svg"],
            format_func=str.upper,
            key=key,
            required=True,
            on_change=lambda: address.save_as(address.word(key)),
        )
