"""`python -m lib topics`: a number for each row of the input, in its order, and errors that say what was found."""

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from lib.commands.topics import command
from lib.errors import InputError
from tests.conftest import ROOT
from tests.topics.toys import BEES, BREAD, SAILING, three_fields

SAMPLE = sorted((ROOT / "sample_data").rglob("*.txt"))[:1]


def run(*arguments: object) -> str:
    result = CliRunner().invoke(command, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def read(*arguments: object) -> dict[str, object]:
    document: dict[str, object] = json.loads(run(*arguments, "--json"))
    return document


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "papers.parquet"
    three_fields()[["title", "abstract"]].sample(frac=1, random_state=1).to_parquet(path)
    return path


def test_the_document_has_these_fields_and_no_others(table: Path) -> None:
    document = read(table, "--k", 3)
    assert list(document) == ["k", "why_k", "seed", "topics", "labels"]
    assert (document["k"], document["why_k"], document["seed"]) == (3, "3 topics, as asked for.", 0)
    topics = document["topics"]
    assert isinstance(topics, list)
    assert [list(topic) for topic in topics] == [["topic", "label", "size", "stability", "terms"]] * 3
    assert [topic["topic"] for topic in topics] == [1, 2, 3]
    assert [topic["size"] for topic in topics] == [12, 12, 12]
    assert [topic["stability"] for topic in topics] == [1.0, 1.0, 1.0]
    assert all(isinstance(term, str) for topic in topics for term in topic["terms"])


def test_each_row_has_its_label_in_the_order_of_the_input(table: Path) -> None:
    labels = read(table, "--k", 3)["labels"]
    assert isinstance(labels, list)
    texts = pd.read_parquet(table)["abstract"].tolist()
    of_field = {
        text: field for field, texts in (("bread", BREAD), ("sailing", SAILING), ("bees", BEES)) for text in texts
    }
    pairs = {(of_field[text], label) for text, label in zip(texts, labels, strict=True)}
    assert len(pairs) == len({label for _, label in pairs}) == 3


def test_rows_that_say_the_same_and_rows_that_say_nothing_keep_their_places(tmp_path: Path) -> None:
    path = tmp_path / "papers.csv"
    texts = [*BREAD, *BEES, BREAD[0], "", BREAD[0]]
    pd.DataFrame({"Abstract": texts, "Title": "", "more": range(len(texts))}).to_csv(path, index=False)
    labels = read(path, "--k", 2)["labels"]
    assert isinstance(labels, list)
    assert len(labels) == len(texts)
    assert labels[24] == labels[26] == labels[0] != labels[12]
    assert labels[25] == 0


def test_without_a_number_one_is_suggested_and_the_reason_printed(table: Path) -> None:
    output = run(table)
    assert output.startswith("3 topics come out the same")
    assert "Baking, crust, dough: 12 papers, stability 1.00" in output


def test_too_few_papers_are_listed_with_their_own_terms(tmp_path: Path) -> None:
    path = tmp_path / "papers.csv"
    path.write_text('title,abstract\nBread,"dough, flour"\nBees,honey\n', encoding="utf-8")
    output = run(path)
    assert "clustering needs 10" in output
    assert "Bread: Bread, dough, flour" in output
    assert read(path)["labels"] == [1, 1]


def test_a_dump_has_a_label_for_each_of_its_records() -> None:
    document = read(*SAMPLE, "--captured", "2026-03-31")
    labels = document["labels"]
    assert isinstance(labels, list)
    assert len(labels) >= 7
    assert set(labels) <= {0, *range(1, len(labels))}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "a.csv",
            "name,abstract\nx,y\n",
            "no column 'title'; expected 'title' and 'abstract', found 'name', 'abstract'",
        ),
        ("a.csv", "x\n1\n", "no column 'title' and none 'abstract'"),
        ("a.parquet", "no parquet", "expected a table, but it cannot be read as one"),
        ("a.csv", "title,abstract\n", "there are no papers"),
        ("a.txt", "Dear diary", r"a\.txt: "),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_was_found(
    tmp_path: Path, name: str, content: str, message: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        run(path)


def test_tables_and_dumps_are_not_mixed(table: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("page", encoding="utf-8")
    with pytest.raises(InputError, match="not both at once"):
        run(table, tmp_path / "page.txt")


def test_its_help_has_an_example() -> None:
    assert "Example: python -m lib topics papers.parquet --k 5 --json" in run("--help")


def test_it_is_a_verb(table: Path) -> None:
    call = [sys.executable, "-m", "lib", "topics", str(table), "--json"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert json.loads(done.stdout)["k"] == 3
