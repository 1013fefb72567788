"""Dashboards, their versions, comments and links."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from sqlalchemy import text

from lib.corrections import Category, Removed, record_targets
from lib.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from lib.store import Actor, Dashboard, Draft, Library, Passage, SavedView, Sketch, Store, alone
from tests.store.conftest import ME
from tests.store.pages import uploads

GRACE = alone("Grace")
VIEWS = (Passage("Where we stand:"), SavedView("timeline", "?library=group&by=topic"), SavedView("papers", "q=maps"))
SOON = datetime.now(UTC) + timedelta(days=7)


@pytest.fixture(name="board")
def saved_board(store: Store, library: Library) -> Dashboard:
    list(store.dumps.take_in(ME, library.id, uploads(3)))
    return store.dashboards.save(ME, library.id, Sketch(" Our group  in 2026 ", VIEWS, "A note.\r\nOf two lines."))


def test_a_saved_dashboard_is_opened_by_its_address(store: Store, library: Library, board: Dashboard) -> None:
    assert store.dashboards.open(ME, board.address) == board
    assert (board.title, board.note, board.version) == ("Our group in 2026", "A note.\nOf two lines.", 1)
    assert board.blocks == (VIEWS[0], SavedView("timeline", "library=group&by=topic"), VIEWS[2])
    assert (board.saved_by, board.created_by, board.retired_at) == ("Ada", "Ada", None)
    assert board.content_id == store.frames.content_id(ME, library.id)
    assert len(board.address) == 10
    with pytest.raises(NotFoundError, match="no dashboard 'nowhere'"):
        store.dashboards.open(ME, "nowhere")
    for strange in ("", "a\0b", "x" * 10_000, "\ud800"):
        with pytest.raises(NotFoundError, match="no dashboard"):
            store.dashboards.open(ME, strange)


def test_an_edited_dashboard_keeps_its_earlier_versions(store: Store, library: Library, board: Dashboard) -> None:
    edited = store.dashboards.edit(GRACE, board, Sketch("Renamed", VIEWS[1:]))
    assert (edited.version, edited.saved_by, edited.created_by, edited.address) == (2, "Grace", "Ada", board.address)
    assert store.dashboards.open(ME, board.address) == edited
    assert store.dashboards.open(ME, board.address, version=1) == board
    assert store.dashboards.versions(ME, library.id, board.id) == (board, edited)


def test_of_two_edits_the_second_sees_the_first(store: Store, board: Dashboard) -> None:
    store.dashboards.edit(GRACE, board, Sketch("Hers", VIEWS))
    with pytest.raises(ConflictError, match=r"Grace edited this on .* it is version 2 now, yours began from 1"):
        store.dashboards.edit(ME, board, Sketch("Mine", VIEWS))


def test_dashboards_are_found_by_words_in_title_note_and_text(store: Store, library: Library, board: Dashboard) -> None:
    other = store.dashboards.save(ME, library.id, Sketch("Scores", VIEWS[1:]))
    assert store.dashboards.all(ME, library.id) == (other, board)
    assert store.dashboards.all(ME, library.id, "2026 LINES") == (board,)
    assert store.dashboards.all(ME, library.id, "stand") == (board,)
    assert store.dashboards.all(ME, library.id, "scores 2026") == ()


def test_a_retired_dashboard_leaves_the_list_and_still_opens(store: Store, library: Library, board: Dashboard) -> None:
    store.dashboards.retire(GRACE, board)
    assert store.dashboards.all(ME, library.id) == ()
    assert store.dashboards.open(ME, board.address).retired_by == "Grace"
    assert [each.id for each in store.dashboards.all(ME, library.id, retired=True)] == [board.id]
    store.dashboards.bring_back(ME, board)
    assert store.dashboards.all(ME, library.id) == (board,)


def test_a_duplicate_has_the_views_and_an_address_of_its_own(store: Store, board: Dashboard) -> None:
    second = store.dashboards.duplicate(GRACE, board, "Second")
    assert (second.blocks, second.note, second.title, second.saved_by) == (board.blocks, board.note, "Second", "Grace")
    assert second.address != board.address


@pytest.mark.parametrize(
    ("sketch", "words"),
    [
        (Sketch("", VIEWS), "title is empty"),
        (Sketch("x" * 201, VIEWS), "title has 201 characters"),
        (Sketch("x", ()), "between one view and 50"),
        (Sketch("x", (Passage("only text"),)), "between one view and 50"),
        (Sketch("x", (VIEWS[1],) * 51), "this has 51 blocks"),
        (Sketch("x", (SavedView("../papers", ""),)), "no view '../papers'"),
        (Sketch("x", (SavedView("papers", "q" * 8001),)), "8,001 characters"),
        (Sketch("x", VIEWS, "n" * 10_001), "note has 10,001 characters"),
    ],
)
def test_what_cannot_be_shown_is_not_saved(store: Store, library: Library, sketch: Sketch, words: str) -> None:
    with pytest.raises(InputError, match=words):
        store.dashboards.save(ME, library.id, sketch)
    assert store.dashboards.all(ME, library.id) == ()


def test_a_dashboard_says_what_changed_since_it_was_saved(store: Store, library: Library, board: Dashboard) -> None:
    assert store.dashboards.changed(ME, board) is None
    first, second, _ = (dump.id for dump in store.dumps.all(ME, library.id))
    target = next(iter(record_targets(store.dumps.read(ME, library.id, first))))
    category = store.corrections.add(ME, library.id, Draft(Category("HC"), first, target))
    store.corrections.add(ME, library.id, Draft(Removed(), second))
    list(store.dumps.take_in(ME, library.id, uploads(1, start=40)))
    changed = store.dashboards.changed(ME, board)
    assert changed is not None
    assert ([each.file for each in changed.came], [each.file for each in changed.went]) == (["040.txt"], ["001.txt"])
    assert ([entry.number for entry in changed.corrected], changed.undone, changed.erased) == (
        [category.number],
        (),
        False,
    )
    was = store.frames.open_corpus(ME, library.id, at=board.change)
    assert set(was.captures["file"]) == {"000.txt", "001.txt", "002.txt"}
    store.dumps.forget(ME, library.id, store.dumps.all(ME, library.id)[2].file_id)
    changed = store.dashboards.changed(ME, board)
    assert changed is not None
    assert changed.erased


def test_what_was_undone_since_is_told(store: Store, library: Library, board: Dashboard) -> None:
    first = store.dumps.all(ME, library.id)[0].id
    target = next(iter(record_targets(store.dumps.read(ME, library.id, first))))
    entry = store.corrections.add(ME, library.id, Draft(Category("HC"), first, target))
    later = store.dashboards.edit(ME, board, Sketch("After the correction", VIEWS))
    store.corrections.undo(ME, library.id, entry.number)
    changed = store.dashboards.changed(ME, later)
    assert changed is not None
    assert [each.number for each in changed.undone] == [entry.number]
    assert store.dashboards.changed(ME, board) is None


def test_comments_are_signed_edited_by_their_author_and_resolved(store: Store, board: Dashboard) -> None:
    about_all = store.comments.add(GRACE, board, "<b>Nice</b> & *plain*\n")
    store.comments.add(ME, board, "Why this peak?", figure="timeline 1")
    first, second = store.comments.all(ME, board)
    assert (first.text, first.by, first.figure, first.edited_at) == ("<b>Nice</b> & *plain*", "Grace", "", None)
    assert (second.text, second.by, second.figure) == ("Why this peak?", "Ada", "timeline 1")
    with pytest.raises(ForbiddenError, match="Only who wrote a comment"):
        store.comments.edit(ME, board, about_all, "Not nice")
    store.comments.edit(GRACE, board, about_all, "Very nice")
    assert store.comments.waiting(ME, board.library_id) == {board.id: 2}
    store.comments.resolve(ME, board, second.id)
    assert store.comments.waiting(ME, board.library_id) == {board.id: 1}
    first, second = store.comments.all(ME, board)
    assert (first.text, first.edited_at is not None) == ("Very nice", True)
    assert (second.resolved_by, second.resolved_at is not None) == ("Ada", True)
    store.comments.resolve(GRACE, board, second.id, done=False)
    assert store.comments.all(ME, board)[1].resolved_by is None


def test_a_comment_is_removed_by_its_author_or_an_owner(store: Store, library: Library, board: Dashboard) -> None:
    rita, eddie = Actor("Rita", "rita@example.org"), Actor("Eddie", "eddie@example.org")
    for someone in (rita, eddie):
        store.members.give(ME, library.id, someone.email or "", "editor")
    first, second = (store.comments.add(rita, board, words) for words in ("One", "Two"))
    with pytest.raises(ForbiddenError, match="or an owner of the library"):
        store.comments.remove(eddie, board, first)
    store.comments.remove(rita, board, first)
    store.comments.remove(ME, board, second)
    assert store.comments.all(ME, board) == ()
    with pytest.raises(NotFoundError, match="not there any more"):
        store.comments.remove(ME, board, first)


@pytest.mark.parametrize("words", ["", "  \n ", "x" * 5001])
def test_a_comment_says_something_and_not_everything(store: Store, board: Dashboard, words: str) -> None:
    with pytest.raises(InputError, match="comment"):
        store.comments.add(ME, board, words)


def test_a_link_shows_its_dashboard_and_is_counted(store: Store, library: Library, board: Dashboard) -> None:
    link, token = store.links.make(ME, board, SOON)
    assert len(token) == 32
    shared = store.links.open(token)
    assert (shared.dashboard, shared.library_name, shared.ends_at) == (board, "Group", link.ends_at)
    assert len(store.links.open_corpus(token).captures) == 3
    store.links.open(token)
    (listed,) = store.links.all(ME, library.id)
    assert (listed.id, listed.visits, listed.visited_at is not None) == (link.id, 2, True)


def test_the_database_does_not_hold_the_token(store: Store, board: Dashboard) -> None:
    _, token = store.links.make(ME, board, SOON)
    backup = BytesIO()
    store.archives.back_up(ME, backup)
    assert token.encode() not in backup.getvalue()
    with store.database.reading() as connection:
        assert token not in str(connection.execute(text("SELECT * FROM links")).all())


def test_a_link_ends_when_it_is_revoked_and_on_its_day_and_with_its_library(
    store: Store, library: Library, board: Dashboard
) -> None:
    link, revoked = store.links.make(ME, board, SOON)
    _, ended = store.links.make(ME, board, SOON)
    store.links.revoke(ME, library.id, link.id)
    with pytest.raises(NotFoundError, match="already"):
        store.links.revoke(ME, library.id, link.id)
    store.links.open(ended)
    store.database.now = lambda: SOON
    for token in (revoked, ended):
        for call in (store.links.open, store.links.open_corpus):
            with pytest.raises(NotFoundError, match=r"This link has ended\. Ask whoever gave it"):
                call(token)
    store.database.now = lambda: datetime.now(UTC)
    store.libraries.delete(ME, library.id)
    for token in (ended, "x" * 32, "", "\ud800"):
        with pytest.raises(NotFoundError, match="no such link"):
            store.links.open(token)


@pytest.mark.parametrize("days", [-1, 0, 367])
def test_a_link_ends_within_a_year(store: Store, board: Dashboard, days: int) -> None:
    with pytest.raises(InputError, match="A link ends between now and"):
        store.links.make(ME, board, store.database.now() + timedelta(days=days))


def test_dashboards_and_comments_go_with_a_copy_and_an_export_and_links_do_not(
    store: Store, library: Library, board: Dashboard
) -> None:
    store.comments.add(GRACE, board, "Nice")
    _, token = store.links.make(ME, board, SOON)
    export = BytesIO()
    store.archives.export(ME, library.id, export)
    copies = [store.libraries.copy(ME, library.id, "Copy").id, store.archives.take_in(ME, export, "Import")]
    addresses = {board.address}
    for copy in copies:
        (copied,) = store.dashboards.all(ME, copy)
        addresses.add(copied.address)
        assert (copied.title, copied.blocks, copied.content_id) == (board.title, board.blocks, board.content_id)
        assert [comment.text for comment in store.comments.all(ME, copied)] == ["Nice"]
        assert store.dashboards.changed(ME, copied) is None
        assert store.links.all(ME, copy) == ()
    assert len(addresses) == 3
    assert store.links.open(token).dashboard.library_id == library.id


def test_a_backup_keeps_members_links_and_the_audit_list(store: Store, library: Library, board: Dashboard) -> None:
    _, token = store.links.make(ME, board, SOON)
    store.members.give(ME, library.id, "ada@example.org", "owner")
    audit = store.events.audit(ME, library.id)
    backup = BytesIO()
    store.archives.back_up(ME, backup)
    store.libraries.delete(ME, library.id)
    store.archives.restore(ME, backup)
    assert store.links.open(token).dashboard == board
    assert store.members.role(Actor("Ada", "ada@example.org"), library.id) == "owner"
    assert store.events.audit(ME, library.id) == audit
