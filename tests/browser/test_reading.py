"""Everyone can read the pages: nothing serious that axe-core finds is ours, and nothing scrolls sideways."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from pages.shared.contents import CONTENTS
from tests.browser.conftest import Open, Theme

pytestmark = pytest.mark.browser
LINKS = [f"{page.address}?library=group" for pages in CONTENTS.values() for page in pages]
LINKS += ["/?library=empty", "/?author=zed", "/papers?paper=a-unified-language-model-0eeb03", "/papers?layout=table"]
PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(21, 24, 29)"}

# Parts that Streamlit and Plotly draw and that no page of ours can change.
THEIRS = (
    "[data-testid=stHeader]",  # Streamlit's toolbar
    "[data-testid=stDataFrame]",  # a canvas with a table of its own for screen readers
    ".modebar",  # Plotly's toolbar: links without a name
)
WIDTHS = "selector => { const e = document.querySelector(selector); return [e.scrollWidth, e.clientWidth] }"
GROUND = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"


def findings(page: Page) -> list[str]:
    """What axe-core calls serious or critical in the parts that are ours: the rule, and what it was found in."""
    violations = Axe().run(page, context={"exclude": [[selector] for selector in THEIRS]}).response["violations"]
    grave = [each for each in violations if each["impact"] in {"serious", "critical"}]
    return [f"{each['id']}: {node['html'][:160]}" for each in grave for node in each["nodes"]]


def turn(page: Page, theme: Theme) -> None:
    """Let the reader's system change to the other theme."""
    page.emulate_media(color_scheme=theme)
    page.wait_for_function(f"{GROUND} === '{PAPER[theme]}'")


@pytest.mark.parametrize("link", LINKS)
def test_axe_finds_nothing_serious_that_is_ours_in_either_theme(visit: Open, link: str) -> None:
    page = visit(link)
    assert findings(page) == []
    turn(page, "dark")
    assert findings(page) == []


@pytest.mark.parametrize("link", LINKS)
def test_nothing_scrolls_sideways_on_a_phone_and_the_sidebar_can_be_opened(visit: Open, link: str) -> None:
    page = visit(link.replace("library=group", "library=profiles"), width=390)
    for selector in ("html", "[data-testid=stMain]"):
        scrolled, seen = page.evaluate(WIDTHS, selector)
        assert scrolled <= seen, selector
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_test_id("stSidebar").get_by_role("link", name="Papers", exact=True)).to_be_in_viewport()


def test_words_of_a_link_that_look_like_html_are_shown_as_they_are(visit: Open) -> None:
    page = visit("/papers?author=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&q=%3Cb%3E**bold**%20:red[x]")
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    expect(page.get_by_text("<img src=x onerror=alert(1)>").first).to_be_visible()
    expect(page.get_by_text("<b>**bold** :red[x]").first).to_be_visible()
