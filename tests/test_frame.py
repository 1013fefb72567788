"""The address bar is the state: widgets start from it and write it, and nothing in it is dropped in silence."""

from pathlib import Path
from typing import cast

import pandas as pd
import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.typing import PlotlyState

from lib.selection import Between, Pick, Selection
from pages.shared import figure, heading, notice, sidebar
from pages.shared.contents import page_called
from tests.visits import open_dashboard, said

PAPERS = page_called("Papers")
LANGUAGE_MODEL = "a-unified-language-model-0eeb03"


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))


def query(app: AppTest) -> dict[str, list[str]]:
    return {name: [values] if isinstance(values, str) else list(values) for name, values in app.query_params.items()}


def test_every_filter_starts_from_the_link() -> None:
    app = open_dashboard(PAPERS, author="songpei-xu", years="2022-2024", category="CV", code="no", q="image")
    assert app.multiselect(key="papers.authors").value == ["songpei-xu"]
    assert app.slider(key="papers.years").value == (2022, 2024)
    assert app.multiselect(key="papers.categories").value == ["CV"]
    assert app.session_state["papers.code"] == "without"
    assert app.text_input(key="papers.search").value == "image"
    assert "2 of 24 papers · Songpei Xu, 2022–2024, CV, without code, “image”" in said(app)


def test_a_range_of_scores_leaves_out_papers_without_one() -> None:
    app = open_dashboard(PAPERS, score="50-100")
    assert app.slider(key="papers.scores").value == (50.0, 100.0)
    assert "2 of 24 papers · score 50–100" in said(app)
    app.slider(key="papers.scores").set_value((0.0, 100.0)).run()
    assert query(app) == {}
    assert "24 of 24 papers" in said(app)


def test_the_search_box_stays_when_nothing_is_found() -> None:
    app = open_dashboard(PAPERS, q="zeppelin")
    app.text_input(key="papers.search").set_value("spotify").run()
    assert "of 24 papers · “spotify”" in said(app)


def test_every_filter_writes_the_link_and_leaves_defaults_out() -> None:
    app = open_dashboard(PAPERS)
    app.multiselect(key="papers.authors").set_value(["songpei-xu"]).run()
    app.slider(key="papers.years").set_value((2022, 2026)).run()
    app.text_input(key="papers.search").set_value("face").run()
    assert query(app) == {"author": ["songpei-xu"], "years": ["2022-"], "q": ["face"]}
    app.slider(key="papers.years").set_value((2019, 2026)).run()
    app.text_input(key="papers.search").set_value("").run()
    assert query(app) == {"author": ["songpei-xu"]}


def test_another_library_starts_without_the_filters_of_the_last() -> None:
    app = open_dashboard(PAPERS, author="songpei-xu", sort="title")
    app.selectbox(key="papers.library").set_value("group").run()
    assert query(app) == {"library": ["group"]}
    assert "300 of 300 papers" in said(app)


def test_reset_keeps_the_options_of_the_page() -> None:
    app = open_dashboard(PAPERS, author="songpei-xu", years="2022", sort="title")
    app.button(key="reset").click().run()
    assert query(app) == {"sort": ["title"]}


def test_a_link_that_cannot_be_understood_is_said_and_the_rest_of_it_counts() -> None:
    app = open_dashboard(PAPERS, years="soon", sort="title", nonsense="1")
    words = said(app)
    assert "soon" in words
    assert "nonsense" in words
    assert "24 of 24 papers" in words


def test_an_opened_paper_shows_all_of_it() -> None:
    app = open_dashboard(PAPERS, paper=LANGUAGE_MODEL)
    words = said(app)
    for part in ("Marco De Nadai", "Max Lefarov", "18 March 2026 (year inferred)", "score 96.2", "marco-de-nadai.txt"):
        assert part in words
    assert ">2 of 24<" in words
    lines = app.code[0].value.splitlines()
    assert lines[0] == "    4  96.2IRMar 18"
    assert lines[1].startswith(
        "    5  A Unified Language Model for Large Scale Search, Recommendation, and ReasoningMarco"
    )
    assert len(lines) == 3


def test_a_paper_that_the_filters_leave_out_can_still_be_read() -> None:
    app = open_dashboard(PAPERS, paper=LANGUAGE_MODEL, author="songpei-xu")
    assert "A Unified Language Model" in said(app)
    assert "not in the list: a filter leaves it out" in said(app)


