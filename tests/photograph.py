"""`python -m tests.photograph [PAGE…]`: every page × theme × width × library as a picture in build/photos, to look at.

A test can say that nothing is broken; whether it is good to look at, only someone who looks.
"""

import itertools
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

from lib.samples import sample_libraries
from pages.shared.contents import CONTENTS
from tests.browser.conftest import ARGUMENTS, Theme, settle
from tests.browser.servers import PATIENCE, serve
from tests.conftest import ROOT

FOLDER = ROOT / "build" / "photos"
WIDTHS = (390, 1280, 2560)
THEMES: tuple[Theme, ...] = ("light", "dark")
TALLEST = 9_000  # pixels
HEIGHT = "Math.ceil(document.querySelector('[data-testid=stMainBlockContainer]').getBoundingClientRect().height)"
DRAWN = "document.querySelectorAll('[data-testid=stSkeleton]').length === 0"


def links(wanted: list[str]) -> Iterator[tuple[str, str]]:
    """A name and a link for each page in each library, and for the views that only a link opens."""
    for pages, library in itertools.product(CONTENTS.values(), sample_libraries()):
        for page in pages:
            if not wanted or page.name in wanted:
                yield f"{page.name}-{library.name}", f"{page.address}?library={library.name}"
    if not wanted or "papers" in wanted:
        yield "papers-opened", "/papers?paper=a-unified-language-model-0eeb03"
        yield "papers-table", "/papers?library=group&layout=table"
        yield "papers-missing", "/papers?author=zed&years=1900"


def photograph(tab: Tab, link: str, width: int, theme: Theme) -> bytes:
    """The whole page, however long it is."""
    tab.set_viewport_size({"width": width, "height": 900})
    tab.emulate_media(color_scheme=theme)
    tab.goto(link)
    settle(tab)
    tab.wait_for_function(DRAWN)
    for _ in range(2):  # what comes into view for the first time is drawn then, and may be taller
        tab.set_viewport_size({"width": width, "height": min(max(tab.evaluate(HEIGHT) + 40, 900), TALLEST)})
        tab.wait_for_timeout(700)
    return tab.screenshot()


def main(wanted: list[str]) -> None:
    """Take all pictures, or those of the named pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, serve(Path(data)) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        tab = chromium.new_context().new_page()
        tab.set_default_timeout(PATIENCE * 1000)
        for (name, link), width, theme in itertools.product(links(wanted), WIDTHS, THEMES):
            target = FOLDER / f"{name}-{width}-{theme}.png"
            target.write_bytes(photograph(tab, address + link, width, theme))
            print(target.relative_to(ROOT))  # noqa: T201 - it is a script
        chromium.close()


if __name__ == "__main__":
    main(sys.argv[1:])
