"""The libraries to start with: real facts, our own words, frozen days, and a synthetic group that can be made again."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from lib.dumps import Dump, read
from lib.errors import SelectionError
from lib.samples import find_sample, load_sample, sample_libraries
from lib.synth import make_group
from tests.conftest import ROOT, SHARED

FOLDER = ROOT / "sample_data"
ARRIVED = date(2026, 11, 24)
PAIRS = {"marco-de-nadai.txt": "000_fca1d4e5f14616cb.txt", "songpei-xu.txt": "004_8fe6b3ef5d122fda.txt"}
FACTS = ("title", "authors", "more_authors", "category", "date", "year_shown", "score", "badges", "layout", "doubtful")


@cache
def pair(ours: str) -> tuple[Dump, Dump]:
    """The sample dump and the page that it was made from, both as read."""
    original = (SHARED / "seeds" / PAIRS[ours]).read_bytes().decode()
    summarised = next(dump for dump in load_sample("profiles") if dump.file == ours)
    return summarised, read(original, captured=ARRIVED, file=ours)


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", re.sub(r"https?://\S+", " ", text.lower()))
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def raw(path: Path) -> Iterator[tuple[str, str]]:
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["dump"]:
        yield entry["library"], entry["file"]


def test_there_are_two_real_profiles_a_synthetic_group_and_an_empty_library() -> None:
    assert [(library.name, library.kind, len(library.files)) for library in sample_libraries()] == [
        ("profiles", "real", 2),
        ("group", "synthetic", 19),
        ("empty", "empty", 0),
    ]
    assert all(library.title and library.description.endswith(".") for library in sample_libraries())


def test_the_manifest_lists_exactly_the_dumps_that_are_there() -> None:
    listed = list(raw(FOLDER / "manifest.toml"))
    assert sorted(file for _, file in listed) == sorted(
        path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.txt")
    )
    assert all(file.split("/")[0] == library for library, file in listed)


def test_each_dump_is_read_as_of_the_day_in_the_manifest() -> None:
    assert [dump.captured for dump in load_sample("profiles")] == [ARRIVED, ARRIVED]
    for file, dump in zip(find_sample("group").files, load_sample("group"), strict=True):
        assert dump.captured == file.captured
        assert dump.file == file.file
        assert all(record.date is not None and record.date < file.captured for record in dump.records)


def test_the_empty_library_has_no_dumps() -> None:
    assert load_sample("empty") == ()


@pytest.mark.parametrize("name", ["", "grup", "../profiles", "profiles/songpei-xu.txt", "/etc", "Profiles", "empty\0"])
def test_an_unknown_library_is_refused_with_the_names_that_exist(name: str) -> None:
    with pytest.raises(SelectionError, match="expected one of profiles, group, empty") as caught:
        load_sample(name)
    assert repr(name) in str(caught.value)


def test_the_real_profiles_are_read_without_a_problem() -> None:
    marco, songpei = load_sample("profiles")
    assert (marco.owner.name, marco.owner.confidence) == ("Marco De Nadai", "likely")
    assert (songpei.owner.name, songpei.owner.confidence) == ("Songpei Xu", "header")
    assert [len(marco.records), len(songpei.records)] == [17, 7]
    assert marco.problems == songpei.problems == ()
    assert marco.year.year == songpei.year.year == 2026


@pytest.mark.parametrize("file", PAIRS)
def test_summaries_are_short_and_the_code_badge_stands_where_an_address_does(file: str) -> None:
    for record in next(dump for dump in load_sample("profiles") if dump.file == file).records:
        assert 40 <= len(record.abstract.split()) <= 110
        assert ("https://github.com/" in record.abstract) == (record.badges == ("Code",))


def test_the_synthetic_group_can_be_made_again_byte_for_byte() -> None:
    made = list(make_group(12, 300, 7))
    assert [(f"group/{dump.file}", dump.captured) for dump in made] == [
        (file.path, file.captured) for file in find_sample("group").files
    ]
    for dump in made:
        assert (FOLDER / "group" / dump.file).read_bytes() == dump.text.encode(), dump.file


def test_the_synthetic_group_says_what_it_is() -> None:
    group = find_sample("group")
    assert all(file.file.startswith("synthetic-") for file in group.files)
    assert all(file.source.startswith("Synthetic: ") for file in group.files)
    assert "synthetic" in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_the_sample_group_has_pages_with_and_without_header_in_both_layouts() -> None:
    kinds = {(dump.layout, dump.header is None) for dump in load_sample("group")}
    assert {("compact", True), ("compact", False), ("spaced", False)} <= kinds


@pytest.mark.shared
@pytest.mark.parametrize("file", PAIRS)
def test_every_fact_of_the_real_pages_is_kept(file: str) -> None:
    ours, original = pair(file)
    assert ours.header == original.header
    assert ours.owner == original.owner
    assert ours.year == original.year
    assert len(ours.records) == len(original.records)
    for mine, theirs in zip(ours.records, original.records, strict=True):
        assert mine.lines == theirs.lines
        for fact in FACTS:
            assert getattr(mine, fact) == getattr(theirs, fact), fact


@pytest.mark.shared
@pytest.mark.parametrize("file", PAIRS)
def test_only_the_abstracts_differ_from_the_real_pages(file: str) -> None:
    ours, original = (dump.text for dump in pair(file))
    abstracts = {record.lines.last for record in pair(file)[0].records}
    assert ours.isascii()
    assert "\r" not in ours
    assert not ours.endswith("\n")
    for number, (mine, theirs) in enumerate(zip(ours.split("\n"), original.split("\n"), strict=True), start=1):
        assert (mine == theirs) == (number not in abstracts), number


@pytest.mark.shared
@pytest.mark.parametrize("file", PAIRS)
def test_no_summary_repeats_six_words_of_an_original_abstract(file: str) -> None:
    ours, original = pair(file)
    originals = set().union(*(runs(record.abstract, 6) for record in original.records))
    for record in ours.records:
        assert not runs(record.abstract, 6) & originals, record.title
