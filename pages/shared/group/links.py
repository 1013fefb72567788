"""Read-only links to single dashboards, for people without an account: made, counted and revoked by owners."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from html import escape
from urllib.parse import urlencode, urljoin

import streamlit as st

from lib import store, tables, words
from lib.store import Dashboard, Library
from lib.store.links import LONGEST
from pages.shared import door
from pages.shared.contents import GUEST
from pages.shared.figure import download
from pages.shared.notes import attempt
from pages.shared.notice import muted, say
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View

USUAL = timedelta(days=30)


@dataclass
class Made:
    """The link that this visit made last: it is told once, for only its hash is kept."""

    link: str = ""
    library_id: str = ""


def draw(view: View) -> None:
    """The links of the library, and the way to make one."""
    library = view.library.stored
    assert library is not None  # noqa: S101 - only owners of a stored library come here
    st.subheader("Links", anchor="links")
    muted("Whoever has a link sees the views of one dashboard, without an account, and nothing else of the library.")
    if visitor().alone:
        muted(
            "As long as this server asks nobody to sign in, it listens on this machine only: nobody else can open them."
        )
    shelves = (open_shared().dashboards.all(visitor(), library.id, retired=retired) for retired in (False, True))
    current, retired = shelves
    _ask(view, library, current)
    found = open_shared().links.all(visitor(), library.id)
    titles = {each.id: each.title for each in (*retired, *current)}
    now = datetime.now(UTC)
    table = tables.group.links(found, titles, now)
    muted(words.group.links(table))
    for link in found:
        _link(view, library, link, titles.get(link.dashboard_id, ""))
    if len(table):
        download(lambda: table, "links")


def _ask(view: View, library: Library, dashboards: tuple[Dashboard, ...]) -> None:
    if not dashboards:
        say("Save a dashboard first: open a page, set it as you like, and choose “Save this view”.")
        return
    titles = {str(each.id): each.title for each in dashboards}
    which, ends = (view.address.name(f"link-{part}") for part in ("dashboard", "ends"))
    today = datetime.now(UTC).date()
    with st.form(view.address.name("link"), border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox("Dashboard", list(titles), format_func=titles.__getitem__, key=which, width=380)
        st.date_input(
            "Until the end of",
            today + USUAL,
            min_value=today,
            max_value=today + LONGEST - timedelta(days=1),
            key=ends,
            width=180,
        )
        st.form_submit_button(
            "Make a link",
            icon=":material/add_link:",
            on_click=lambda: attempt(
                view,
                lambda: make(
                    view,
                    next(each for each in dashboards if str(each.id) == view.address.word(which)),
                    date.fromisoformat(view.address.word(ends)),
                ),
            ),
        )
    made = _made(view)
    if made.link and made.library_id == library.id:
        st.code(made.link, language=None, wrap_lines=True)
        muted("Copy it now: it cannot be shown again. Whoever has it can open it, so send it like a key.")
        if door.embeds():
            muted("For a page of your group’s website:")
            st.code(frame_of(made.link), language="html", wrap_lines=True)


def make(view: View, dashboard: Dashboard, last_day: date) -> str:
    """Make a link that works until the end of this day in UTC, and remember it for this visit."""
    ends = datetime.combine(last_day + timedelta(days=1), time(), UTC)
    _, token = open_shared().links.make(visitor(), dashboard, ends)
    made = _made(view)
    made.link, made.library_id = link_of(view.address.link, token), dashboard.library_id
    return f"A link to “{dashboard.title}” is ready; it works until the end of {last_day.isoformat()}, in UTC."


def link_of(here: str, token: str) -> str:
    """The whole address that the token opens, on the server whose page `here` is."""
    return f"{urljoin(here.partition('?')[0], GUEST.name)}?{urlencode({'link': token})}"


def frame_of(link: str) -> str:
    """The HTML that shows what the link opens within another site's page."""
    return f'<iframe src="{escape(link)}&amp;embed=true" width="100%" height="900" style="border:0"></iframe>'


def _link(view: View, library: Library, link: store.Link, title: str) -> None:
    state = tables.group.link_state(link, datetime.now(UTC))
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(gap=None, width="stretch"):
            st.text(title or f"Dashboard {link.dashboard_id}")
            muted(words.group.link(link, state))
        if state == "open":
            st.button(
                "Revoke",
                key=f"revoke-{link.id}",
                icon=":material/link_off:",
                on_click=lambda: attempt(view, lambda: revoke(view, library, link.id)),
            )


def revoke(view: View, library: Library, link_id: int) -> str:
    """End the link now, also for whoever has it open."""
    open_shared().links.revoke(visitor(), library.id, link_id)
    _made(view).link = ""
    return "The link is revoked: it opens nothing any more."


def _made(view: View) -> Made:
    return view.address.remember("group.made", Made)
