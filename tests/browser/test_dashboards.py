"""A view is saved by one and opened by its short address by another, on a server that nobody has visited; they talk."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from lib.store import open_store
from tests.browser.conftest import Open, settle
from tests.browser.servers import serve
from tests.test_stored_libraries import ME, bring

pytestmark = pytest.mark.browser
TIMELINE = "/timeline?library=vision&by=none&years=2024-"
NEWS = 40_000  # milliseconds: the store is asked every ten seconds


def test_a_saved_view_opens_by_its_address_on_a_cold_server_and_a_comment_is_news_to_who_saved_it(
    visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))
    with open_store() as store:
        bring(store, store.libraries.create(ME, "Vision"), "Ada Byron", "Engines of Analysis", "Maps of Numbers")
    with serve(tmp_path) as address, serve(tmp_path) as cold:
        mine = visit(TIMELINE, address=address)
        mine.get_by_role("button", name="Save this view").click()
        mine.get_by_role("textbox", name="Title").fill("When *we* wrote")
        mine.get_by_role("button", name="Save", exact=True).click()
        mine.get_by_role("link", name="Open the dashboard").wait_for()
        settle(mine)
        short = mine.get_by_test_id("stSidebar").get_by_test_id("stCode").inner_text().strip()
        assert short.startswith(f"{address}/dashboards?dashboard=")

        theirs = visit(short.removeprefix(address), address=cold, someone_else=True)
        expect(theirs.get_by_role("heading", name="When *we* wrote")).to_be_visible()
        expect(theirs.get_by_text("Timeline · 2 of 2 papers · since 2024")).to_be_visible()
        theirs.get_by_test_id("stMain").get_by_role("button", name="Comment").first.click()
        theirs.get_by_role("textbox", name="Your comment").fill("Why <b>May</b>?")
        theirs.get_by_role("textbox", name="Your name").fill("Grace")
        theirs.get_by_role("button", name="Send").click()
        expect(theirs.get_by_test_id("stText").filter(has_text="Why <b>May</b>?")).to_be_visible()

        chart = mine.get_by_test_id("stPlotlyChart").first
        before = chart.bounding_box()
        expect(mine.get_by_text("Grace commented on “When *we* wrote”.")).to_be_visible(timeout=NEWS)
        assert chart.bounding_box() == before
        mine.get_by_role("button", name="Refresh").click()
        expect(mine.get_by_role("button", name="Refresh")).to_have_count(0)

        theirs.get_by_role("link", name="Open", exact=True).click()
        theirs.wait_for_url(f"{cold}/timeline?**")
        settle(theirs)
        expect(theirs.get_by_test_id("stMain")).to_have_text(
            mine.get_by_test_id("stMain").inner_text(), use_inner_text=True
        )
