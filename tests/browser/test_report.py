"""A report opened from a file, offline: every figure is drawn, nothing is refused or asked for, it prints, and figures
are saved from it as journals want them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from lib.opening import narrow, open_named, read_link
from lib.report import Reading, make_report, to_html
from tests.browser.servers import PATIENCE

pytestmark = pytest.mark.browser


LETTER = (740, 957)  # pixels of 1/96 inch between the margins of a sheet; A4 is less wide by 22 and higher


@dataclass
class Opened:
    """A report in a browser without a network, what the browser complained about, and what it asked for."""

    page: Page
    html: str
    complaints: list[str]
    asked: list[str]


@pytest.fixture(scope="module")
def report(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    folder = tmp_path_factory.mktemp("report")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OEUVRE_DATA", str(folder))
        library = open_named("profiles")
        html = to_html(make_report(Reading(library, narrow(library.corpus, read_link("")))))
    file = folder / "report.html"
    file.write_text(html, encoding="utf-8")
    context = browser.new_context(offline=True, color_scheme="dark", viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-drawn=yes]", state="attached")
    yield Opened(page, html, complaints, asked)
    context.close()


def test_a_report_draws_offline_under_its_policy(report: Opened) -> None:
    page = report.page
    plots = report.html.count('class="plot"')
    assert page.locator(".plot").count() == page.locator(".plot .svg-container").count() == plots
    assert page.locator(".save").count() == plots
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.fonts.check('16px \"Source Sans\"')")
    assert report.complaints == []
    assert [url for url in report.asked if not url.startswith("data:")] == [page.url]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_report_prints(report: Opened, paper: str) -> None:
    printed = report.page.pdf(format=paper, print_background=True)
    assert printed.startswith(b"%PDF-")
    assert 5 <= printed.count(b"/Type /Page\n") <= 30


def test_no_figure_is_torn_over_two_sheets_and_all_are_as_wide_as_one(report: Opened) -> None:
    page = report.page
    page.emulate_media(media="print")
    page.set_viewport_size({"width": LETTER[0], "height": LETTER[1]})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    heights = page.eval_on_selector_all(".whole, .head", "parts => parts.map((part) => part.offsetHeight)")
    widths = page.eval_on_selector_all(".plot .main-svg:first-child", "all => all.map((one) => one.clientWidth)")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 390, "height": 800})
    assert len(heights) > 30
    assert max(heights) < LETTER[1]
    assert {LETTER[0] - 40 < width < LETTER[0] for width in widths} == {True}
    for _ in range(100):  # the policy forbids the script with which wait_for_function asks again
        if page.locator(".plot .main-svg").first.evaluate("drawn => drawn.clientWidth") < 390:
            break
        page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("millimetres", "pixels"), [(85, 2008), (175, 4134)])
def test_figures_are_saved_as_wide_as_a_column_with_their_font(
    report: Opened, tmp_path: Path, millimetres: int, pixels: int
) -> None:
    report.complaints.clear()
    svg = save(report, tmp_path, f"SVG, {millimetres} mm").read_text(encoding="utf-8")
    (head,) = re.findall(r"<svg[^>]*>", svg)[:1]
    assert f'width="{millimetres}mm"' in head
    (height,) = re.findall(r'height="([\d.]+)mm"', head)
    assert re.search(r'viewBox="0 0 \d+ \d+"', head)
    assert '@font-face { font-family: "Source Sans"' in svg
    assert "data:font/woff2;base64," in svg
    assert all("Source Sans" in text for text in re.findall(r"<text[^>]*>", svg))
    assert "font-size: 10.6" in svg  # 8 points in pixels of 1/96 inch
    assert not re.findall(r'(?:href|src)="http', svg)
    with Image.open(save(report, tmp_path, f"PNG, {millimetres} mm")) as png:
        assert png.width == pixels
        assert abs(png.height / pixels - float(height) / millimetres) < 0.01
        assert [round(dots) for dots in png.info["dpi"]] == [600, 600]
        assert png.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
        assert len(set(png.convert("L").resize((200, 200)).get_flattened_data())) > 20
    assert report.complaints == []


def save(report: Opened, folder: Path, button: str) -> Path:
    """What the button below the first figure saves."""
    with report.page.expect_download() as download:
        report.page.get_by_role("button", name=button).first.click()
    assert download.value.suggested_filename.startswith("the-map-")
    download.value.save_as(folder / download.value.suggested_filename)
    return folder / download.value.suggested_filename


def test_a_browser_that_cannot_draw_says_so_and_has_the_numbers(report: Opened, browser: Browser) -> None:
    context = browser.new_context(offline=True)
    context.add_init_script("delete window.DecompressionStream")
    page = context.new_page()
    page.goto(report.page.url)
    plot = page.locator(".plot").first
    plot.filter(has_text="This figure needs a newer browser; its numbers are below.").wait_for()
    assert page.locator("table").count() == report.html.count("<table>")
    context.close()
