"""Members and what each role may do."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest

from lib.corpus import Decision
from lib.corrections import Removed
from lib.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from lib.store import Actor, Draft, Library, Role, SavedView, Sketch, Store
from lib.store.people import ROLES
from tests.store.conftest import ME
from tests.store.pages import uploads

OWNER = Actor("Ada", "ada@example.org")
EDITOR = Actor("Eddie", "eddie@example.org")
READER = Actor("Rita", "Rita@Example.org ")
STRANGER = Actor("Eve", "eve@elsewhere.net")
NOBODY = Actor("No address")
VIEW = Sketch("Ours", (SavedView("papers", "library=group"),))


@pytest.fixture(name="shared")
def shared_library(store: Store) -> Library:
    made = store.libraries.create(OWNER, "Group")
    store.members.give(OWNER, made.id, "eddie@example.org", "editor")
    store.members.give(OWNER, made.id, "rita@example.org", "reader")
    list(store.dumps.take_in(EDITOR, made.id, uploads(2)))
    return store.libraries.get(OWNER, made.id)


def test_who_makes_a_library_owns_it(store: Store, shared: Library) -> None:
    members = store.members.all(OWNER, shared.id)
    assert [(member.who, member.role, member.added_by) for member in members] == [
        ("ada@example.org", "owner", "ada@example.org"),
        ("eddie@example.org", "editor", "ada@example.org"),
        ("rita@example.org", "reader", "ada@example.org"),
    ]


@pytest.mark.parametrize(
    ("actor", "role"), [(OWNER, "owner"), (EDITOR, "editor"), (READER, "reader"), (STRANGER, None), (NOBODY, None)]
)
def test_each_has_the_role_that_was_given(store: Store, shared: Library, actor: Actor, role: Role | None) -> None:
    assert store.members.role(actor, shared.id) == role
    assert (shared.id in {library.id for library in store.libraries.all(actor)}) == (role is not None)


Call = Callable[[Store, Library, Actor], object]
LATER = datetime.now(UTC) + timedelta(days=7)


def _first(store: Store, library: Library) -> str:
    return store.dumps.all(ME, library.id)[0].id


def _corrected(store: Store, library: Library) -> int:
    pair = Decision("paper", "a", str(store.events.changes(ME, library.id)), "apart")
    return store.corrections.add(ME, library.id, Draft(pair)).number


CALLS: dict[str, tuple[Role, Call]] = {
    "libraries.get": ("reader", lambda s, b, a: s.libraries.get(a, b.id)),
    "libraries.copy": ("reader", lambda s, b, a: s.libraries.copy(a, b.id, "Copy")),
    "libraries.rename": ("owner", lambda s, b, a: s.libraries.rename(a, b.id, "New")),
    "libraries.delete": ("owner", lambda s, b, a: s.libraries.delete(a, b.id)),
    "dumps.take_in": ("editor", lambda s, b, a: list(s.dumps.take_in(a, b.id, uploads(1, 9)))),
    "dumps.all": ("reader", lambda s, b, a: s.dumps.all(a, b.id)),
    "dumps.read": ("reader", lambda s, b, a: s.dumps.read(a, b.id, _first(s, b))),
    "dumps.text": ("reader", lambda s, b, a: s.dumps.text(a, b.id, _first(s, b))),
    "dumps.originals": ("reader", lambda s, b, a: list(s.dumps.originals(a, b.id))),
    "dumps.original": ("reader", lambda s, b, a: s.dumps.original(a, b.id, s.dumps.all(ME, b.id)[0].file_id)),
    "dumps.forget": ("owner", lambda s, b, a: s.dumps.forget(a, b.id, s.dumps.all(ME, b.id)[0].file_id)),
    "corrections.log": ("reader", lambda s, b, a: s.corrections.log(a, b.id)),
    "corrections.add": ("editor", lambda s, b, a: s.corrections.add(a, b.id, Draft(Removed(), _first(s, b)))),
    "corrections.undo": ("editor", lambda s, b, a: s.corrections.undo(a, b.id, _corrected(s, b))),
    "archives.export": ("reader", lambda s, b, a: s.archives.export(a, b.id, BytesIO())),
    "frames.open_corpus": ("reader", lambda s, b, a: s.frames.open_corpus(a, b.id)),
    "frames.content_id": ("reader", lambda s, b, a: s.frames.content_id(a, b.id)),
    "events.changes": ("reader", lambda s, b, a: s.events.changes(a, b.id)),
    "events.since": ("reader", lambda s, b, a: s.events.since(a, b.id, 0)),
    "events.moment": ("reader", lambda s, b, a: s.events.moment(a, b.id, 1)),
    "events.audit": ("owner", lambda s, b, a: s.events.audit(a, b.id)),
    "members.all": ("owner", lambda s, b, a: s.members.all(a, b.id)),
    "members.give": ("owner", lambda s, b, a: s.members.give(a, b.id, "new@example.org", "reader")),
    "members.take": ("owner", lambda s, b, a: s.members.take(a, b.id, "@example.net")),
    "dashboards.all": ("reader", lambda s, b, a: s.dashboards.all(a, b.id)),
    "dashboards.open": ("reader", lambda s, b, a: s.dashboards.open(a, s.dashboards.save(ME, b.id, VIEW).address)),
    "dashboards.versions": (
        "reader",
        lambda s, b, a: s.dashboards.versions(a, b.id, s.dashboards.save(ME, b.id, VIEW).id),
    ),
    "dashboards.changed": ("reader", lambda s, b, a: s.dashboards.changed(a, s.dashboards.save(ME, b.id, VIEW))),
    "dashboards.save": ("editor", lambda s, b, a: s.dashboards.save(a, b.id, VIEW)),
    "dashboards.edit": ("editor", lambda s, b, a: s.dashboards.edit(a, s.dashboards.save(ME, b.id, VIEW), VIEW)),
    "dashboards.duplicate": (
        "editor",
        lambda s, b, a: s.dashboards.duplicate(a, s.dashboards.save(ME, b.id, VIEW), "Second"),
    ),
    "dashboards.retire": ("editor", lambda s, b, a: s.dashboards.retire(a, s.dashboards.save(ME, b.id, VIEW))),
    "dashboards.bring_back": (
        "editor",
        lambda s, b, a: s.dashboards.bring_back(a, s.dashboards.save(ME, b.id, VIEW)),
    ),
    "comments.all": ("reader", lambda s, b, a: s.comments.all(a, s.dashboards.save(ME, b.id, VIEW))),
    "comments.add": ("reader", lambda s, b, a: s.comments.add(a, s.dashboards.save(ME, b.id, VIEW), "Look")),
    "comments.waiting": ("reader", lambda s, b, a: s.comments.waiting(a, b.id)),
    "links.make": ("owner", lambda s, b, a: s.links.make(a, s.dashboards.save(ME, b.id, VIEW), LATER)),
    "links.all": ("owner", lambda s, b, a: s.links.all(a, b.id)),
    "links.revoke": (
        "owner",
        lambda s, b, a: s.links.revoke(a, b.id, s.links.make(ME, s.dashboards.save(ME, b.id, VIEW), LATER)[0].id),
    ),
}


@pytest.mark.parametrize("name", CALLS)
def test_every_call_is_refused_below_its_role_and_granted_from_it(store: Store, shared: Library, name: str) -> None:
    needed, call = CALLS[name]
    store.members.give(OWNER, shared.id, "@example.net", "reader")
    allowed = ROLES[ROLES.index(needed) :]
    for role, actor in ((None, NOBODY), (None, STRANGER), ("reader", READER), ("editor", EDITOR)):
        if role in allowed:
            continue
        with pytest.raises(ForbiddenError, match=f"needs the role of {needed}"):
            call(store, shared, actor)
    call(store, shared, {"reader": READER, "editor": EDITOR, "owner": OWNER}[needed])


def test_no_call_of_the_store_is_missing_in_the_table_above(store: Store) -> None:
    elsewhere = {  # checked in their own tests: they need no role in one library, or more than a role
        *("libraries.all", "libraries.find", "libraries.create", "libraries.bring_back", "libraries.purge"),
        *("dumps.examine", "archives.take_in", "archives.back_up", "archives.restore", "frames.open_unchecked"),
        "libraries.makers_instead",  # is about the server alone
        "frames.kept",  # tells nothing of a library: whoever has the hash of its content has the content
        *("members.role", "links.open", "links.open_corpus", "comments.edit", "comments.resolve", "comments.remove"),
    }
    public = {
        f"{group}.{name}"
        for group, calls in vars(store).items()
        if group != "database"
        for name in dir(calls)
        if not name.startswith("_")
    }
    assert public == set(CALLS) | elsewhere


def test_a_domain_gives_its_role_to_everybody_there_and_the_higher_role_counts(store: Store, shared: Library) -> None:
    store.members.give(OWNER, shared.id, "@Elsewhere.NET", "editor")
    assert store.members.role(STRANGER, shared.id) == "editor"
    assert store.members.role(Actor("x", "x@sub.elsewhere.net"), shared.id) is None
    assert store.members.role(Actor("x", "x@notelsewhere.net"), shared.id) is None
    store.members.give(OWNER, shared.id, "eve@elsewhere.net", "reader")
    assert store.members.role(STRANGER, shared.id) == "editor"


@pytest.mark.parametrize("who", ["", "ada", "@", "a@b@c", "ada @example.org", "@.", "x" * 200 + "@example.org"])
def test_who_has_no_address_is_no_member(store: Store, shared: Library, who: str) -> None:
    with pytest.raises(InputError, match="Expected an e-mail address"):
        store.members.give(OWNER, shared.id, who, "reader")


def test_a_domain_owns_nothing(store: Store, shared: Library) -> None:
    with pytest.raises(InputError, match=r"Everybody at 'example\.org' cannot own"):
        store.members.give(OWNER, shared.id, "@example.org", "owner")


def test_the_last_owner_cannot_leave(store: Store, shared: Library) -> None:
    with pytest.raises(ConflictError, match=r"'ada@example\.org' is the last owner"):
        store.members.take(OWNER, shared.id, "ada@example.org")
    with pytest.raises(ConflictError, match="is the last owner"):
        store.members.give(OWNER, shared.id, "ada@example.org", "editor")
    store.members.give(OWNER, shared.id, "eddie@example.org", "owner")
    store.members.take(OWNER, shared.id, "ADA@example.org")
    assert store.members.role(OWNER, shared.id) is None


def test_anybody_may_leave_but_not_make_others_leave(store: Store, shared: Library) -> None:
    with pytest.raises(ForbiddenError, match="needs the role of owner"):
        store.members.take(READER, shared.id, "eddie@example.org")
    store.members.take(READER, shared.id, "rita@example.org")
    assert store.members.role(READER, shared.id) is None
    with pytest.raises(NotFoundError, match="is no member"):
        store.members.take(OWNER, shared.id, "rita@example.org")


def test_a_role_that_was_taken_is_gone_at_once(store: Store, shared: Library) -> None:
    store.members.give(OWNER, shared.id, "eddie@example.org", "reader")
    with pytest.raises(ForbiddenError, match=r"'eddie@example\.org' is a reader of this library"):
        next(store.dumps.take_in(EDITOR, shared.id, uploads(1, 9)))


def test_only_an_owner_brings_a_deleted_library_back(store: Store, shared: Library) -> None:
    store.libraries.delete(OWNER, shared.id)
    with pytest.raises(ForbiddenError, match="needs the role of reader"):
        store.libraries.get(STRANGER, shared.id)
    with pytest.raises(ForbiddenError, match="needs the role of owner"):
        store.libraries.bring_back(EDITOR, shared.id)
    assert store.libraries.bring_back(OWNER, shared.id).name == "Group"


def test_a_copy_belongs_to_who_made_it_alone(store: Store, shared: Library) -> None:
    copy = store.libraries.copy(READER, shared.id, "Rita's")
    assert [(member.who, member.role) for member in store.members.all(READER, copy.id)] == [
        ("rita@example.org", "owner")
    ]
    assert store.members.role(OWNER, copy.id) is None


def test_who_has_no_address_makes_no_library(store: Store, shared: Library) -> None:
    export = BytesIO()
    store.archives.export(OWNER, shared.id, export)
    for call in (
        lambda: store.libraries.create(NOBODY, "Mine"),
        lambda: store.archives.take_in(NOBODY, export, "Mine"),
    ):
        with pytest.raises(ForbiddenError, match="owner with an e-mail address"):
            call()


def test_the_audit_list_says_who_did_what_newest_first(store: Store, shared: Library) -> None:
    told = [(event.by, event.what, event.about) for event in store.events.audit(OWNER, shared.id)]
    assert told == [
        ("eddie@example.org", "file added", "001.txt"),
        ("eddie@example.org", "file added", "000.txt"),
        ("ada@example.org", "made reader", "rita@example.org"),
        ("ada@example.org", "made editor", "eddie@example.org"),
        ("ada@example.org", "library made", "Group"),
    ]
    page = store.events.audit(OWNER, shared.id, limit=2)
    rest = store.events.audit(OWNER, shared.id, before=page[-1].change)
    assert [(event.by, event.what, event.about) for event in (*page, *rest)] == told


def test_who_looks_can_ask_whether_anything_changed_and_what(store: Store, shared: Library) -> None:
    seen = store.events.changes(READER, shared.id)
    assert store.events.since(READER, shared.id, seen) == ()
    store.dashboards.save(EDITOR, shared.id, VIEW)
    assert store.events.changes(READER, shared.id) == seen + 1
    (event,) = store.events.since(READER, shared.id, seen)
    assert store.events.moment(READER, shared.id, seen + 1) == event.at
    assert store.events.moment(READER, shared.id, seen + 2) is None
    assert (event.by, event.what, event.about) == ("eddie@example.org", "dashboard saved", "Ours")


@pytest.mark.parametrize("makers", ["@example.org", "ada@example.org, @example.net", "ADA@Example.org"])
def test_a_server_may_say_who_makes_libraries(store: Store, makers: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OEUVRE_MAKERS", makers)
    made = store.libraries.create(OWNER, "Ours")
    store.members.give(OWNER, made.id, "eve@elsewhere.net", "reader")
    for call in (store.libraries.create, lambda actor, name: store.libraries.copy(actor, made.id, name)):
        with pytest.raises(ForbiddenError, match=r"Not everybody may make libraries .*'eve@elsewhere.net' may not"):
            call(STRANGER, "Theirs")
    assert [library.name for library in store.libraries.all(ME)] == ["Ours"]
    assert store.libraries.create(ME, "Alone").name == "Alone"
    assert store.libraries.makers_instead(OWNER) == store.libraries.makers_instead(ME) == ()
    assert store.libraries.makers_instead(STRANGER) == tuple(makers.casefold().split(", "))
