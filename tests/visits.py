"""Visits of the dashboard without a browser: a page as a link opens it, what is on it, and a button pressed."""

from collections.abc import Mapping

from streamlit.testing.v1 import AppTest

from pages.shared.contents import HOME, Page
from tests.conftest import ROOT

SECRETS = {"auth": {"client_id": "oeuvre", "redirect_uri": "http://127.0.0.1/oauth2callback"}}


def link_to(page: Page, **query: str) -> AppTest:
    """A visit that is about to begin with a link to the page: nothing else is drawn on the way there."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    if page.name != HOME:
        app.switch_page(page.path)  # before a first run, Streamlit knows pages by the names of their files, as we do
    for parameter, value in query.items():
        app.query_params[parameter] = value
    return app


def open_dashboard(page: Page, **query: str) -> AppTest:
    """The page as someone sees it who opens a link to it."""
    return link_to(page, **query).run()


def visit(page: Page, user: Mapping[str, object] | None = None, **query: str) -> AppTest:
    """A page of a server for a group, as somebody opens it who is signed in, or is not."""
    app = link_to(page, **query)
    app.secrets, app.user = SECRETS, {"is_logged_in": False} if user is None else {"is_logged_in": True, **user}
    return app.run()


def claims(email: str = "ada@example.org", **more: object) -> dict[str, object]:
    """What an identity provider says of somebody whose address it has verified."""
    return {"name": "Ada", "email": email, "email_verified": True, **more}


def said(app: AppTest) -> str:
    """All words on the page, HTML included."""
    return "\n".join(str(getattr(each, "value", "")) for kind in ("html", "text", "markdown") for each in app.get(kind))


def press(app: AppTest, label: str, place: int = 0) -> AppTest:
    """The page after the button with these words, or that at `place` of several, was pressed."""
    [button for button in app.button if button.label == label][place].click().run()
    assert not app.exception
    return app