def test_a_list_is_cut_into_leaves_and_any_other_filter_starts_at_the_first() -> None:
    app = open_dashboard(PAPERS, library="group", leaf="3")
    assert len(app.main.get("html")) == 1 + 20
    app.text_input(key="papers.search").set_value("speech").run()
    assert query(app) == {"library": ["group"], "q": ["speech"]}


def test_a_leaf_beyond_the_last_shows_the_last() -> None:
    app = open_dashboard(PAPERS, leaf="99")
    assert not app.exception
    assert len(app.main.get("html")) == 1 + 4  # 24 papers: 20 and 4


def test_picks_stand_as_chips_and_can_be_taken_away_one_by_one() -> None:
    app = open_dashboard(PAPERS, pick=f"paper:{LANGUAGE_MODEL},hire-hybrid-modal-05a0d1")
    chips = app.multiselect(key="papers.picks")
    assert [option.split(":")[0] for option in chips.options] == ["Paper", "Paper"]
    assert "2 of 24 papers" in said(app)
    chips.set_value([f"paper:{LANGUAGE_MODEL}"]).run()
    assert query(app) == {"pick": [f"paper:{LANGUAGE_MODEL}"]}
    assert "1 of 24 papers" in said(app)


def test_many_picks_of_a_kind_share_a_chip_and_go_together() -> None:
    selection = Selection(picks=(Pick("paper", tuple(map(str, range(40)))), Pick("category", ("CV",))))
    assert heading.kept_only(selection, ["category:CV"]).picks == (Pick("category", ("CV",)),)
    assert heading.kept_only(selection, [str(selection.picks[1])]).picks == (selection.picks[1],)


@pytest.mark.parametrize(
    ("between", "handles"),
    [(Between(), (0, 100)), (Between(20), (20, 100)), (Between(None, 3), (0, 3)), (Between(150, 200), (100, 100))],
)
def test_an_open_end_lies_on_its_bound(between: Between, handles: tuple[int, int]) -> None:
    assert sidebar.within(between, (0, 100)) == handles


@pytest.mark.parametrize(
    ("handles", "between"),
    [((0, 100), Between()), ((0, 40), Between(None, 40)), ((1, 100), Between(1)), ((5, 6), Between(5, 6))],
)
def test_a_handle_on_its_bound_is_an_open_end(handles: tuple[float, float], between: Between) -> None:
    assert sidebar.narrowed(handles, (0, 100)) == between


def test_the_points_of_a_figure_are_named_by_the_first_entry_of_their_custom_data() -> None:
    points = [{"customdata": ["b", 1]}, {"customdata": "a"}, {"x": 3}, {"customdata": ["b", 2]}]
    event = cast("PlotlyState", {"selection": {"points": points}})
    assert figure.identities(event) == ("b", "a")


def test_more_points_than_a_link_can_hold_are_not_picked_and_a_word_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("streamlit.toast", lambda words, **_: told.append(words))
    points = [{"customdata": [f"p{at}"]} for at in range(figure.MOST_PICKED + 1)]
    assert figure.identities(cast("PlotlyState", {"selection": {"points": points}})) == ()
    assert "These are 1,001, and a link can hold 1,000 of them" in told[0]
    assert len(figure.identities(cast("PlotlyState", {"selection": {"points": points[1:]}}))) == 1_000
    assert len(told) == 1


def test_a_title_becomes_a_file_name() -> None:
    assert (
        figure.slug(go.Figure(layout={"title": {"text": "Papers: claimed & counted (2026)"}}))
        == "papers-claimed-counted-2026"
    )


def test_heads_of_a_table_carry_label_unit_and_meaning() -> None:
    heads = figure.heads(pd.DataFrame({"score": [1.0], "date": pd.to_datetime(["2026-01-01"]), "odd_one": [1]}))
    assert heads["score"]["label"] == "Score (0–100)"
    assert "never 0" in str(heads["score"]["help"])
    assert heads["date"]["type_config"] == {
        "type": "date",
        "format": "YYYY-MM-DD",
        "min_value": None,
        "max_value": None,
        "step": None,
    }
    assert heads["odd_one"]["label"] == "Odd one"


def test_words_of_a_dump_are_marked_and_never_become_html() -> None:
    assert notice.marked("a <b> & c", [(2, 5)]) == f"a {notice._MARK}&lt;b&gt;</mark> &amp; c"
    assert notice.marked("plain", []) == "plain"
