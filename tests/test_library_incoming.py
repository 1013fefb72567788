"""Bringing dumps in: a row for each file, nothing kept before it is said, limits in code, one bad file stops nobody."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.store import Library, Store
from lib.store.limits import FILE_BYTES, UPLOAD_MB
from pages.shared.contents import page_called
from pages.shared.library import batch
from tests.conftest import ROOT
from tests.store.pages import page
from tests.test_stored_libraries import ME, store
from tests.visits import open_dashboard, said

__all__ = ["store"]  # the fixture
LIBRARY = page_called("Library")
SEEDS = [ROOT / "sample_data" / "profiles" / f"{name}.txt" for name in ("marco-de-nadai", "songpei-xu")]
File = tuple[str, bytes, str]


@pytest.fixture
def library(store: Store) -> Library:
    return store.libraries.create(ME, "Vision")


def text(name: str, content: bytes) -> File:
    return name, content, "text/plain"


def seeds() -> list[File]:
    return [text(path.name, path.read_bytes()) for path in SEEDS]


def bring_in(app: AppTest, *files: File) -> AppTest:
    app.file_uploader[0].set_value(list(files)).run()
    while app.get("progress"):
        app.run()
    assert not app.exception
    return app


def keep(app: AppTest) -> AppTest:
    app.button(key="keep").click().run()
    while app.get("progress"):
        app.run()
    assert not app.exception
    return app


def rows(app: AppTest, *columns: str) -> list[tuple[object, ...]]:
    table = app.dataframe[0].value
    return list(table[list(columns)].astype(object).where(table.notna(), None).itertuples(index=False, name=None))


def test_each_file_has_a_row_before_anything_is_kept(store: Store, library: Library) -> None:
    app = bring_in(open_dashboard(LIBRARY, library="vision"), *seeds(), text("notes.md", b"# Not a dump at all\n"))
    assert rows(app, "file", "status", "page", "owner_confidence", "layout", "papers_read", "doubts", "encoding") == [
        ("marco-de-nadai.txt", "ready", "Marco De Nadai", "likely", "compact", 17, 0, "utf-8"),
        ("songpei-xu.txt", "ready", "Songpei Xu", "header", "spaced", 7, 0, "utf-8"),
        ("notes.md", "refused", None, None, None, None, None, None),
    ]
    assert [day.date() for day in app.dataframe[0].value["last_day"].head(2)] == [date(2026, 3, 18), date(2026, 5, 28)]
    assert "notes.md is not a profile dump" in said(app)
    assert store.dumps.all(ME, library.id) == ()


def test_what_is_kept_is_in_the_library_at_once_and_what_is_bad_stays_out(store: Store, library: Library) -> None:
    app = keep(bring_in(open_dashboard(LIBRARY, library="vision"), text("notes.md", b"# Not a dump\n"), *seeds()))
    assert [dump.file for dump in store.dumps.all(ME, library.id)] == ["marco-de-nadai.txt", "songpei-xu.txt"]
    assert [dump.captured for dump in store.dumps.all(ME, library.id)] == [date.today()] * 2  # noqa: DTZ011 - the default
    assert "Vision · 24 of 24 papers" in said(app)
    assert rows(app, "file", "status") == [("marco-de-nadai.txt", "kept"), ("songpei-xu.txt", "kept")]


def test_a_file_that_is_here_is_recognised_by_its_bytes_and_leads_there(store: Store, library: Library) -> None:
    one, two = seeds()
    app = keep(bring_in(open_dashboard(LIBRARY, library="vision"), one))
    app = bring_in(app, text("another name.txt", one[1]), two, text("again.txt", two[1]))
    assert rows(app, "file", "status") == [
        ("another name.txt", "already here"),
        ("songpei-xu.txt", "ready"),
        ("again.txt", "twice in this upload"),
    ]
    (dump,) = store.dumps.all(ME, library.id)
    links = app.dataframe[0].value["there"].tolist()
    assert links[0].endswith(f"library=vision&dump={dump.id[:16]}")
    keep(app)
    assert len(store.dumps.all(ME, library.id)) == 2


@pytest.mark.usefixtures("library")
def test_the_limits_are_stated_and_hold_in_code(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_dashboard(LIBRARY, library="vision")
    assert "Up to 20 MB a file, 500 files an upload and 500 MB a library." in said(app)
    monkeypatch.setattr(batch, "FILE_BYTES", 2_000)
    monkeypatch.setattr(batch, "FILES_PER_UPLOAD", 2)
    small = [text(f"{number}.txt", page(f"Ada {number}", f"Paper of {number}")) for number in "ABC"]
    app = bring_in(app, text("large.txt", b"x" * 2_001), *small)
    assert [status for (status,) in rows(app, "status")] == ["refused", "ready", "ready", "refused"]
    assert "The file has 2,001 bytes; the limit is 2,000." in said(app)
    assert "This upload has 2 files already" in said(app)


def test_what_a_page_says_of_an_upload_is_what_the_server_takes() -> None:
    server = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["server"]
    assert server["maxUploadSize"] == UPLOAD_MB
    assert UPLOAD_MB * 1_000_000 >= FILE_BYTES


def test_the_day_is_asked_once_for_all_files_or_for_one(store: Store, library: Library) -> None:
    app = bring_in(open_dashboard(LIBRARY, library="vision"), *seeds())
    app.date_input(key=f"library.day.{library.id}.0").set_value(date(2026, 4, 2)).run()
    assert set(app.dataframe[0].value["captured"].dt.date) == {date(2026, 4, 2)}
    look_at(app, "songpei-xu.txt")
    mark = batch.Item("", SEEDS[1].read_bytes()).digest[:16]
    app.date_input(key=f"library.item-day.{mark}.0").set_value(date(2026, 6, 1)).run()
    keep(app)
    assert [dump.captured for dump in store.dumps.all(ME, library.id)] == [date(2026, 4, 2), date(2026, 6, 1)]


def look_at(app: AppTest, name: str) -> AppTest:
    box = next(box for box in app.selectbox if box.label == "Look at a file before it is kept")
    box.select_index(next(place for place, option in enumerate(box.options) if option.startswith(name))).run()
    assert not app.exception
    return app


def test_the_encoding_that_was_found_is_shown_and_can_be_overridden(store: Store, library: Library) -> None:
    content = page("Iñaki Núñez", "Engines of Analysis").decode().encode("cp1252")
    app = bring_in(open_dashboard(LIBRARY, library="vision"), text("inaki.txt", content))
    assert rows(app, "page", "encoding") == [("Iñaki Núñez", "cp1252")]
    key = f"library.encoding.{batch.Item('', content).digest[:16]}.0"
    app.selectbox(key=key).set_value("cp1250").run()
    assert rows(app, "page", "encoding") == [("Ińaki Núńez", "cp1250")]
    app.selectbox(key=key).set_value("utf-16").run()
    assert rows(app, "status") == [("refused",)]
    app.selectbox(key=key).set_value("mac_roman").run()
    keep(app)
    assert store.dumps.all(ME, library.id)[0].encoding.replace("-", "_") == "mac_roman"


def test_a_split_that_is_corrected_before_keeping_is_kept_with_its_correction(store: Store, library: Library) -> None:
    app = bring_in(open_dashboard(LIBRARY, library="vision"), seeds()[0])
    fields = [each for each in app.text_area if each.label == "Title"]
    fields[0].set_value("Spatial Entropy")
    next(button for button in app.button if button.label == "Save").click().run()
    assert not app.exception
    assert store.dumps.all(ME, library.id) == ()
    assert "Spatial Entropy" in said(app)
    keep(app)
    (entry,) = store.corrections.log(ME, library.id)
    dump = store.dumps.read(ME, library.id, str(entry.dump_id))
    assert dump.records[0].title == "Spatial Entropy"
    assert "Spatial Entropy as an Inductive Bias for Vision Transformers" in dump.text


def test_pasted_text_is_a_file_like_any_other(store: Store, library: Library) -> None:
    app = open_dashboard(LIBRARY, library="vision")
    app.segmented_control(key="library.way.0").set_value("text").run()
    next(area for area in app.text_area if area.label == "The text of an author's page").set_value(
        SEEDS[1].read_text(encoding="utf-8")
    )
    app.button(key="read-pasted").click().run()
    assert rows(app, "page", "papers_read") == [("Songpei Xu", 7)]
    keep(app)
    (dump,) = store.dumps.all(ME, library.id)
    assert dump.file.startswith("pasted 20")
    assert store.dumps.original(ME, library.id, dump.file_id).content == SEEDS[1].read_bytes()


def test_a_file_name_is_data_and_never_a_path_or_markup(store: Store, library: Library, tmp_path: Path) -> None:
    name = "../../<b>evil</b> :red[x] $1+1$.txt"
    app = bring_in(open_dashboard(LIBRARY, library="vision"), text(name, b"nothing"), text(f"2{name}", seeds()[1][1]))
    shown = [str(getattr(each, "value", "")) for kind in ("html", "markdown", "caption") for each in app.get(kind)]
    assert not any("<b>evil" in each for each in shown)
    keep(app)
    assert [dump.file for dump in store.dumps.all(ME, library.id)] == [f"2{name}"]
    assert not list(tmp_path.parent.glob("*evil*"))


def test_discarded_files_leave_nothing_behind(store: Store, library: Library) -> None:
    app = bring_in(open_dashboard(LIBRARY, library="vision"), *seeds())
    app.button(key="discard").click().run()
    assert not app.dataframe
    assert store.dumps.all(ME, library.id) == ()


@pytest.mark.usefixtures("library")
def test_long_work_goes_on_in_turns_with_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "TURN", -1.0)  # every file takes a turn of its own
    app = open_dashboard(LIBRARY, library="vision")
    app.file_uploader[0].set_value(seeds()).run()
    assert "of 2 files read" in str(app.get("progress")[0].proto)
    while app.get("progress"):
        app.run()
    assert len(rows(app, "file")) == 2


def test_a_large_file_is_read_and_kept_by_a_process_while_the_page_says_for_how_long(
    monkeypatch: pytest.MonkeyPatch, store: Store, library: Library
) -> None:
    monkeypatch.setattr(batch, "LARGE", 9_000)
    app = open_dashboard(LIBRARY, library="vision")
    app.file_uploader[0].set_value([*seeds(), text("small.txt", page("Ada Byron", "Engines of Analysis"))]).run()
    told = [str(app.get("progress")[0].proto)]
    while app.get("progress"):
        told.append(str(app.get("progress")[0].proto))
        app.run()
    assert "0 of 3 files read …: marco-de-nadai.txt, 0.0 MB, for 0 s" in told[0]
    assert rows(app, "file", "status", "papers_read") == [
        ("marco-de-nadai.txt", "ready", 17),
        ("songpei-xu.txt", "ready", 7),
        ("small.txt", "ready", 1),
    ]
    next(button for button in app.button if button.label == "Keep 3 files").click().run()
    while app.get("progress"):
        app.run()
    assert rows(app, "file", "status") == [(name, "kept") for (name,) in rows(app, "file")]
    assert [dump.file for dump in store.dumps.all(ME, library.id)] == [
        "marco-de-nadai.txt",
        "songpei-xu.txt",
        "small.txt",
    ]
