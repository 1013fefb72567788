"""Where a dashboard is: its short address names it in links, and no library beside it."""

from dataclasses import replace

from lib.errors import StoreError
from lib.selection import Selection
from lib.selection.model import DEFAULT_LIBRARY
from lib.selection.options import AT, DASHBOARD, FIND, SHELF, VERSION
from pages.shared.stored import name_in_links, open_shared, visitor
from pages.shared.view import View


def placed(selection: Selection) -> tuple[Selection, tuple[str, ...]]:
    """The selection in the library of the dashboard that it names, and a sentence if that cannot be opened."""
    address = selection.get(DASHBOARD)
    if not address:
        return selection, ()
    try:
        dashboard = open_shared().dashboards.open(visitor(), address)
        library = open_shared().libraries.get(visitor(), dashboard.library_id)
    except StoreError as error:
        return without_dashboard(selection), (str(error),)
    return replace(selection, library=name_in_links(library)), ()


def without_dashboard(selection: Selection) -> Selection:
    """The same view without what only the Dashboards page reads in a link."""
    return selection.set(DASHBOARD, "").set(VERSION, 0).set(SHELF, SHELF.default).set(FIND, "")


def short(selection: Selection) -> Selection:
    """The same view as its link has it: beside a dashboard, no library."""
    return replace(selection, library=DEFAULT_LIBRARY) if selection.get(DASHBOARD) else selection


def to_dashboard(address: str, *, version: int = 0, at: int = 0) -> dict[str, list[str]]:
    """The parameters of the link to a dashboard: the library is found by the address."""
    return Selection().set(DASHBOARD, address).set(VERSION, version).set(AT, at).to_query()


def short_link(view: View, address: str) -> str:
    """The whole short address of a dashboard, for other people."""
    here = view.address.link.partition("?")[0].rstrip("/")
    return f"{here.removesuffix(f'/{view.page.name}')}/dashboards?dashboard={address}"
