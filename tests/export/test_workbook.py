"""The Excel workbook read back: every cell is there with its type, and no text is a formula."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

from lib.corpus import Corpus, build_corpus
from lib.corrections import Category, Correction
from lib.export import list_papers
from lib.export.workbook import LONGEST, to_excel
from lib.opening import Opened, narrow, open_named, read_link
from lib.schema.derived import label
from tests.hand_dumps import column, dump, record


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path / "data"))


def read(corpus: Corpus, link: str = "", log: tuple[Correction, ...] = ()) -> Workbook:
    content = to_excel(Opened("=cmd", corpus, log), narrow(corpus, read_link(link)))
    return load_workbook(io.BytesIO(content))


def cells(book: Workbook, sheet: str, head: str) -> list[object]:
    (found,) = (each for each in book[sheet].columns if each[0].value == head)
    return [cell.value for cell in found[1:]]


def test_every_paper_in_view_is_there_with_days_as_days_and_what_is_missing_empty() -> None:
    corpus = open_named("profiles").corpus
    book = read(corpus, "years=2025-")
    table = list_papers(narrow(corpus, read_link("years=2025-")).shown)
    assert 0 < len(table) < len(corpus.papers)
    assert [cell.value for cell in book["Papers"][1]] == [label(name) for name in table.columns]
    for name in ("paper_id", "title", "score", "has_code", "abstract", "first_line"):
        assert cells(book, "Papers", label(name)) == column(table, name)
    days = cells(book, "Papers", label("date"))
    assert [day.date() if isinstance(day, datetime) else day for day in days] == column(table, "date")


def test_no_text_is_a_formula_or_a_link_whatever_it_begins_with() -> None:
    evil = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x.example", "{=SUM(B1)}", "\t=1", "007"]
    records = [record(title, "=Ana Ruiz", category="=2", score=50.0) for title in evil]
    corpus = build_corpus([dump("=a.txt", "=Ana Ruiz", date(2026, 1, 1), records)])
    book = read(corpus)
    every = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell)]
    assert not [cell.coordinate for cell in every if cell.data_type == "f" or cell.hyperlink]
    titles = {str(title).strip() for title in cells(book, "Papers", "Title")}
    assert titles == {title.strip() for title in evil}
    assert set(cells(book, "Scores", "Author")) == {"=Ana Ruiz"}


def test_scores_are_there_for_each_capture() -> None:
    older = dump("a.txt", "Ana Ruiz", date(2026, 1, 1), [record("One", "Ana Ruiz", score=10.0), record("Two", "Bo")])
    newer = dump("b.txt", "Ana Ruiz", date(2026, 2, 1), [record("One", "Ana Ruiz", score=12.5)])
    book = read(build_corpus([newer, older]))
    assert cells(book, "Scores", "Title") == ["One", "One"]
    assert cells(book, "Scores", label("score")) == [10.0, 12.5]
    assert cells(book, "Scores", label("captured")) == [datetime(2026, 1, 1), datetime(2026, 2, 1)]  # noqa: DTZ001


def test_claimed_and_counted_figures_of_authors_stand_in_columns_of_their_own() -> None:
    book = read(open_named("profiles").corpus)
    assert cells(book, "Authors", label("page")) == ["Marco De Nadai", "Songpei Xu"]
    assert cells(book, "Authors", label("papers")) == [17, 7]
    assert label("paper_count") != label("papers")


def test_it_says_what_it_rests_on_and_what_each_column_means() -> None:
    library = open_named("profiles")
    now = datetime(2026, 5, 1, tzinfo=UTC)
    dump_id = str(library.corpus.captures["dump_id"].iloc[0])
    log = tuple(
        Correction(number, Category(f"C{number}"), dump_id, "key", 5, "ada@x.org", now, undone_by=undone)
        for number, undone in ((1, 2), (3, None))
    )
    book = read(library.corpus, "years=2025-", log)
    about = " ".join(map(str, cells(book, "About", "About this file")))
    assert "papers of “=cmd”." in about
    assert "as a link: ?years=2025-." in about
    assert "1 correction of readers in force." in about
    assert library.corpus.id in about
    assert "seed of everything random: 0." in about
    assert cells(book, "Corrections", label("by")) == ["ada@x.org"]
    assert "C3" in str(cells(book, "Corrections", label("said")))
    assert len(cells(book, "Dumps", label("file"))) == 2
    known = set(zip(cells(book, "Columns", "Sheet"), cells(book, "Columns", "Column"), strict=True))
    assert ("Papers", "Title") in known
    assert all(cells(book, "Columns", "Meaning"))


def test_a_text_that_no_cell_holds_is_cut_and_says_so() -> None:
    long = "word " * 8_000
    corpus = build_corpus([dump("a.txt", "Ana", date(2026, 1, 1), [record("One", "Ana", abstract=long)])])
    (abstract,) = cells(read(corpus), "Papers", label("abstract"))
    assert len(str(abstract)) == LONGEST
    assert str(abstract).endswith("(cut: a cell holds no more)")


def test_a_library_without_papers_gives_heads_alone() -> None:
    book = read(open_named("empty").corpus)
    assert book.sheetnames == ["Papers", "Authors", "Scores", "Dumps", "Corrections", "Columns", "About"]
    assert book["Papers"].max_row == 1
