"""Files on this machine: names from data never lead anywhere."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.errors import StoreError
from lib.store.dumps import Original
from lib.store.outside import list_files, safe_name, write_originals, written_whole


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("000_page.txt", "000_page.txt"),
        ("../../x", "x.txt"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/etc/passwd", "passwd.txt"),
        ("C:\\autoexec.bat", "autoexec.bat"),
        ("folder/ada.txt", "ada.txt"),
        ("a\0b\n\x1b[31m.txt", "a_b__[31m.txt"),
        ("con", "_con.txt"),
        ("NUL.txt", "_NUL.txt"),
        ("com1.tar.txt", "_com1.tar.txt"),
        ("", "dump.txt"),
        ("..", "dump.txt"),
        (" . ", "dump.txt"),
        (".hidden", "hidden.txt"),
        ("Zoë – 日本.txt", "Zoë – 日本.txt"),
        ('a<b>:"|?*.txt', "a_b______.txt"),
        ("\u202egpj.exe", "_gpj.exe"),
        ("x" * 400 + ".txt", "x" * 150 + ".txt"),
        ("a.txt/", "dump.txt"),
    ],
)
def test_any_name_becomes_a_harmless_one(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_names_that_are_taken_are_numbered_whatever_their_case() -> None:
    assert safe_name("A.txt", {"a.txt", "a (2).txt"}) == "A (3).txt"


@given(name=st.text(max_size=300))
def test_no_name_leaves_its_folder(name: str) -> None:
    safe = safe_name(name)
    assert Path("/folder", safe).parent == Path("/folder")
    assert safe not in {".", ".."}
    assert len(os.fsencode(safe)) <= 255
    assert safe.isprintable()


def test_originals_are_written_byte_for_byte_under_names_of_their_own(tmp_path: Path) -> None:
    names = ["../../x", "/x", "x.txt", "X.TXT", "a\0.txt", "con"]
    originals = [Original(str(number), name, bytes([number, 13, 10, 0])) for number, name in enumerate(names)]
    written = write_originals(originals, tmp_path / "new" / "folder")
    assert [path.name for path in written] == ["x.txt", "x (2).txt", "x (3).txt", "X (4).TXT", "a_.txt", "_con.txt"]
    assert [path.read_bytes() for path in written] == [original.content for original in originals]
    assert sorted(tmp_path.iterdir()) == [tmp_path / "new"]
    assert sorted((tmp_path / "new" / "folder").iterdir()) == sorted(written)


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "there.txt").touch()
    with pytest.raises(StoreError, match="is not empty"):
        write_originals([], tmp_path)
    with pytest.raises(StoreError, match="cannot be used: File exists"):
        write_originals([], tmp_path / "there.txt")


def fail_half_way(path: Path) -> None:
    with written_whole(path) as stream:
        stream.write(b"half")
        raise ZeroDivisionError


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with pytest.raises(ZeroDivisionError):
        fail_half_way(path)
    assert list(tmp_path.iterdir()) == []
    with written_whole(path) as stream:
        stream.write(b"whole")
    assert path.read_bytes() == b"whole"
    with pytest.raises(StoreError, match="already there"), written_whole(path):
        pass
    with written_whole(path, replace=True) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"new"


def test_what_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    with (
        pytest.raises(StoreError, match="cannot be written: No such file or directory"),
        written_whole(tmp_path / "a/b"),
    ):
        pass


def test_a_folder_stands_for_its_texts_at_any_depth(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.txt", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [name for name, _ in list_files(tmp_path)] == ["b.txt", "sub/a.txt"]
    assert list_files(tmp_path / "notes.md") == [("notes.md", tmp_path / "notes.md")]
