"""A dump under review: whose page it is and when it was copied, what could not be read, and its records."""

import math
from collections import Counter

import streamlit as st

from lib.corpus.decisions import Decision
from lib.corrections import record_targets
from lib.corrections.words import describe
from lib.selection.options import LEAF
from lib.words.phrases import count
from pages.shared.library import record
from pages.shared.library.desk import Desk, dismiss
from pages.shared.notice import muted, titled
from pages.shared.view import View

ON_A_LEAF = 10


def draw(view: View, desk: Desk) -> None:
    """The whole dump: its head, its problems, its records (doubtful ones first), and its remaining lines."""
    titled(desk.dump.owner.name or "Unknown author")
    st.text(desk.dump.file)
    muted(_facts(desk))
    owner(view, desk)
    _problems(desk)
    _records(view, desk)
    _around(desk)


def _facts(desk: Desk) -> str:
    dump = desk.dump
    year = f" {dump.year.reason}" if dump.year.year is not None else ""
    pasted = f" It begins in line {dump.first_line} of its file." if dump.first_line > 1 else ""
    return (
        f"{count(len(dump.records))}, {dump.layout} layout, captured on {dump.captured.isoformat()}.{year} "
        f"Author {dump.owner.confidence}: {dump.owner.reason}{pasted}"
    )


def owner(view: View, desk: Desk) -> None:
    """Whose page it is: chosen among the names on it, those on most papers first, or typed."""
    say, dump = desk.correct, desk.dump
    if say is None:
        return
    names = Counter(name for each in dump.records for name in each.authors)
    ranked = [name for name, _ in sorted(names.items(), key=lambda found: (-found[1], found[0]))]
    if dump.owner.name and dump.owner.name not in names:
        ranked = [dump.owner.name, *ranked]
    key = view.address.name(f"owner.{dump.id}.{len(desk.log)}")

    def save() -> None:
        said = view.address.word(key).strip()
        if said != (dump.owner.name or ""):
            say([Decision("owner", dump.id, said, "is")], None)

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Whose page is it?",
            ranked,
            index=ranked.index(dump.owner.name) if dump.owner.name else None,
            key=key,
            accept_new_options=True,
            placeholder="Choose or type a name",
            width=360,
        )
        st.button("Save author", key=f"save-owner.{dump.id}", on_click=save)
    for entry in desk.counting:
        if isinstance(entry.change, Decision) and entry.change.about == "owner":
            record.undo_line(desk, entry.number, f"{describe(entry.change)}, said by {entry.by}")


def _problems(desk: Desk) -> None:
    """What was not read: it stays until it is settled or somebody dismisses it by name."""
    problems = desk.problems
    if not problems:
        muted("Every line was read, or is part of the page around the papers.")
        return
    open_ones = sum(problem.severity == "problem" for problem in problems)
    st.subheader("Problems and notes" if open_ones else "Notes", anchor=False)
    for place, problem in enumerate(problems):
        with st.container(horizontal=True, vertical_alignment="center"):
            found = f"Line {problem.line}: found “{problem.found[:300]}”, expected {problem.expected}."
            st.text(
                found
                if problem.severity == "problem"
                else f"Note, line {problem.line}: {found[found.index(':') + 2 :]}"
            )
            if desk.correct:
                st.button(
                    "Dismiss",
                    key=f"dismiss.{desk.dump.id}.{place}.{problem.line}",
                    on_click=lambda problem=problem: desk.correct and desk.correct([dismiss(desk.dump, problem)], None),
                )


def _records(view: View, desk: Desk) -> None:
    places = record_targets(desk.dump)
    ordered = sorted(places.items(), key=lambda place: not record.touches(place[1], desk.problems))
    first = sum(record.touches(each, desk.problems) for each in places.values())
    st.subheader("Records", anchor=False)
    muted(f"{count(first, 'record')} to look at come first." if first else "No record is in doubt.")
    leaves = max(math.ceil(len(ordered) / ON_A_LEAF), 1)
    leaf = min(view.selection.get(LEAF), leaves)
    for target, each in ordered[(leaf - 1) * ON_A_LEAF : leaf * ON_A_LEAF]:
        record.draw(view, desk, target, each)
    view.leaf_through(leaf, leaves)


def _around(desk: Desk) -> None:
    """The lines that belong to no record, so that nothing of the dump is out of sight."""
    dump = desk.dump
    spans = [*([dump.header.lines] if dump.header else []), *dump.chrome]
    text = [record.number_lines(dump, span.first, span.last) for span in sorted(spans, key=lambda span: span.first)]
    shown = [lines for lines in text if any(line[7:].strip() for line in lines.split("\n"))]
    if shown:
        with st.expander("Header and lines around the papers", icon=":material/subject:"):
            st.code("\n…\n".join(shown), language=None, wrap_lines=True)
