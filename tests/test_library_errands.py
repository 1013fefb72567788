"""A large library is exported, copied and taken in by a process that the page follows, and nothing of it is lost."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.errors import WorkError
from lib.store import Library, Store
from lib.store.whole import order_export
from lib.work import Order, Progress
from pages.shared.library import libraries
from tests.test_library_incoming import LIBRARY
from tests.test_making import saves, wait_until_made
from tests.test_stored_libraries import ME, bring, store
from tests.visits import open_dashboard, press, said

__all__ = ["store"]


@pytest.fixture(autouse=True)
def _all_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "LARGE", 0)


@pytest.fixture
def library(store: Store) -> Library:
    made = store.libraries.create(ME, "Vision")
    bring(store, made, "Ada Byron", "Engines of Analysis", "Notes on Numbers")
    return store.libraries.get(ME, made.id)


def wait_until_ended(app: AppTest) -> None:
    for _ in range(600):
        if any(button.label == "Dismiss" for button in app.button):
            return
        app.run()
    raise AssertionError(said(app))


def upload(app: AppTest, content: bytes, name: str) -> None:
    app.file_uploader[0].set_value(("vision.oeuvre", content, "application/octet-stream")).run()
    app.text_input(key="library.import-name.0").set_value(name)
    press(app, "Import")


def test_a_large_library_is_exported_and_comes_back_with_the_same_dumps(
    store: Store, library: Library, tmp_path: Path
) -> None:
    app = open_dashboard(LIBRARY, library=library.slug, part="libraries")
    press(app, "Export to one file")
    wait_until_made(app, "Save the library")
    assert any(label.startswith("Save the library (") for label in saves(app))
    assert list(order_export(ME, library).write(tmp_path / "file"))
    upload(app, (tmp_path / "file").read_bytes(), "Again")
    wait_until_ended(app)
    assert "“Again” is here" in said(app)
    again = store.libraries.find(ME, "Again")
    assert {dump.id for dump in store.dumps.all(ME, again.id)} == {dump.id for dump in store.dumps.all(ME, library.id)}
    press(app, "Open it")
    assert "Again" in said(app)
    assert not app.exception


def test_a_large_library_is_copied_while_the_page_goes_on(store: Store, library: Library) -> None:
    app = open_dashboard(LIBRARY, library=library.slug, part="libraries")
    press(app, "Copy")
    wait_until_ended(app)
    assert "“Vision (copy)” is here" in said(app)
    assert [each.name for each in store.libraries.all(ME)] == ["Vision", "Vision (copy)"]
    press(app, "Dismiss")
    assert "is here" not in said(app)


def test_what_the_store_refuses_arrives_in_its_words_and_nothing_is_made(store: Store, library: Library) -> None:
    app = open_dashboard(LIBRARY, part="libraries")
    upload(app, b'{"holds": "nothing of ours"}', "Again")
    wait_until_ended(app)
    assert "The import failed, and nothing was changed. The file was cut short" in said(app)
    assert [each.name for each in store.libraries.all(ME)] == [library.name]
    assert not app.exception


def test_a_process_that_is_killed_has_lost_nothing_of_what_came_in(
    store: Store, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(order_export(ME, library).write(tmp_path / "file"))
    with monkeypatch.context() as patch:

        def die(order: Order, file: Path) -> list[Progress]:  # noqa: ARG001 - as Order.write
            raise WorkError("The import stopped with code -9: ")

        patch.setattr(Order, "write", die)
        app = open_dashboard(LIBRARY, part="libraries")
        upload(app, (tmp_path / "file").read_bytes(), "Again")
        wait_until_ended(app)
        assert "stopped with code -9" in said(app)
    press(app, "Try again")
    wait_until_ended(app)
    assert "“Again” is here" in said(app)
    assert [each.name for each in store.libraries.all(ME)] == ["Again", "Vision"]
