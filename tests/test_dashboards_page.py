"""Views are saved as dashboards, told, found, edited, compared with what the library was, and talked about."""

from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from lib.corrections import Category, record_targets
from lib.store import Actor, Dashboard, Draft, Library, Passage, SavedView, Sketch, Store, alone
from pages.shared import caller
from pages.shared.contents import page_called
from pages.shared.sharing import live, story
from pages.shared.sharing.story import mark_of
from tests.test_stored_libraries import ME, bring, store
from tests.visits import open_dashboard, press, said

__all__ = ["store"]  # the fixture
GRACE = alone("Grace")
BOARDS, PAPERS, TIMELINE, OVERVIEW = map(page_called, ("Dashboards", "Papers", "Timeline", "Overview"))
ALL, MAPS = SavedView("timeline", "library=vision&per=month"), SavedView("papers", "library=vision&q=maps")
STORY = Sketch("Our *group* in 2026", (Passage("Where we stand:"), ALL, MAPS), "<b>For</b> the retreat.")


@pytest.fixture
def library(store: Store) -> Library:
    made = store.libraries.create(ME, "Vision")
    bring(store, made, "Ada Byron", "Engines of Analysis", "Maps of Numbers")
    return made


@pytest.fixture
def board(store: Store, library: Library) -> Dashboard:
    return store.dashboards.save(ME, library.id, STORY)


def fill(app: AppTest, label: str, text: str) -> None:
    fields = [*app.text_input, *app.text_area]
    next(field for field in fields if field.label == label).set_value(text)


def way(app: AppTest, label: str, place: int = 0) -> tuple[str, dict[str, list[str]]]:
    """Where a link on the page leads: the page's name and what its address says."""
    link = [each.proto for each in app.page_link if each.proto.label == label][place]
    return link.page, parse_qs(link.query_string)


def test_a_view_is_saved_with_title_note_and_author_and_its_short_address_opens_it(
    store: Store, library: Library
) -> None:
    app = press(open_dashboard(TIMELINE, library="vision", years="2024-", per="month"), "Save this view")
    assert next(field.value for field in app.text_input if field.label == "Title") == "Timeline: since 2024"
    fill(app, "Title", "When we wrote")
    fill(app, "Note", "Look at May.")
    fill(app, "Your name", "Grace")
    press(app, "Save")
    (saved,) = store.dashboards.all(ME, library.id)
    assert (saved.title, saved.note, saved.saved_by) == ("When we wrote", "Look at May.", "Grace")
    assert saved.blocks == (SavedView("timeline", "library=vision&years=2024-&per=month"),)
    assert any(code.value.endswith(f"/dashboards?dashboard={saved.address}") for code in app.code)
    assert way(app, "Open the dashboard") == ("dashboards", {"dashboard": [saved.address]})
    opened = open_dashboard(BOARDS, dashboard=saved.address)
    assert "When we wrote" in said(opened)
    assert "Timeline · 2 of 2 papers · since 2024" in said(opened)
    view = {"library": ["vision"], "years": ["2024-"], "per": ["month"]}
    assert way(opened, "Open") == ("timeline", view)
    assert way(opened, "Open on Timeline") == ("timeline", view)


def test_an_opened_paper_is_saved_under_its_title_and_told_with_what_is_known_of_it(
    store: Store, library: Library
) -> None:
    papers = store.frames.open_corpus(ME, library.id).papers.set_index("title")
    paper = str(papers.loc["Engines of Analysis", "paper_id"])
    app = press(open_dashboard(PAPERS, library="vision", paper=paper), "Save this view")
    assert next(field.value for field in app.text_input if field.label == "Title") == "Engines of Analysis"
    press(app, "Save")
    (saved,) = store.dashboards.all(ME, library.id)
    words = said(open_dashboard(BOARDS, dashboard=saved.address))
    assert "Engines of Analysis</h3>" in words
    assert "1 May 2024" in words


