"""Networks of the papers that somebody looks at: of large libraries read and laid out outside the session."""

import pandas as pd

from lib.corpus.parts import name_part
from lib.network import Network
from lib.work import Frames
from lib.work.networks import to_network
from pages.shared.kept import network
from pages.shared.memory import once
from pages.shared.view import View
from pages.shared.work import compute

SMALL = 100  # people that are measured and placed in less than 0.3 s


def whole_network(view: View) -> Network:
    """The network of all papers that the filters leave, whatever was picked in a figure, and with it its graph."""
    return once(to_network, _graph(view, 1, ""))


def picked_network(view: View) -> Network:
    """The network of the papers that filters and picks leave."""
    return whole_network(view) if view.shown is view.unpicked else read_network(view)


def read_network(view: View) -> Network:
    """The same for a page that draws no graph."""
    return once(to_network, compute("network", once(name_part, view.shown, view.corpus), {}))


def located_people(view: View, drawn: Network, least: int, focus: str) -> pd.DataFrame:
    """The people that are `drawn` (lib.work.networks.to_draw), measured and in their places."""
    if len(drawn.people) <= SMALL:
        return network.locate_people(drawn)
    return _graph(view, least, focus)["located"]


def _graph(view: View, least: int, focus: str) -> Frames:
    return compute("graph", once(name_part, view.unpicked, view.corpus), {"least": least, "focus": focus})
