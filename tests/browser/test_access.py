"""Who may do what on a server for a group: every page in every role, people signing in at a provider over HTTP."""

import re
import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from lib.errors import ForbiddenError
from pages.shared import contents
from tests.browser.conftest import settle
from tests.browser.group import OWNER, READER, STRANGER, TITLE, Group, serve_group
from tests.browser.servers import PATIENCE
from tests.browser.table import ACTORS, ACTS, NAMES, NO_LIBRARY, PAGES, Act, check
from tests.browser.test_reading import findings
from tests.browser.wire import XSRF, Visitor
from tests.store.test_group import CALLS

pytestmark = pytest.mark.browser
SIDEBAR = {"Library", "Overview", "Filters", "Authors"}  # some of what is in it


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Group]:
    data = tmp_path_factory.mktemp("group")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OEUVRE_DATA", str(data))
        with serve_group(data) as served:
            yield served


@pytest.fixture(scope="module")
def visitors(group: Group) -> Iterator[dict[str, Visitor]]:
    """Somebody in each role, signed in; "nobody" is not."""
    with ExitStack() as stack:
        found = {who: stack.enter_context(closing(Visitor(group.address))) for who in NAMES}
        for who, name in NAMES.items():
            if name:
                found[who].sign_in(name)
        yield found


