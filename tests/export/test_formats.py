"""CSV, JSON and Parquet of papers, and the verb that writes them: every row comes back."""

import io
import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from lib.commands.papers import command
from lib.corpus import Corpus, build_corpus
from lib.corrections import Correction
from lib.errors import NotADumpError, NotFoundError, SelectionError
from lib.export import FORMATS, list_papers, to_bibtex, to_json
from lib.export.papers import PAPERS
from lib.opening import Opened, narrow, read_link
from lib.samples import load_sample
from tests.conftest import ROOT
from tests.hand_dumps import column, dump, record, rows


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path / "data"))


def write(name: str, corpus: Corpus, link: str = "", log: tuple[Correction, ...] = ()) -> bytes:
    library = Opened("A library", corpus, log)
    return FORMATS[name].write(library, narrow(corpus, read_link(link)))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, catch_exceptions=False)


def test_the_table_says_for_each_paper_where_the_newest_capture_has_it() -> None:
    older = dump("a.txt", "Ana Ruiz", date(2026, 1, 1), [record("One", "Ana Ruiz", score=10.0)])
    newer = dump("b.txt", "Bo Li", date(2026, 2, 1), [record("=Two", "Bo Li", day=None), record("One", "Ana Ruiz")])
    assert rows(list_papers(build_corpus([older, newer])).drop(columns="paper_id")) == [
        {
            "title": "One", "authors": "Ana Ruiz", "authors_complete": True, "page": "Ana Ruiz; Bo Li",
            "category": "CV", "date": date(2024, 5, 1), "year_inferred": False, "score": None, "has_code": False,
            "badges": "", "abstract": None, "captured": date(2026, 2, 1), "file": "b.txt", "first_line": 1,
            "last_line": 3, "doubtful": False,
        },
        {
            "title": "=Two", "authors": "Bo Li", "authors_complete": True, "page": "Bo Li",
            "category": "CV", "date": None, "year_inferred": False, "score": None, "has_code": False,
            "badges": "", "abstract": None, "captured": date(2026, 2, 1), "file": "b.txt", "first_line": 1,
            "last_line": 3, "doubtful": False,
        },
    ]  # fmt: skip


def test_parquet_comes_back_with_every_type() -> None:
    corpus = build_corpus(load_sample("group"))
    back = pd.read_parquet(io.BytesIO(write("parquet", corpus)))
    pd.testing.assert_frame_equal(PAPERS.cast(back), list_papers(corpus))


def test_csv_comes_back_and_runs_nothing_in_a_spreadsheet() -> None:
    corpus = build_corpus([dump("a.txt", "Ana Ruiz", date(2026, 1, 1), [record("=1+1", "Ana Ruiz", score=7.5)])])
    (back,) = pd.read_csv(io.BytesIO(write("csv", corpus))).to_dict("records")
    assert (back["title"], back["score"], back["date"]) == ("'=1+1", 7.5, "2024-05-01")


def test_json_has_each_author_and_each_place_of_each_paper() -> None:
    corpus = build_corpus(load_sample("profiles"))
    document = json.loads(to_json(corpus))
    assert (document["format"], document["version"], document["content_id"]) == ("oeuvre-papers", 1, corpus.id)
    assert [capture["dump_id"] for capture in document["captures"]] == column(corpus.captures, "dump_id")
    table = list_papers(corpus)
    assert [paper["paper_id"] for paper in document["papers"]] == column(table, "paper_id")
    assert [paper["score"] for paper in document["papers"]] == column(table, "score")
    assert [paper["abstract"] for paper in document["papers"]] == column(table, "abstract")
    for paper, names in zip(document["papers"], column(table, "authors"), strict=True):
        visible = [author["name"] for author in paper["authors"] if author["position"]]
        assert ", ".join(visible) + ("" if paper["authors_complete"] else " et al.") == names
    sights = [sight for paper in document["papers"] for sight in paper["seen"]]
    assert len(sights) == len(corpus.observations)
    assert {(sight["dump_id"], sight["rank"]) for sight in sights} == set(
        zip(corpus.observations["dump_id"], corpus.observations["position"], strict=True)
    )


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_order_of_the_dumps_does_not_matter(name: str) -> None:
    dumps = load_sample("profiles")
    assert write(name, build_corpus(dumps)) == write(name, build_corpus(reversed(dumps)))


def test_the_verb_writes_what_a_link_shows(tmp_path: Path) -> None:
    link = "http://127.0.0.1:8501/papers?library=group&years=2025-&code=yes&q=model&per=month#top"
    done = run("--view", link, "--out", str(tmp_path / "some.csv"))
    part = narrow(build_corpus(load_sample("group")), read_link(link))
    assert 0 < len(part.shown.papers) < 60
    assert done.output.startswith(f"{len(part.shown.papers)} papers of 'A synthetic group'")
    back = pd.read_csv(tmp_path / "some.csv")
    assert list(back["paper_id"]) == column(list_papers(part.shown), "paper_id")
    assert back["has_code"].all()
    assert (back["date"] >= "2025").all()


def test_the_verb_writes_bibtex_of_files_to_the_screen() -> None:
    done = run(str(ROOT / "sample_data" / "profiles"), "--captured", "2026-11-24")
    assert done.output == to_bibtex(build_corpus(load_sample("profiles")))


def test_the_verb_keeps_picked_topics_apart() -> None:
    corpus = build_corpus(load_sample("group"))
    parts = [narrow(corpus, read_link(f"library=group&k=3&pick=topic:{topic}")).shown.papers for topic in (1, 2, 3)]
    assert all(len(part) for part in parts)
    assert not pd.concat(parts)["paper_id"].duplicated().any()


def test_the_verb_says_what_it_cannot_do(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"no library 'nope'.*Sample libraries are profiles, group, empty"):
        run("--library", "nope")
    with pytest.raises(SelectionError, match="Did you mean 'years'"):
        run("--library", "group", "--view", "yeers=3")
    with pytest.raises(NotADumpError, match="holds no file"):
        run(str(tmp_path))
    assert "Name either FILE" in run().output
    assert "ends in no known format" in run("--library", "empty", "--out", "a.docx").output
    assert "has no author “zed”" in run("--library", "profiles", "--view", "author=zed").output
