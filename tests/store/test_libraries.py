"""Libraries side by side."""

from datetime import UTC, datetime, timedelta

import pytest

from lib.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from lib.store import Actor, Library, Store
from tests.store.conftest import ME


def test_a_new_library_is_empty_and_signed(store: Store) -> None:
    made = store.libraries.create(ME, "  Our   group ")
    assert (made.name, made.slug, made.created_by, made.files, made.size) == ("Our group", "our-group", "Ada", 0, 0)
    assert datetime.now(UTC) - made.created_at < timedelta(minutes=1)
    assert store.libraries.all(ME) == (made,)


def test_libraries_stand_in_the_order_of_their_names_whatever_the_database_thinks_of_letters(store: Store) -> None:
    for name in ("b", "a", "C", "Å"):
        store.libraries.create(ME, name)
    assert [library.name for library in store.libraries.all(ME)] == ["a", "b", "C", "Å"]


def test_a_library_is_found_by_its_name_or_its_name_in_links(store: Store, library: Library) -> None:
    assert store.libraries.find(ME, "GROUP") == store.libraries.find(ME, "group") == library


def test_a_mistyped_name_is_answered_with_the_nearest(store: Store, library: Library) -> None:
    with pytest.raises(NotFoundError, match=f"no library 'Grupo'. Did you mean {library.name!r}"):
        store.libraries.find(ME, "Grupo")


def test_names_are_unique_whatever_their_case(store: Store, library: Library) -> None:
    with pytest.raises(ConflictError, match="already a library 'Group'"):
        store.libraries.create(ME, library.name.upper())


@pytest.mark.parametrize("name", ["", " \t ", "\u202e", "x" * 101])
def test_a_name_that_cannot_be_shown_is_refused(store: Store, name: str) -> None:
    with pytest.raises(InputError, match="name of the library"):
        store.libraries.create(ME, name)


def test_names_that_make_the_same_link_are_numbered(store: Store) -> None:
    slugs = [store.libraries.create(ME, name).slug for name in ("A B", "a-b", "a/b", "日本", "../../x\0")]
    assert slugs == ["a-b", "a-b-2", "a-b-3", "library", "x"]


def test_renaming_keeps_old_links_alive(store: Store, library: Library) -> None:
    renamed = store.libraries.rename(ME, library.id, "Vision group")
    assert (renamed.name, renamed.slug) == ("Vision group", "group")
    assert renamed.changes == library.changes + 1


def test_a_library_may_change_the_case_of_its_own_name(store: Store, library: Library) -> None:
    assert store.libraries.rename(ME, library.id, "GROUP").name == "GROUP"


def test_a_deleted_library_is_gone_from_the_list_and_comes_back(store: Store, library: Library) -> None:
    store.libraries.delete(ME, library.id)
    assert store.libraries.all(ME) == ()
    with pytest.raises(NotFoundError, match="was deleted"):
        store.libraries.get(ME, library.id)
    (gone,) = store.libraries.all(ME, deleted=True)
    assert (gone.id, gone.deleted_by) == (library.id, "Ada")
    assert store.libraries.bring_back(ME, library.id).deleted_at is None


def test_the_name_of_a_deleted_library_is_free_and_stands_in_the_way_of_its_return(
    store: Store, library: Library
) -> None:
    store.libraries.delete(ME, library.id)
    store.libraries.create(ME, "group")
    with pytest.raises(ConflictError, match="already a library 'group'"):
        store.libraries.bring_back(ME, library.id)


def test_after_thirty_days_a_deleted_library_is_gone_for_good(store: Store, library: Library) -> None:
    store.libraries.delete(ME, library.id)
    later = datetime.now(UTC)
    store.database.now = lambda: later + timedelta(days=29, hours=23)
    assert store.libraries.purge() == 0
    store.database.now = lambda: later + timedelta(days=30, hours=1)
    assert store.libraries.purge() == 1
    with pytest.raises(NotFoundError, match="over thirty days ago"):
        store.libraries.bring_back(ME, library.id)


def test_a_stranger_sees_and_changes_nothing(store: Store, library: Library) -> None:
    stranger = Actor("Eve", "eve@example.org")
    assert store.libraries.all(stranger) == ()
    with pytest.raises(ForbiddenError, match="needs the role of reader"):
        store.libraries.get(stranger, library.id)
    with pytest.raises(ForbiddenError, match="needs the role of owner"):
        store.libraries.delete(stranger, library.id)
