"""A report opened from a file, offline: every figure is drawn, nothing is refused or asked for, and it prints."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from lib.opening import narrow, open_named, read_link
from lib.report import Reading, make_report, to_html

pytestmark = pytest.mark.browser


def test_a_report_draws_offline_under_its_policy_and_prints(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))
    library = open_named("profiles")
    file = tmp_path / "report.html"
    html = to_html(make_report(Reading(library, narrow(library.corpus, read_link("")))))
    file.write_text(html, encoding="utf-8")
    context = browser.new_context(offline=True, color_scheme="dark", viewport={"width": 390, "height": 800})
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-drawn=yes]", state="attached")
    assert said == []
    assert asked == [file.as_uri()]
    assert page.locator(".plot").count() == page.locator(".plot .svg-container").count() == html.count('class="plot"')
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for paper in ("A4", "Letter"):
        printed = page.pdf(format=paper, print_background=True)
        assert printed.startswith(b"%PDF-")
        assert 5 <= printed.count(b"/Type /Page\n") <= 25
    context.close()
