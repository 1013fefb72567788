"""A saved dashboard with the library that its views are drawn from, as it is or as it was when it was saved."""

from dataclasses import dataclass

from lib.opening.library import Opened
from lib.opening.part import read_link
from lib.selection.options import DASHBOARD
from lib.store import Dashboard, Difference, Store, alone, open_store
from lib.store.state import as_of


@dataclass(frozen=True, eq=False)
class Saved:
    """A dashboard and its library; `changed` is what differs from what was saved, None where nothing does."""

    dashboard: Dashboard
    library: Opened
    changed: Difference | None = None


def open_saved(link: str, version: int | None = None, *, as_it_was: bool = False) -> Saved:
    """The dashboard of this address or link, in its newest version or an earlier one.

    Raises:
        NotFoundError: there is none.
    """
    address = read_link(link).get(DASHBOARD) if "=" in link else link
    with open_store() as store:
        dashboard = store.dashboards.open(alone(), address, version)
        changed = None if as_it_was else store.dashboards.changed(alone(), dashboard)
        return Saved(dashboard, _library(store, dashboard, dashboard.change if as_it_was else None), changed)


def _library(store: Store, dashboard: Dashboard, at: int | None) -> Opened:
    name = store.libraries.get(alone(), dashboard.library_id).name
    log = as_of(store.corrections.log(alone(), dashboard.library_id), at)
    return Opened(name, store.frames.open_corpus(alone(), dashboard.library_id, at), log)
