"""Files on this machine: read up to the limit, written whole or not at all, and never under a name from data."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

from lib.errors import StoreError
from lib.store.dumps import Original
from lib.store.limits import FILE_BYTES
from lib.store.uploads import Upload

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*/\\]')
_NAME_BYTES = 150


def list_files(path: Path) -> list[tuple[str, Path]]:
    """The file itself, or the text files of a folder at any depth: what each is called as data, and where it is."""
    if not path.is_dir():
        return [(path.name, path)]
    return [(file.relative_to(path).as_posix(), file) for file in sorted(path.rglob("*.txt")) if file.is_file()]


def load(name: str, path: Path, captured: date, encoding: str | None) -> Upload:
    """The file as an upload; of one that is too large, enough to refuse it. OSError when it cannot be read."""
    with path.open("rb") as stream:
        return Upload(name, stream.read(FILE_BYTES + 1), captured, encoding)


@contextmanager
def written_whole(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """A stream whose content appears at `path` when the block ends, and not at all when it raises.

    Raises:
        StoreError: there is something at `path` already (unless `replace`), or it cannot be written.
    """
    if path.exists() and not replace:
        raise StoreError(f"{str(path)!r} is already there. Choose another name, or say that it may be replaced.")
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        raise StoreError(
            f"{str(path)!r} cannot be written: {error.strerror}. Free space, or choose another place."
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def write_originals(originals: Iterable[Original], folder: Path) -> list[Path]:
    """Write each file, byte for byte, under a safe form of its name into the folder, which is made if need be.

    Raises:
        StoreError: the folder holds something already, or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise StoreError(f"The folder {str(folder)!r} is not empty. Name a new one, so that nothing is mixed up.")
    except OSError as error:
        raise StoreError(f"The folder {str(folder)!r} cannot be used: {error.strerror}. Name another one.") from error
    written: list[Path] = []
    for original in originals:
        path = folder / safe_name(original.name, {known.name.casefold() for known in written})
        with written_whole(path) as stream:
            stream.write(original.content)
        written.append(path)
    return written


def safe_name(name: str, taken: Iterable[str] = ()) -> str:
    """A file name for any system, made from a name that may be anything; none of `taken` (in lower case).

    Only the last part of a path is used; what a system forbids becomes "_"; names that Windows reserves get a "_" in
    front; a name that is taken gets a number.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    printable = "".join(sign if sign.isprintable() else "_" for sign in _FORBIDDEN.sub("_", last)).strip(" .")
    stem, dot, ending = printable.rpartition(".")
    if not dot or len(ending) > 10:
        stem, ending = printable, "txt"
    stem = _cut(stem.strip(" .") or "dump")
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    busy = set(taken)
    names = (f"{stem}.{ending}", *(f"{stem} ({number}).{ending}" for number in range(2, len(busy) + 3)))
    return next(each for each in names if each.casefold() not in busy)


def _cut(stem: str) -> str:
    return stem.encode()[:_NAME_BYTES].decode(errors="ignore").strip(" .")
