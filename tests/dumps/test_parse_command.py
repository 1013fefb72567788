"""`python -m lib parse`: JSON for scripts, a summary for people, one line for each file that cannot be read."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lib.commands.parse import command
from tests.conftest import ROOT
from tests.dumps.made import ABSTRACT, COMPACT, HEADER, OTHER, SPACED

PAPER_KEYS = [
    "title", "authors", "more_authors", "category", "date", "year_shown", "score", "badges", "abstract", "doubtful",
    "lines",
]  # fmt: skip


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(f"{HEADER}\n\n{SPACED}\n\n{OTHER}", encoding="utf-8")
    return path


def run(*arguments: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments], input=data)


def test_json_has_exactly_the_promised_shape(page: Path) -> None:
    result = run(page, "--captured", "2026-06-30", "--json")
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert list(document) == ["dumps"]
    (dump,) = document["dumps"]
    assert list(dump) == ["file", "layout", "captured", "owner", "header", "papers", "problems"]
    assert (dump["file"], dump["layout"], dump["captured"]) == (str(page), "spaced", "2026-06-30")
    assert dump["owner"] == {
        "name": "Ada Lovelace",
        "confidence": "header",
        "reason": "The page's header names Ada Lovelace.",
    }
    assert dump["header"] == {
        "name": "Ada Lovelace",
        "field": "CV",
        "h_index": 10,
        "paper_count": 7,
        "citations": 75,
        "novelty": 57,
        "ai_score": 47,
    }
    assert [list(paper) for paper in dump["papers"]] == [PAPER_KEYS, PAPER_KEYS]
    assert list(dump["papers"][1].values()) == [
        "Trees for Search",
        ["Bo Li", "Ada Lovelace"],
        False,
        "IR",
        "2026-03-18",
        False,
        96.2,
        [],
        ABSTRACT,
        False,
        [19, 24],
    ]
    assert [list(problem) for problem in dump["problems"]] == [["line", "found", "expected"]]


def test_what_is_missing_is_null(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(COMPACT.replace("CVJun 9, 2022Code", "CVFeb 30"), encoding="utf-8")
    (dump,) = json.loads(run(path, "--json").stdout)["dumps"]
    assert dump["header"] is None
    assert (dump["owner"]["name"], dump["owner"]["confidence"]) == (None, "unknown")
    assert (dump["papers"][0]["date"], dump["papers"][0]["score"]) == (None, None)
    assert [(problem["line"], problem["found"]) for problem in dump["problems"]] == [(1, "Feb 30")]


def test_folders_are_searched_and_files_keep_their_order(tmp_path: Path, page: Path) -> None:
    (tmp_path / "b/c").mkdir(parents=True)
    for name in ("b/c/2.txt", "b/1.txt"):
        (tmp_path / name).write_text(SPACED, encoding="utf-8")
    (tmp_path / "b/notes.md").write_text("no dump", encoding="utf-8")
    result = run(page, tmp_path / "b", "--json")
    assert result.exit_code == 0
    files = [dump["file"] for dump in json.loads(result.stdout)["dumps"]]
    assert files == [str(page), str(tmp_path / "b/1.txt"), str(tmp_path / "b/c/2.txt")]


def test_standard_input_is_a_file_called_dash() -> None:
    result = run("-", "--json", data=SPACED.encode("utf-16"))
    assert [dump["file"] for dump in json.loads(result.stdout)["dumps"]] == ["-"]


def test_two_dumps_in_one_file_are_two_entries_with_the_lines_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "both.txt"
    path.write_text(f"{SPACED}\n\n{HEADER}\n\n{OTHER}", encoding="utf-8")
    first, second = json.loads(run(path, "--json").stdout)["dumps"]
    assert [len(dump["papers"]) for dump in (first, second)] == [1, 1]
    assert second["papers"][0]["lines"] == [19, 24]
    assert second["problems"][0]["line"] == 8


def test_unreadable_files_have_one_line_each_and_the_others_are_still_printed(tmp_path: Path, page: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.md").write_text("# Notes\n\nand more", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    missing = tmp_path / "missing.txt"
    result = run(tmp_path / "a.pdf", page, tmp_path / "b.md", tmp_path / "empty", missing, "--json")
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)["dumps"]) == 1
    lines = result.stderr.splitlines()
    assert [line.split(" ")[0].rstrip(":") for line in lines] == [
        str(tmp_path / name) for name in ("a.pdf", "b.md", "empty", "missing.txt")
    ]
    assert [word in line for word, line in zip(("PDF", "# Notes", ".txt", "No such file"), lines, strict=True)] == [
        True
    ] * 4


def test_the_encoding_may_be_named(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(SPACED.replace("Ada Lovelace", "Ada Łukasz").encode("cp1250"))
    named = json.loads(run(path, "--json", "--encoding", "cp1250").stdout)["dumps"][0]
    assert named["papers"][0]["authors"][0] == "Ada Łukasz"
    assert run(path, "--encoding", "klingon").exit_code == 1


def test_a_file_whose_name_is_no_text_is_read_all_the_same(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(SPACED, encoding="utf-8")
    result = run(tmp_path, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["dumps"][0]["file"].endswith("/caf?.txt")


def test_the_summary_tells_a_person_what_was_read(page: Path) -> None:
    result = run(page, "--captured", "2026-06-30")
    assert result.exit_code == 0
    for part in (
        "page.txt: 2 papers, spaced, captured 2026-06-30",
        "Ada Lovelace (header)",
        "h-index 10",
        "2026-03-18*   96.2  IR   Trees for Search",
        "Ada Lovelace, Bo Li, Cy Young et al.",
        "line 10: found '7 papers'",
    ):
        assert part in result.stdout


def test_the_summary_has_colours_where_somebody_sees_them(page: Path) -> None:
    coloured = CliRunner().invoke(command, [str(page)], color=True)
    assert "\x1b[32mheader" in coloured.stdout
    assert "\x1b" not in run(page).stdout


def test_no_text_of_a_dump_can_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(SPACED.replace("Graph", "\x1b[2JGraph\u202e"), encoding="utf-8")
    result = CliRunner().invoke(command, [str(path)], color=True)
    assert "\x1b[2J" not in result.stdout
    assert "\u202e" not in result.stdout


@pytest.mark.parametrize("arguments", [[], ["page.txt", "--captured", "yesterday"]])
def test_a_call_that_makes_no_sense_is_explained(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr


def test_the_verb_runs_as_a_program(page: Path) -> None:
    call = [sys.executable, "-m", "lib", "parse", str(page), "-", "--json", "--captured", "2026-06-30"]
    done = subprocess.run(call, cwd=ROOT, input=b"no dump", capture_output=True, check=False)  # noqa: S603 - our own verb
    assert done.returncode == 1
    assert [len(dump["papers"]) for dump in json.loads(done.stdout)["dumps"]] == [2]
    assert done.stderr.decode().startswith("-: ") or done.stderr.decode().startswith("- is not")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("call", [["--help"], ["parse", "--help"]])
def test_help_shows_an_example(call: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", "lib", *call], cwd=ROOT, capture_output=True, check=True)  # noqa: S603
    assert b"Example: python -m lib parse" in done.stdout
