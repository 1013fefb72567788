"""The chain between two people where the link names them, who writes with whom, and the closest pairs."""

from collections.abc import Iterator

from lib import charts, tables, words
from lib.network import Network, find_path, keep_close_ties, locate_people
from lib.report.model import Block, block
from lib.report.picked import show_picked
from lib.report.reading import Reading
from lib.selection.options import FOCUS, MIN_JOINT, TO
from lib.work.networks import to_draw


def blocks(reading: Reading) -> Iterator[Block]:
    """What the page Network shows."""
    whole = reading.unpicked_network
    focus, to = (_known(whole, reading.selection.get(option)) for option in (FOCUS, TO))
    least = _least(whole, reading.selection.get(MIN_JOINT))
    if focus and to:
        chain = find_path(whole, focus, to)
        steps = tables.network.path(chain, whole, reading.corpus.papers)
        yield block(charts.network.path(steps), steps, words.network.path(steps, chain, whole))
    drawn = to_draw(whole, least, focus)
    people = tables.network.graph(locate_people(drawn))
    graph = block(charts.network.graph(people, drawn.ties), people, words.network.graph(people, drawn))
    yield show_picked(reading, "person", graph)
    pairs = tables.network.ties(keep_close_ties(reading.network, least))
    yield block(charts.network.ties(pairs), pairs, words.network.ties(pairs))


def _known(whole: Network, person: str) -> str:
    """The person where the network has them; "" for somebody whom nobody knows."""
    return person if person in whole.names.index else ""


def _least(whole: Network, asked: int) -> int:
    """The papers together that the link asks for, or the most that any two have."""
    return max(1, min(asked, int(whole.ties["papers"].max()) if len(whole.ties) else 1))
