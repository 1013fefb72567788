"""The store: the only package that touches a database. It keeps what people bring and say; frames are derived from it.

    store       Store: the face, opened by `open_store`
    places, database, failures, versions, migrations, tables     where it lives, how it is opened, what it looks like
    people, rights                                               who asks, and the door of each library
    libraries                                                    made, renamed, copied, deleted, brought back
    uploads, limits, intake, dumps, removals                     files in, whole or not at all; and out, byte for byte
    corrections                                                  the log that only grows

Every call says who makes it, and is refused here if that person may not.
"""

from lib.store.corrections import Draft, newest
from lib.store.dumps import StoredDump
from lib.store.libraries import Library
from lib.store.people import Actor, Role, alone
from lib.store.store import Store, open_store
from lib.store.uploads import FileReport, Upload

__all__ = [
    "Actor",
    "Draft",
    "FileReport",
    "Library",
    "Role",
    "Store",
    "StoredDump",
    "Upload",
    "alone",
    "newest",
    "open_store",
]
