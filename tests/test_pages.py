"""Every page, in every kind of library: it opens without an exception and begins with the question it answers."""

from html import escape
from pathlib import Path

import pytest

from lib.corpus import build_corpus
from lib.dumps import read
from lib.samples import sample_libraries
from lib.synth import make_group
from pages.shared import cached
from pages.shared.contents import CONTENTS, Page
from tests.visits import open_dashboard, said

PAGES = [page for pages in CONTENTS.values() for page in pages]
LIBRARIES = [library.name for library in sample_libraries()]


def name(page: Page) -> str:
    return page.name


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_page_opens_in_every_library_and_states_its_question(page: Page, library: str) -> None:
    app = open_dashboard(page, library=library)
    assert not app.exception
    assert escape(page.question) in str(getattr(app.main.get("html")[0], "value", ""))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_page_says_that_no_paper_passes_the_filters_and_offers_a_way_back(page: Page) -> None:
    app = open_dashboard(page, years="1900")
    assert not app.exception
    if page.needs_papers:
        assert "No paper passes all of these filters together." in said(app)
        app.button(key="reset-here").click().run()
        assert "No paper passes" not in said(app)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_page_says_what_a_link_names_and_is_not_there(page: Page) -> None:
    app = open_dashboard(page, author="zed")
    assert not app.exception
    assert "This library has no author “zed”" in said(app)
    app.button(key="everything").click().run()
    assert "“zed”" not in said(app)
    assert "author" not in app.query_params


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_page_says_that_there_is_no_such_library(page: Page) -> None:
    app = open_dashboard(page, library="nowhere")
    assert not app.exception
    assert "There is no library “nowhere” here" in said(app)


@pytest.fixture(scope="module")
def large() -> cached.Library:
    dumps = [read(each.text, captured=each.captured, file=each.file) for each in make_group(80, 2_000, 3)]
    return cached.Library("group", "Many", "Made up.", {dump.id: dump for dump in dumps}, build_corpus(dumps))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_page_opens_with_two_thousand_papers_and_sends_what_a_browser_can_draw(
    page: Page, large: cached.Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cached, "_sample", lambda _: large)
    app = open_dashboard(page, library="group")
    assert not app.exception
    assert "of 2,000 papers" in said(app)
    for chart in app.get("plotly_chart"):
        assert len(str(getattr(chart, "proto", ""))) < 3_000_000
    for table in app.dataframe:
        assert len(table.value) <= 10_000
