"""What changed between two captures of a profile, on three days of one author that can be worked out by hand."""

from datetime import date

import pandas as pd
import pytest

from lib import charts, tables, words
from lib.corpus import Corpus, build_corpus
from tests.hand_dumps import column, dump, header, record, rows

DAYS = (date(2026, 1, 5), date(2026, 3, 1), date(2026, 6, 2))
FIRST, SECOND, THIRD = "first.txt", "second.txt", "third.txt"


def paper(title: str, score: float | None, *badges: str) -> object:
    return record(title, "Ada Byron", "Grace Hopper", score=score, badges=badges)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    pages = (
        (FIRST, DAYS[0], 10, 75, [paper("Engines", 74.1), paper("Numbers", 20.0)]),
        (SECOND, DAYS[1], 10, None, [paper("Engines", 74.1), paper("Numbers", 22.0, "Code")]),
        (THIRD, DAYS[2], 12, 90, [paper("Maps", None), paper("Engines", 61.0), paper("Looms", 5.0)]),
    )
    return build_corpus(
        dump(file, "Ada Byron", day, records, header=header(name="Ada Byron", h_index=h_index, citations=cited))  # type: ignore[arg-type]  # records by hand
        for file, day, h_index, cited, records in pages
    )


def ids(corpus: Corpus) -> list[str]:
    (profile,) = corpus.profiles["profile_id"]
    return [str(dump_id) for dump_id in tables.captures.captured(corpus, profile)["dump_id"]]


def test_captures_stand_in_the_order_of_their_days(corpus: Corpus) -> None:
    (profile,) = corpus.profiles["profile_id"]
    assert column(tables.captures.captured(corpus, profile), "file") == [FIRST, SECOND, THIRD]
    assert tables.captures.several(corpus).to_dict() == {profile: 3}


def test_figures_are_compared_and_an_unknown_one_stays_unknown(corpus: Corpus) -> None:
    _, second, third = ids(corpus)
    assert rows(tables.captures.header(corpus, second, third)) == [
        {"figure": "h-index", "before": 10, "after": 12, "moved": 2},
        {"figure": "Citations", "before": None, "after": 90, "moved": None},
        {"figure": "Papers read", "before": 2, "after": 3, "moved": 1},
    ]


def test_papers_are_new_gone_or_in_both(corpus: Corpus) -> None:
    _, second, third = ids(corpus)
    table = tables.captures.papers(corpus, second, third)
    wanted = ["change", "title", "score_before", "score_after", "moved", "badges_gained", "rank_before", "rank_after"]
    assert [tuple(row[name] for name in wanted) for row in rows(table)] == [
        ("new", "Maps", None, None, None, None, None, 1),
        ("new", "Looms", None, 5.0, None, None, None, 3),
        ("gone", "Numbers", 22.0, None, None, None, 2, None),
        ("in both", "Engines", 74.1, 61.0, -13.1, None, 1, 2),
    ]


def test_badges_that_were_gained_are_named(corpus: Corpus) -> None:
    first, second, _ = ids(corpus)
    table = tables.captures.papers(corpus, first, second)
    assert dict(zip(column(table, "title"), column(table, "badges_gained"), strict=True)) == {
        "Numbers": "Code",
        "Engines": None,
    }


def test_the_sentence_says_all_of_it(corpus: Corpus) -> None:
    first, second, third = ids(corpus)
    say = words.captures.between
    days = [pd.Timestamp(day) for day in DAYS]
    made = tables.captures.header(corpus, second, third), tables.captures.papers(corpus, second, third)
    assert say(*made, (days[1], days[2])) == (
        "From 1 March 2026 to 2 June 2026: h-index 10 → 12, two new papers, one paper gone, "
        "the score of “Engines” fell from 74.1 to 61.0."
    )
    made = tables.captures.header(corpus, first, second), tables.captures.papers(corpus, first, second)
    assert say(*made, (days[0], days[1])) == (
        "From 5 January 2026 to 1 March 2026: the score of “Numbers” rose from 20.0 to 22.0, "
        "the badge Code gained by one paper."
    )


def test_nothing_changed_is_said_too(corpus: Corpus) -> None:
    first, *_ = ids(corpus)
    made = tables.captures.header(corpus, first, first), tables.captures.papers(corpus, first, first)
    day = pd.Timestamp(DAYS[0])
    assert words.captures.between(*made, (day, day)).endswith("nothing changed; 2 papers as before.")


def test_every_figure_has_a_line_with_a_dot_for_each_capture_that_shows_it(corpus: Corpus) -> None:
    (profile,) = corpus.profiles["profile_id"]
    table = tables.captures.history(corpus, profile)
    drawn = {trace.name: list(trace.y) for trace in charts.captures.history(table).data}
    assert drawn == {"h-index": [10, 10, 12], "Citations": [75, 90], "Papers read": [2, 2, 3]}
    assert words.captures.history(table).startswith("3 captures. h-index, Citations: as the header claims on the day")


def test_every_score_in_both_captures_is_a_slope(corpus: Corpus) -> None:
    first, second, third = ids(corpus)
    table = tables.captures.scores(tables.captures.papers(corpus, first, second))
    figure = charts.captures.scores(table, ("5 January 2026", "1 March 2026"))
    assert [list(trace.y) for trace in figure.data] == [[20.0, 22.0], [74.1, 74.1]]
    assert [trace.line.dash for trace in figure.data] == ["solid", "dot"]
    assert list(figure.layout.xaxis.ticktext) == ["5 January 2026", "1 March 2026"]
    assert words.captures.scores(table) == ("Of 2 papers with a score in both captures, 1 rose, 0 fell and 1 stayed.")
    falling = charts.captures.scores(tables.captures.scores(tables.captures.papers(corpus, second, third)), ("a", "b"))
    assert [trace.line.dash for trace in falling.data] == ["dash"]
