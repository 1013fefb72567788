"""Who may enter: what a sign-in says about a person, what a server without one may serve, and what is refused."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import streamlit as st

from lib.errors import SignInError, StoreError
from lib.store import Actor, open_store, signed_in
from pages.shared import caller, door, stored
from pages.shared.contents import CONTENTS, Page, page_called
from tests.visits import claims, link_to, said, visit

ADA = Actor("Ada", "ada@example.org")
EVERY_ADDRESS = "0.0.0.0"  # noqa: S104 - to see that it is refused
OVERVIEW, PAPERS = page_called("Overview"), page_called("Papers")


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))


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
def test_every_page_asks_for_a_sign_in_before_anything_of_a_library_is_read(page: Page) -> None:
    app = visit(page)
    assert not app.exception
    assert "Sign in" in said(app)
    assert not app.sidebar.get("html")
    assert [button.label for button in app.button] == ["Sign in"]


def test_each_provider_has_a_button_of_its_own() -> None:
    app = link_to(OVERVIEW)
    app.secrets = {"auth": {"google": {"client_id": "a"}, "microsoft": {"client_id": "b"}, "cookie_secret": "c"}}
    app.user = {"is_logged_in": False}
    assert [button.label for button in app.run().button] == ["Sign in with Google", "Sign in with Microsoft"]


def test_a_sign_in_that_is_not_set_up_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(PAPERS)
    monkeypatch.setattr(st, "login", _raise(st.errors.StreamlitAuthError("There is no cookie_secret.")))
    app.button[0].click().run()
    assert not app.exception
    assert "The sign-in is not set up completely. There is no cookie_secret." in said(app)


def test_a_sign_in_lasts_a_week() -> None:
    now = datetime.now(UTC)
    fresh, old = (claims(iat=int((now - timedelta(days=days)).timestamp())) for days in (6, 8))
    assert "24 of 24 papers" in said(visit(PAPERS, fresh))
    app = visit(PAPERS, old)
    assert "You signed in over a week ago." in said(app)
    assert "24 of 24 papers" not in said(app)


def test_who_signs_out_is_out_in_every_tab_of_the_browser_and_another_sign_in_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(st, "logout", lambda: None)
    moment = int(datetime.now(UTC).timestamp())
    user, later = claims(sub="4711", iat=moment - 60), claims(sub="4711", iat=moment)
    one, other, again = visit(PAPERS, user), visit(PAPERS, user), visit(PAPERS, later)
    one.button(key="sign-out").click().run()
    assert [button.label for button in other.run().button] == ["Sign in"]
    assert "24 of 24 papers" not in said(other)
    assert "24 of 24 papers" in said(again.run())


def test_who_signed_in_is_named_and_sees_the_libraries_of_their_roles_and_the_samples() -> None:
    with open_store() as store:
        store.libraries.create(ADA, "Ours")
        store.libraries.create(Actor("Eve", "eve@elsewhere.net"), "Theirs")
    app = visit(PAPERS, claims())
    assert "Signed in as ada@example.org" in said(app)
    assert app.selectbox(key="papers.library").options[0] == "Ours"
    assert "Theirs" not in app.selectbox(key="papers.library").options
    unverified = visit(PAPERS, claims(email_verified=False))
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
    app = link_to(OVERVIEW).run()
    assert not app.exception
    assert "The file is broken." in said(app)
    assert "papers" not in said(app)


def test_what_the_store_refuses_while_a_page_runs_is_said_with_a_way_on(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store() as store:
        store.libraries.create(ADA, "Ours")
    monkeypatch.setattr(stored, "open_corpus", _raise(StoreError("The database is away.")))
    app = visit(OVERVIEW, claims(), library="ours")
    assert not app.exception
    assert "The database is away." in said(app)
    assert app.button(key="try-again").label == "Try again"


def test_a_view_within_another_page_has_no_sidebar_and_only_where_the_server_allows_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = link_to(OVERVIEW)
    app.context["is_embedded"], app.context["url"] = True, "http://127.0.0.1:8501/"
    app.run()
    assert "does not let other sites show its pages" in said(app)
    assert "24 of 24 papers" not in said(app)
    monkeypatch.setenv(door.EMBED, "https://group.example.org")
    app.run()
    assert "24 of 24 papers" in said(app)
    assert not app.sidebar.get("html")


def _raise(error: Exception) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail
