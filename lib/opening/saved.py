"""A saved dashboard with the library that its views are drawn from, as it is or as it was when it was saved."""

from dataclasses import dataclass

from lib.opening.library import Opened, open_stored
from lib.opening.part import read_link
from lib.selection.options import DASHBOARD
from lib.store import Dashboard, Difference, alone, open_store


@dataclass(frozen=True, eq=False)
class Saved:
    """A dashboard and its library; `changed` is what differs from what was saved, None where nothing does."""

    dashboard: Dashboard
    library: Opened
    changed: Difference | None = None


def open_saved(link: str, version: int | None = None, *, as_it_was: bool = False, at: int | None = None) -> Saved:
    """The dashboard of this address or link, in its newest version or an earlier one.

    Its library is as it is, or as it was when the dashboard was saved or, with `at`, after that change of it.

    Raises:
        NotFoundError: there is none.
    """
    address = read_link(link).get(DASHBOARD) if "=" in link else link
    with open_store() as store:
        dashboard = store.dashboards.open(alone(), address, version)
        changed = None if as_it_was else store.dashboards.changed(alone(), dashboard)
        library = store.libraries.get(alone(), dashboard.library_id)
        return Saved(dashboard, open_stored(store, library, dashboard.change if as_it_was else at), changed)
