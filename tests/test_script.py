"""A view as a script gives, in a process of its own, the numbers that the pages show."""

import io
import runpy
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import orjson
import pandas as pd
import plotly.graph_objects as go
import pytest

from lib.corpus import build_corpus
from lib.export.script import to_script
from lib.opening import Opened, narrow, open_named, read_link
from lib.samples import sample_libraries
from lib.store import Store, Upload, alone, open_store
from pages.shared import figure
from pages.shared.contents import page_called
from tests.conftest import ROOT
from tests.hand_dumps import dump, record
from tests.test_pages import open_dashboard

ME = alone("Ada")
ENDING = """
import orjson
print("NUMBERS")
found = {page: {title: table.to_csv() for title, table in numbers[page].items()} for page in numbers}
print(orjson.dumps(found).decode())
"""
Numbers = dict[str, dict[str, str]]
LISTS = {"terms", "authors", "central"}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path / "data"))
    with open_store() as opened:
        yield opened


def run(script: str, folder: Path) -> tuple[str, Numbers]:
    """What the script says, and its numbers."""
    (folder / "view.py").write_text(script + ENDING, encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - what is tested
        [sys.executable, str(folder / "view.py")],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "OEUVRE_DATA": str(folder / "data"), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    said, _, numbers = done.stdout.partition("NUMBERS")
    found: Numbers = orjson.loads(numbers)
    return said, found


def shown(monkeypatch: pytest.MonkeyPatch, title: str, link: dict[str, str]) -> dict[str, str]:
    """The table behind every figure of a page."""
    found: dict[str, str] = {}

    def draw(drawn: go.Figure, table: pd.DataFrame, sentence: str, place: figure.Place) -> None:  # noqa: ARG001
        found[figure.title_of(drawn)] = table.to_csv()

    with monkeypatch.context() as patch:
        patch.setattr(figure, "draw", draw)
        app = open_dashboard(page_called(title), **link)
        while app.get("progress"):
            app.run()
    assert not app.exception
    return found


def agree(numbers: dict[str, str], page: dict[str, str]) -> None:
    """The figures that both have, of which there are some, have the same numbers.

    What a page hands over beside numbers, lists of words and people, is left out of a report and of a script.
    """
    both = set(page) & set(numbers)
    assert len(both) > 1
    for name in both:
        there, here = (pd.read_csv(io.StringIO(found[name])) for found in (page, numbers))
        assert set(there) - set(here) <= LISTS
        pd.testing.assert_frame_equal(here, there[list(here)], check_exact=True, obj=name)


@pytest.mark.usefixtures("store")
def test_the_script_of_a_sample_gives_the_numbers_of_the_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = {"library": "profiles", "years": "2024-", "per": "quarter"}
    library = open_named("profiles")
    part = narrow(library.corpus, read_link("?" + urlencode(link)))
    said, numbers = run(to_script(library, part, "view.py", stored=False), tmp_path)
    assert said.startswith(f"{len(part.shown.papers)} of 24 papers: since 2024\n\nOverview: Authors\n")
    for title in ("Overview", "Topics", "Timeline", "Scores", "Compare", "Network"):
        agree(numbers[title], shown(monkeypatch, title, link))


def test_the_script_of_a_library_of_ones_own_says_when_it_has_changed_and_reads_an_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    library = store.libraries.create(ME, "Ours")
    first, second = next(sample.files for sample in sample_libraries() if sample.name == "profiles")
    list(store.dumps.take_in(ME, library.id, [Upload(first.file, first.text.encode(), first.captured)]))
    opened = open_named("ours")
    script = to_script(opened, narrow(opened.corpus, read_link("?library=ours")), "view.py", stored=True)
    numbers = here(script, tmp_path)
    before = capsys.readouterr().out
    assert before.startswith(
        f"{len(opened.corpus.papers)} of {len(opened.corpus.papers)} papers: the whole library\n\n"
    )
    agree(numbers["Scores"], shown(monkeypatch, "Scores", {"library": "ours"}))
    stream = io.BytesIO()
    store.archives.export(ME, library.id, stream)
    (tmp_path / "ours.oeuvre").write_bytes(stream.getvalue())
    list(store.dumps.take_in(ME, library.id, [Upload(second.file, second.text.encode(), second.captured)]))
    capsys.readouterr()
    exported = script.replace("LIBRARY = 'ours'", f"LIBRARY = {str(tmp_path / 'ours.oeuvre')!r}")
    assert here(exported, tmp_path) == numbers
    assert capsys.readouterr().out == before
    here(script, tmp_path)
    assert "The library has changed since this script was made" in capsys.readouterr().out


def here(script: str, folder: Path) -> Numbers:
    """The numbers of a script that is run in this process, which has read everything that it imports."""
    (folder / "view.py").write_text(script, encoding="utf-8")
    pages = runpy.run_path(str(folder / "view.py"))["numbers"]
    return {page: {title: table.to_csv() for title, table in tables.items()} for page, tables in pages.items()}


def test_nothing_from_a_library_runs() -> None:
    evil = "A\nimport os; os.abort()\r'''\"\"\"{boom}\u2028raise SystemExit"
    corpus = build_corpus([dump("a.txt", evil, date(2026, 1, 1), [record("One", evil, category=evil)])])
    (category,) = corpus.papers["category"]
    part = narrow(corpus, read_link("?" + urlencode({"category": category, "q": evil})))
    script = to_script(Opened(evil, corpus), part, evil, stored=True)
    compile(script, "view.py", "exec")
    lines = [line for line in script.split("\n") if "os.abort" in line]
    assert lines
    assert all(line.startswith(("# ", "VIEW = ")) for line in lines)
    assert all(sign == "\n" or sign.isprintable() for sign in script)
