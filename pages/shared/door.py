"""The door of every page: who has to sign in does so here, and comes back to the page that was asked for.

A sign-in begins with a full load of another site and ends at "/" with a new visit. What was asked for is kept on the
server meanwhile, under the random token that Streamlit gives each browser against forged requests: it is the same
before and after.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

import streamlit as st
from streamlit.errors import StreamlitAPIException

from lib.errors import SignInError
from pages.shared import caller
from pages.shared.notice import muted, say, titled
from pages.shared.sidebar import BRAND

EMBED = "OEUVRE_EMBED"  # the sites that may show a view within their pages; the proxy's headers name the same
_MINUTES = 15  # that somebody may take to sign in


@dataclass(frozen=True)
class Wanted:
    """The page that somebody asked for: its file, and what its address said."""

    path: str
    query: Mapping[str, list[str]]


def embeds() -> bool:
    """Whether the server lets some other site show views within its pages."""
    return bool(os.environ.get(EMBED))


def is_embedded(wanted: Wanted) -> bool:
    """Whether another site shows this page within its own; ends the page where the server does not allow it."""
    embedded = bool(st.context.is_embedded)
    if embedded and not embeds():
        say("This server does not let other sites show its pages.", ":material/block:")
        _in_a_tab("Open it in a new tab", wanted)
        st.stop()
    return embedded


def enter(wanted: Wanted) -> None:
    """End the page with a sign-in, or with why nobody can be let in; go on if the visitor may enter."""
    try:
        if not caller.asks() or caller.is_signed_in():
            return
    except SignInError as error:
        titled("Nobody can be let in", level=1)
        say(str(error), ":material/lock:")
        st.stop()
    _ask(wanted)
    st.stop()


def _ask(wanted: Wanted) -> None:
    with st.container(width=460, gap="medium"):
        st.html(BRAND)
        titled("Sign in", level=1)
        if st.context.is_embedded:
            muted("A page within another page cannot ask you to sign in.")
            _in_a_tab("Sign in in a new tab", wanted)
            return
        week = bool(st.user.get("is_logged_in"))
        muted(
            "You signed in over a week ago. Sign in again to go on."
            if week
            else "This server belongs to a group. Sign in to read its libraries; you then see what you came for."
        )
        for provider, label in _providers().items():
            if st.button(label, key=f"sign-in-{provider}", icon=":material/login:"):
                _go(provider, wanted)


def _providers() -> dict[str, str]:
    """What to call each identity provider on its button, by its name in the secrets; "" for the only one."""
    auth = st.secrets["auth"]
    named = [str(name) for name, value in auth.items() if isinstance(value, Mapping) and "client_id" in value]
    return dict.fromkeys([""], "Sign in") if "client_id" in auth or not named else {
        name: f"Sign in with {name.capitalize()}" for name in named
    }  # fmt: skip


def _go(provider: str, wanted: Wanted) -> None:
    if browser := caller.browser():
        _asked_for(browser)[:] = [wanted]
    try:
        st.login(provider or None)
    except StreamlitAPIException as error:
        say(f"The sign-in is not set up completely. {error}", ":material/error:")


def come_back() -> Wanted | None:
    """What this browser asked for before its visitor signed in; told once."""
    try:
        if not caller.asks() or not caller.is_signed_in() or not (browser := caller.browser()):
            return None
    except SignInError:
        return None
    notes = _asked_for(browser)
    return notes.pop() if notes else None


@st.cache_resource(ttl=timedelta(minutes=_MINUTES), max_entries=1_000, show_spinner=False)
def _asked_for(browser: str) -> list[Wanted]:  # noqa: ARG001 - the key
    return []


def name() -> str:
    """Who signed in; "" on a server that asks nobody to."""
    return caller.visitor().signature if caller.asks() else ""


def draw_account() -> None:
    """Who is signed in, and the way out; nothing on a server without a sign-in."""
    if not caller.asks():
        return
    actor = caller.visitor()
    with st.sidebar, st.container(gap="xxsmall"):
        muted(f"Signed in as {actor.signature}")
        if actor.email is None:
            muted("Your sign-in names no verified e-mail address, so you see the samples alone.")
        st.button("Sign out", key="sign-out", icon=":material/logout:", type="tertiary", on_click=_leave)


def _leave() -> None:
    caller.end_sign_in()
    st.logout()


def _in_a_tab(label: str, wanted: Wanted) -> None:
    if st.context.url:
        link = f"{st.context.url}?{urlencode(wanted.query, doseq=True)}"
        st.link_button(label, link, icon=":material/open_in_new:")
