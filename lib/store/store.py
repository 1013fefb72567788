"""The face of the store: one object, with what can be done grouped by what it is done to."""

from types import TracebackType

from lib.store.archives import Archives
from lib.store.comments import Comments
from lib.store.corrections import Corrections
from lib.store.dashboards import Dashboards
from lib.store.database import Database
from lib.store.dumps import Dumps
from lib.store.events import Events
from lib.store.frames import Frames
from lib.store.libraries import Libraries
from lib.store.links import Links
from lib.store.members import Members
from lib.store.places import data_folder, database_url
from lib.store.versions import migrate


class Store:
    """Everything that is kept, in one database; may be shared by threads, and by processes that each open their own."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.libraries = Libraries(database)
        self.dumps = Dumps(database)
        self.corrections = Corrections(database)
        self.archives = Archives(database)
        self.events = Events(database)
        self.frames = Frames(database, data_folder() / "frames")
        self.members = Members(database)
        self.dashboards = Dashboards(database)
        self.comments = Comments(database)
        self.links = Links(database, self.frames)

    def close(self) -> None:
        """Lets go of the database."""
        self.database.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(url: str | None = None) -> Store:
    """The store at `url`, by default where the environment says; made, or brought up to date, if need be.

    Raises:
        StoreError: it cannot be opened; the message says why and what to do.
    """
    store = Store(Database(database_url(url)))
    try:
        migrate(store.database)
        store.libraries.purge()
    except BaseException:
        store.close()
        raise
    return store
