"""Files -> papers to find topics in: profile dumps, or tables with a title and an abstract in each row."""

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from lib.corpus import build_corpus
from lib.dumps import decode
from lib.dumps.files import read_files
from lib.errors import InputError

_TABLES = (".csv", ".tsv", ".parquet")
_NEEDED = ("title", "abstract")


@dataclass(frozen=True, eq=False)
class Source:
    """Distinct papers (columns `paper_id`, `title`, `abstract`) and the paper_id of each row of the input, in order.

    A row is a row of a table, or a record of a dump; the same paper may stand in several.
    """

    papers: pd.DataFrame
    rows: tuple[str, ...]


def read_papers(paths: Iterable[Path], *, captured: date) -> Source:
    """The papers in these files: dumps (or folders of *.txt), or tables in CSV, TSV or Parquet, but not both at once.

    Raises InputError, which names the file, what was found there and what was expected.
    """
    files = list(paths)
    tables = [path for path in files if path.suffix.lower() in _TABLES]
    if tables and len(tables) < len(files):
        other = next(path for path in files if path not in tables)
        raise InputError(f"{tables[0]} is a table and {other} is none: give dumps or tables, not both at once.")
    return _read_tables(tables) if tables else _read_dumps(files, captured)


def _read_tables(paths: list[Path]) -> Source:
    rows = pd.concat([_read_table(path) for path in paths], ignore_index=True)
    names = [_name(title, abstract) for title, abstract in zip(rows["title"], rows["abstract"], strict=True)]
    return Source(rows.assign(paper_id=names).drop_duplicates("paper_id"), tuple(names))


def _name(title: str, abstract: str) -> str:
    """Names a row by what it says, so that its place in the file does not matter."""
    return hashlib.sha256(f"{title}\n{abstract}".encode()).hexdigest()[:20]


def _read_table(path: Path) -> pd.DataFrame:
    """The table's titles and abstracts; missing ones are empty."""
    try:
        table = pd.read_parquet(path) if path.suffix.lower() == ".parquet" else _read_csv(path)
    except ValueError as error:  # of pyarrow and of pandas alike
        raise InputError(f"{path}: expected a table, but it cannot be read as one ({error}).") from error
    columns = {str(column).strip().casefold(): column for column in reversed(table.columns)}
    if missing := [name for name in _NEEDED if name not in columns]:
        seen = ", ".join(repr(str(column)) for column in table.columns) or "none"
        raise InputError(
            f"{path}: the table has no column {' and none '.join(map(repr, missing))}; "
            f"expected 'title' and 'abstract', found {seen}. Rename the columns."
        )
    return pd.DataFrame({name: table[columns[name]].astype("string").fillna("") for name in _NEEDED})


def _read_csv(path: Path) -> pd.DataFrame:
    text = decode(path.read_bytes()).text
    separator = "\t" if path.suffix.lower() == ".tsv" else ","
    return pd.read_csv(io.StringIO(text), sep=separator, dtype="string", keep_default_na=False)


def _read_dumps(paths: list[Path], captured: date) -> Source:
    dumps = read_files(paths, captured)
    corpus = build_corpus(dumps)
    paper_of = corpus.observations.set_index(["dump_id", "position"])["paper_id"].to_dict()
    rows = tuple(paper_of[dump.id, at] for dump in dumps for at in range(1, len(dump.records) + 1))
    return Source(corpus.papers[["paper_id", "title", "abstract"]], rows)
