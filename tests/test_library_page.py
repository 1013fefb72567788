"""What is here can be reviewed, corrected and undone; merged and unmerged; and whole libraries looked after."""

from datetime import date
from io import BytesIO

import pytest
from streamlit.testing.v1 import AppTest

from lib.corrections import Category, Heading, record_targets
from lib.dumps.model import Dump
from lib.store import Draft, Library, Store, Upload
from pages.shared.contents import page_called
from tests.test_library_incoming import LIBRARY, SEEDS
from tests.test_stored_libraries import ME, bring, store
from tests.visits import open_dashboard, press, said

__all__ = ["store"]  # the fixture
PAPERS = page_called("Papers")


@pytest.fixture
def library(store: Store) -> Library:
    made = store.libraries.create(ME, "Vision")
    uploads = [Upload(path.name, path.read_bytes(), date(2026, 11, 24)) for path in SEEDS]
    assert [report.status for report in store.dumps.take_in(ME, made.id, uploads)] == ["kept", "kept"]
    return made


def dump_of(store: Store, library: Library, file: str) -> Dump:
    found = next(dump for dump in store.dumps.all(ME, library.id) if dump.file == file)
    return store.dumps.read(ME, library.id, found.id)


def review(store: Store, library: Library, file: str = "songpei-xu.txt") -> AppTest:
    app = open_dashboard(LIBRARY, library=library.slug, dump=dump_of(store, library, file).id[:16])
    assert not app.exception
    return app


def test_a_dump_stands_beside_what_was_read_from_it(store: Store, library: Library) -> None:
    app = review(store, library)
    dump = dump_of(store, library, "songpei-xu.txt")
    assert len([code for code in app.code if code.value.startswith(" ")]) >= len(dump.records)
    for record in dump.records:
        assert any(record.title in code.value for code in app.code)


def test_a_corrected_title_is_seen_everywhere_and_undone_with_one_click(store: Store, library: Library) -> None:
    app = review(store, library)
    before = dump_of(store, library, "songpei-xu.txt").records[0]
    next(area for area in app.text_area if area.label == "Title").set_value("Engines of Analysis")
    next(field for field in app.text_input if field.label.startswith("Authors")).set_value(
        "Ada Byron, Songpei Xu et al."
    )
    press(app, "Save")
    record = dump_of(store, library, "songpei-xu.txt").records[0]
    assert (record.title, record.authors, record.more_authors) == (
        "Engines of Analysis",
        ("Ada Byron", "Songpei Xu"),
        True,
    )
    assert "Kept: title “Engines of Analysis” by Ada Byron, Songpei Xu et al." in said(app)
    assert "Engines of Analysis" in said(open_dashboard(PAPERS, library="vision"))
    press(app, "Undo")
    assert dump_of(store, library, "songpei-xu.txt").records[0] == before
    assert "Engines of Analysis" not in said(open_dashboard(PAPERS, library="vision"))
    log = open_dashboard(LIBRARY, library="vision", part="log")
    assert "1 correction, 0 of them in force." in said(log)


def test_category_day_and_owner_can_be_typed(store: Store, library: Library) -> None:
    app = review(store, library)
    next(field for field in app.text_input if field.label == "Category").set_value("IR")
    next(field for field in app.date_input if field.label == "Day").set_value(date(2024, 2, 3))
    press(app, "Save")
    next(box for box in app.selectbox if box.label == "Whose page is it?").set_value("Kaiwen Zheng")
    press(app, "Save author")
    dump = dump_of(store, library, "songpei-xu.txt")
    assert (dump.records[0].category, dump.records[0].date) == ("IR", date(2024, 2, 3))
    assert (dump.owner.name, dump.owner.confidence) == ("Kaiwen Zheng", "reader")
    assert "Kaiwen Zheng" in said(app)


def test_another_day_of_capture_gives_other_years(store: Store, library: Library) -> None:
    app = review(store, library)
    next(field for field in app.date_input if field.label == "Captured on").set_value(date(2025, 7, 1))
    press(app, "Save day")
    dump = dump_of(store, library, "songpei-xu.txt")
    assert dump.captured == date(2025, 7, 1)
    assert dump.year.year == 2025


def test_a_record_that_is_no_paper_is_dropped_and_comes_back(store: Store, library: Library) -> None:
    app = press(review(store, library), "Not a paper")
    assert len(dump_of(store, library, "songpei-xu.txt").records) == 6
    assert "23 of 23 papers" in said(app)
    log = open_dashboard(LIBRARY, library="vision", part="log")
    press(log, "Undo")
    assert "24 of 24 papers" in said(log)


def test_a_problem_stays_until_it_is_dismissed_by_name(store: Store) -> None:
    made = store.libraries.create(ME, "Odd")
    text = SEEDS[0].read_text(encoding="utf-8").replace("96.2IRMar 18", "96.2IRMar 182 citations", 1)
    (report,) = store.dumps.take_in(ME, made.id, [Upload("odd.txt", text.encode(), date(2026, 11, 24))])
    problems = sum(facts.problems for facts in report.dumps)
    assert problems > 0
    app = review(store, made, "odd.txt")
    for _ in range(problems):
        press(app, "Dismiss")
    overview = open_dashboard(LIBRARY, library="odd")
    assert "nothing is in doubt" in said(overview)
    log = store.corrections.log(ME, made.id)
    assert {entry.by for entry in log} != {""}
    press(open_dashboard(LIBRARY, library="odd", part="log"), "Undo")
    assert "nothing is in doubt" not in said(overview.run())


