"""Who writes with whom."""

from lib.selection.options import FOCUS, MIN_JOINT, TO
from lib.work.networks import to_draw
from pages.shared import in_view
from pages.shared.frame import open_page, show
from pages.shared.kept import charts, network, tables, words
from pages.shared.memory import once
from pages.shared.networks import located_people, picked_network, whole_network

view = open_page("Network")
whole = whole_network(view)
names = {str(person): str(name) for person, name in whole.names.items()}
focus, to = view.one_of(FOCUS, names, "Everyone"), view.one_of(TO, names, "Nobody")
least = view.number(MIN_JOINT, (1, int(whole.ties["papers"].max() if len(whole.ties) else 1)), 1)

if focus and to:
    chain = network.find_path(whole, focus, to)
    steps = tables.network.path(chain, whole, view.corpus.papers)
    show(charts.network.path(steps), steps, words.network.path(steps, chain, whole))

drawn = once(to_draw, whole, least, focus)
people = tables.network.graph(located_people(view, drawn, least, focus))
show(charts.network.graph(people, drawn.ties), people, words.network.graph(people, drawn), picks="person")

pairs = tables.network.ties(network.keep_close_ties(picked_network(view), least))
show(charts.network.ties(pairs), pairs, words.network.ties(pairs))
in_view.draw(view)
