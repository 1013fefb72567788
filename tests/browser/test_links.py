"""A view is a link: it opens on a server that nobody has visited, is the same for someone else, and Back works."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, settle
from tests.browser.servers import start

pytestmark = pytest.mark.browser
VIEW = "/papers?library=profiles&author=songpei-xu&years=2022-2024&sort=title"
CAPTION = "Two real profiles · 5 of 24 papers · Songpei Xu, 2022–2024"


def test_a_deep_link_opens_first_on_a_server_that_nobody_has_visited(visit: Open, tmp_path: Path) -> None:
    with start(tmp_path) as address:
        page = visit(VIEW, address=address, someone_else=True)
        expect(page.get_by_role("heading", level=1)).to_have_text("Which papers are there, and what does each one say?")
        expect(page.get_by_text(CAPTION)).to_be_visible()
        sidebar = page.get_by_test_id("stSidebar")
        expect(sidebar.get_by_text("Songpei Xu")).to_be_visible()
        expect(sidebar.get_by_role("link", name="Overview")).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert "Page not found" not in page.inner_text("body")
        assert page.url == address + VIEW


def test_a_link_shows_someone_else_the_same(visit: Open) -> None:
    mine = visit("/papers")
    mine.get_by_role("textbox", name="Search").fill("retrieval")
    mine.keyboard.press("Enter")
    expect(mine.get_by_text("“retrieval”")).to_be_visible()
    mine.get_by_role("radio", name="Title").click()
    expect(mine.get_by_test_id("stMain").get_by_role("heading", level=3).first).to_contain_text("3SHNet")
    mine.get_by_text("Link to this view").click()
    link = mine.get_by_test_id("stCode").inner_text().strip()
    theirs = visit(link[link.index("/papers") :], someone_else=True)
    expect(theirs.get_by_test_id("stMain")).to_have_text(
        mine.get_by_test_id("stMain").inner_text(), use_inner_text=True
    )


def test_back_undoes_a_filter_and_forward_does_it_again(visit: Open) -> None:
    page = visit("/papers")
    box = page.get_by_role("textbox", name="Search")
    box.fill("spotify")
    page.keyboard.press("Enter")
    expect(page.get_by_text("“spotify”")).to_be_visible()
    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What is in this library, and how far can it be trusted?")
    expect(page.get_by_text("“spotify”")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Which papers are there, and what does each one say?")
    expect(box).to_have_value("spotify")
    page.go_back()
    expect(page.get_by_text("24 of 24 papers · the whole library")).to_be_visible()
    expect(box).to_have_value("")
    page.go_forward()
    expect(box).to_have_value("spotify")


def test_a_paper_opens_leads_to_its_neighbours_and_back_to_the_list(visit: Open) -> None:
    page = visit("/papers?sort=oldest")
    page.get_by_role("link", name="Read").first.click()
    title = page.get_by_role("heading", level=2)
    expect(title).to_have_text("Gesture-to-Gesture Translation in the Wild via Category-Independent Conditional Maps")
    expect(page.get_by_text("1 of 24")).to_be_visible()
    page.wait_for_function("location.search.includes('paper=gesture-to-gesture')")
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_text("2 of 24")).to_be_visible()
    page.get_by_text("as captured on").first.click()
    expect(page.get_by_test_id("stCode").first).to_contain_text("GMM-UNIT")
    page.get_by_role("link", name="Back to the list").click()
    expect(page.get_by_text("All of them as CSV")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("2 of 24")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("1 of 24")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("All of them as CSV")).to_be_visible()


def test_what_a_link_names_and_is_not_there_is_said_with_a_way_on(visit: Open) -> None:
    page = visit("/?author=zed")
    expect(page.get_by_text("This library has no author “zed”")).to_be_visible()
    page.get_by_role("button", name="Show the whole library").click()
    expect(page.get_by_text("24 of 24 papers · the whole library")).to_be_visible()
    assert "zed" not in page.url


def test_a_bar_that_is_clicked_narrows_the_page_stands_as_a_chip_and_follows_to_other_pages(visit: Open) -> None:
    page = visit("/?library=group")
    chart = page.get_by_test_id("stPlotlyChart").first
    chart.scroll_into_view_if_needed()
    bar = chart.locator(".barlayer .point path").last  # the largest category is drawn on top, and last
    bar.wait_for()
    bar.click(force=True)
    page.wait_for_function("location.search.includes('pick=category')")
    settle(page)
    chip = page.locator("[data-testid=stMultiSelect]", has_text="Picked in figures")
    expect(chip).to_contain_text("Category:")
    page.get_by_role("link", name="Papers", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Which papers are there, and what does each one say?")
    expect(chip).to_contain_text("Category:")
    chip.get_by_role("button", name="Clear all").click()
    expect(page.get_by_text("300 of 300 papers")).to_be_visible()
