"""Papers in an order, and all that is known of one."""

from datetime import date

import pandas as pd
import pytest

from lib import charts, tables, words
from lib.corpus import Corpus
from lib.tables.papers import Neighbours
from tests.test_overview import real, twice  # noqa: F401 - fixtures

MODEL = "a-unified-language-model-0eeb03"


def titles(corpus: Corpus, by: str, most: int = 3) -> list[str]:
    ids = tables.papers.order(corpus.papers, by)
    return [title.split(":")[0][:30] for title in corpus.papers.set_index("paper_id").loc[list(ids[:most]), "title"]]


def test_papers_are_sorted_as_asked_with_ties_by_title(real: Corpus) -> None:  # noqa: F811
    assert titles(real, "newest") == [
        "Climber-Pilot",
        "A Unified Language Model for L",
        "Deploying Semantic ID-based Ge",
    ]
    assert titles(real, "oldest", 1) == ["Gesture-to-Gesture Translation"]
    assert titles(real, "title", 2) == ["3SHNet", "A Unified Language Model for L"]
    scores = real.papers.set_index("paper_id")["score"]
    by_score = [scores[paper] for paper in tables.papers.order(real.papers, "score")]
    assert by_score[:3] == [96.2, 74.1, 21.0]
    assert all(pd.isna(score) for score in by_score[3:])


def test_the_order_of_the_rows_does_not_matter(real: Corpus) -> None:  # noqa: F811
    shuffled = real.papers.sample(frac=1, random_state=1)
    for by in ("newest", "oldest", "score", "title"):
        assert list(tables.papers.order(shuffled, by)) == list(tables.papers.order(real.papers, by))


def test_a_listing_keeps_the_order_and_names_the_visible_authors(real: Corpus) -> None:  # noqa: F811
    ids = tables.papers.order(real.papers, "newest")[:2]
    table = tables.papers.listing(real, tuple(ids))
    assert list(table["paper_id"]) == list(ids)
    assert list(table["authors"])[1] == "Marco De Nadai, Edoardo D'Amico, Max Lefarov et al."


def test_neighbours_are_those_in_the_list_and_none_at_its_ends(real: Corpus) -> None:  # noqa: F811
    order = tables.papers.order(real.papers, "newest")
    assert tables.papers.neighbours(order, order[0]) == Neighbours(1, 24, None, order[1])
    assert tables.papers.neighbours(order, order[23]) == Neighbours(24, 24, order[22], None)
    assert tables.papers.neighbours(order[:5], order[9]) is None
    assert words.papers.place(Neighbours(1, 24, None, "b")) == "1 of 24"


def test_a_paper_is_seen_in_each_capture_newest_first(twice: Corpus) -> None:  # noqa: F811
    paper = twice.papers.loc[twice.papers["title"].str.startswith("Mapping"), "paper_id"].iloc[0]
    seen = tables.papers.seen(twice, paper)
    assert [day.date() for day in seen["captured"]] == [date(2024, 9, 1), date(2024, 6, 1)]
    assert list(seen["score"]) == [64.0, 81.5]
    assert list(seen["rank"]) == [1, 1]
    assert list(seen["page"]) == ["Ada Verne", "Ada Verne"]
    assert words.papers.seen(seen) == "It stands in 2 dumps."


def test_scores_are_told_and_drawn_in_the_order_of_the_captures(twice: Corpus) -> None:  # noqa: F811
    paper = twice.papers.loc[twice.papers["title"].str.startswith("Mapping"), "paper_id"].iloc[0]
    table = tables.papers.scores(twice, paper)
    assert words.papers.scores(table) == (
        "2 captures show a score. From 1 June 2024 to 1 September 2024 it fell by 17.5: 81.5 → 64.0."
    )
    line = charts.papers.scores(table).data[0]
    assert list(line.y) == [81.5, 64.0]
    assert charts.papers.scores(table).layout.yaxis.range == (0, 112)


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ([], "No capture shows a score for it. That is unknown, not zero."),
        ([12.0], "One capture shows a score: 12.0 on 1 January 2026."),
        ([12.0, 12.0], "it stayed the same: 12.0 → 12.0."),
        ([0.0, 0.5], "it rose by 0.5: 0.0 → 0.5."),
    ],
)
def test_a_score_is_told_with_how_far_it_moved(scores: list[float], said: str) -> None:
    days = pd.to_datetime([f"2026-0{month}-01" for month in range(1, len(scores) + 1)])
    assert said in words.papers.scores(pd.DataFrame({"captured": days, "score": scores}))


def test_the_facts_of_a_paper_leave_out_what_is_unknown(real: Corpus) -> None:  # noqa: F811
    paper = tables.papers.find(real, MODEL)
    assert paper is not None
    assert words.papers.facts(paper) == "IR, Information Retrieval · 18 March 2026 (year inferred) · score 96.2"
    bare = paper.copy()
    bare[["category", "date", "score"]] = pd.NA
    assert words.papers.facts(bare) == ""
    assert words.papers.hidden(paper).endswith("“et al.”.")


def test_a_paper_that_is_not_there_is_not_found(real: Corpus) -> None:  # noqa: F811
    assert tables.papers.find(real, "nobody-wrote-this") is None
    assert tables.papers.authors(real, "nobody-wrote-this").empty