@pytest.mark.parametrize("who", NAMES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_opens_each_page_for_members_alone_on_a_server_that_nobody_has_visited(
    group: Group, visitors: dict[str, Visitor], page: contents.Page, who: str
) -> None:
    with group.visit_again(visitors[who]) as visitor, visitor.open(page.address[1:], library="vision-group") as tab:
        check(page, who, tab.seen)
        assert set(tab.pages) == {each.address[1:] for each in (*PAGES, contents.GUEST)}, "dashboard.py did not run"


@pytest.mark.parametrize("who", NAMES)
def test_a_link_to_a_dashboard_opens_it_for_everybody_on_a_server_that_nobody_has_visited(
    group: Group, visitors: dict[str, Visitor], who: str
) -> None:
    with group.visit_again(visitors[who]) as visitor, visitor.open("guest", link=group.token) as tab:
        assert "Our group" in tab.seen.words
        assert "7 of 7 papers" in tab.seen.words
        assert not SIDEBAR & tab.seen.labels


@pytest.mark.parametrize("who", NAMES)
def test_a_click_opens_each_page_for_members_alone(visitors: dict[str, Visitor], who: str) -> None:
    with visitors[who].open("", library="vision-group") as tab:
        for page in (*PAGES[1:], PAGES[0]):
            check(page, who, tab.follow(page.address[1:]))
    with visitors[who].open("papers", library="profiles") as tab:
        assert ("24 of 24 papers" in tab.seen.words) == (who != "nobody"), "samples are for all who sign in"


@pytest.mark.parametrize("act", ACTS, ids=str)
def test_each_is_offered_what_they_may_do_and_refused_the_rest(
    group: Group, visitors: dict[str, Visitor], act: Act
) -> None:
    query = {name: value.format(dump=group.dump, dashboard=group.dashboard) for name, value in act.query.items()}
    for who, actor in ACTORS.items():
        with visitors[who].open(act.page, library="vision-group", **query) as tab:
            offered = act.words in tab.seen.labels and NO_LIBRARY not in tab.seen.words
            assert offered == (who in act.allowed), who
        if who not in act.allowed:
            with pytest.raises(ForbiddenError, match=f"needs the role of {act.role}"):
                CALLS[act.call][1](group.store, group.library, actor)


def test_what_a_reader_sends_to_the_upload_endpoint_does_not_come_into_the_library(
    group: Group, visitors: dict[str, Visitor]
) -> None:
    visitor, before = visitors["reader"], group.store.dumps.all(OWNER, group.library.id)
    with visitor.open("library", library="vision-group") as tab:
        sent = visitor.http.put(
            f"{group.address}/_stcore/upload_file/{tab.session}/some-file",
            files={"file": ("page.txt", b"Ada Byron\n\nh-index3\n")},
            headers={"X-Xsrftoken": visitor.cookie(XSRF).strip('"')},
        )
        assert sent.status_code == 204, "the endpoint itself takes files from any session, into its memory"
        assert "Bring in dumps" not in tab.run().labels
    without = visitor.http.put(f"{group.address}/_stcore/upload_file/{tab.session}/other", files={"file": b"x"})
    assert without.status_code == 403
    assert group.store.dumps.all(OWNER, group.library.id) == before


def test_a_role_that_is_taken_away_is_gone_at_the_next_run_of_an_open_page(
    group: Group, visitors: dict[str, Visitor]
) -> None:
    group.store.members.give(OWNER, group.library.id, "eve@elsewhere.net", "reader")
    with visitors["stranger"].open("papers", library="vision-group") as tab:
        assert TITLE in tab.seen.words
        group.store.members.take(OWNER, group.library.id, "eve@elsewhere.net")
        seen = tab.run()
        assert TITLE not in seen.words
        assert "Or you, eve@elsewhere.net, may not read it, or no longer." in seen.words


def test_a_button_that_is_still_on_the_screen_after_its_role_was_taken_away_is_refused_with_the_reason(
    group: Group, visitors: dict[str, Visitor]
) -> None:
    before = group.store.dumps.all(OWNER, group.library.id)
    with visitors["editor"].open("library", library="vision-group", dump=group.dump) as tab:
        group.store.members.give(OWNER, group.library.id, "eddie@example.org", "reader")
        seen = tab.press("Put this dump away")
        group.store.members.give(OWNER, group.library.id, "eddie@example.org", "editor")
        assert "This needs the role of editor" in seen.words
        assert "Put this dump away" not in seen.labels
    assert group.store.dumps.all(OWNER, group.library.id) == before


def test_a_link_shows_one_dashboard_without_a_sign_in_and_opens_nothing_else(
    group: Group, visitors: dict[str, Visitor]
) -> None:
    nobody, board = visitors["nobody"], group.store.dashboards.open(OWNER, group.dashboard)
    link, token = group.store.links.make(OWNER, board, datetime.now(UTC) + timedelta(days=7))
    with nobody.open("guest", link=token) as tab:
        assert "Our group" in tab.seen.words
        assert "What we did." in tab.seen.words
        assert "7 of 7 papers" in tab.seen.words
        assert not SIDEBAR & tab.seen.labels
        assert "ada@example.org" not in tab.seen.words
        tab.run()
        (visits,) = (one.visits for one in group.store.links.all(OWNER, group.library.id) if one.id == link.id)
        assert visits == 1, "a visit counts once, however often it runs"
        group.store.links.revoke(OWNER, group.library.id, link.id)
        assert "This link has ended." in tab.run().words
        assert "Our group" not in tab.seen.words
    with nobody.open("dashboards", dashboard=group.dashboard, link=token) as tab:
        assert "Sign in" in tab.seen.buttons
    with nobody.open("guest", link="x") as tab:
        assert "There is no such link." in tab.seen.words


def test_a_page_within_another_page_is_refused_where_the_server_does_not_allow_it(visitors: dict[str, Visitor]) -> None:
    for page in ("papers", "guest"):
        with visitors["owner"].open(page, embed="true", library="vision-group") as tab:
            assert "does not let other sites show its pages" in tab.seen.words
            assert TITLE not in tab.seen.words


def test_who_signs_out_is_asked_to_sign_in_again(group: Group) -> None:
    visitor = Visitor(group.address)
    visitor.sign_in(READER.name)
    with visitor.open("papers", library="vision-group") as tab:
        assert TITLE in tab.seen.words
        leave = group.address + tab.press("Sign out").redirect
    assert visitor.http.get(leave).status_code == 200
    with visitor.open("papers", library="vision-group") as tab:
        assert "Sign in" in tab.seen.buttons
        assert TITLE not in tab.seen.words
    visitor.close()


def sign_in(page: Page, name: str) -> None:
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_url(re.compile("library="))
    settle(page)


def test_two_people_sign_in_and_one_lets_the_other_in_changes_their_role_and_takes_it_away(
    group: Group, browser: Browser
) -> None:
    ada, eve = (browser.new_context().new_page() for _ in range(2))
    for page in (ada, eve):
        page.set_default_timeout(PATIENCE * 1000)
    eve.goto(f"{group.address}/library?library=vision-group")
    settle(eve)
    assert findings(eve) == []
    sign_in(eve, STRANGER.name)
    assert eve.url == f"{group.address}/library?library=vision-group", "the deep link survives the sign-in"
    expect(eve.get_by_text(NO_LIBRARY)).to_be_visible()
    ada.goto(f"{group.address}/members?library=vision-group")
    settle(ada)
    sign_in(ada, OWNER.name)
    assert findings(ada) == []
    ada.get_by_role("textbox", name="Let somebody in").fill("eve@elsewhere.net")
    ada.get_by_role("button", name="Let in").click()
    expect(ada.get_by_text("eve@elsewhere.net may enter as reader.")).to_be_visible()
    eve.reload()
    settle(eve)
    expect(eve.get_by_text("Vision group · ")).to_be_visible()
    expect(eve.get_by_text("Bring in dumps")).to_have_count(0)
    group.store.members.give(OWNER, group.library.id, "eve@elsewhere.net", "editor")
    eve.reload()
    expect(eve.get_by_text("Bring in dumps")).to_be_visible()
    settle(ada)
    ada.locator(".st-key-remove-eve-elsewhere-net button").filter(visible=True).click()
    expect(ada.get_by_text("eve@elsewhere.net has no role here any more.")).to_be_visible()
    eve.get_by_role("link", name="Papers").click()
    expect(eve.get_by_text("Or you, eve@elsewhere.net, may not read it, or no longer.")).to_be_visible()
    for page in (ada, eve):
        page.context.close()


def test_the_servers_own_check_that_its_pages_run_needs_no_sign_in(group: Group, visitors: dict[str, Visitor]) -> None:
    checked = visitors["nobody"].http.get(f"{group.address}/_stcore/script-health-check")
    assert (checked.status_code, checked.text) == (200, "ok")


def test_the_server_listens_on_this_machine_only(group: Group) -> None:
    with pytest.raises(OSError, match=r"refused|unreachable|timed out|assign"):
        socket.create_connection(("127.0.0.2", urlsplit(group.address).port or 0), timeout=5)
