"""A fresh server with data of its own, and a browser that proves that nothing is asked of another machine."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from tests.conftest import ROOT

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 120  # seconds that a server or a page may take on a busy machine
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
QUIET = """() => new Promise(done => {
    let timer
    const wait = () => { clearTimeout(timer); timer = setTimeout(() => { observer.disconnect(); done() }, 250) }
    const observer = new MutationObserver(wait)
    observer.observe(document.body, {subtree: true, childList: true})
    wait()
})"""  # milliseconds without a change: a script that has ended may still be drawn, and a list drawn from its end
OURS = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
expect.set_options(timeout=PATIENCE * 1000)
Theme = Literal["light", "dark"]
Open = Callable[..., Page]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def serve(data: Path, *options: str) -> Iterator[str]:
    """The address of a server that nobody has visited yet, with these options of Streamlit."""
    address = f"http://127.0.0.1:{(port := free_port())}"
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={port}", *options]
    with (data / "server.log").open("w") as log:
        process = subprocess.Popen(  # noqa: S603 - our own dashboard
            command, cwd=ROOT, env=os.environ | {"OEUVRE_DATA": str(data)}, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        wait_for(f"{address}/_stcore/health", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, "the server stopped"
        try:
            with urllib.request.urlopen(url, timeout=1):  # noqa: S310 - the server above
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"{url} did not answer within {PATIENCE} s")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(tmp_path_factory.mktemp("data")) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """One person's browser: what it has loaded once, it need not load for the next test."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def visit(browser: Browser, reader: BrowserContext, server: str) -> Iterator[Open]:
    """Opens a link in a new tab, or in someone else's browser."""
    strangers: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(OURS):
            strangers.append(request.url)

    def open_link(
        link: str, *, width: int = 1280, theme: Theme = "light", address: str = server, someone_else: bool = False
    ) -> Page:
        page = (browser.new_context() if someone_else else reader).new_page()
        page.on("request", note)
        page.set_default_timeout(PATIENCE * 1000)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        page.goto(address + link)
        settle(page)
        return page

    yield open_link
    for context in browser.contexts:
        for page in context.pages:
            page.close()
    assert not strangers, "requests left the machine"


def settle(page: Page) -> None:
    """Wait until the script has run, the page has its question, and all of it has been drawn."""
    page.wait_for_selector(READY)
    page.wait_for_selector("h1")
    page.wait_for_selector(READY)
    page.evaluate(QUIET)
