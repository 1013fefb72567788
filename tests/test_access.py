"""Who may enter: what a sign-in says about a person, what a server without one may serve, and what is refused."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.errors import SignInError, StoreError
from lib.store import Actor, SavedView, Sketch, open_store, signed_in
from pages.shared import caller, door, stored
from pages.shared.contents import CONTENTS, page_called
from pages.shared.group.links import link_of
from tests.conftest import ROOT
from tests.test_pages import said

ADA = Actor("Ada", "ada@example.org")
SECRETS = {"auth": {"client_id": "oeuvre", "redirect_uri": "http://127.0.0.1/oauth2callback"}}
EVERY_ADDRESS = "0.0.0.0"  # noqa: S104 - to see that it is refused
PAPERS, MEMBERS = page_called("Papers"), page_called("Members")


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))


def visit(path: str, user: Mapping[str, object] | None = None, **query: str) -> AppTest:
    """A page of a server for a group, as somebody opens it who is signed in, or is not."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    app.secrets, app.user = SECRETS, {"is_logged_in": False} if user is None else {"is_logged_in": True, **user}
    app.run()
    app.switch_page(path)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def claims(email: str = "ada@example.org", **more: object) -> dict[str, object]:
    return {"name": "Ada", "email": email, "email_verified": True, **more}


@pytest.mark.parametrize(
    ("told", "trusting", "email"),
    [
        ({"email": "ada@example.org", "email_verified": True}, False, "ada@example.org"),
        ({"email": "ada@example.org", "email_verified": "true"}, False, "ada@example.org"),
        ({"email": "ada@example.org", "email_verified": False}, False, None),
        ({"email": "ada@example.org", "email_verified": "false"}, True, None),
        ({"email": "ada@example.org"}, False, None),
        ({"email": "ada@example.org"}, True, "ada@example.org"),
        ({"email": None, "email_verified": True}, True, None),
        ({}, True, None),
    ],
)
def test_an_address_counts_only_where_it_was_verified(
    told: dict[str, object], trusting: bool, email: str | None
) -> None:
    assert signed_in({"name": "Ada", **told}, trusting=trusting) == Actor("Ada", email)


def test_a_person_without_a_name_is_called_by_address_or_subject() -> None:
    assert signed_in({"email": "ada@example.org", "email_verified": True}).name == "ada@example.org"
    assert signed_in({"sub": "4711"}) == Actor("4711")
    assert not signed_in({}).alone


@pytest.mark.parametrize("page", [page for pages in CONTENTS.values() for page in pages], ids=lambda page: page.name)
def test_every_page_asks_for_a_sign_in_before_anything_of_a_library_is_read(page: object) -> None:
    app = visit(getattr(page, "path", ""))
    assert not app.exception
    assert "Sign in" in said(app)
    assert not app.sidebar.get("html")
    assert [button.label for button in app.button] == ["Sign in"]


def test_each_provider_has_a_button_of_its_own() -> None:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    app.secrets = {"auth": {"google": {"client_id": "a"}, "microsoft": {"client_id": "b"}, "cookie_secret": "c"}}
    app.user = {"is_logged_in": False}
    assert [button.label for button in app.run().button] == ["Sign in with Google", "Sign in with Microsoft"]


def test_a_sign_in_that_is_not_set_up_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(PAPERS.path)
    monkeypatch.setattr(st, "login", _raise(st.errors.StreamlitAuthError("There is no cookie_secret.")))
    app.button[0].click().run()
    assert not app.exception
    assert "The sign-in is not set up completely. There is no cookie_secret." in said(app)


def test_a_sign_in_lasts_a_week() -> None:
    now = datetime.now(UTC)
    fresh, old = (claims(iat=int((now - timedelta(days=days)).timestamp())) for days in (6, 8))
    assert "24 of 24 papers" in said(visit(PAPERS.path, fresh))
    app = visit(PAPERS.path, old)
    assert "You signed in over a week ago." in said(app)
    assert "24 of 24 papers" not in said(app)


def test_who_signs_out_is_out_in_every_tab_of_the_browser_and_another_sign_in_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(st, "logout", lambda: None)
    moment = int(datetime.now(UTC).timestamp())
    user, later = claims(sub="4711", iat=moment - 60), claims(sub="4711", iat=moment)
    one, other, again = visit(PAPERS.path, user), visit(PAPERS.path, user), visit(PAPERS.path, later)
    one.button(key="sign-out").click().run()
    assert [button.label for button in other.run().button] == ["Sign in"]
    assert "24 of 24 papers" not in said(other)
    assert "24 of 24 papers" in said(again.run())


