"""Files to take away are made in a process that says how far it is, once for all who ask, and are the same files."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.errors import ForbiddenError, WorkError
from lib.export import FORMATS
from lib.export.apart import order_papers
from lib.opening.wanted import Wanted
from lib.selection import Selection
from lib.work import Order, Progress
from pages.shared.contents import page_called
from tests.visits import open_dashboard, said

GROUP = Wanted.part("group", None, Selection(library="group"))


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def saves(app: AppTest) -> list[str]:
    return [each.proto.label for each in app.get("download_button")]


def wait_until_made(app: AppTest, words: str) -> None:
    """Run the page anew, as its fragment does in a browser, until there is a button of these words."""
    for _ in range(600):
        if any(words in label for label in saves(app)) or "failed" in said(app):
            return
        app.run()
    raise AssertionError(saves(app))


@pytest.mark.parametrize("name", ["bibtex", "excel", "json"])
def test_a_process_writes_the_same_file_and_says_how_far_it_is(name: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    told = list(order_papers(GROUP, FORMATS[name]).write(file))
    assert file.read_bytes() == FORMATS[name].write(*GROUP.open())
    assert [progress.words for progress in told][:2] == ["Starting", "Reading the library"]
    assert f"Writing 300 papers as {FORMATS[name].label}" in [progress.words for progress in told]
    assert [progress.share for progress in told] == sorted(progress.share for progress in told)


def test_what_a_process_refuses_arrives_in_its_own_words(tmp_path: Path) -> None:
    order = order_papers(Wanted.part("nope", None, Selection(library="nope")), FORMATS["csv"])
    with pytest.raises(WorkError, match=r"^There is no library 'nope'"):
        list(order.write(tmp_path / "file"))
    assert list(tmp_path.glob("file*")) == []


def test_a_report_is_followed_and_then_saved_by_everybody_who_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Order] = []

    def write(order: Order, file: Path) -> list[Progress]:
        written.append(order)
        file.write_bytes(b"x" * 3000)
        return [Progress(0.5, "Half of it")]

    monkeypatch.setattr(Order, "write", write)
    for _ in range(2):
        app = open_dashboard(page_called("Share"), library="profiles", years="2024-")
        assert "Report" in buttons(app)
        next(button for button in app.button if button.label == "Report").click().run()
        assert "Report" not in buttons(app)
        wait_until_made(app, "Save the report")
        assert not app.exception
        assert "Save the report (3.0 kB)" in saves(app)
    assert [order.module for order in written] == ["lib.report"]


def test_a_file_that_cannot_be_made_says_why_and_can_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(order: Order, file: Path) -> list[Progress]:  # noqa: ARG001 - as Order.write
        raise ForbiddenError("Ask one of its owners.")

    monkeypatch.setattr(Order, "write", fail)
    app = open_dashboard(page_called("Share"), library="profiles", years="2023-")
    next(button for button in app.button if button.label == "Report").click().run()
    wait_until_made(app, "nothing is saved")
    assert re.search(r"Making the report failed\. Ask one of its owners\.", said(app))
    assert "Try again" in buttons(app)
