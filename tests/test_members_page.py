"""The page of members: who lets whom in, which links there are, and what happened."""

from pathlib import Path

import pytest

from lib.store import Actor, SavedView, Sketch, open_store
from pages.shared import door
from pages.shared.contents import page_called
from pages.shared.group.links import link_of
from tests.visits import claims, press, said, visit

ADA = Actor("Ada", "ada@example.org")
MEMBERS = page_called("Members")


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))


def test_owners_let_people_in_change_their_roles_and_take_them_away() -> None:
    with open_store() as store:
        library = store.libraries.create(ADA, "Ours")
        app = visit(MEMBERS, claims(), library="ours")
        assert "1 owner." in said(app)
        app.text_input[0].set_value("Rita@Example.org")
        press(app, "Let in")
        assert "Rita@Example.org may enter as reader." in said(app)
        app.selectbox(key="members.role-rita@example.org").set_value("editor").run()
        roles = {member.who: member.role for member in store.members.all(ADA, library.id)}
        assert roles == {"ada@example.org": "owner", "rita@example.org": "editor"}
        app.selectbox(key="members.role-ada@example.org").set_value("reader").run()
        assert "is the last owner of this library" in said(app)
        assert app.selectbox(key="members.role-ada@example.org").value == "owner"
        app.button(key="remove-rita@example.org").click().run()
        assert [member.who for member in store.members.all(ADA, library.id)] == ["ada@example.org"]
        app.button(key="remove-ada@example.org").click().run()
        assert "is the last owner of this library" in said(app)


def test_who_is_no_owner_sees_their_own_role_and_the_way_out_and_nothing_of_the_others() -> None:
    with open_store() as store:
        library = store.libraries.create(ADA, "Ours")
        store.members.give(ADA, library.id, "rita@example.org", "reader")
        app = visit(MEMBERS, claims("rita@example.org"), library="ours")
        assert "You are a reader of this library" in said(app)
        assert "ada@example.org" not in said(app)
        assert "What happened" not in [each.value for each in app.subheader]
        app.button(key="leave").click().run()
        assert "may not read it, or no longer" in said(app)
        assert store.members.role(Actor("Rita", "rita@example.org"), library.id) is None


def test_who_may_not_make_libraries_is_told_who_may_and_offered_no_way_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_MAKERS", "@example.org, eve@elsewhere.net")
    who = "libraries are made by everybody at example.org and eve@elsewhere.net."
    ways = {"Create", "Import", "Copy", "Copy it into a library of your own", "Begin", "Copy it"}
    with open_store() as store:
        library = store.libraries.create(ADA, "Ours")
        store.members.give(ADA, library.id, "rita@elsewhere.net", "owner")
    for page, query in (
        ("library", {"library": "ours", "part": "libraries"}),
        ("library", {"library": "profiles"}),
        ("dashboards", {"library": "profiles"}),
    ):
        app = visit(page_called(page.capitalize()), claims("rita@elsewhere.net"), **query)
        assert not app.exception
        assert who in said(app)
        assert not ways & {button.label for button in app.button}
        app = visit(page_called(page.capitalize()), claims(), **query)
        assert who not in said(app)
    assert "Export to one file" in [
        each.proto.label
        for each in visit(page_called("Library"), claims("rita@elsewhere.net"), library="ours", part="libraries").get(
            "download_button"
        )
    ]


def test_a_link_is_told_once_counted_listed_and_revoked() -> None:
    with open_store() as store:
        library = store.libraries.create(ADA, "Ours")
        store.dashboards.save(ADA, library.id, Sketch("Found", (SavedView("overview", ""),)))
        app = visit(MEMBERS, claims(), library="ours")
        press(app, "Make a link")
        link = str(app.code[0].value)
        assert link.startswith("guest?link=")
        assert store.links.open(link.partition("link=")[2]).dashboard.title == "Found"
        app.run()
        assert "1 link, of which 1 still open; 1 visit." in said(app)
        app.button(key=f"revoke-{store.links.all(ADA, library.id)[0].id}").click().run()
        assert "The link is revoked" in said(app)
        assert link not in [str(each.value) for each in app.code]
        assert list(app.dataframe[0].value.iloc[0][["deed", "deed_about"]]) == ["link revoked", "Found"]


def test_a_link_comes_as_html_for_a_website_where_the_server_lets_one_show_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(door.EMBED, "https://group.example.org")
    with open_store() as store:
        library = store.libraries.create(ADA, "Ours")
        store.dashboards.save(ADA, library.id, Sketch("Found", (SavedView("overview", ""),)))
    app = visit(MEMBERS, claims(), library="ours")
    press(app, "Make a link")
    link, html, *_ = (str(each.value) for each in app.code)
    assert html.startswith(f'<iframe src="{link}&amp;embed=true"')


@pytest.mark.parametrize(
    ("here", "link"),
    [
        ("http://127.0.0.1:8501/members?library=ours", "http://127.0.0.1:8501/guest?link=a-b"),
        ("https://example.org/oeuvre/members", "https://example.org/oeuvre/guest?link=a-b"),
    ],
)
def test_a_link_leads_to_the_server_that_made_it(here: str, link: str) -> None:
    assert link_of(here, "a-b") == link


def test_what_happened_can_be_narrowed_by_person_and_by_deed() -> None:
    with open_store() as store:
        library = store.libraries.create(ADA, "Ours")
        store.members.give(ADA, library.id, "eddie@example.org", "editor")
        board = store.dashboards.save(
            Actor("Eddie", "eddie@example.org"), library.id, Sketch("Found", (SavedView("overview", ""),))
        )
        store.dashboards.retire(ADA, board)
    app = visit(MEMBERS, claims(), library="ours")
    assert list(app.dataframe[0].value["deed"]) == [
        "dashboard retired",
        "dashboard saved",
        "made editor",
        "library made",
    ]
    by, deeds = app.multiselect
    assert by.options == ["ada@example.org", "eddie@example.org"]
    by.set_value(["ada@example.org"]).run()
    assert list(app.dataframe[0].value["deed"]) == ["dashboard retired", "made editor", "library made"]
    assert "3 of 4 changes by 1 person" in said(app)
    deeds = app.multiselect[1]
    deeds.set_value(["made editor"]).run()
    assert list(app.dataframe[0].value["deed_about"]) == ["eddie@example.org"]