def test_what_cannot_be_saved_is_said_and_nothing_typed_is_lost(store: Store, library: Library) -> None:
    app = press(open_dashboard(TIMELINE, library="vision"), "Save this view")
    fill(app, "Title", "  ")
    fill(app, "Note", "A long thought")
    press(app, "Save")
    assert "The title is empty" in said(app)
    assert next(field.value for field in app.text_area if field.label == "Note") == "A long thought"
    assert store.dashboards.all(ME, library.id) == ()


def test_a_view_is_added_to_a_dashboard_that_is_there(store: Store, library: Library, board: Dashboard) -> None:
    app = press(open_dashboard(OVERVIEW, library="vision", dashboard=board.address), "Save this view")
    next(each for each in app.segmented_control if each.label == "Save it").set_value("add").run()
    fill(app, "Text before the view", "And last:")
    press(app, "Add")
    edited = store.dashboards.open(ME, board.address)
    assert edited.version == 2
    assert edited.blocks == (*STORY.blocks, Passage("And last:"), SavedView("overview", "library=vision"))
    assert (edited.title, edited.note, edited.library_id) == (STORY.title, STORY.note, library.id)


def test_a_sample_says_that_it_keeps_nothing_and_offers_the_same_view_in_a_copy(store: Store) -> None:
    app = press(open_dashboard(TIMELINE, library="profiles", years="2024-"), "Save this view")
    assert "This is a sample, which keeps nothing." in said(app)
    press(app, "Copy it")
    (made,) = store.libraries.all(ME)
    assert (app.query_params["library"], app.query_params["years"]) == (made.slug, "2024-")
    assert "Two real profiles" in made.name
    assert "A sample library keeps no dashboards." in said(open_dashboard(BOARDS, library="profiles"))


def test_a_story_is_told_in_order_as_plain_text_with_the_figure_and_the_way_to_each_view(board: Dashboard) -> None:
    app = open_dashboard(BOARDS, dashboard=board.address)
    assert not app.exception
    words = said(app)
    told = ("Our *group* in 2026", "&lt;b&gt;For&lt;/b&gt; the retreat.", "Where we stand:",
            "Timeline · 2 of 2 papers · the whole library", "Papers · 1 of 2 papers · “maps”")  # fmt: skip
    places = [words.index(each) for each in told]
    assert places == sorted(places)
    assert len(app.get("plotly_chart")) == 1
    assert app.dataframe[0].value["title"].tolist() == ["Maps of Numbers"]
    assert way(app, "Open on Timeline") == ("timeline", {"library": ["vision"], "per": ["month"]})
    assert way(app, "Open on Papers") == ("papers", {"library": ["vision"], "q": ["maps"]})


