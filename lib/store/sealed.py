"""The one file that a library or a whole store is written to: JSON lines between a head and a seal.

The head says what the file is and by which schema; every line after it is one row of one table; the last line counts
them and holds the SHA-256 of all bytes before it. Nothing in it is compressed, and nothing is believed before the seal
was checked. It is the same for both databases, so that a store can move from one to the other.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from lib.errors import InputError, TooLargeError
from lib.store.limits import FILE_BYTES

LINE_BYTES = 8 * FILE_BYTES  # a dump stands in its line twice, as text and as bytes in base 64
VERSION = 1
_BEGINNING = b'{"holds":'

Row = tuple[str, Mapping[str, object]]  # the table's name, and its columns


@dataclass(frozen=True)
class Head:
    """What a sealed file holds ("library" or "store"), by which schema, who made it and when (ISO 8601)."""

    holds: str
    schema: str
    made: str
    by: str
    oeuvre: int = VERSION


def write_sealed(stream: BinaryIO, head: Head, rows: Iterable[Row]) -> int:
    """Write the rows between head and seal; how many there were."""
    digest = hashlib.sha256()
    count = 0

    def put(record: Mapping[str, object]) -> None:
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=_plain).encode() + b"\n"
        digest.update(line)
        stream.write(line)

    put(asdict(head))
    for table, row in rows:
        put({table: row})
        count += 1
    put({"rows": count, "sha256": digest.hexdigest()})
    return count


def is_sealed(path: Path) -> bool:
    """Whether the file begins like a sealed one."""
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(len(_BEGINNING)) == _BEGINNING


def read_head(stream: BinaryIO) -> Head:
    """The head of a sealed file; the stream then stands at its first row.

    Raises:
        InputError: it is no such file, or one from a newer Oeuvre.
    """
    record = _record(_line(stream))
    if record.get("oeuvre") != VERSION or set(record) != set(Head.__dataclass_fields__):
        raise InputError(
            "This is not a file that Oeuvre exported or backed up, or a newer Oeuvre wrote it. "
            "Expected what `python -m lib export NAME FILE` or `python -m lib backup FILE` writes."
        )
    holds, schema, made, by = (str(record[name]) for name in ("holds", "schema", "made", "by"))
    return Head(holds, schema, made, by)


def check_seal(stream: BinaryIO) -> None:
    """Read the file to its end, and raise InputError unless it is whole and as it was written; then go back."""
    stream.seek(0)
    digest, count, last = hashlib.sha256(), -2, b""
    while line := _line(stream):
        digest.update(last)
        count, last = count + 1, line
    seal = _record(last)
    if seal.get("rows") != count or seal.get("sha256") != digest.hexdigest():
        raise InputError(
            "The file was cut short or changed since it was written: its seal does not fit. Use another copy."
        )
    stream.seek(0)


def read_rows(stream: BinaryIO) -> Iterator[tuple[str, dict[str, object]]]:
    """The rows after the head, up to the seal, as JSON has them."""
    while line := _line(stream):
        record = _record(line)
        if "sha256" in record:
            return
        for table, row in record.items():
            if not isinstance(row, dict):
                raise InputError(f"A row of {table!r} is {row!r}, expected its columns and values.")
            yield table, row


def bytes_of(value: object) -> bytes:
    """The bytes that a row holds in base 64."""
    try:
        return base64.b64decode(str(value), validate=True)
    except binascii.Error as error:
        raise InputError(f"Expected bytes in base 64, found {str(value)[:40]!r}.") from error


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, date):  # datetime is one
        return value.isoformat()
    raise TypeError(value)


def _line(stream: BinaryIO) -> bytes:
    line = stream.readline(LINE_BYTES + 1)
    if len(line) > LINE_BYTES:
        raise TooLargeError(f"A line of the file has over {LINE_BYTES:,} bytes, which no file of Oeuvre has.")
    return line


def _record(line: bytes) -> dict[str, object]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    return record if isinstance(record, dict) else {}
