"""Who writes with whom."""

from lib import charts, tables, words
from lib.network import find_path, keep_around, keep_close_ties, keep_largest
from lib.selection.options import FOCUS, MIN_JOINT, TO
from pages.shared.frame import open_page, show
from pages.shared.networks import picked_network, whole_network

view = open_page("Network")
whole = whole_network(view)
names = {str(person): str(name) for person, name in whole.names.items()}
focus, to = view.one_of(FOCUS, names, "Everyone"), view.one_of(TO, names, "Nobody")
least = view.number(MIN_JOINT, (1, int(whole.ties["papers"].max() if len(whole.ties) else 1)), 1)

if focus and to:
    chain = find_path(whole, focus, to)
    steps = tables.network.path(chain, whole, view.corpus.papers)
    show(charts.network.path(steps), steps, words.network.path(steps, chain, whole))

near = keep_around(whole, focus) if focus else whole
drawn = keep_largest(keep_close_ties(near, least))
people = tables.network.graph(drawn)
show(charts.network.graph(people, drawn.ties), people, words.network.graph(people, drawn), picks="person")

pairs = tables.network.ties(keep_close_ties(picked_network(view), least))
show(charts.network.ties(pairs), pairs, words.network.ties(pairs))
