"""What each page needs is there: a table, a figure and words of the same name, and a place in the contents.

A page is added in four steps. The test that fails names the step that was forgotten.
"""

import ast
from pathlib import Path

import pytest

from lib.selection.options import BY_NAME, OPTIONS
from pages.shared.contents import BY_LINK, CONTENTS
from tests.conftest import ROOT

PARTS = {"__init__", "hover", "lanes", "points"}  # what several figures share
CHARTS = sorted(path for path in (ROOT / "lib" / "charts").glob("*.py") if path.stem not in PARTS)
PAGES = sorted((ROOT / "pages").glob("*.py"))


def public_functions(path: Path) -> set[str]:
    if not path.exists():
        return set()
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return {node.name for node in body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")}


def stem(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", CHARTS, ids=stem)
@pytest.mark.parametrize("part", ["tables", "words"])
def test_every_figure_has_its_table_and_its_sentence(path: Path, part: str) -> None:
    missing = public_functions(path) - public_functions(ROOT / "lib" / part / path.name)
    assert not missing, f"write lib/{part}/{path.name}: {', '.join(sorted(missing))}"


@pytest.mark.parametrize("path", CHARTS, ids=stem)
@pytest.mark.parametrize("part", ["tables", "charts", "words"])
def test_every_part_of_the_triple_can_be_reached_from_its_package(path: Path, part: str) -> None:
    package = (ROOT / "lib" / part / "__init__.py").read_text(encoding="utf-8")
    assert f'"{path.stem}"' in package, f"name {path.stem} in lib/{part}/__init__.py"


@pytest.mark.parametrize("path", PAGES, ids=stem)
def test_every_page_is_in_the_contents_under_the_title_that_it_opens(path: Path) -> None:
    titles = {page.name: page.title for pages in (*CONTENTS.values(), BY_LINK) for page in pages}
    assert path.stem in titles, f"add {path.stem} to pages/shared/contents.py"
    opens = "open_by_link" if path.stem in {page.name for page in BY_LINK} else "open_page"
    assert f'{opens}("{titles[path.stem]}")' in path.read_text(encoding="utf-8"), f"open {titles[path.stem]!r}"


@pytest.mark.parametrize("path", PAGES, ids=stem)
def test_a_page_does_nothing_before_it_is_opened_which_asks_who_comes(path: Path) -> None:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    calls = [ast.unparse(node.func) for each in body for node in ast.walk(each) if isinstance(node, ast.Call)]
    (opened,) = (call for call in calls if call in ("open_page", "open_by_link"))
    first = next(each for each in body if any(isinstance(node, ast.Call) for node in ast.walk(each)))
    assert opened in ast.unparse(first), "open the page in the first statement that calls anything"


def test_every_page_of_the_contents_has_its_file() -> None:
    missing = {page.name for pages in (*CONTENTS.values(), BY_LINK) for page in pages} - {path.stem for path in PAGES}
    assert not missing, f"write {', '.join(f'pages/{name}.py' for name in sorted(missing))}"


@pytest.mark.parametrize("path", PAGES, ids=stem)
def test_a_page_opens_computes_and_shows_and_does_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 40, "move what makes it long to lib/ or pages/shared/"
    made = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda)]
    assert not made, f"line {made[0].lineno}: move it to lib/ or pages/shared/"


def test_every_question_is_one() -> None:
    for pages in CONTENTS.values():
        for page in pages:
            assert page.question.endswith("?"), page
    names = [page.name for pages in CONTENTS.values() for page in pages]
    assert len(names) == len(set(names))


def test_every_option_of_a_link_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(OPTIONS)
    assert not set(BY_NAME) & {"library", "author", "years", "category", "code", "score", "q", "paper", "pick"}
