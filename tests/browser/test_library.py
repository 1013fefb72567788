"""A library from start to finish, as someone meets it: bring in, correct, keep, undo, and find all of it again."""

import re
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lib.synth import make_group
from tests.browser.conftest import Open, settle
from tests.browser.servers import PATIENCE, serve
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
SEEDS = [ROOT / "sample_data" / "profiles" / f"{name}.txt" for name in ("marco-de-nadai", "songpei-xu")]
MANY = 200
expect.set_options(timeout=PATIENCE * 1000)


def make_library(page: Page, name: str) -> None:
    """From the sample that everyone sees first to an empty library of one's own."""
    page.get_by_text("Begin an empty library").click()
    page.get_by_role("textbox", name="Its name").fill(name)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.get_by_text(f"“{name}” is ready.")).to_be_visible()


def drop(page: Page, *files: Path) -> None:
    page.locator("input[type=file]").first.set_input_files([str(file) for file in files])


def choose(page: Page, label: str, text: str) -> None:
    """Type into a box of choices and take what it finds."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(text)
    page.get_by_role("option", name=re.compile(text)).first.wait_for()
    page.keyboard.press("Enter")
    settle(page)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()
    settle(page)


def test_dumps_are_brought_in_corrected_kept_undone_and_all_of_it_is_there_after_a_restart(
    visit: Open, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"%PDF-1.7 no author's page")
    with serve(tmp_path) as address:
        page = visit("/library", address=address)
        make_library(page, "Vision group")
        drop(page, *SEEDS, broken)
        expect(page.get_by_text("3 files: 2 ready, 1 refused. 24 papers read.")).to_be_visible()
        expect(page.get_by_text("broken.txt: The file is a PDF")).to_be_visible()
        choose(page, "Look at a file", "songpei")
        correct_first_title(page, "Engines before keeping")
        press(page, "Keep 2 files")
        expect(page.get_by_text("2 files: 2 kept. 24 papers read.")).to_be_visible()
        choose(page, "Dump to review", "marco")
        correct_first_title(page, "Engines after keeping")
        expect(page.get_by_text("Kept: title “Engines after keeping”")).to_be_visible()
        link = page.url.removeprefix(address)
        page.reload()
        settle(page)
        expect(page.get_by_text("Engines after keeping", exact=True)).to_be_visible()
        somebody_else = visit(link, address=address, someone_else=True)
        expect(somebody_else.get_by_text("Engines after keeping", exact=True)).to_be_visible()
        press(somebody_else, "Undo")
        expect(somebody_else.get_by_text("Undone.")).to_be_visible()
    with serve(tmp_path) as address:
        page = visit("/library?library=vision-group&part=log", address=address)
        expect(page.get_by_text("2 corrections, 1 of them in force.")).to_be_visible()
        papers = visit("/papers?library=vision-group&q=engines", address=address)
        expect(papers.get_by_text("1 of 24 papers")).to_be_visible()
        expect(papers.get_by_role("heading", name="Engines before keeping")).to_be_visible()


def correct_first_title(page: Page, title: str) -> None:
    page.get_by_role("button", name="Correct").first.click()
    box = page.get_by_role("textbox", name="Title").first
    box.fill(title)
    box.press("Control+Enter")
    settle(page)
    page.get_by_role("button", name="Save", exact=True).first.click()
    settle(page)
    said = page.get_by_text(title, exact=True).and_(page.locator("div"))  # not the box it was typed into
    expect(said.first).to_be_visible()


NOTE_PROGRESS = """() => {
    window.progress = []
    new MutationObserver(() => {
        const found = document.body.textContent.match(/[0-9]+ of 200 files (read|kept)/)
        if (found) window.progress.push(found[0])
    }).observe(document.body, {subtree: true, childList: true, characterData: true})
}"""  # a fast machine shows each step for a moment only


def test_two_hundred_dumps_come_in_at_once_with_progress(visit: Open, tmp_path: Path) -> None:
    files = []
    for dump in islice(make_group(140, 700, 11), MANY):
        files.append(tmp_path / dump.file)
        files[-1].write_text(dump.text, encoding="utf-8")
    assert len(files) == MANY
    page = visit("/library")
    make_library(page, "Many")
    page.evaluate(NOTE_PROGRESS)
    drop(page, *files)
    expect(page.get_by_text(re.compile(r"200 files: 200 ready\."))).to_be_visible(timeout=90_000)
    page.get_by_role("button", name="Keep 200 files").click()
    expect(page.get_by_text(re.compile(r"200 files: 200 kept\."))).to_be_visible(timeout=90_000)
    assert page.evaluate("window.progress"), "nothing said how far the work was"
    expect(page.get_by_text(re.compile(r"^200 dumps;"))).to_be_visible()


def test_a_folder_and_pasted_text_come_in_and_what_is_here_is_recognised(visit: Open, tmp_path: Path) -> None:
    folder = tmp_path / "pages" / "group"
    folder.mkdir(parents=True)
    for seed in SEEDS:
        (folder / seed.name).write_bytes(seed.read_bytes())
    page = visit("/library")
    make_library(page, "Folder")
    page.get_by_text("A folder", exact=True).click()
    settle(page)
    page.locator("input[type=file]").first.set_input_files(str(tmp_path / "pages"))
    expect(page.get_by_text("2 files: 2 ready. 24 papers read.")).to_be_visible()
    press(page, "Keep 2 files")
    expect(page.get_by_text("2 files: 2 kept. 24 papers read.")).to_be_visible()
    page.get_by_text("Pasted text", exact=True).click()
    settle(page)
    box = page.get_by_role("textbox", name="The text of an author's page")
    box.fill(SEEDS[1].read_text(encoding="utf-8"))
    box.press("Control+Enter")
    settle(page)
    press(page, "Read it")
    expect(page.get_by_text("1 file: 1 already here. 7 papers read.")).to_be_visible()
    expect(page.get_by_role("button", name="Keep 0 files")).to_be_disabled()
