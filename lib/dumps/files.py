"""Files and folders as the command line names them -> dumps; every error names its file, in one line."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lib.dumps.decoding import decode
from lib.dumps.model import Dump
from lib.dumps.reader import read_many
from lib.errors import InputError, NotADumpError

STANDARD_INPUT = Path("-")


def find_files(path: Path) -> list[Path]:
    """The file itself, or the *.txt of a folder at any depth, by name.

    Raises:
        NotADumpError: the folder holds none.
    """
    if not path.is_dir():
        return [path]
    found = sorted(path.rglob("*.txt"))
    if not found:
        raise NotADumpError(
            f"{show_path(path)}: The folder holds no file whose name ends in .txt; name the files themselves."
        )
    return found


def read_file(path: Path, captured: date, encoding: str | None = None) -> tuple[Dump, ...]:
    """The dumps in a file; most hold one. `-` is standard input; without an `encoding` it is found out.

    Raises:
        InputError: it is no dump or cannot be read; the message names it.
    """
    name = show_path(path)
    try:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else path.read_bytes()
        return read_many(decode(data, encoding=encoding).text, captured=captured, file=name)
    except InputError as error:
        raise type(error)(f"{name}: {' '.join(str(error).split())}") from error
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}") from error


def read_files(paths: Iterable[Path], captured: date) -> list[Dump]:
    """The dumps in these files and folders, in order; stops at the first that cannot be read, with an InputError."""
    return [dump for path in paths for file in find_files(path) for dump in read_file(file, captured)]


def show_path(path: Path) -> str:
    """The path as text that can be printed and written as JSON, whatever its bytes are."""
    return str(path).encode("utf-8", errors="replace").decode("utf-8")
