"""The way in: files, a folder or pasted text; a row for each file; nothing is kept until the reader says so."""

from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st

from lib import tables, words
from lib.selection.options import DUMP
from lib.store import FileReport, Library, StoredDump
from lib.store.limits import FILE_BYTES, LIBRARY_BYTES, STATED
from lib.words.phrases import count
from pages.shared.figure import download, heads
from pages.shared.library import unkept
from pages.shared.library.batch import Batch, Item
from pages.shared.notes import attempt
from pages.shared.notice import muted, say
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View

WAYS = {"files": "Files", "folder": "A folder", "text": "Pasted text"}
SAID = 5  # refusals that are said in full; the table has all
EVERY = 0.1  # seconds between two turns of work


def draw(view: View, library: Library, kept: tuple[StoredDump, ...]) -> None:
    """Ask for dumps, show what was read in them, and keep those that are wanted."""
    batch = view.address.remember(f"library.batch.{library.id}", lambda: Batch(today()))
    with st.expander(
        "Bring in dumps", icon=":material/upload:", expanded=not kept or bool(batch.items or batch.results)
    ):
        _ask(view, batch, library)
        if batch.busy:
            _work(batch)
        items = _show(view, batch, library, kept)
    if items:
        unkept.draw(view, batch, items)


def today() -> date:
    """The day on the server's calendar."""
    return datetime.now(UTC).astimezone().date()


def _ask(view: View, batch: Batch, library: Library) -> None:
    """Where the dumps come from, and when they were copied."""
    muted(
        f"{STATED} This library has {words.library.bytes_of(library.size)} of {words.library.bytes_of(LIBRARY_BYTES)}. "
        "Each file is the text of one author's page. Nothing is kept until you say so."
    )
    day_key = view.address.name(f"day.{library.id}")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        way = st.segmented_control(
            "From",
            list(WAYS),
            format_func=WAYS.__getitem__,
            default="files",
            required=True,
            key=view.address.name("way"),
        )
        st.date_input(
            "Copied from the site on",
            batch.day,
            key=day_key,
            min_value=date(2000, 1, 1),
            max_value="today",
            width=220,
            help="For all files; each can have a day of its own below. Scores and years without a number belong to it.",
            on_change=lambda: batch.dated(date.fromisoformat(view.address.word(day_key))),
        )
    if way == "text":
        _paste(view, batch)
    else:
        _drop(view, batch, folder=way == "folder")


def _drop(view: View, batch: Batch, *, folder: bool) -> None:
    files = st.file_uploader(
        "A folder of dumps" if folder else "Dumps",
        accept_multiple_files="directory" if folder else True,
        key=view.address.name(f"{'folder' if folder else 'files'}.{batch.version}"),
        max_upload_size=FILE_BYTES // 1_000_000,
        label_visibility="collapsed",
    )
    if files:
        batch.add([(file.name, file.size, file.getvalue) for file in files])
        st.rerun()


def _paste(view: View, batch: Batch) -> None:
    key = view.address.name(f"text.{batch.version}")

    def add() -> None:
        text = view.address.word(key).encode("utf-8", "replace")
        if text.strip():
            batch.add([(f"pasted {today().isoformat()} ({batch.version + 1}).txt", len(text), lambda: text)])

    st.text_area("The text of an author's page", key=key, height=200, placeholder="Paste it here")
    st.button("Read it", key="read-pasted", on_click=add)


def _work(batch: Batch) -> None:
    """Do in this run what takes no longer than one turn; for more the page ends here, with its progress."""
    kept = batch.keeping
    batch.go_on(today())
    if batch.busy:
        _go_on(batch)
        st.stop()
    if kept:
        st.rerun()  # the library that this run has opened is not the one that there is now


@st.fragment(run_every=EVERY)
def _go_on(batch: Batch) -> None:
    """Work on in turns, each in a run of its own, so that the page stays alive."""
    if not batch.busy:
        st.progress(1.0, text="All files are done; the library is read …")
        st.rerun()
    if batch.keeping:
        done, total, doing = len(batch.results), batch.total, "kept"
    else:
        done, total, doing = len(batch.items) - len(batch.unread), len(batch.items), "read"
    batch.go_on(today())
    large = f": {batch.doing}" if batch.doing else ""
    st.progress(done / max(total, 1), text=f"{done:,} of {total:,} files {doing} …{large}")


def _show(view: View, batch: Batch, library: Library, kept: tuple[StoredDump, ...]) -> list[Item]:
    """A row for each file, and what can be done with them; after keeping, what became of each. Returns the files."""
    if batch.results:
        _table(view, [(report, report.status) for report in batch.results], kept)
    here = [dump for dump in kept if dump.removed is None]
    found = batch.statuses({dump.file_id for dump in here}, {dump.id for dump in here})
    if not found:
        return []
    _table(view, [(report, status) for _, report, status in found], kept)
    ready = [item for item, _, status in found if status == "ready"]
    with st.container(horizontal=True):
        st.button(
            f"Keep {count(len(ready), 'file')}",
            key="keep",
            icon=":material/check:",
            disabled=not ready,
            on_click=lambda: attempt(view, lambda: _keep(batch, ready, library)),
        )
        st.button("Discard all", key="discard", icon=":material/close:", on_click=batch.items.clear)
    return [item for item, _, _ in found]


def _keep(batch: Batch, ready: list[Item], library: Library) -> str:
    batch.keep(ready, open_shared(), visitor(), library.id)
    return ""


def _table(view: View, reports: list[tuple[FileReport, str]], kept: tuple[StoredDump, ...]) -> None:
    table = tables.library.incoming(reports)
    muted(words.library.incoming(table))
    there = {dump.file_id: dump.id for dump in kept} | {dump.id: dump.id for dump in kept}
    dumps = [dump for report, _ in reports for dump in [facts.dump_id for facts in report.dumps] or [""]]
    links = [_link(view, there[dump]) if dump in there else None for dump in dumps]
    shown = table.assign(there=pd.Series(links, dtype="string"))
    st.dataframe(
        shown,
        key=view.address.name(f"incoming.{'done' if reports[0][1] == reports[0][0].status else 'new'}"),
        hide_index=True,
        column_config=heads(table) | {"there": st.column_config.LinkColumn("In the library", display_text="Open")},
        placeholder="–",
    )
    download(lambda: table, "files")
    refused = [_refusal(report) for report, _ in reports if report.status == "refused"]
    if refused:
        rest = len(refused) - SAID
        say("\n\n".join(refused[:SAID] + ([f"and {rest} more: see the table"] if rest > 0 else [])), ":material/block:")


def _refusal(report: FileReport) -> str:
    named = report.message.startswith(report.file)
    return report.message if named else f"{report.file}: {report.message}"


def _link(view: View, dump_id: str) -> str:
    return view.address.link_to(view.selection.set(DUMP, dump_id[:16]))
