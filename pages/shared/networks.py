"""Networks of the papers that somebody looks at: of large libraries read and laid out outside the session."""

import pandas as pd

from lib.corpus import Corpus
from lib.corpus.parts import name_part
from lib.network import Network
from lib.work.networks import to_network
from pages.shared.memory import once
from pages.shared.view import View
from pages.shared.work import compute


def whole_network(view: View) -> Network:
    """The network of all papers that the filters leave, whatever was picked in a figure."""
    return _network(once(name_part, view.unpicked, view.corpus))


def picked_network(view: View) -> Network:
    """The network of the papers that filters and picks leave."""
    return _network(once(name_part, view.shown, view.corpus))


def placed_people(view: View, least: int, focus: str) -> pd.DataFrame:
    """The people of `lib.work.networks.to_draw`, measured and in their places (lib/tables/network.py)."""
    part = once(name_part, view.unpicked, view.corpus)
    return compute("graph", part, {"least": least, "focus": focus})["graph"]


def _network(part: Corpus) -> Network:
    return once(to_network, compute("network", part, {}))
