"""What a reader does on the pages that explore: filter, click, follow, go back, and show someone else the same."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open, settle

pytestmark = pytest.mark.browser
WHOLE = "24 of 24 papers · the whole library"


def chips(page: Page) -> Locator:
    return page.locator("[data-testid=stMultiSelect]", has_text="Picked in figures")


def click_bar(page: Page, figure: str) -> None:
    """Click the first bar of the figure under this heading, and wait until the link knows."""
    heading = page.get_by_role("heading", name=figure, exact=True)
    chart = heading.locator("xpath=following::*[@data-testid='stPlotlyChart'][1]")
    bar = chart.locator(".barlayer .point path").first
    bar.scroll_into_view_if_needed()
    bar.click(force=True)
    page.wait_for_function("location.search.includes('pick=')")
    settle(page)


def test_a_clicked_topic_narrows_the_page_by_its_name_follows_to_other_pages_and_can_be_taken_away(
    visit: Open,
) -> None:
    page = visit("/topics?names=1%3DHand pose")
    click_bar(page, "The topics")
    assert "pick=topic%3A1" in page.url
    expect(chips(page)).to_contain_text("Topic: Hand pose")
    expect(page.get_by_text("topic “Hand pose”")).to_be_visible()
    narrowed = page.get_by_text("of 24 papers · topic").inner_text()
    page.get_by_role("link", name="Timeline", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("When were the papers published?")
    expect(chips(page)).to_contain_text("Topic: Hand pose")
    expect(page.get_by_text(narrowed.split(" · ")[1])).to_be_visible()
    theirs = visit(page.url[page.url.index("/timeline") :], someone_else=True)
    expect(chips(theirs)).to_contain_text("Topic: Hand pose")
    expect(theirs.get_by_text(narrowed.split(" · ")[1])).to_be_visible()
    chips(page).get_by_role("button", name="Clear all").click()
    expect(page.get_by_text(WHOLE)).to_be_visible()
    expect(chips(page)).to_have_count(0)
    page.go_back()
    expect(chips(page)).to_contain_text("Topic: Hand pose")


def test_a_paper_of_a_topic_of_an_author_opens_and_back_leads_to_the_topic_again(visit: Open) -> None:
    page = visit("/topics?author=marco-de-nadai")
    click_bar(page, "The topics")
    expect(chips(page)).to_contain_text("Topic: ")
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.click(position={"x": 20, "y": 52})  # the box of the first row: the table is drawn on a canvas
    page.get_by_role("link", name="Read").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Which papers are there, and what does each one say?")
    expect(page.get_by_text("Where it stands")).to_be_visible()
    assert "paper=" in page.url
    assert "pick=topic" in page.url
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("What are the papers about?")
    expect(chips(page)).to_contain_text("Topic: ")
    page.go_back()
    expect(chips(page)).to_have_count(0)
    expect(page.get_by_text("of 24 papers · Marco De Nadai")).to_be_visible()


def test_a_lasso_on_the_map_narrows_the_table_and_the_other_figures(visit: Open) -> None:
    page = visit("/topics")
    chart = page.locator(".js-plotly-plot").first
    chart.hover()
    chart.locator("[data-title='Lasso Select']").click()
    plane = chart.locator(".nsewdrag").first.bounding_box()
    assert plane is not None
    page.mouse.move(plane["x"] + 2, plane["y"] + 2)
    page.mouse.down()
    for across, down in ((0.5, 0.01), (0.5, 0.99), (0.01, 0.99), (0.01, 0.01)):
        page.mouse.move(plane["x"] + plane["width"] * across, plane["y"] + plane["height"] * down, steps=5)
    page.mouse.up()
    page.wait_for_function("location.search.includes('pick=paper')")
    settle(page)
    picked = page.get_by_text("of 24 papers · picked").inner_text().split(" · ")[1].split(" ")[0]
    assert 0 < int(picked) < 24
    expect(page.get_by_text(f"{picked} papers. Tick a row")).to_be_visible()
    expect(chips(page)).to_be_visible()
