"""The house keeps its shape: who may import whom, and how large a room may grow."""

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for folder in ("lib", "pages", "tests/bench") for path in (ROOT / folder).rglob("*.py")) + [
    path for path in [ROOT / "dashboard.py"] if path.exists()
]
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "manager"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def using(room: Callable[[Path], bool], packages: set[str]) -> dict[str, str]:
    """The files of a room that import one of these packages, each with what it imports."""
    return {
        relative(path): name
        for path in SOURCES
        for name in imports(path)
        if room(path) and any(name == each or name.startswith(f"{each}.") for each in packages)
    }


def test_only_pages_know_streamlit_and_lib_never_looks_up() -> None:
    assert not using(lambda path: relative(path).startswith("lib/"), {"streamlit", "pages", "dashboard"})


def test_nothing_untrusted_is_unpickled() -> None:
    assert not using(lambda path: True, {"pickle", "dill", "cloudpickle", "shelve"})  # noqa: ARG005 - everywhere


def test_only_the_store_touches_a_database() -> None:
    databases = {"sqlalchemy", "sqlite3", "alembic", "psycopg"}
    assert not using(lambda path: not relative(path).startswith("lib/store"), databases)


def test_charts_never_compute_and_tables_never_draw() -> None:
    computing = {"lib.tables", "lib.corpus", "sklearn", "scipy", "networkx"}
    assert not using(lambda path: relative(path).startswith("lib/tables/"), {"plotly", "lib.charts"})
    assert not using(lambda path: relative(path).startswith("lib/charts/"), computing)


def test_only_the_frame_knows_the_session_and_the_address_bar() -> None:
    for path in SOURCES:
        if relative(path) != "pages/shared/frame.py" and not relative(path).startswith("tests/"):
            used = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
            assert not used & {"session_state", "query_params"}, relative(path)


def test_files_and_functions_stay_small() -> None:
    for path in SOURCES:
        page = relative(path).startswith("pages/") and not relative(path).startswith("pages/shared")
        lines = path.read_text(encoding="utf-8").count("\n")
        assert lines <= (40 if page else 250), f"{relative(path)}: split it, one idea a file"
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 40, f"{relative(path)}: {node.name} is over 40 lines"


def test_every_module_states_its_idea_and_is_named_for_it() -> None:
    for path in SOURCES:
        assert ast.get_docstring(tree(path)), f"{relative(path)}: a module's docstring states its idea"
        assert path.stem not in FORBIDDEN_NAMES, relative(path)
        assert "df" not in {node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)}, relative(path)
