"""Libraries of the store stand beside the samples: in the chooser, in links, as they are now, and each by itself."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from lib.store import Library, Store, Upload, alone, open_store
from pages.shared.contents import page_called
from pages.shared.stored import name_in_links
from tests.store.pages import page
from tests.visits import open_dashboard, said

ME = alone("Ada")
OVERVIEW, PAPERS = page_called("Overview"), page_called("Papers")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))
    with open_store() as opened:
        yield opened


def bring(store: Store, library: Library, owner: str, *titles: str) -> None:
    upload = Upload(f"{owner}.txt", page(owner, *titles), date(2026, 3, 1))
    assert [report.status for report in store.dumps.take_in(ME, library.id, [upload])] == ["kept"]


def test_a_library_of_the_store_is_in_the_chooser_and_opens_by_its_link(store: Store) -> None:
    library = store.libraries.create(ME, "Vision group")
    bring(store, library, "Ada Byron", "Engines of Analysis", "Notes on Numbers")
    app = open_dashboard(OVERVIEW, library="vision-group")
    assert not app.exception
    assert "Vision group · 2 of 2 papers" in said(app)
    assert app.selectbox(key="overview.library").options[0] == "Vision group"


def test_what_somebody_else_brings_is_seen_at_the_next_run(store: Store) -> None:
    library = store.libraries.create(ME, "Vision group")
    app = open_dashboard(PAPERS, library="vision-group")
    assert "nothing in it yet" in said(app)
    bring(store, library, "Ada Byron", "Engines of Analysis")
    app.run()
    assert "1 of 1 papers" in said(app)
    assert "Engines of Analysis" in said(app)


def test_libraries_of_the_same_papers_stay_apart(store: Store) -> None:
    for name, title in (("One", "Engines of Analysis"), ("Two", "Notes on Numbers")):
        bring(store, store.libraries.create(ME, name), "Ada Byron", title)
    one, two = (said(open_dashboard(PAPERS, library=name)) for name in ("one", "two"))
    assert ("Engines" in one, "Numbers" in one) == (True, False)
    assert ("Engines" in two, "Numbers" in two) == (False, True)


def test_a_library_that_is_called_like_a_sample_has_a_link_of_its_own(store: Store) -> None:
    library = store.libraries.create(ME, "Group")
    bring(store, library, "Ada Byron", "Engines of Analysis")
    assert name_in_links(library) == f"group~{library.id}"
    assert "A synthetic group" in said(open_dashboard(PAPERS, library="group"))
    assert "Group · 1 of 1 papers" in said(open_dashboard(PAPERS, library=name_in_links(library)))


def test_a_deleted_library_is_said_to_be_missing(store: Store) -> None:
    library = store.libraries.create(ME, "Vision group")
    store.libraries.delete(ME, library.id)
    assert "There is no library “vision-group” here" in said(open_dashboard(PAPERS, library="vision-group"))


def test_a_store_that_cannot_be_opened_leaves_the_samples_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))
    (tmp_path / "oeuvre.sqlite").write_bytes(b"This is no database at all, whatever its name says. " * 40)
    assert "24 of 24 papers" in said(open_dashboard(PAPERS))
    app = open_dashboard(PAPERS, library="vision-group")
    assert not app.exception
    assert "is not a SQLite database" in said(app)


def test_a_large_library_opens_with_progress_while_a_process_reads_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.shared.stored.LARGE", 0)
    library = store.libraries.create(ME, "Vision group")
    bring(store, library, "Ada Byron", "Engines of Analysis", "Notes on Numbers")
    app = open_dashboard(PAPERS, library="vision-group")
    assert app.get("progress")
    while app.get("progress"):
        app.run()
    assert not app.exception
    assert "2 of 2 papers" in said(app)
    assert store.frames.kept(store.frames.content_id(ME, library.id))