def test_a_story_draws_as_many_figures_as_a_browser_can_show(
    store: Store, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = store.dashboards.save(ME, library.id, Sketch("Many", (ALL,) * 5))
    charts = open_dashboard(BOARDS, dashboard=board.address).get("plotly_chart")
    assert len(charts) == 5
    assert not any("scattergl" in str(getattr(chart, "proto", "")) for chart in charts)
    monkeypatch.setattr(story, "MOST", 1)
    bring(store, library, "Grace Hopper", "Maps of Compilers")  # so that nothing is remembered
    app = open_dashboard(BOARDS, dashboard=board.address)
    assert len(app.get("plotly_chart")) == story.ROOM
    assert said(app).count("points are drawn on its page only") == 1


def test_what_a_dashboard_names_and_is_not_there_is_said(store: Store, library: Library) -> None:
    gone = (SavedView("timeline", "library=vision&author=zed&colour=red"), SavedView("nowhere", ""))
    board = store.dashboards.save(ME, library.id, Sketch("Old", gone))
    words = said(open_dashboard(BOARDS, dashboard=board.address))
    assert "This library has no author “zed”" in words
    assert "colour='red', which means nothing here" in words
    assert "This view is of a page 'nowhere', which there is no more." in words
    assert "There is no dashboard 'nothing'" in said(open_dashboard(BOARDS, dashboard="nothing"))


def test_dashboards_are_found_by_their_words_retired_and_brought_back(
    store: Store, library: Library, board: Dashboard
) -> None:
    other = store.dashboards.save(GRACE, library.id, Sketch("Scores", (ALL,)))
    store.comments.resolve(ME, other, store.comments.add(ME, other, "Done"))
    for comment in ("Which?", "And why?"):
        store.comments.add(ME, other, comment)
    app = open_dashboard(BOARDS, library="vision")
    words = said(app)
    assert "2 dashboards, the latest saved first." in words
    assert words.index("Scores") < words.index(STORY.title)
    assert words.count("open comment") == words.count(" · 2 open comments") == 1
    assert way(app, "Open", 1) == ("dashboards", {"dashboard": [board.address]})
    found = said(open_dashboard(BOARDS, library="vision", find="retreat 2026"))
    assert STORY.title in found
    assert "Scores</h2>" not in found
    app = press(open_dashboard(BOARDS, dashboard=board.address), "Retire")
    assert "Retired by" in said(app)
    assert STORY.title not in said(open_dashboard(BOARDS, library="vision"))
    press(open_dashboard(BOARDS, library="vision", shelf="retired"), "Bring back")
    assert store.dashboards.open(ME, board.address).retired_at is None


def test_an_edit_is_a_new_version_and_earlier_ones_can_be_seen_and_made_the_newest(
    store: Store, board: Dashboard
) -> None:
    app = press(open_dashboard(BOARDS, dashboard=board.address), "Edit")
    fill(app, "Title", "Our group")
    next(area for area in app.text_area if area.value == "Where we stand:").set_value("Where we stood:").run()
    press(app, "Up", 2)  # the papers go before the timeline
    press(app, "Add text below", 2)
    app.text_area[-1].set_value("The end.").run()
    press(app, "Save")
    edited = store.dashboards.open(ME, board.address)
    assert (edited.version, edited.title) == (2, "Our group")
    assert edited.blocks == (Passage("Where we stood:"), MAPS, ALL, Passage("The end."))
    earlier = open_dashboard(BOARDS, dashboard=board.address, version="1")
    assert "This is version 1 of 2." in said(earlier)
    assert STORY.title in said(earlier)
    assert "Edit" not in [button.label for button in earlier.button]
    press(earlier, "Make it the newest")
    newest = store.dashboards.open(ME, board.address)
    assert (newest.version, newest.blocks) == (3, STORY.blocks)
    assert "has no version 9" in said(open_dashboard(BOARDS, dashboard=board.address, version="9"))


def test_whoever_edits_second_is_told_and_keeps_the_draft(store: Store, board: Dashboard) -> None:
    app = press(open_dashboard(BOARDS, dashboard=board.address), "Edit")
    store.dashboards.edit(GRACE, board, Sketch("Hers", (ALL,)))
    fill(app, "Title", "Mine")
    press(app, "Save")
    assert "Grace edited this on" in said(app)
    assert next(field.value for field in app.text_input if field.label == "Title") == "Mine"
    assert "Hers" in said(press(app, "Discard"))


def test_a_view_is_taken_out_but_not_the_last_one(store: Store, library: Library) -> None:
    board = store.dashboards.save(ME, library.id, Sketch("One", (ALL,)))
    app = press(open_dashboard(BOARDS, dashboard=board.address), "Edit")
    press(app, "Take out", 1)
    press(app, "Save")
    assert "A dashboard has between one view and 50" in said(app)
    assert store.dashboards.open(ME, board.address).version == 1


def test_a_duplicate_is_opened_under_its_own_address(store: Store, library: Library, board: Dashboard) -> None:
    app = open_dashboard(BOARDS, dashboard=board.address)
    fill(app, "Its title", "Second")
    press(app, "Make a copy")
    second = next(each for each in store.dashboards.all(ME, library.id) if each.title == "Second")
    assert second.blocks == board.blocks
    assert app.query_params["dashboard"] == second.address


def test_what_changed_is_said_and_the_views_are_shown_as_they_were_and_as_they_are(
    store: Store, library: Library, board: Dashboard
) -> None:
    assert "changed since" not in said(open_dashboard(BOARDS, dashboard=board.address))
    bring(store, library, "Grace Hopper", "Maps of Compilers")
    dump = next(dump for dump in store.dumps.all(ME, library.id) if dump.file == "Ada Byron.txt")
    target = next(iter(record_targets(store.dumps.read(ME, library.id, dump.id))))
    store.corrections.add(ME, library.id, Draft(Category("HC"), dump.id, target))
    app = open_dashboard(BOARDS, dashboard=board.address)
    words = said(app)
    assert "1 file came in: Grace Hopper.txt." in words
    assert "1 correction was made: category HC (Ada)." in words
    assert "Papers · 2 of 3 papers · “maps”" in words
    assert "the library has changed since" in said(open_dashboard(BOARDS, library="vision"))
    next(each for each in app.segmented_control if each.label == "Show the library").set_value("was").run()
    assert dict(app.query_params) == {"dashboard": board.address, "at": str(board.change)}
    assert "Papers · 1 of 2 papers · “maps”" in said(app)
    page, query = way(app, "Open on Papers")
    assert (page, query) == ("papers", {"library": ["vision"], "q": ["maps"], "at": [str(board.change)]})


def test_every_page_shows_the_library_as_it_was_says_so_and_leads_back(
    store: Store, library: Library, board: Dashboard
) -> None:
    bring(store, library, "Grace Hopper", "Maps of Compilers")
    app = open_dashboard(PAPERS, library="vision", at=str(board.change))
    assert "Vision · 2 of 2 papers" in said(app)
    assert "You look at the library as it was on " in said(app)
    assert "It has changed since." in said(app)
    assert way(app, "As it is now") == ("papers", {"library": ["vision"]})
    assert way(app, "Timeline")[1]["at"] == [str(board.change)]
    assert "Go back to how it is now" in said(press(app, "Save this view"))
    assert "this page shows it as it is now" in said(
        open_dashboard(page_called("Library"), library="vision", at=str(board.change))
    )
    assert "a sample never changes" in said(open_dashboard(PAPERS, library="profiles", at="3"))


def test_comments_are_plain_text_signed_edited_resolved_and_removed(store: Store, board: Dashboard) -> None:
    app = open_dashboard(BOARDS, dashboard=board.address)
    press(app, "Send")
    assert "The comment is empty." in said(app)
    fill(app, "Your comment", "Is **this** right?")
    fill(app, "Your name", "Grace")
    press(app, "Send", 0)
    assert "The comment is empty." not in said(app)
    (comment,) = store.comments.all(ME, board)
    assert (comment.text, comment.by, comment.figure) == ("Is **this** right?", "Grace", mark_of(ALL))
    assert "Is **this** right?" in [text.value for text in app.text]
    [area for area in app.text_area if area.label == "Your comment"][-1].set_value("Well done.")
    press(app, "Send", -1)
    assert [each.figure for each in store.comments.all(ME, board)] == [mark_of(ALL), ""]
    app.text_area(key=f"dashboards.edit-text-{comment.id}.0").set_value("It is right.")
    press(app, "Save")
    assert store.comments.all(ME, board)[0].text == "It is right."
    press(app, "Resolve", 0)
    first = store.comments.all(ME, board)[0]
    assert (first.resolved_by, first.edited_at is not None) == ("Grace", True)
    assert "1 resolved" in [each.label for each in app.expander]
    store.comments.remove(alone("Grace"), board, comment.id)
    press(app, "Remove", 0)
    assert "This comment is not there any more." not in said(app)  # it has gone, and so has what was said about it
    assert [each.text for each in store.comments.all(ME, board)] == ["Well done."]


def test_a_comment_on_a_view_that_was_taken_out_stays(store: Store, board: Dashboard) -> None:
    store.comments.add(GRACE, board, "About the maps", mark_of(MAPS))
    store.dashboards.edit(ME, board, Sketch("Shorter", (ALL,)))
    words = said(open_dashboard(BOARDS, dashboard=board.address))
    assert "About views that are not in this version:" in words
    assert "About the maps" in words


def sign_in(monkeypatch: pytest.MonkeyPatch, email: str) -> Actor:
    """Let everything be asked in the name of this person."""
    person = Actor(email.partition("@")[0], email)
    monkeypatch.setattr(caller, "visitor", lambda: person)
    return person


def test_a_reader_comments_and_is_offered_nothing_else(
    store: Store, library: Library, board: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.members.give(ME, library.id, "eve@example.org", "reader")
    store.comments.add(GRACE, board, "By Grace")
    sign_in(monkeypatch, "eve@example.org")
    app = open_dashboard(BOARDS, dashboard=board.address)
    offered = {button.label for button in app.button}
    assert offered.isdisjoint({"Edit", "Retire", "Make a copy", "Remove", "Save"})
    assert {"Send", "Resolve"} <= offered
    assert "Your name" not in [field.label for field in app.text_input]
    fill(app, "Your comment", "By Eve")
    press(app, "Send")
    assert [each.by for each in store.comments.all(ME, board)] == ["Grace", "eve@example.org"]
    assert [button.label for button in app.button].count("Remove") == 1
    view = press(open_dashboard(TIMELINE, library="vision"), "Save this view")
    assert "You may read this library." in said(view)


def test_who_may_not_read_the_library_is_told_nothing_of_a_dashboard_in_it(
    board: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(monkeypatch, "mallory@example.org")
    words = said(open_dashboard(BOARDS, dashboard=board.address))
    assert "no member of this library" in words
    assert "retreat" not in words


def test_ones_own_deeds_are_no_news_to_who_signed_in(
    store: Store, library: Library, board: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.members.give(ME, library.id, "eve@example.org", "reader")
    shown = store.libraries.get(ME, library.id).changes
    eve = sign_in(monkeypatch, "eve@example.org")
    store.comments.add(eve, board, "Mine, in another window")
    assert live.news(library.id, shown) == ""
    store.comments.add(GRACE, board, "Hers")
    assert live.news(library.id, shown) == f"Grace commented on “{STORY.title}”."


def test_a_copied_library_tells_its_own_dashboards_of_its_own_papers(
    store: Store, library: Library, board: Dashboard
) -> None:
    copy = store.libraries.copy(ME, library.id, "Copy")
    bring(store, copy, "Grace Hopper", "Maps of Compilers")
    (copied,) = store.dashboards.all(ME, copy.id)
    app = open_dashboard(BOARDS, dashboard=copied.address)
    assert "Papers · 2 of 3 papers · “maps”" in said(app)
    assert way(app, "Open on Papers")[1]["library"] == [copy.slug]
    assert "Papers · 1 of 2 papers · “maps”" in said(open_dashboard(BOARDS, dashboard=board.address))


def test_what_others_did_since_is_news_and_a_refresh_makes_it_old(
    store: Store, library: Library, board: Dashboard
) -> None:
    app = open_dashboard(PAPERS, library="vision")
    assert "Refresh" not in [button.label for button in app.button]
    shown = store.libraries.get(ME, library.id).changes
    assert live.news(library.id, shown) == ""
    store.comments.add(GRACE, board, "Look")
    store.comments.add(GRACE, board, "Look again")
    bring(store, library, "Grace Hopper", "Maps of Compilers")
    assert live.news(library.id, shown) == f"Ada added the file “Grace Hopper.txt”; Grace commented on “{STORY.title}”."
    app.run()
    assert "Refresh" not in [button.label for button in app.button]
    store.libraries.delete(ME, library.id)
    assert "was deleted" in live.news(library.id, shown)
