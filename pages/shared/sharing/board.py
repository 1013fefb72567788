"""One dashboard opened: what it is, what can be done with it, what changed since, its story, and the talk about it."""

from functools import partial

import streamlit as st

from lib import words
from lib.errors import NotFoundError
from lib.selection import Selection
from lib.selection.options import AT, DASHBOARD, VERSION
from lib.store import Dashboard, Sketch
from lib.store.dashboards import TITLE_LENGTH
from pages.shared.contents import page_called
from pages.shared.notes import attempt
from pages.shared.notice import muted, prose, say, titled
from pages.shared.registered import way_to
from pages.shared.sharing import comments, downloads, editor, listing, signing, story
from pages.shared.sharing.place import short_link, to_dashboard
from pages.shared.sharing.story import Told
from pages.shared.stored import open_shared, visitor
from pages.shared.view import View


def draw(view: View) -> None:
    """The dashboard that the link names."""
    query = Selection(library=view.library.name).to_query()
    st.page_link(way_to(view.page), label="All dashboards", icon=":material/list:", query_params=query)
    dashboard = _open(view)
    if editor.is_open(view, dashboard):
        editor.draw(view, dashboard)
        return
    titled(dashboard.title)
    muted(words.dashboards.facts(dashboard))
    if dashboard.retired_at:
        say(words.dashboards.retired(dashboard), ":material/inventory_2:")
    if dashboard.note:
        prose(dashboard.note)
    told = [block for block in story.views(dashboard, view.library.name) if isinstance(block, Told)]
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if len(told) == 1:
            _way(view, told[0], primary=True)
        _tools(view, dashboard)
    _changed(view, dashboard)
    _story(view, dashboard, told)


def _open(view: View) -> Dashboard:
    """The version that the link asks for; the newest one, with a word about it, where there is no such version."""
    address, version = view.selection.get(DASHBOARD), view.selection.get(VERSION)
    newest = open_shared().dashboards.open(visitor(), address)
    if version in (0, newest.version):
        return newest
    try:
        asked = open_shared().dashboards.open(visitor(), address, version)
    except NotFoundError:
        say(f"This dashboard has no version {version}; this is the newest one.", ":material/link_off:")
        return newest
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        st.text(f"This is version {version} of {newest.version}.", width="stretch")
        now = to_dashboard(address)
        st.page_link(way_to(view.page), label="The newest", icon=":material/update:", query_params=now, width="content")
        if view.may("editor"):
            st.button(
                "Make it the newest",
                key="restore",
                on_click=lambda: attempt(view, lambda: restore(view, asked, newest)),
            )
    return asked


def restore(view: View, earlier: Dashboard, newest: Dashboard) -> str:
    """Save an earlier version as the next one."""
    sketch = Sketch(earlier.title, earlier.blocks, earlier.note)
    made = open_shared().dashboards.edit(signing.signer(view), newest, sketch)
    view.address.choose(lambda now: now.set(VERSION, 0))
    return f"Version {made.version} is like version {earlier.version} now."


def _tools(view: View, dashboard: Dashboard) -> None:
    with st.popover("Link", icon=":material/link:"):
        st.code(short_link(view, dashboard.address), language=None, wrap_lines=True)
        muted("Whoever may read the library sees the same. It always opens the newest version.")
        if view.may("owner"):
            query = Selection(library=view.library.name).to_query()
            label = "A link for people without an account"
            st.page_link(way_to(page_called("Members")), label=label, icon=":material/add_link:", query_params=query)
    _versions(view, dashboard)
    downloads.draw_story(view, dashboard)
    if not view.may("editor"):
        return
    if not view.selection.get(VERSION):  # an earlier one can be made the newest, and that be edited
        st.button("Edit", icon=":material/edit:", key="edit", on_click=lambda: editor.begin(view, dashboard))
    with st.popover("Duplicate", icon=":material/content_copy:"):
        key = view.address.name(f"copy-title-{dashboard.id}")
        st.text_input("Its title", f"{dashboard.title} (copy)"[:TITLE_LENGTH], key=key, max_chars=TITLE_LENGTH)
        st.button(
            "Make a copy", key="duplicate", on_click=lambda: attempt(view, lambda: duplicate(view, dashboard, key))
        )
    _retiring(view, dashboard)


def _retiring(view: View, dashboard: Dashboard) -> None:
    """The way out of the list, or back into it."""
    label, icon, action = (
        ("Bring back", ":material/unarchive:", listing.bring_back)
        if dashboard.retired_at
        else ("Retire", ":material/archive:", retire)
    )
    do = partial(action, view, dashboard)
    st.button(label, icon=icon, key="retire", on_click=lambda: attempt(view, do))


def duplicate(view: View, dashboard: Dashboard, key: str) -> str:
    """Save the same under another title, and open that."""
    made = open_shared().dashboards.duplicate(signing.signer(view), dashboard, view.address.word(key))
    view.address.choose(lambda now: now.set(DASHBOARD, made.address).set(VERSION, 0))
    return f"“{made.title}” is a dashboard of its own."


def retire(view: View, dashboard: Dashboard) -> str:
    """Take the dashboard out of the list."""
    open_shared().dashboards.retire(signing.signer(view), dashboard)
    return f"“{dashboard.title}” is not in the list any more. It can be brought back."


def _versions(view: View, dashboard: Dashboard) -> None:
    opened = st.popover(
        "Versions", icon=":material/history:", key=view.address.name(f"versions-{dashboard.version}"), on_change="rerun"
    )
    if not opened.open:
        return
    with opened:
        for each in reversed(open_shared().dashboards.versions(visitor(), dashboard.library_id, dashboard.id)):
            query = to_dashboard(each.address, version=each.version)
            st.page_link(way_to(view.page), label=f"Version {each.version}", query_params=query)
            muted(f"{each.saved_by}, {words.dashboards.moment(each.saved_at)}: {each.title}")


def _changed(view: View, dashboard: Dashboard) -> None:
    """What changed in the library since, and both ways to see the views; nothing where they show the same."""
    found = open_shared().dashboards.changed(visitor(), dashboard)
    if found is None:
        return
    faces = {"now": "As it is now", "was": f"As it was on {words.dashboards.moment(dashboard.saved_at)}"}
    key = view.address.seed("as", "was" if view.selection.get(AT) else "now")

    def choose() -> None:
        at = dashboard.change if view.address.word(key) == "was" else 0
        view.address.choose(lambda now: now.set(AT, at))

    with st.container(border=True, gap="small"):
        for sentence in words.dashboards.changed(found, dashboard):
            st.text(sentence)
        st.segmented_control(
            "Show the library", list(faces), format_func=faces.__getitem__, key=key, on_change=choose, required=True
        )


def _story(view: View, dashboard: Dashboard, told: list[Told]) -> None:
    talk = comments.open_talk(view, dashboard)

    def after(block: Told) -> None:
        comments.draw_row(talk, block.mark, lambda: _way(view, block))

    story.tell(dashboard, view.corpus, view.library.name, after)
    st.subheader("Comments", anchor=False)
    comments.draw_row(talk)
    lost = talk.elsewhere(block.mark for block in told)
    if lost:
        muted("About views that are not in this version:")
        comments.draw_all(talk, lost)


def _way(view: View, told: Told, *, primary: bool = False) -> None:
    """The link that opens exactly this view on its page, on the data that is shown here."""
    query = told.selection.set(AT, view.selection.get(AT)).to_query()
    label = "Open" if primary else f"Open on {told.page.title}"
    st.page_link(way_to(told.page), label=label, icon=told.page.icon, query_params=query)
