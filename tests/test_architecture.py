"""The house keeps its shape: who may import whom, and how large a room may grow."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for folder in ("lib", "pages", "tests/bench") for path in (ROOT / folder).rglob("*.py")) + [
    path for path in [ROOT / "dashboard.py"] if path.exists()
]
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "manager"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_only_pages_know_streamlit_and_lib_never_looks_up(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports(path)}
    if relative(path).startswith("lib/"):
        assert not roots & {"streamlit", "pages", "dashboard"}


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_nothing_untrusted_is_unpickled(path: Path) -> None:
    assert not {name.split(".")[0] for name in imports(path)} & {"pickle", "dill", "cloudpickle", "shelve"}


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_only_the_store_touches_a_database(path: Path) -> None:
    if not relative(path).startswith("lib/store"):
        assert not {name.split(".")[0] for name in imports(path)} & {"sqlalchemy", "sqlite3", "alembic", "psycopg"}


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_charts_never_compute_and_tables_never_draw(path: Path) -> None:
    modules = set(imports(path))
    if relative(path).startswith("lib/tables/"):
        assert not any(name.startswith(("plotly", "lib.charts")) for name in modules)
    if relative(path).startswith("lib/charts/"):
        assert not any(
            name.startswith(("lib.tables", "lib.corpus", "sklearn", "scipy", "networkx")) for name in modules
        )


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_only_the_frame_knows_the_session_and_the_address_bar(path: Path) -> None:
    if relative(path) == "pages/shared/frame.py" or relative(path).startswith("tests/"):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not used & {"session_state", "query_params"}


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    page = relative(path).startswith("pages/") and not relative(path).startswith("pages/shared")
    assert text.count("\n") <= (40 if page else 250), "split it: one idea a file"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{node.name} is over 40 lines"


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_every_module_states_its_idea_and_is_named_for_it(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "a module's docstring states its idea"
    assert path.stem not in FORBIDDEN_NAMES
    assert "df" not in {
        node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)
    }
