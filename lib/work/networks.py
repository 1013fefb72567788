"""Who writes with whom in a large library: read, measured and laid out outside the page, and handed over as frames."""

import pandas as pd

from lib.corpus import Corpus
from lib.network import Network, keep_around, keep_close_ties, keep_largest, locate_people, read_network
from lib.work.kept import Frames
from lib.work.tasks import Params, Tell


def network_frames(corpus: Corpus, params: Params, tell: Tell) -> dict[str, pd.DataFrame]:  # noqa: ARG001 - a Function
    """The network of all people of the corpus: frames `people`, `ties`, `joint` and `size`, for `to_network`."""
    tell(0.3, "Reading who writes with whom")
    found = read_network(corpus.authorships, corpus.papers)
    size = pd.DataFrame({"papers": [found.papers], "hiding": [found.hiding]})
    return {"people": found.people, "ties": found.ties, "joint": found.joint, "size": size}


def to_network(frames: Frames) -> Network:
    """The network that `network_frames` handed over."""
    papers, hiding = (int(frames["size"][column].iloc[0]) for column in ("papers", "hiding"))
    return Network(frames["people"], frames["ties"], frames["joint"], papers, hiding)


def graph_frames(corpus: Corpus, params: Params, tell: Tell) -> dict[str, pd.DataFrame]:
    """The frames of `network_frames`, and `located`: the people in a figure, measured and in their places.

    Params: `least` papers together, and `focus`, the person around whom they are ("" for everyone).
    """
    frames = network_frames(corpus, params, tell)
    tell(0.6, "Finding a place for each person")
    drawn = to_draw(to_network(frames), int(params.get("least") or 1), str(params.get("focus") or ""))
    return {**frames, "located": locate_people(drawn)}


def to_draw(whole: Network, least: int, focus: str) -> Network:
    """What a figure shows of the network: ties of `least` papers and more, around `focus`, and no more than it can."""
    near = keep_around(whole, focus) if focus else whole
    return keep_largest(keep_close_ties(near, least))
