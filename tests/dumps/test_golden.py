"""Every field of every paper of the two real pages: checked by hand once, held since.

The abstracts are held by their digest and length only. After a change on purpose `python -m tests.dumps.test_golden`
writes the files anew; read what it changes before it is kept.
"""

import hashlib
from dataclasses import asdict
from datetime import date
from pathlib import Path

import orjson
import pytest

from lib.dumps import read
from lib.dumps.document import describe_dump
from tests.conftest import ROOT, SHARED

GOLDEN = ROOT / "tests/golden"
SAMPLES = {
    "marco-de-nadai": ROOT / "sample_data/profiles/marco-de-nadai.txt",
    "songpei-xu": ROOT / "sample_data/profiles/songpei-xu.txt",
}
SEEDS = {
    "seed-000": SHARED / "seeds/000_fca1d4e5f14616cb.txt",
    "seed-004": SHARED / "seeds/004_8fe6b3ef5d122fda.txt",
}
CAPTURED = date(2026, 11, 24)


def parse(path: Path) -> bytes:
    """The parse as readable JSON; lines are those of the file, the file's name is left out."""
    dump = read(path.read_bytes().decode("utf-8"), captured=CAPTURED)
    document = asdict(describe_dump(dump))
    for paper in document["papers"]:
        abstract = paper["abstract"].encode("utf-8")
        paper["abstract"] = {"sha256": hashlib.sha256(abstract).hexdigest(), "bytes": len(abstract)}
    document["year"] = asdict(dump.year)
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_sample_pages_read_as_they_did(name: str) -> None:
    assert parse(SAMPLES[name]).decode() == (GOLDEN / f"{name}.json").read_text(encoding="utf-8")


@pytest.mark.shared
@pytest.mark.parametrize("name", SEEDS)
def test_the_given_pages_read_as_they_did(name: str) -> None:
    assert parse(SEEDS[name]).decode() == (GOLDEN / f"{name}.json").read_text(encoding="utf-8")


@pytest.mark.shared
@pytest.mark.parametrize(("sample", "seed"), [("marco-de-nadai", "seed-000"), ("songpei-xu", "seed-004")])
def test_the_sample_pages_hold_the_facts_of_the_given_ones(sample: str, seed: str) -> None:
    one, two = orjson.loads(parse(SAMPLES[sample])), orjson.loads(parse(SEEDS[seed]))
    for paper in one["papers"] + two["papers"]:
        del paper["abstract"]
    assert one == two


if __name__ == "__main__":
    for name, path in (SAMPLES | SEEDS).items():
        (GOLDEN / f"{name}.json").write_bytes(parse(path))
