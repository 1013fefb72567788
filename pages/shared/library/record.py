"""One record: its own lines, what was read from them, and the ways to correct it."""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

import streamlit as st

from lib.corrections import Accepted, Category, Dated, Dropped, Heading, RecordChange, Target
from lib.dumps.lines import split_lines
from lib.dumps.model import Dump, Problem, Record, Split
from lib.words.papers import name_category
from pages.shared.library.desk import Desk
from pages.shared.notice import SERIF, muted
from pages.shared.view import View

MORE = "et al."


def draw(view: View, desk: Desk, target: Target, record: Record) -> None:
    """The dump's lines on the left, what was read from them on the right."""
    with st.container(border=True):
        sides = st.grid(2, min_column_width=300, gap="medium")
        with sides.cell():
            st.code(number_lines(desk.dump, record.lines.first, record.lines.last), language=None, wrap_lines=True)
        with sides.cell():
            st.html(_as_read(record))
            for problem in desk.problems:
                if record.lines.first <= problem.line <= record.lines.last and problem.severity == "problem":
                    muted(f"Line {problem.line}: found {problem.found!r}, expected {problem.expected}.")
            if desk.correct:
                _ways(view, desk, target, record)


def number_lines(dump: Dump, first: int, last: int) -> str:
    """These lines of the dump, each with its number."""
    return "\n".join(
        f"{number:>5}  {line}" for number, line in enumerate(split_lines(dump.text)[first - 1 : last], first)
    )


def _as_read(record: Record) -> str:
    """The record as HTML; everything in it that comes from the dump is escaped."""
    day = f"{record.date.isoformat()}{'' if record.year_shown else ' (year inferred)'}" if record.date else "no date"
    score = "no score" if record.score is None else f"score {record.score:g}"
    facts = " · ".join([name_category(record.category) or "no category", day, score, *record.badges])
    doubt = "Where the title ends and the authors begin is not certain." if record.doubtful else ""
    abstract = record.abstract if len(record.abstract) <= 240 else f"{record.abstract[:240]} …"
    parts = (
        ("div", f"font-family:{SERIF};font-size:1.1rem;line-height:1.35", record.title),
        ("div", "font-size:.9rem", write_authors(record)),
        ("div", "font-size:.85rem;opacity:.8", facts),
        ("div", "font-size:.85rem;font-weight:600", doubt),
        ("div", "font-size:.85rem;line-height:1.5;opacity:.8;padding-top:.3rem", abstract or "No abstract."),
    )
    return "".join(
        f'<{tag} style="{look};overflow-wrap:anywhere">{escape(text)}</{tag}>' for tag, look, text in parts if text
    )


def write_authors(record: Record | Split, *, more: bool | None = None) -> str:
    """The authors as the page has them: "A, B, C et al."."""
    hidden = record.more_authors if isinstance(record, Record) and more is None else bool(more)
    return ", ".join(record.authors) + (f" {MORE}" if hidden else "")


def read_authors(text: str) -> tuple[tuple[str, ...], bool]:
    """The names that were typed, and whether "et al." follows them."""
    plain = text.strip().rstrip(",")
    more = plain.lower().removesuffix(".").endswith("et al")
    if more:
        plain = plain[: plain.lower().rindex("et al")]
    return tuple(name.strip() for name in plain.split(",") if name.strip()), more


def _ways(view: View, desk: Desk, target: Target, record: Record) -> None:
    say = desk.correct
    assert say is not None  # noqa: S101 - drawn only where it is there
    corrected = [entry for entry in desk.counting if entry.target == target.key]
    with st.container(horizontal=True):
        if record.doubtful:
            st.button(
                "Accept",
                key=f"accept.{desk.dump.id}.{target.key}",
                icon=":material/check:",
                on_click=lambda: say([Accepted()], target),
            )
        with st.popover("Correct", icon=":material/edit:"):
            _splits(desk, target, record)
            _typed(view, desk, target, record)
        st.button(
            "Not a paper",
            key=f"drop.{desk.dump.id}.{target.key}",
            icon=":material/close:",
            on_click=lambda: say([Dropped()], target),
        )
    for entry in corrected:
        undo_line(desk, entry.number, f"corrected by {entry.by} on {entry.at:%Y-%m-%d}")


def undo_line(desk: Desk, number: int, words: str) -> None:
    """A correction that counts, and the button that takes it back."""
    with st.container(horizontal=True, vertical_alignment="center"):
        muted(words)
        if desk.undo:
            st.button(
                "Undo",
                key=f"undo.{desk.dump.id}.{number}",
                icon=":material/undo:",
                type="tertiary",
                on_click=lambda: desk.undo(number) if desk.undo else None,
            )


def _splits(desk: Desk, target: Target, record: Record) -> None:
    """The other ways to divide title and authors, best first, each with one click."""
    say = desk.correct
    others = [split for split in record.splits if (split.title, split.authors) != (record.title, record.authors)]
    if not others or say is None:
        return
    st.caption("Title and authors may also be divided so:")
    for place, split in enumerate(others):
        change = Heading(split.title, split.authors, record.more_authors)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                "Use",
                key=f"split.{place}.{desk.dump.id}.{target.key}",
                on_click=lambda change=change: say([change], target),
            )
            with st.container(gap=None):
                st.text(split.title)
                st.text(write_authors(split, more=record.more_authors))


def _typed(view: View, desk: Desk, target: Target, record: Record) -> None:
    """Title, authors, category and day to type; only what was changed becomes a correction."""
    mark = f"{target.key}.{desk.dump.id[:12]}.{len(desk.log)}"  # new fields after each correction: they start anew
    keys = [view.address.name(f"{field}.{mark}") for field in ("title", "authors", "category", "day")]
    st.text_area("Title", record.title, key=keys[0], height=80)
    st.text_input("Authors, separated by commas", write_authors(record), key=keys[1])
    st.text_input("Category", record.category, key=keys[2], max_chars=40)
    st.date_input("Day", record.date, key=keys[3], min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))

    def save() -> None:
        said = list(changes(record, [view.address.word(key) for key in keys]))
        if desk.correct and said:
            desk.correct(said, target)

    st.button("Save", key=f"save.{mark}", icon=":material/check:", on_click=save)


def changes(record: Record, typed: Iterable[str]) -> Iterator[RecordChange]:
    """The corrections that make of the record what was typed: title, authors, category, and day (ISO, or "")."""
    title, names, category, day = (text.strip() for text in typed)
    authors, more = read_authors(names)
    if title and (title, authors, more) != (record.title, record.authors, record.more_authors):
        yield Heading(" ".join(title.split()), authors, more)
    if category and category != record.category:
        yield Category(category)
    if day != (record.date.isoformat() if record.date else ""):
        yield Dated(date.fromisoformat(day) if day else None)


def touches(record: Record, problems: Iterable[Problem]) -> bool:
    """Whether a reader should look at this record first: it is doubtful, or a problem lies in its lines."""
    return record.doubtful or any(
        problem.severity == "problem" and record.lines.first <= problem.line <= record.lines.last
        for problem in problems
    )
