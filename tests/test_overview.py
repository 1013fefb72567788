"""What a library holds: the numbers of the two real profiles counted by hand, and small libraries made for the rest."""

from datetime import date

import pandas as pd
import pytest

from lib import charts, tables, words
from lib.corpus import Corpus, build_corpus
from lib.dumps import read
from lib.samples import load_sample
from lib.tables.overview import Summary
from pages.shared import cards

HEADED = """Ada Verne

CV
h-index4
9papers
1,250citations

2 Papers

{}CVMar 3, 2024Code
Mapping coral reefs from the air

Ada Verne, Bo Lindt

Reefs are mapped.

IRMay 5, 2023
Searching old maps

Ada Verne

Maps are searched.
"""


@pytest.fixture(scope="module")
def real() -> Corpus:
    return build_corpus(load_sample("profiles"))


@pytest.fixture(scope="module")
def twice() -> Corpus:
    """One author captured twice: a score fell, and the header claims more than is listed."""
    days = ((date(2024, 6, 1), "81.5"), (date(2024, 9, 1), "64.0"))
    return build_corpus([read(HEADED.format(score), captured=day, file=f"{day}.txt") for day, score in days])


def nothing() -> Corpus:
    return build_corpus([])


def test_the_two_real_profiles_in_numbers(real: Corpus) -> None:
    assert tables.overview.summary(real) == Summary(
        profiles=2,
        dumps=2,
        papers=24,
        first_year=2019,
        last_year=2026,
        inferred=4,
        categories=2,
        scored=3,
        coded=5,
        doubtful=0,
        unread=0,
    )


def test_claims_and_counts_of_the_two_real_profiles_stand_side_by_side(real: Corpus) -> None:
    marco, songpei = tables.overview.authors(real).to_dict("records")
    assert (marco["page"], songpei["page"]) == ("Marco De Nadai", "Songpei Xu")
    assert [marco[name] for name in ("papers", "first_year", "last_year", "scored", "coded")] == [17, 2019, 2026, 2, 4]
    assert [songpei[name] for name in ("papers", "first_year", "last_year", "scored", "coded")] == [7, 2022, 2026, 1, 1]
    assert all(pd.isna(marco[name]) for name in cards.CLAIMED)
    assert [songpei[name] for name in cards.CLAIMED] == [10, 7, 75, 57, 47]
    assert (marco["owner_confidence"], songpei["owner_confidence"]) == ("likely", "header")
    assert "2026" in marco["year_reason"]


def test_co_authors_are_other_names_on_the_papers(twice: Corpus) -> None:
    row = tables.overview.authors(twice).iloc[0]
    assert row["coauthors"] == 1  # Bo Lindt; Ada Verne is no co-author of herself
    assert row["captures"] == 2
    assert pd.isna(row["year_reason"])  # all dates show their year


def test_categories_are_ordered_by_size_with_their_share(real: Corpus) -> None:
    table = tables.overview.categories(real.papers)
    assert table.to_dict("list") == {
        "category": ["CV", "IR"],
        "papers": [17, 7],
        "share": [pytest.approx(100 * 17 / 24), pytest.approx(100 * 7 / 24)],
        "coded": [5, 0],
        "scored": [0, 3],
    }
    assert words.overview.categories(table) == "2 categories: CV 17, IR 7."


def test_what_headers_claim_is_compared_with_what_dumps_list(real: Corpus, twice: Corpus) -> None:
    table = tables.overview.claimed(tables.overview.authors(real))
    assert table[["profile_id", "claimed", "counted"]].to_numpy().tolist() == [["songpei-xu", 7, 7]]
    assert words.overview.claimed(table) == "The header says as many papers as the dumps list."
    gap = tables.overview.claimed(tables.overview.authors(twice))
    assert words.overview.claimed(gap) == (
        "0 of 1 headers say as many papers as the dumps list. "
        "The largest gap is Ada Verne: 9 claimed on 1 September 2024, 2 counted."
    )


