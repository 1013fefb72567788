"""What was made once is not made again for the same arguments, and what is kept stays within its bounds."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

import pandas as pd
import pytest

from lib.selection import Selection
from pages.shared.kept import tables
from pages.shared.memory import LEAST, Memory, identify, weigh


def frame(rows: int = 3) -> pd.DataFrame:
    return pd.DataFrame({"x": range(rows)}, dtype="Int64")


class Counter:
    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, *args: object, **kwargs: object) -> object:
        self.calls += 1
        return args, kwargs


def test_the_same_frame_and_words_are_made_into_the_same_thing_once() -> None:
    memory, make, papers = Memory(), Counter(), frame()
    assert memory.once(make, papers, "year", 3) is memory.once(make, papers, "year", 3)
    assert make.calls == 1


@pytest.mark.parametrize("other", ["month", 1, None, ("year",), 1.0, True])
def test_another_word_or_kind_of_value_makes_another_thing(other: object) -> None:
    memory, make = Memory(), Counter()
    memory.once(make, "year")
    memory.once(make, other)
    assert make.calls == 2


def test_an_equal_frame_that_is_another_object_is_another_frame() -> None:
    memory, make = Memory(), Counter()
    memory.once(make, frame())
    memory.once(make, frame())
    assert make.calls == 2


def test_numbers_of_different_kinds_are_not_taken_for_each_other() -> None:
    assert len({identify(1), identify(1.0), identify(True), identify("1"), identify((1,)), identify([1])}) == 6


def test_equal_selections_are_one_and_frames_in_a_mapping_are_known_by_which_they_are() -> None:
    papers = frame()
    assert identify(Selection(text="a")) == identify(Selection(text="a")) != identify(Selection(text="b"))
    assert identify({"papers": papers}) == identify({"papers": papers}) != identify({"papers": frame()})


def test_a_named_frame_is_held_so_that_no_newcomer_takes_its_identity() -> None:
    memory, make = Memory(), Counter()
    for _ in range(200):
        memory.once(make, frame())
    assert make.calls == 200


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    memory, make = Memory(budget=3 * LEAST), Counter()
    for name in ("a", "b", "c", "a", "d", "a", "b"):
        memory.once(make, name)
    assert make.calls == 5  # a, b, c, d, and b again: c and b went


def test_keyword_arguments_are_told_from_others() -> None:
    memory, make = Memory(), Counter()
    memory.once(make, 1)
    memory.once(make, by=1)
    memory.once(make, of=1)
    assert make.calls == 3


def ask_at_once(memory: Memory, make: Callable[[], object], times: int = 8) -> list[object]:
    """What threads get that all ask before the first of them has made it."""
    found: list[object] = []
    begun = threading.Barrier(times)

    def ask() -> None:
        begun.wait()
        try:
            found.append(memory.once(make))
        except ValueError as error:
            found.append(error)

    threads = [threading.Thread(target=ask) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_sessions_that_ask_for_the_same_at_once_wait_for_one_to_make_it() -> None:
    made: list[object] = []

    def make() -> object:
        made.append(object())
        time.sleep(0.1)
        return made[-1]

    assert ask_at_once(Memory(), make) == made * 8
    assert len(made) == 1


def test_when_making_it_fails_the_next_one_tries() -> None:
    tries = count(1)

    def make() -> object:
        time.sleep(0.01)
        if next(tries) == 1:
            raise ValueError
        return "made"

    found = ask_at_once(Memory(), make)
    assert len([each for each in found if isinstance(each, ValueError)]) == 1
    assert found.count("made") == 7


def test_what_is_made_may_rest_on_what_else_is_made() -> None:
    memory = Memory()
    assert memory.recall("sum", lambda: memory.recall("part", lambda: 1) + 1) == 2


def test_a_frame_weighs_its_bytes_and_what_was_seen_weighs_nothing() -> None:
    @dataclass(frozen=True, eq=False)
    class Two:
        one: pd.DataFrame
        same: pd.DataFrame

    papers = frame(1000)
    alone = weigh(papers, set())
    assert alone == LEAST + 1000 * 9  # eight bytes a number and one that says whether it is missing
    assert weigh(Two(papers, papers), set()) == LEAST + alone


def test_what_is_handed_on_as_it_is_takes_no_room_of_its_own_and_pushes_nothing_out() -> None:
    papers, made = frame(1000), []

    def hand_on(whole: pd.DataFrame, at: int) -> dict[str, pd.DataFrame]:
        made.append(at)
        return {"papers": whole}

    memory = Memory(budget=2 * weigh(papers, set()))
    for _ in range(2):
        for at in range(4):  # four copies would be twice what there is room for
            memory.once(hand_on, papers, at)
    assert made == [0, 1, 2, 3]


def test_tables_that_pages_use_are_made_once_and_their_constants_are_left_alone() -> None:
    papers = frame(0).assign(category=pd.Series(dtype="string"), paper_id="", has_code=True, score=1.0)
    papers = papers.astype({"paper_id": "string", "has_code": "boolean", "score": "Float64"})
    assert tables.overview.categories(papers) is tables.overview.categories(papers)
    assert tables.overview.CATEGORIES.name == "categories"
