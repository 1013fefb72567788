"""What is done faster than by pandas gives what pandas gives, whatever the rows."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.arrow import is_among, join_each, locate, sort_rows

WORDS = st.one_of(st.none(), st.sampled_from(["", "a", "B", "b", "ä", "ab", "𝔘"]))
ROWS = st.lists(st.tuples(WORDS, st.one_of(st.none(), st.integers(-2, 2)), st.booleans(), WORDS), max_size=12)


def frame_of(rows: list[tuple[str | None, int | None, bool, str | None]]) -> pd.DataFrame:
    types = {"word": "string", "number": "Int64", "day": "datetime64[s]", "flag": "bool", "text": "string"}
    days = [None if number is None else pd.Timestamp(2024, 1, 3 + number) for _, number, _, _ in rows]
    told = [(word, number, day, flag, text) for (word, number, flag, text), day in zip(rows, days, strict=True)]
    frame = pd.DataFrame(told, columns=list(types)).astype(types)
    return frame.set_axis(range(len(frame), 0, -1))


def test_among_thousands_are_those_that_are_wanted_and_nothing_that_is_missing() -> None:
    values = pd.Series(["a", "b", pd.NA, "c"], dtype="string", index=[3, 1, 2, 0])
    for wanted in (["a", "c"], {"a", "c"}, {"a": 1, "c": 2}, pd.Series(["c", "a", pd.NA, "z"], dtype="string")):
        found = is_among(values, wanted)
        assert found.tolist() == [True, False, False, True]
        assert found.index.equals(values.index)
        assert found.dtype == bool
    assert not is_among(values, ()).any()


@given(
    rows=ROWS, by=st.permutations(["word", "number", "day", "flag"]), falling=st.sets(st.sampled_from(["word", "day"]))
)
def test_rows_stand_as_pandas_sorts_them(
    rows: list[tuple[str | None, int | None, bool, str | None]], by: list[str], falling: set[str]
) -> None:
    frame = frame_of(rows)
    rising = [name not in falling for name in by]
    expected = frame.sort_values(by, ascending=rising, kind="stable", na_position="last")
    pd.testing.assert_frame_equal(sort_rows(frame, by, falling=sorted(falling)), expected)


@given(values=st.lists(WORDS, max_size=9), ids=st.lists(st.sampled_from(["a", "b", "ä", "c"]), unique=True))
def test_places_are_those_that_an_index_gives(values: list[str | None], ids: list[str]) -> None:
    wanted, known = pd.Series(values, dtype="string"), pd.Series(ids, dtype="string", index=range(len(ids), 0, -1))
    assert (
        locate(wanted, known).tolist()
        == pd.Index(ids, dtype=object).get_indexer(pd.Index(wanted, dtype=object)).tolist()
    )


@given(rows=ROWS)
def test_words_are_joined_as_pandas_joins_them(
    rows: list[tuple[str | None, int | None, bool, str | None]],
) -> None:
    frame = frame_of(rows)
    whole = frame.dropna(subset=["word", "text"])
    expected = whole.groupby("word", sort=False)["text"].agg(" · ".join).astype("string")
    pd.testing.assert_series_equal(join_each(whole["word"], whole["text"], " · "), expected, check_index_type=False)


def test_what_is_missing_is_left_out_of_what_is_joined() -> None:
    keys = pd.Series(["x", "y", pd.NA, "x", "x"], dtype="string", name="key")
    words = pd.Series(["b", pd.NA, "lost", pd.NA, "a"], dtype="string", name="word")
    assert join_each(keys, words).to_dict() == {"x": "b, a"}
    assert join_each(keys, words).index.name == "key"


@pytest.mark.parametrize("pieces", [1, 3])
def test_frames_put_together_from_pieces_are_joined_whole(pieces: int) -> None:
    piece = pd.Series(["b", "a"], dtype="string", name="word")
    words = pd.concat([piece] * pieces, ignore_index=True)
    assert join_each(words, words, "").to_dict() == {"b": "b" * pieces, "a": "a" * pieces}
