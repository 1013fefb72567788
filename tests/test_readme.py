"""The README tells the truth: its map, its table of dependencies and its pictures."""

import re

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def direct_requirements() -> set[str]:
    ours, _, _ = (ROOT / "requirements.txt").read_text(encoding="utf-8").partition("# What those bring along")
    return {re.split(r"[\[=]", line)[0] for line in ours.splitlines() if line and not line.startswith("#")}


def test_built_on_gives_a_reason_for_every_dependency() -> None:
    table = README[README.index("## Built on") :]
    named = set(re.findall(r"[A-Za-z][\w-]+", " ".join(re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE))))
    assert direct_requirements() <= named


def test_every_requirement_is_pinned_exactly() -> None:
    for file in ("requirements.txt", "tests/requirements.txt"):
        lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
        assert all("==" in line or line.startswith(("#", "-r ")) or not line for line in lines), file


def test_every_file_that_the_readme_shows_or_maps_exists() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README)
    mapped = re.search(r"## The map\n\n```\n(.*?)```", README, re.DOTALL)
    assert mapped is not None
    rooms = re.findall(r"^( *)([\w/. ]+?)  ", mapped[1], re.MULTILINE)
    parents = {0: ""}
    for indent, names in rooms:
        for name in names.split():
            parent = parents[0] if not indent else parents[1]
            assert (ROOT / parent / name).exists(), f"{parent}{name} is on the map and nowhere else"
            if not indent:
                parents[1] = name
    assert all((ROOT / picture).exists() for picture in pictures)
