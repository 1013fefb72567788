"""The verbs that keep and give back."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lib.__main__ import main
from lib.errors import OeuvreError
from lib.store.outside import safe_name
from tests.conftest import SHARED
from tests.store.pages import page


@pytest.fixture(autouse=True)
def _here(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The verbs take their database from the environment."""
    monkeypatch.setenv("OEUVRE_DATABASE_URL", url)


def run(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if result.exception and not isinstance(result.exception, SystemExit | OeuvreError):
        raise result.exception
    assert result.exit_code == code, result.output
    return result


def folder_of(pages: dict[str, bytes], folder: Path) -> Path:
    for name, content in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


PAGES = {"ada.txt": page("Ada Lovelace", "Engines that Weave"), "more/grace.txt": page("Grace Hopper", "Compilers")}


def test_a_folder_goes_in_and_its_texts_come_out(tmp_path: Path) -> None:
    source = folder_of(PAGES, tmp_path / "in")
    told = run("import", source, "--library", "Group", "--captured", "2026-03-01").output
    assert "Made the library 'Group'." in told
    assert "kept    'more/grace.txt': Kept with 1 paper." in told
    assert told.endswith("Library 'Group': 2 kept, 0 skipped, 0 refused.\n")
    run("export", "group", "--texts", tmp_path / "out")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == {
        "ada.txt": PAGES["ada.txt"],
        "grace.txt": PAGES["more/grace.txt"],
    }


def test_a_broken_file_is_told_and_the_others_are_kept(tmp_path: Path) -> None:
    source = folder_of({**PAGES, "bad.txt": b"nothing", "b.md": b"not asked for"}, tmp_path / "in")
    result = run("import", source, "--library", "Group", code=1)
    assert "refused 'bad.txt'" in result.stderr
    assert "2 kept, 0 skipped, 1 refused" in result.stdout
    again = run("import", source / "ada.txt", "--library", "Group")
    assert "0 kept, 1 skipped, 0 refused" in again.stdout


def test_a_folder_without_texts_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "no file whose name ends in .txt" in run("import", tmp_path / "empty", "--library", "A", code=1).stderr


def test_a_library_is_needed(tmp_path: Path) -> None:
    source = folder_of(PAGES, tmp_path / "in")
    assert "--library NAME" in run("import", source, code=2).output


def test_a_library_goes_to_one_file_and_comes_back(tmp_path: Path) -> None:
    run("import", folder_of(PAGES, tmp_path / "in"), "--library", "Group")
    run("export", "Group", tmp_path / "group.oeuvre")
    assert "'Again' is here" in run("import", tmp_path / "group.oeuvre", "--library", "Again").output
    run("export", "Again", "--texts", tmp_path / "out")
    assert len(list((tmp_path / "out").iterdir())) == 2
    with pytest.raises(OeuvreError, match="already there"):
        raise run("export", "Group", tmp_path / "group.oeuvre", code=1).exception or AssertionError
    run("export", "Group", tmp_path / "group.oeuvre", "--replace")


@pytest.mark.parametrize("arguments", [["Group"], ["Group", "a", "--texts", "b"]])
def test_export_wants_one_place(arguments: list[str]) -> None:
    assert "either a FILE" in run("export", *arguments, code=2).output


def test_a_backup_is_restored_after_what_is_there_was_put_aside(tmp_path: Path) -> None:
    run("import", folder_of(PAGES, tmp_path / "in"), "--library", "Group")
    run("backup", tmp_path / "all.backup")
    run("import", tmp_path / "in" / "ada.txt", "--library", "Later")
    told = run("restore", tmp_path / "all.backup", "--yes").output
    assert told.startswith("Restored 1 libraries.")
    (aside,) = (tmp_path / "data").glob("before-restore-*.backup")
    assert "Restored 2 libraries." in run("restore", aside, "--yes").output


def test_restoring_asks_first(tmp_path: Path) -> None:
    run("backup", tmp_path / "all.backup")
    result = CliRunner().invoke(main, ["restore", str(tmp_path / "all.backup")], input="n\n")
    assert (result.exit_code, "Replace everything (0 libraries)" in result.output) == (1, True)


def test_the_first_owner_is_made_on_the_server(tmp_path: Path) -> None:
    run("import", folder_of(PAGES, tmp_path / "in"), "--library", "Group")
    run("grant", "Group", "ada@example.org", "owner")
    assert run("grant", "Group", "@Example.org", "reader").output == "owner   ada@example.org\nreader  @example.org\n"
    assert run("grant", "Group", "@example.org", "none").output == "owner   ada@example.org\n"


@pytest.mark.shared
def test_two_hundred_real_dumps_come_back_byte_for_byte(tmp_path: Path) -> None:
    told = run("import", SHARED / "dumps", "--library", "All", "--captured", "2026-03-01").output
    assert told.endswith("Library 'All': 200 kept, 0 skipped, 0 refused.\n")
    run("export", "All", "--texts", tmp_path / "out")
    expected = {path.name: path.read_bytes() for path in (SHARED / "dumps").glob("*.txt")}
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == expected
    assert all(safe_name(name) == name for name in expected)
