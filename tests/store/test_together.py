"""Several people at once: threads of one server, and processes of several."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from lib.corrections import Category, record_targets
from lib.errors import ConflictError
from lib.store import Draft, FileReport, Library, Store, alone, open_store
from tests.store.conftest import ME
from tests.store.pages import uploads
from tests.store.work import start, told

Result = TypeVar("Result")


def at_once(*jobs: Callable[[], Result]) -> list[Result]:
    """Start the jobs at the same moment, and give what each returned."""
    barrier = threading.Barrier(len(jobs))

    def start(job: Callable[[], Result]) -> Result:
        barrier.wait()
        return job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(start, jobs))


def statuses(reports: Sequence[FileReport]) -> list[str]:
    return [report.status for report in reports]


def test_two_threads_that_upload_at_once_both_succeed(store: Store, library: Library) -> None:
    def bring(start: int) -> list[FileReport]:
        return list(store.dumps.take_in(ME, library.id, uploads(15, start)))

    assert [statuses(reports) for reports in at_once(lambda: bring(0), lambda: bring(50))] == [["kept"] * 15] * 2
    assert len(store.dumps.all(ME, library.id)) == 30
    assert store.libraries.get(ME, library.id).changes == library.changes + 30


def test_the_same_file_brought_by_two_at_once_is_kept_once(store: Store, library: Library) -> None:
    def bring() -> list[FileReport]:
        return list(store.dumps.take_in(ME, library.id, uploads(8)))

    first, second = at_once(bring, bring)
    assert sorted(statuses(first) + statuses(second)) == ["kept"] * 8 + ["skipped"] * 8
    assert len(store.dumps.all(ME, library.id)) == 8


def test_two_processes_that_upload_at_once_both_succeed(url: str, store: Store, library: Library) -> None:
    workers = [start("take_in", url, library.id, first, 15) for first in (0, 50)]
    assert [told(*worker) for worker in workers] == [["kept"] * 15] * 2
    assert len(store.dumps.all(ME, library.id)) == 30


def test_of_two_threads_that_correct_the_same_record_the_second_sees_the_first(store: Store, library: Library) -> None:
    (report,) = store.dumps.take_in(ME, library.id, uploads(1))
    dump_id = report.dumps[0].dump_id
    target = next(iter(record_targets(store.dumps.read(ME, library.id, dump_id))))

    def correct(category: str) -> str:
        try:
            store.corrections.add(alone(category), library.id, Draft(Category(category), dump_id, target))
        except ConflictError as error:
            return str(error)
        return "kept"

    told = at_once(*(partial(correct, category) for category in ("HC", "GR", "RO", "IR")))
    assert told.count("kept") == 1
    (entry,) = store.corrections.log(ME, library.id)
    assert all(words.startswith(f"{entry.by} corrected this") for words in told if words != "kept")


def test_of_two_processes_that_correct_the_same_record_the_second_sees_the_first(
    url: str, store: Store, library: Library
) -> None:
    (report,) = store.dumps.take_in(ME, library.id, uploads(1))
    workers = [start("correct", url, library.id, report.dumps[0].dump_id, category) for category in ("HC", "GR")]
    for _, line in workers:
        line.send("go")
    (first,), (second,) = (told(*worker) for worker in workers)
    (entry,) = store.corrections.log(ME, library.id)
    assert sorted([first == "kept", second == "kept"]) == [False, True]
    assert f"{entry.by} corrected this" in first + second


def test_two_may_make_a_library_of_the_same_name_at_once_and_one_is_told(store: Store) -> None:
    def make() -> str:
        try:
            return store.libraries.create(ME, "Group").name
        except ConflictError as error:
            return str(error)

    assert sorted(at_once(make, make)) == ["Group", "There is already a library 'Group'. Choose another name."]


def test_a_database_may_be_opened_for_the_first_time_by_several_at_once(empty_url: str) -> None:
    def make(name: str) -> str:
        with open_store(empty_url) as store:
            return store.libraries.create(ME, name).name

    assert at_once(*(partial(make, name) for name in "abcd")) == list("abcd")
    with open_store(empty_url) as store:
        assert [library.name for library in store.libraries.all(ME)] == list("abcd")