def test_whoever_comes_second_sees_the_first_and_decides(store: Store, library: Library) -> None:
    app = review(store, library)
    dump = dump_of(store, library, "songpei-xu.txt")
    target = next(iter(record_targets(dump)))
    store.corrections.add(ME, library.id, Draft(Heading("Theirs", ("Ada Byron",), False), dump.id, target))
    next(field for field in app.text_input if field.label == "Category").set_value("GT")
    press(app, "Save")
    assert "Ada corrected this" in said(app)
    assert "title “Theirs” by Ada Byron" in said(app)
    assert len(store.corrections.log(ME, library.id)) == 1
    press(app, "Make mine after all")
    log = store.corrections.log(ME, library.id)
    assert [type(entry.change) for entry in log] == [Heading, Category]
    record = dump_of(store, library, "songpei-xu.txt").records[0]
    assert (record.title, record.category) == ("Theirs", "GT")


def test_a_dump_is_put_away_and_brought_back(store: Store, library: Library) -> None:
    app = press(review(store, library), "Put this dump away")
    assert "17 of 17 papers" in said(app)
    assert "put 'songpei-xu.txt' away" in said(app)
    press(app, "Bring it back")
    assert "24 of 24 papers" in said(app)


def test_a_file_is_erased_for_good_and_may_come_again(store: Store, library: Library) -> None:
    app = press(review(store, library), "Erase the file")
    assert [dump.file for dump in store.dumps.all(ME, library.id)] == ["marco-de-nadai.txt"]
    assert "'songpei-xu.txt' is erased." in said(app)
    assert "17 of 17 papers" in said(app)


def test_two_captures_of_a_sample_profile_are_compared_in_a_sentence() -> None:
    app = open_dashboard(LIBRARY, library="group", part="captures", profile="dalal-b-nasrallawi")
    assert not app.exception
    words = said(app)
    assert "From 3 June 2026 to 21 October 2026: h-index 10 → 11, papers claimed 40 → 43" in words
    assert "three new papers" in words
    assert "rose from" in words
    assert len(app.get("plotly_chart")) == 2


def test_what_may_be_one_is_merged_and_taken_apart_with_its_reason(store: Store) -> None:
    made = store.libraries.create(ME, "Pairs")
    bring(store, made, "Ada Byron", "Engines of Analysis")
    bring(store, made, "Ada Byron", "Notes on Numbers")
    app = open_dashboard(LIBRARY, library="pairs", part="same")
    assert "The same name, “Ada Byron”, and no shared paper." in said(app)
    press(app, "They are one")
    assert "A reader said that they are one author." in said(app)
    assert len(open_profiles(app)) == 1
    assert "The same name, “Ada Byron”, and no shared paper." in said(app)  # the reason stays on record
    press(app, "Undo")
    assert len(open_profiles(app)) == 2
    press(press(app, "They are one"), "Take them apart")
    assert len(open_profiles(app)) == 2


def open_profiles(app: AppTest) -> list[str]:
    return list(app.multiselect(key="library.authors").options)


def test_a_sample_is_read_only_says_so_and_is_copied(store: Store) -> None:
    app = open_dashboard(LIBRARY)
    assert "This is a sample library" in said(app)
    assert not app.file_uploader
    press(app, "Copy it into a library of your own")
    (made,) = store.libraries.all(ME)
    assert (made.name, made.files) == ("Two real profiles", 2)
    assert {dump.captured for dump in store.dumps.all(ME, made.id)} == {date(2026, 11, 24)}
    assert app.query_params["library"] == ["two-real-profiles"] or app.query_params["library"] == "two-real-profiles"
    assert app.file_uploader


def test_libraries_are_made_renamed_copied_deleted_and_brought_back(store: Store) -> None:
    app = open_dashboard(LIBRARY, part="libraries")
    app.text_input(key="library.new-name.0").set_value("Vision group")
    press(app, "Create")
    assert "“Vision group” is ready." in said(app)
    app = open_dashboard(LIBRARY, library="vision-group", part="libraries")
    next(field for field in app.text_input if field.label == "Rename it to").set_value("Sight")
    press(app, "Rename")
    next(field for field in app.text_input if field.label == "Copy it to").set_value("Sight too")
    press(app, "Copy")
    assert [library.name for library in store.libraries.all(ME)] == ["Sight", "Sight too"]
    app = open_dashboard(LIBRARY, library="vision-group", part="libraries")
    press(app, "Delete this library")
    assert [library.name for library in store.libraries.all(ME)] == ["Sight too"]
    press(app, "Bring back")
    assert [library.name for library in store.libraries.all(ME)] == ["Sight", "Sight too"]


def test_a_library_is_exported_and_imported_with_its_corrections(store: Store, library: Library) -> None:
    dump = dump_of(store, library, "songpei-xu.txt")
    target = next(iter(record_targets(dump)))
    store.corrections.add(ME, library.id, Draft(Category("GT"), dump.id, target))
    stream = BytesIO()
    store.archives.export(ME, library.id, stream)
    app = open_dashboard(LIBRARY, part="libraries")
    app.file_uploader[0].set_value(("vision.oeuvre", stream.getvalue(), "application/octet-stream")).run()
    app.text_input(key="library.import-name.0").set_value("Again")
    press(app, "Import")
    again = store.libraries.find(ME, "Again")
    assert dump_of(store, again, "songpei-xu.txt").records[0].category == "GT"
    app.file_uploader[0].set_value([("broken.txt", b"no library", "text/plain")]).run()
    assert not app.exception
