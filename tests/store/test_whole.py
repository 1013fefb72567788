"""A whole library in a process of its own: in the name of who asks, whole or not at all, and with its progress."""

from pathlib import Path

import pytest

from lib.errors import WorkError
from lib.store import Actor, Library, Store
from lib.store.whole import order_copy, order_export, order_import
from tests.store.conftest import ME
from tests.store.pages import uploads

EVE = Actor("Eve", "eve@example.org")


@pytest.fixture(autouse=True)
def _same_database(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATABASE_URL", store.database.url.render_as_string(hide_password=False))


def test_who_takes_a_library_in_owns_it_and_hears_how_far_it_is(store: Store, library: Library, tmp_path: Path) -> None:
    list(store.dumps.take_in(ME, library.id, uploads(3)))
    told = list(order_export(ME, library).write(tmp_path / "file"))
    assert [progress.words for progress in told] == ["Starting", "Writing the library: 0 of 6 rows"]
    told = list(order_import(EVE, tmp_path / "file", "Eve's").write(tmp_path / "made"))
    assert [progress.words for progress in told][1:] == [
        "Checking that the file is whole",
        "Putting it into the store: 0 of 6 rows",
    ]
    (mine,) = store.libraries.all(EVE)
    assert (mine.id, mine.name, mine.created_by) == ((tmp_path / "made").read_text(), "Eve's", EVE.signature)
    assert store.members.role(EVE, mine.id) == "owner"
    assert len(store.dumps.all(EVE, mine.id)) == 3


def test_who_may_not_read_a_library_can_neither_export_nor_copy_it(
    store: Store, library: Library, tmp_path: Path
) -> None:
    for order in (order_export(EVE, library), order_copy(EVE, library, "Mine")):
        with pytest.raises(WorkError, match=r"^This needs the role of reader, and 'eve@example.org' is no member"):
            list(order.write(tmp_path / "file"))
    assert list(tmp_path.glob("file*")) == []
    assert [each.name for each in store.libraries.all(ME)] == [library.name]