def test_who_signed_in_is_named_and_sees_the_libraries_of_their_roles_and_the_samples() -> None:
    with open_store() as store:
        store.libraries.create(ADA, "Ours")
        store.libraries.create(Actor("Eve", "eve@elsewhere.net"), "Theirs")
    app = visit(PAPERS.path, claims())
    assert "Signed in as ada@example.org" in said(app)
    assert app.selectbox(key="papers.library").options[0] == "Ours"
    assert "Theirs" not in app.selectbox(key="papers.library").options
    unverified = visit(PAPERS.path, claims(email_verified=False))
    assert "you see the samples alone" in said(unverified)
    assert "Ours" not in unverified.selectbox(key="papers.library").options


def test_secrets_that_cannot_be_read_let_nobody_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "secrets.toml"
    broken.write_text("[auth\n")
    monkeypatch.setattr(st, "secrets", _Unreadable())
    monkeypatch.setattr(st, "get_option", lambda name: [str(broken)] if name == "secrets.files" else "127.0.0.1")
    with pytest.raises(SignInError, match=r"'secrets.toml' cannot be read as TOML"):
        caller.asks()
    with pytest.raises(SignInError):
        caller.visitor()


class _Unreadable:
    def load_if_toml_exists(self) -> bool:
        return False


@pytest.mark.parametrize(
    ("address", "anyone", "serves"),
    [
        ("127.0.0.1", "", True),
        ("localhost", "", True),
        ("::1", "", True),
        (EVERY_ADDRESS, "", False),
        ("192.168.1.7", "", False),
        (None, "", False),
        (EVERY_ADDRESS, "on", True),
        (EVERY_ADDRESS, "off", False),
    ],
)
def test_a_server_without_sign_in_serves_this_machine_alone_unless_it_is_told_otherwise(
    address: str | None, anyone: str, serves: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(caller.ANYONE, anyone)
    monkeypatch.setattr(st, "secrets", _Unreadable())
    monkeypatch.setattr(st, "get_option", lambda name: [] if name == "secrets.files" else address)
    if serves:
        assert not caller.asks()
        assert caller.visitor().alone
    else:
        with pytest.raises(SignInError, match="asks nobody to sign in"):
            caller.asks()


def test_why_nobody_can_be_let_in_is_said_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caller, "asks", _raise(SignInError("The file is broken.")))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120).run()
    assert not app.exception
    assert "The file is broken." in said(app)
    assert "papers" not in said(app)


def test_what_the_store_refuses_while_a_page_runs_is_said_with_a_way_on(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store() as store:
        store.libraries.create(ADA, "Ours")
    monkeypatch.setattr(stored, "open_corpus", _raise(StoreError("The database is away.")))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    app.query_params["library"] = "ours"
    app.secrets, app.user = SECRETS, {"is_logged_in": True, **claims()}
    app.run()
    assert not app.exception
    assert "The database is away." in said(app)
    assert app.button(key="try-again").label == "Try again"


def test_a_view_within_another_page_has_no_sidebar_and_only_where_the_server_allows_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    app.context["is_embedded"], app.context["url"] = True, "http://127.0.0.1:8501/"
    app.run()
    assert "does not let other sites show its pages" in said(app)
    assert "24 of 24 papers" not in said(app)
    monkeypatch.setenv(door.EMBED, "https://group.example.org")
    app.run()
    assert "24 of 24 papers" in said(app)
    assert not app.sidebar.get("html")


def test_owners_let_people_in_change_their_roles_and_take_them_away() -> None:
    with open_store() as store:
        library = store.libraries.create(ADA, "Ours")
        app = visit(MEMBERS.path, claims(), library="ours")
        assert "1 owner." in said(app)
        app.text_input[0].set_value("Rita@Example.org")
        _press(app, "Let in")
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
        app = visit(MEMBERS.path, claims("rita@example.org"), library="ours")
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
        app = visit(page_called(page.capitalize()).path, claims("rita@elsewhere.net"), **query)
        assert not app.exception
        assert who in said(app)
        assert not ways & {button.label for button in app.button}
        app = visit(page_called(page.capitalize()).path, claims(), **query)
        assert who not in said(app)
    assert "Export to one file" in [
        each.proto.label
        for each in visit(
            page_called("Library").path, claims("rita@elsewhere.net"), library="ours", part="libraries"
        ).get("download_button")
    ]


def test_a_link_is_told_once_counted_listed_and_revoked() -> None:
    with open_store() as store:
        library = store.libraries.create(ADA, "Ours")
        store.dashboards.save(ADA, library.id, Sketch("Found", (SavedView("overview", ""),)))
        app = visit(MEMBERS.path, claims(), library="ours")
        _press(app, "Make a link")
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
    app = visit(MEMBERS.path, claims(), library="ours")
    _press(app, "Make a link")
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
    app = visit(MEMBERS.path, claims(), library="ours")
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


def _press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()


def _raise(error: Exception) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail
