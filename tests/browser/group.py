"""A server for a group: a library with members, a dashboard and a link, and who tells people apart."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from lib.corrections import Removed
from lib.samples import load_sample, sample_libraries
from lib.store import Actor, Draft, Library, Passage, SavedView, Sketch, Store, Upload, open_store
from tests.browser.servers import PATIENCE, free_port, serve, wait_for
from tests.browser.wire import Visitor

OWNER = Actor("Ada", "ada@example.org")
EDITOR = Actor("Eddie", "eddie@example.org")
READER = Actor("Rita", "rita@dept.example.org")
STRANGER = Actor("Eve", "eve@elsewhere.net")
PEOPLE = (OWNER, EDITOR, READER, STRANGER)
UNVERIFIED = "Una"  # whose address is the owner's, as nobody has verified
TITLE = "Cross-modal Semantic Enhanced Interaction"  # of a paper in the library


@dataclass(frozen=True)
class Group:
    """The server, what is behind it, and the names in its links."""

    address: str
    data: Path
    store: Store
    library: Library
    dump: str
    dashboard: str
    token: str

    @contextmanager
    def visit_again(self, visitor: Visitor) -> Iterator[Visitor]:
        """The same person at another server for the group, which nobody has visited yet."""
        with serve(self.data, _secrets(self.data)) as address, closing(Visitor(address, visitor)) as again:
            yield again


@contextmanager
def serve_group(data: Path) -> Iterator[Group]:
    """A server that nobody has visited yet and that asks people to sign in."""
    with open_store(f"sqlite:///{data}/oeuvre.sqlite") as store, provide() as provider:
        library = store.libraries.create(OWNER, "Vision group")
        fill(store, library)
        dump = next(dump for dump in store.dumps.all(OWNER, library.id) if dump.removed is None).id[:16]
        views = (SavedView("timeline", "library=vision-group"), SavedView("papers", "author=songpei-xu"))
        board = store.dashboards.save(OWNER, library.id, Sketch("Our group", (Passage("What we did."), *views)))
        _, token = store.links.make(OWNER, board, datetime.now(UTC) + timedelta(days=7))
        (data / "secrets.toml").write_text(secrets_for(provider), encoding="utf-8")
        with serve(data, _secrets(data)) as address:
            yield Group(address, data, store, library, dump, board.address, token)


def fill(store: Store, library: Library) -> None:
    """The papers of the sample, one of its dumps put away, and a member in each role."""
    sample = next(sample for sample in sample_libraries() if sample.name == "profiles")
    uploads = [Upload(file.file, file.text.encode(), file.captured) for file in sample.files]
    assert [report.status for report in store.dumps.take_in(OWNER, library.id, uploads)] == ["kept", "kept"]
    away = next(dump.id for dump in load_sample("profiles") if dump.owner.name != "Songpei Xu")
    store.corrections.add(OWNER, library.id, Draft(Removed(), away))
    store.members.give(OWNER, library.id, "eddie@example.org", "editor")
    store.members.give(OWNER, library.id, "@dept.example.org", "reader")


@contextmanager
def provide() -> Iterator[str]:
    """The address of an identity provider, in a process of its own."""
    address = f"http://127.0.0.1:{(port := free_port())}"
    known = [{"sub": one.name, "name": one.name, "email": one.email, "email_verified": True} for one in PEOPLE]
    known.append({"sub": UNVERIFIED, "name": UNVERIFIED, "email": OWNER.email, "email_verified": False})
    users = [f"--user-claims={json.dumps(claims)}" for claims in known]
    process = subprocess.Popen(  # noqa: S603 - a test dependency
        [sys.executable, "-m", "oidc_provider_mock", f"--port={port}", *users],
        env=os.environ | {"AUTHLIB_INSECURE_TRANSPORT": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"{address}/jwks", lambda: process.poll() is None)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _secrets(data: Path) -> str:
    return f"--secrets.files={data / 'secrets.toml'}"


def secrets_for(provider: str) -> str:
    """What an operator writes into .streamlit/secrets.toml."""
    return (
        '[auth]\nredirect_uri = "http://127.0.0.1:{port}/oauth2callback"\n'
        'cookie_secret = "a secret that only this test knows"\nclient_id = "oeuvre"\nclient_secret = "secret"\n'
        f'server_metadata_url = "{provider}/.well-known/openid-configuration"\n'
    )
