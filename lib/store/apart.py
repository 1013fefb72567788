"""One large file read, or kept, in a process of its own: a file of 20 MB takes seconds, and others use the server too.

The file travels as it is behind a line of JSON that says how it is to be read; its report comes back as JSON.
"""

import json
import subprocess
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from lib.dumps.model import Owner
from lib.store.people import Actor
from lib.store.store import open_store
from lib.store.uploads import DumpFacts, FileReport, Upload, look

LARGE = 2_000_000  # bytes that take half a second to read; starting a process takes as long
_ROOT = Path(__file__).parents[2]


def look_apart(upload: Upload, today: date) -> FileReport:
    """What would be read in the file, or why it cannot be."""
    return _ask("look", upload, {"today": today.isoformat()})


def keep_apart(upload: Upload, actor: Actor, library_id: str) -> FileReport:
    """What became of the file, as `Dumps.take_in` says it."""
    return _ask("keep", upload, {"actor": asdict(actor), "library_id": library_id})


def answer(verb: str, stream: BinaryIO) -> bytes:
    """Within the process: the report on the file in the stream, as JSON."""
    said = json.loads(stream.readline())
    upload = Upload(said["file"], stream.read(), date.fromisoformat(said["captured"]), said["encoding"])
    if verb == "look":
        return orjson.dumps(look(upload, date.fromisoformat(said["today"])))
    with open_store() as store:
        (report,) = store.dumps.take_in(Actor(**said["actor"]), said["library_id"], [upload])
        return orjson.dumps(report)


def _ask(verb: str, upload: Upload, more: dict[str, object]) -> FileReport:
    head = {"file": upload.file, "captured": upload.captured.isoformat(), "encoding": upload.encoding} | more
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "lib.store", verb],
        cwd=_ROOT,
        input=json.dumps(head).encode() + b"\n" + upload.content,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip()[-500:]
        return FileReport(
            upload.file, "refused", f"It could not be read: {why or 'the process was stopped'}. Try again."
        )
    return _report(done.stdout)


def _report(text: bytes) -> FileReport:
    said = orjson.loads(text)
    return FileReport(**said | {"dumps": tuple(map(_facts, said["dumps"]))})


def _facts(said: dict[str, Any]) -> DumpFacts:
    days = {name: date.fromisoformat(said[name]) for name in ("captured", "first", "last") if said[name]}
    return DumpFacts(**said | days | {"owner": Owner(**said["owner"])})
