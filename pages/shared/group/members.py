"""Who may enter the library and as what: owners let people in, change their roles and take them away."""

from collections.abc import Callable
from typing import cast

import streamlit as st

from lib import store, tables, words
from lib.store import Role
from lib.store.people import ROLES
from pages.shared.figure import download
from pages.shared.notes import attempt
from pages.shared.notice import muted, say
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View


def draw(view: View) -> bool:
    """The members; whether the visitor is an owner, who sees the rest of the page."""
    library = view.library.stored
    if library is None:
        say("Everybody may read a sample library, and nobody may change it. Choose one of your own.", ":material/lock:")
        return False
    if visitor().alone:
        say("This server asks nobody to sign in: you may do everything. Roles count once it does; README.md says how.")
    else:
        muted(words.group.own_role(view.library.role))
    if not view.may("owner"):
        _leave(view, library)
        return False
    found = open_shared().members.all(visitor(), library.id)
    table = tables.group.members(found)
    st.subheader("Members", anchor="members")
    muted(f"{words.group.members(table)} {words.group.duties()}")
    for member in found:
        _member(view, library, member)
    _let_in(view, library)
    if len(table):
        download(lambda: table, "members")
    return True


def _member(view: View, library: store.Library, member: store.Member) -> None:
    domain = member.who.startswith("@")
    roles = ROLES[:-1] if domain else ROLES
    key = view.address.seed(f"role-{member.who}", member.role)
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(gap=None, width="stretch"):
            st.text(f"Everybody at {member.who[1:]}" if domain else member.who)
            muted(f"since {member.added_at:%Y-%m-%d}, let in by {member.added_by}")
        st.selectbox(
            f"Role of {member.who}",
            roles,
            key=key,
            label_visibility="collapsed",
            width=130,
            format_func=str.capitalize,
            on_change=lambda: attempt(view, lambda: give(library, member.who, view.address.word(key))),
        )
        st.button(
            "Remove",
            key=f"remove-{member.who}",
            icon=":material/person_remove:",
            help=f"Take the role of {member.who} away",
            on_click=lambda: attempt(view, lambda: take(library, member.who)),
        )


def _let_in(view: View, library: store.Library) -> None:
    who, role = (view.address.name(f"{part}-{library.changes}") for part in ("who", "role"))
    with st.form(view.address.name("let-in"), border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Let somebody in",
            key=who,
            max_chars=200,
            placeholder="ada@example.org, or @example.org for everybody there",
            width=380,
        )
        st.selectbox("As", ROLES, key=role, format_func=str.capitalize, width=130)
        st.form_submit_button(
            "Let in",
            icon=":material/person_add:",
            on_click=lambda: attempt(view, lambda: give(library, view.address.word(who), view.address.word(role))),
        )


def _leave(view: View, library: store.Library) -> None:
    """The way out for who is no owner; an owner takes their own role away in the list."""
    address = visitor().email
    if address is None:
        return
    with st.popover("Leave this library", icon=":material/logout:"):
        muted("You will not be able to read it any more. An owner can let you in again.")
        st.button("Leave", key="leave", on_click=_attempt(view, lambda: take(library, address)))


def _attempt(view: View, action: Callable[[], str]) -> Callable[[], None]:
    return lambda: attempt(view, action)


def give(library: store.Library, who: str, role: str) -> str:
    """Let a person or a domain in, or change what they may do."""
    open_shared().members.give(visitor(), library.id, who, cast(Role, role))
    return f"{who.strip()} may enter as {role}."


def take(library: store.Library, who: str) -> str:
    """Take somebody's role away."""
    open_shared().members.take(visitor(), library.id, who)
    return f"{who} has no role here any more."
