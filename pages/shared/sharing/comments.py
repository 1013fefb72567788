"""What colleagues say about a dashboard or a view in it: plain text, signed, and put aside when it is done."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import streamlit as st

from lib import words
from lib.errors import OeuvreError
from lib.store import Actor, Comment, Dashboard, alone
from lib.store.comments import COMMENT_LENGTH
from pages.shared.notice import muted, say
from pages.shared.sharing import signing
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View


@dataclass
class Trouble:
    """Why the last action could not be done, and where it was tried."""

    place: str = ""
    sentence: str = ""


@dataclass(frozen=True, eq=False)
class Talk:
    """The comments on one dashboard, asked for once a run."""

    view: View
    dashboard: Dashboard
    found: tuple[Comment, ...]
    trouble: Trouble

    def about(self, mark: str) -> tuple[Comment, ...]:
        """Those about this view, or with "" about the whole dashboard."""
        return tuple(comment for comment in self.found if comment.figure == mark)

    def elsewhere(self, marks: Iterable[str]) -> tuple[Comment, ...]:
        """Those about views that are none of these."""
        known = {"", *marks}
        return tuple(comment for comment in self.found if comment.figure not in known)

    def change(self, place: str, action: Callable[[], None]) -> None:
        """Do it; what then stands there speaks for itself, and what is refused is said at its place."""
        self.trouble.place, self.trouble.sentence = place, ""
        try:
            action()
        except OeuvreError as error:
            self.trouble.sentence = str(error)

    def draw_trouble(self, place: str) -> None:
        """Say why the last action could not be done, where it was tried."""
        if self.trouble.sentence and self.trouble.place == place:
            say(self.trouble.sentence, ":material/error:")


def open_talk(view: View, dashboard: Dashboard) -> Talk:
    """The talk about a dashboard."""
    found = open_shared().comments.all(visitor(), dashboard)
    return Talk(view, dashboard, found, view.address.remember("sharing.trouble", Trouble))


def draw_row(talk: Talk, mark: str = "", way: Callable[[], None] | None = None) -> None:
    """The way to a view and the way to say something about it, in one row; below it what was said."""
    found = talk.about(mark)
    key = talk.view.address.name(f"say-{mark}-{len(found)}")  # another one once something was said: it closes
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if way:
            way()
        with st.popover("Comment", icon=":material/add_comment:", type="tertiary", key=key):
            _form(talk, mark)
            talk.draw_trouble(f"say-{mark}")
    draw_all(talk, found)


def draw_all(talk: Talk, found: Iterable[Comment]) -> None:
    """These comments, the resolved ones folded away."""
    waiting = [comment for comment in found if comment.resolved_at is None]
    done = [comment for comment in found if comment.resolved_at is not None]
    for comment in waiting:
        _one(talk, comment)
    if done:
        with st.expander(f"{len(done)} resolved", icon=":material/task_alt:"):
            for comment in done:
                _one(talk, comment)


def _one(talk: Talk, comment: Comment) -> None:
    with st.container(border=True, gap="xxsmall"):
        st.text(comment.text)
        muted(words.dashboards.signed(comment))
        with st.container(horizontal=True, gap="small"):
            _buttons(talk, comment)
        talk.draw_trouble(f"comment-{comment.id}")


def _buttons(talk: Talk, comment: Comment) -> None:
    done, board, said = comment.resolved_at is not None, talk.dashboard, open_shared().comments
    label, icon = ("Reopen", ":material/undo:") if done else ("Resolve", ":material/task_alt:")
    _button(talk, comment, (label, icon),
            lambda: said.resolve(signing.signer(talk.view), board, comment.id, done=not done))  # fmt: skip
    mine = _as_author(comment)
    if mine is not None:
        with st.popover(
            "Edit", icon=":material/edit:", type="tertiary", key=f"edit-comment-{comment.id}-{comment.edited_at}"
        ):
            _edit(talk, comment, mine)
    if mine is not None or talk.view.may("owner"):
        _button(talk, comment, ("Remove", ":material/delete:"),
                lambda: said.remove(mine or visitor(), board, comment.id))  # fmt: skip


def _button(talk: Talk, comment: Comment, face: tuple[str, str], action: Callable[[], None]) -> None:
    label, icon = face
    key, place = f"{label.lower()}-{comment.id}", f"comment-{comment.id}"
    st.button(label, key=key, icon=icon, type="tertiary", on_click=lambda: talk.change(place, action))


def _as_author(comment: Comment) -> Actor | None:
    """Who may change it: its author; where nobody signs in, one person has every name."""
    asked = visitor()
    if asked.alone:
        return alone(comment.by)
    return asked if asked.signature == comment.by else None


def _form(talk: Talk, mark: str) -> None:
    address = talk.view.address
    with st.form(address.name(f"comment-{mark}"), border=False, clear_on_submit=True):
        key = address.name(f"comment-text-{mark}")
        st.text_area("Your comment", key=key, max_chars=COMMENT_LENGTH, height=100)
        name = signing.ask(talk.view, f"comment-{mark}")

        def add() -> None:
            who = signing.sign(talk.view, name)
            open_shared().comments.add(who, talk.dashboard, address.word(key), mark)

        st.form_submit_button("Send", icon=":material/send:", on_click=lambda: talk.change(f"say-{mark}", add))


def _edit(talk: Talk, comment: Comment, author: Actor) -> None:
    address = talk.view.address
    with st.form(f"edit-form-{comment.id}", border=False):
        key = address.name(f"edit-text-{comment.id}")
        st.text_area("Your comment", comment.text, key=key, max_chars=COMMENT_LENGTH, height=100)

        def edit() -> None:
            open_shared().comments.edit(author, talk.dashboard, comment.id, address.word(key))

        st.form_submit_button(
            "Save", icon=":material/check:", on_click=lambda: talk.change(f"comment-{comment.id}", edit)
        )
