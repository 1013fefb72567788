"""A dashboard as a report: every view and text in order, what changed since, and where its papers come from."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from lib.commands.report import command
from lib.corrections import Removed, target_of
from lib.errors import NotFoundError
from lib.report.apart import order_story
from lib.samples import sample_libraries
from lib.store import Dashboard, Draft, Passage, SavedView, Sketch, Store, Upload, alone, open_store
from tests.store.pages import page

ME = alone("Ada")
BLOCKS = (
    Passage("First <b>words</b>.\n\nSecond words."),
    SavedView("timeline", "years=2025-&per=quarter"),
    Passage("Between."),
    SavedView("papers", "q=vision&author=nobody"),
    SavedView("horoscope", ""),
    SavedView("scores", ""),
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path / "data"))
    with open_store() as opened:
        yield opened


@pytest.fixture
def dashboard(store: Store) -> Dashboard:
    library = store.libraries.create(ME, "Vision group")
    files = next(sample.files for sample in sample_libraries() if sample.name == "profiles")
    list(store.dumps.take_in(ME, library.id, [Upload(file.file, file.text.encode(), file.captured) for file in files]))
    return store.dashboards.save(ME, library.id, Sketch("Our group & ours", BLOCKS, "A note.\n\nOf two paragraphs."))


def write(file: Path, *arguments: str) -> str:
    file.unlink(missing_ok=True)
    done = CliRunner().invoke(command, [*arguments, "--out", str(file)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return file.read_text(encoding="utf-8")


def test_views_and_texts_stand_in_their_order_each_view_with_its_figure(dashboard: Dashboard, tmp_path: Path) -> None:
    html = write(tmp_path / "story.html", "--dashboard", dashboard.address)
    assert "<h1>Our group &amp; ours</h1><p>A note.</p><p>Of two paragraphs.</p>" in html
    assert re.findall(r"<h2>(.*?)</h2>", html) == ["Timeline", "Papers", "Horoscope", "Scores", "Where this comes from"]
    text = unescape(re.sub(r"<(?!b>|/b>)[^>]*>", " ", html.partition("<script")[0]))
    ordered = [
        "version 1, saved by Ada",
        "First <b>words</b>.",
        "Second words.",
        "as a link: /timeline?years=2025-&per=quarter",
        "Between.",
        "0 of 24 papers (",
        "nobody",
        "24 of 24 papers (the whole library)",
    ]
    places = [text.index(said) for said in ordered]
    assert places == sorted(places)
    assert html.count('class="plot"') == 2
    assert "First &lt;b&gt;words&lt;/b&gt;." in html


def test_a_process_writes_the_same_of_each_version(store: Store, dashboard: Dashboard, tmp_path: Path) -> None:
    first = write(tmp_path / "first.html", "--dashboard", dashboard.address)
    second = store.dashboards.edit(ME, dashboard, Sketch("Later", BLOCKS[1:2]))
    assert write(tmp_path / "again.html", "--dashboard", dashboard.address, "--version", "1") == first
    at, file = store.libraries.get(ME, dashboard.library_id).changes, tmp_path / "apart"
    assert list(order_story(dashboard, at).write(file))
    assert file.read_text() == first
    assert list(order_story(second, at, as_it_was=True).write(file))
    assert "<h1>Later</h1>" in file.read_text()


def test_a_link_to_a_dashboard_is_as_good_as_its_address(dashboard: Dashboard, tmp_path: Path) -> None:
    by_address = write(tmp_path / "a.html", "--dashboard", dashboard.address)
    link = f"http://127.0.0.1:8501/dashboards?dashboard={dashboard.address}"
    assert write(tmp_path / "b.html", "--dashboard", link) == by_address


def test_what_changed_since_it_was_saved_is_said_and_it_can_be_told_as_it_was(
    store: Store, dashboard: Dashboard, tmp_path: Path
) -> None:
    before = write(tmp_path / "before.html", "--dashboard", dashboard.address)
    upload = Upload("new.txt", page("Ada Byron", "Engines of Analysis"), date(2026, 3, 1))
    list(store.dumps.take_in(ME, dashboard.library_id, [upload]))
    first = store.dumps.all(ME, dashboard.library_id)[0]
    removal = Removed()
    store.corrections.add(ME, dashboard.library_id, Draft(removal, first.id, target_of(removal)))
    now = unescape(write(tmp_path / "now.html", "--dashboard", dashboard.address))
    assert "8 of 8 papers (the whole library)" in now
    assert "1 correction of readers in force." in now
    assert "new.txt" in now
    was = write(tmp_path / "was.html", "--dashboard", dashboard.address, "--as-it-was")
    assert was == before


def test_a_dashboard_stands_alone_and_must_be_there(dashboard: Dashboard, tmp_path: Path) -> None:
    both = CliRunner().invoke(command, ["--dashboard", dashboard.address, "--library", "profiles"])
    assert "name nothing beside --dashboard" in both.output
    with pytest.raises(NotFoundError, match="no dashboard 'nope'"):
        write(tmp_path / "none.html", "--dashboard", "nope")
    assert "Name either FILE" in CliRunner().invoke(command, []).output
