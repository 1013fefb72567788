"""Networks kept between runs: read once for each part of a library that somebody looks at."""

import streamlit as st

from lib.corpus import Corpus
from lib.network import Network, read_network
from pages.shared.cached import without_picks
from pages.shared.view import View


def whole_network(view: View) -> Network:
    """The network of all papers that the filters leave, whatever was picked in a figure."""
    return _network(view.unpicked, view.corpus.id, str(without_picks(view.selection).to_query()))


def picked_network(view: View) -> Network:
    """The network of the papers that filters and picks leave."""
    return _network(view.shown, view.corpus.id, str(view.selection.to_query()))


@st.cache_resource(max_entries=16, show_spinner="Reading who writes with whom …")
def _network(_part: Corpus, corpus_id: str, link: str) -> Network:  # noqa: ARG001 - these are the key
    return read_network(_part.authorships, _part.papers)
