"""A view as a script gives, in a process of its own, the numbers that the pages show."""

import io
import re
import runpy
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import orjson
import pandas as pd
import plotly.graph_objects as go
import pytest

from lib.corpus import build_corpus
from lib.export.script import to_script
from lib.network import read_network
from lib.opening import Opened, narrow, open_named, read_link
from lib.report import Block, Reading, write_chapters
from lib.report.chapters import ABSENT, scores
from lib.samples import sample_libraries
from lib.store import Store, Upload, alone, open_store
from pages.shared import figure, frame, shapes
from pages.shared.contents import page_called
from tests.conftest import ROOT
from tests.hand_dumps import dump, record
from tests.visits import open_dashboard, said

ME = alone("Ada")
PAGES = ("Overview", "Topics", "Timeline", "Scores", "Compare", "Network")
ENDING = """
import orjson
print("NUMBERS")
found = {
    each.title: {block.title: (numbers[each.title][block.title].to_csv(), block.sentence) for block in each.blocks}
    for each in report.chapters
}
print(orjson.dumps(found).decode())
"""
Figures = dict[str, tuple[str, str]]  # by title: the numbers and the sentence
Numbers = dict[str, Figures]
EVERYTHING = {
    "library": "group",
    "by": "topic",
    "group": "category",
    "per": "month",
    "measure": "share",
    "window": "5",
    "shape": "histogram",
    "k": "5",
    "names": "1=The first",
    "min_joint": "2",
}


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
    words, _, numbers = done.stdout.partition("NUMBERS")
    found: Numbers = orjson.loads(numbers)
    return words, found


def shown(monkeypatch: pytest.MonkeyPatch, title: str, link: dict[str, str]) -> tuple[Figures, set[str]]:
    """Every figure and table of a page with its numbers and its sentence; and the headings of what is neither."""
    found: list[tuple[str, tuple[str, str]]] = []

    def draw(drawn: go.Figure, table: pd.DataFrame, sentence: str, place: figure.Place) -> None:  # noqa: ARG001
        draw_table(figure.title_of(drawn), table, sentence)

    def draw_table(title: str, table: pd.DataFrame, sentence: str, *, folded: bool = False) -> None:  # noqa: ARG001
        found.append((title, (table.to_csv(), sentence)))

    with monkeypatch.context() as patch:
        patch.setattr(figure, "draw", draw)
        for module in (frame, shapes):
            patch.setattr(module, "show_table", draw_table)
        app = open_dashboard(page_called(title), **link)
        while app.get("progress"):
            app.run()
        found.clear()  # of what a visit passes on its way to the page
        app.run()
    assert not app.exception
    assert len(dict(found)) == len(found)
    return dict(found), {unescape(text) for text in re.findall(r'<h3 id="[^"]*"[^>]*>(.*?)</h3>', said(app))}


def agree(monkeypatch: pytest.MonkeyPatch, numbers: Numbers, link: dict[str, str]) -> set[str]:
    """Every page and its chapter have the same figures and tables with the same numbers and sentences.

    Returns what else stands under a heading of its own on these pages.
    """
    more: set[str] = set()
    for page, here in numbers.items():
        if page not in PAGES:
            continue  # where the papers come from
        there, others = shown(monkeypatch, page, link)
        assert list(there) == list(here), page
        more |= others
        for title, (table, sentence) in there.items():
            assert here[title][0] == table, f"{page}: {title}"
            assert here[title][1].startswith(sentence)
    return more


@pytest.mark.usefixtures("store")
def test_the_script_of_a_sample_gives_what_the_pages_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = {"library": "profiles", "years": "2024-", "per": "quarter"}
    library = open_named("profiles")
    part = narrow(library.corpus, read_link("?" + urlencode(link)))
    words, numbers = run(to_script(library, part, "view.py", stored=False), tmp_path)
    assert words.startswith(f"{len(part.shown.papers)} of 24 papers: since 2024\n\nOverview\n")
    assert "\nOverview: All authors in numbers\n" in words
    assert agree(monkeypatch, numbers, link) == set(ABSENT)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("shape", "years"), [("histogram", "2025-"), ("histogram", "2022-2024"), ("ecdf", "2025-"), ("ridgeline", "2025-")]
)
def test_scores_are_spread_as_the_page_draws_them(monkeypatch: pytest.MonkeyPatch, shape: str, years: str) -> None:
    link = {"library": "group", "shape": shape, "group": "category", "years": years}
    agree(monkeypatch, {"Scores": _figures(scores.blocks(reading(link)))}, link)


@pytest.mark.usefixtures("store")
def test_a_search_in_too_few_papers_to_cluster_is_written_as_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    author = str(open_named("profiles").corpus.seniority.iloc[-1])
    link = {"library": "profiles", "author": author, "topics_from": "selection", "q": "image"}
    found = chapters(link)
    assert list(found["Topics"]) == ["Each paper's own words"]
    assert agree(monkeypatch, found, link) == set(ABSENT)


@pytest.mark.usefixtures("store")
def test_whatever_a_reader_chose_on_the_pages_is_in_a_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = open_named("group")
    network = read_network(library.corpus.authorships, library.corpus.papers)
    first, last = (str(network.people["person_id"].iloc[at]) for at in (0, -1))
    authors = library.corpus.seniority
    link = EVERYTHING | {"focus": first, "to": last, "compare": ",".join(authors[[0, 3, 5]]), "pick": "topic:1,2"}
    part = narrow(library.corpus, read_link("?" + urlencode(link)))
    assert agree(monkeypatch, here(to_script(library, part, "view.py", stored=False), tmp_path), link) == set(ABSENT)


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
    agree(monkeypatch, {"Scores": numbers["Scores"]}, {"library": "ours"})
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


def chapters(link: dict[str, str]) -> Numbers:
    """The chapters of a report of what a link shows."""
    return {each.title: _figures(each.blocks) for each in write_chapters(reading(link))}


def reading(link: dict[str, str]) -> Reading:
    library = open_named(link["library"])
    return Reading(library, narrow(library.corpus, read_link("?" + urlencode(link))))


def _figures(blocks: Iterable[Block]) -> Figures:
    return {block.title: (block.table.to_csv(), block.sentence) for block in blocks}


def here(script: str, folder: Path) -> Numbers:
    """What a script gives that is run in this process, which has read everything that it imports."""
    (folder / "view.py").write_text(script, encoding="utf-8")
    made = runpy.run_path(str(folder / "view.py"))
    tables = made["numbers"]
    report = {each.title: _figures(each.blocks) for each in made["report"].chapters}
    assert {page: {title: table.to_csv() for title, table in tables[page].items()} for page in tables} == {
        page: {title: table for title, (table, _) in figures.items()} for page, figures in report.items()
    }
    return report


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
