"""A fresh server with data of its own, and a browser that proves that nothing is asked of another machine."""

import shutil
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from tests.browser.servers import PATIENCE, serve

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
QUIET = """() => new Promise(done => {
    let timer
    const wait = () => { clearTimeout(timer); timer = setTimeout(() => { observer.disconnect(); done() }, 250) }
    const observer = new MutationObserver(wait)
    observer.observe(document.body, {subtree: true, childList: true})
    wait()
})"""  # milliseconds without a change: a script that has ended may still be drawn, and a list drawn from its end
OURS = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
pytest.register_assert_rewrite("tests.browser.table")
expect.set_options(timeout=PATIENCE * 1000)
Theme = Literal["light", "dark"]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(tmp_path_factory.mktemp("data")) as address:
        yield address


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One for all tests of this folder, and closed before any other: Playwright keeps a loop running until then."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One person's browser, with one tab: what it has loaded and compiled once, it need not for the next test."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def visit(browser: Browser, tab: Page, server: str) -> Iterator[Open]:
    """Opens a link: the first in the tab that is there, others in tabs beside it or in someone else's browser."""
    opened: list[Page] = []
    strangers: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(OURS):
            strangers.append(request.url)

    def place(*, someone_else: bool) -> Page:
        if someone_else:
            return browser.new_context().new_page()
        return tab.context.new_page() if tab in opened else tab

    def open_link(
        link: str, *, width: int = 1280, theme: Theme = "light", address: str = server, someone_else: bool = False
    ) -> Page:
        opened.append(page := place(someone_else=someone_else))
        page.on("request", note)
        page.set_default_timeout(PATIENCE * 1000)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        page.goto(address + link)
        settle(page)
        return page

    yield open_link
    for page in opened:
        leave(page, tab)
        page.remove_listener("request", note)
    assert not strangers, "requests left the machine"


def leave(page: Page, tab: Page) -> None:
    """End a visit; in the tab that stays, nothing remembers it."""
    if page is tab:
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.goto("about:blank")
    elif page.context is tab.context:
        page.close()
    else:
        page.context.close()


def settle(page: Page) -> None:
    """Wait until the script has run, the page has its question, and all of it has been drawn."""
    page.wait_for_selector(READY)
    page.wait_for_selector("h1")
    page.wait_for_selector(READY)
    page.evaluate(QUIET)
