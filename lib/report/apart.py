"""A report written by a process of its own: even that of a few papers takes over a second."""

from lib.opening.saved import open_saved
from lib.opening.wanted import Wanted
from lib.report import CHAPTERS, Reading, Report, make_report
from lib.report.story import tell_story
from lib.store import Dashboard
from lib.work import Order, Tell

NAME = "The report"  # what the process is called when it fails


def order_report(wanted: Wanted) -> Order:
    """The report of this part of a library, as `make_report` and `to_html` make it."""
    return Order(NAME, "lib.report", ("part", wanted.to_words()))


def order_story(dashboard: Dashboard, at: int, *, as_it_was: bool = False) -> Order:
    """The report of this version of a dashboard, as `tell_story` and `to_html` make it.

    `at` is the newest change of its library; it counts unless the dashboard is told as it was.
    """
    which = (dashboard.address, str(dashboard.version), "was" if as_it_was else str(at))
    return Order(NAME, "lib.report", ("dashboard", *which))


def write(kind: str, asked: tuple[str, ...], tell: Tell) -> Report:
    """Within the process: the report that the arguments of such an order ask for."""
    tell(0.0, "Reading the library")
    if kind == "part":
        library, part = Wanted.from_words(*asked).open()
        return make_report(Reading(library, part, lambda share, words: tell((1 + share) / CHAPTERS, words)), tell=tell)
    address, version, at = asked
    as_it_was = at == "was"
    saved = open_saved(address, int(version), as_it_was=as_it_was, at=None if as_it_was else int(at))
    return tell_story(saved, tell)