def test_the_figure_of_claims_has_a_point_for_each_and_names_the_author_of_both(twice: Corpus) -> None:
    figure = charts.overview.claimed(tables.overview.claimed(tables.overview.authors(twice)))
    claimed, counted = (trace for trace in figure.data if trace.mode == "markers")
    assert (list(claimed.x), list(counted.x)) == ([9], [2])
    assert claimed.customdata[0][0] == counted.customdata[0][0] == "ada-verne"
    assert claimed.marker.symbol != counted.marker.symbol  # never colour alone


def test_the_figure_of_categories_is_drawn_largest_on_top_and_names_each_bar(real: Corpus) -> None:
    bars = charts.overview.categories(tables.overview.categories(real.papers)).data[0]
    assert list(bars.y) == ["IR", "CV"]
    assert list(bars.x) == [7, 17]
    assert [entry[0] for entry in bars.customdata] == ["IR", "CV"]
    assert list(bars.text) == ["7 (29 %)", "17 (71 %)"]


def test_what_is_not_certain_names_file_and_line(twice: Corpus) -> None:
    table = tables.overview.doubts(twice)
    assert set(table["kind"]) == {"worth knowing"}
    assert list(table["file"]) == ["2024-06-01.txt", "2024-09-01.txt"]
    assert (table["first_line"] > 0).all()
    assert words.overview.doubts(table) == "2 places worth knowing."


def test_what_is_not_certain_is_said_by_kind_and_what_was_not_read_first() -> None:
    kinds = ["not read or uncertain", "doubtful split", *["worth knowing"] * 1_200]
    said = words.overview.doubts(pd.DataFrame({"kind": kinds}))
    assert said == "1 place not read or uncertain; 1 doubtful split; 1,200 places worth knowing."


def test_what_was_not_read_comes_before_what_is_only_worth_knowing() -> None:
    broken = HEADED.format("").replace("IRMay 5, 2023", "IRFeb 30, 2023")
    table = tables.overview.doubts(build_corpus([read(broken, captured=date(2024, 6, 1), file="broken.txt")]))
    assert table["kind"].iloc[0] == "not read or uncertain"
    assert "Feb 30" in table["found"].iloc[0]
    assert table["first_line"].iloc[0] == 17


def test_every_merge_is_listed_with_its_reason(twice: Corpus) -> None:
    table = tables.overview.merged(twice)
    assert sorted(table["kind"]) == ["author", "paper", "paper"]
    assert table["reason"].str.len().min() > 10
    assert set(table["what"]) == {"Ada Verne", "Mapping coral reefs from the air", "Searching old maps"}
    assert words.overview.merged(table) == "2 papers merged; 1 author merged."


def test_what_was_merged_keeps_its_name_where_no_paper_is_in_view(twice: Corpus) -> None:
    table = tables.overview.merged(twice.only([], twice.profiles["profile_id"]))
    assert table[["kind", "what"]].to_numpy().tolist() == [["author", "Ada Verne"]]
    assert tables.overview.merged(twice.only([])).empty


def test_an_empty_library_gives_empty_tables_and_sentences() -> None:
    corpus = nothing()
    summary = tables.overview.summary(corpus)
    assert (summary.papers, summary.first_year) == (0, None)
    assert words.overview.years(summary) == "no dates"
    assert words.overview.percent(0, 0) == "–"
    authors = tables.overview.authors(corpus)
    empty = {
        "authors": authors,
        "claimed": tables.overview.claimed(authors),
        "doubts": tables.overview.doubts(corpus),
        "merged": tables.overview.merged(corpus),
    }
    for name, table in empty.items():
        assert table.empty
        assert getattr(words.overview, name)(table).endswith(".")
    assert words.overview.categories(tables.overview.categories(corpus.papers)).startswith("No paper")


def test_a_card_shows_words_of_a_dump_as_words() -> None:
    hostile = HEADED.format("").replace("Ada Verne", "Ada <b>Verne")
    row = tables.overview.authors(build_corpus([read(hostile, captured=date(2024, 6, 1), file="x.txt")])).iloc[0]
    assert "<b>" not in cards._card(row)
    assert "Ada &lt;b&gt;Verne" in cards._card(row)


def test_a_card_says_that_nothing_is_claimed_where_there_is_no_header(real: Corpus) -> None:
    marco = cards._card(tables.overview.authors(real).iloc[0])
    assert "Nothing: no dump of this page has a header." in marco
    assert "inferred, likely" in marco
