"""The store: the only package that touches a database. It keeps what people bring and say; frames are derived from it.

    store                                       Store: the face, opened by `open_store`
    places, database, failures                  where it lives, how it is opened, what its failures mean
    tables, group_tables, versions, migrations  what it looks like, and how it came to be so
    people, rights, members                     who asks, the door of each library, who may enter
    libraries, belongings                       made, renamed, copied, deleted, brought back
    uploads, limits, intake, dumps, removals    files in, whole or not at all; and out, byte for byte
    corrections, checks                         the log that only grows
    state, difference, frames, kept             what a library holds or held, and its frames as Parquet
    blocks, dashboards, comments, links         what a group shares
    events                                      who did what; whether anything changed
    sealed, scratch, archives, outside          all of it in one file; files on this machine
    apart, whole                                what takes long, by a process of its own

Every call says who makes it, and is refused here if that person may not.
"""

from lib.store.blocks import Block, Passage, SavedView
from lib.store.comments import Comment
from lib.store.corrections import Draft, newest
from lib.store.dashboards import Dashboard, Sketch
from lib.store.difference import Difference
from lib.store.dumps import Original, StoredDump
from lib.store.events import Event
from lib.store.libraries import Library
from lib.store.links import Link, Shared
from lib.store.members import Member
from lib.store.people import Actor, Role, alone, signed_in
from lib.store.store import Store, open_store
from lib.store.uploads import DumpFacts, FileReport, Upload

__all__ = [
    "Actor",
    "Block",
    "Comment",
    "Dashboard",
    "Difference",
    "Draft",
    "DumpFacts",
    "Event",
    "FileReport",
    "Library",
    "Link",
    "Member",
    "Original",
    "Passage",
    "Role",
    "SavedView",
    "Shared",
    "Sketch",
    "Store",
    "StoredDump",
    "Upload",
    "alone",
    "newest",
    "open_store",
    "signed_in",
]
