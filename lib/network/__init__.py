"""Who writes with whom: authorships -> people, ties and the papers they are made of.

Every step gives a new Network: `read_network` reads all of it, `keep_close_ties`, `keep_around` and `keep_largest` make
it smaller and say what they left out, `measure_people`, `find_communities`, `place_people` and `find_path` answer about
what is left. The order of rows never matters.
"""

from lib.network.layout import locate_people, place_people
from lib.network.measure import BETWEENNESS_UP_TO, find_communities, measure_people
from lib.network.model import JOINT, PEOPLE, TIES, Network
from lib.network.paths import Path, find_path
from lib.network.read import identify_people, read_network
from lib.network.views import DRAWABLE, keep_around, keep_close_ties, keep_largest

__all__ = [
    "BETWEENNESS_UP_TO",
    "DRAWABLE",
    "JOINT",
    "PEOPLE",
    "TIES",
    "Network",
    "Path",
    "find_communities",
    "find_path",
    "identify_people",
    "keep_around",
    "keep_close_ties",
    "keep_largest",
    "locate_people",
    "measure_people",
    "place_people",
    "read_network",
]
