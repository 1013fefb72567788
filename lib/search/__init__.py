"""Search over titles, abstracts and authors: a query that says itself, answers ranked by BM25, matches as ranges.

    words all of them, `OR` between two for either, "words in a row", -without
    author:verne  title:graph  year:2019..2023  category:LG  topic:speech  has:code  has:score

`parse_query` reads what was typed and never fails; `build_index` makes once what `search` needs; `find_highlights` says
where the matches stand in a text as written, so that nobody needs HTML to mark them.
"""

from lib.search.bm25 import K1, B, bm25
from lib.search.find import Found, search
from lib.search.index import AUTHOR_WEIGHT, TITLE_WEIGHT, SearchIndex, build_index
from lib.search.parse import parse_query
from lib.search.patterns import find_highlights, find_name_highlights
from lib.search.positions import Positions
from lib.search.query import FIELDS, HAS, Clause, Query
from lib.search.texts import Texts, read_texts

__all__ = [
    "AUTHOR_WEIGHT",
    "FIELDS",
    "HAS",
    "K1",
    "TITLE_WEIGHT",
    "B",
    "Clause",
    "Found",
    "Positions",
    "Query",
    "SearchIndex",
    "Texts",
    "bm25",
    "build_index",
    "find_highlights",
    "find_name_highlights",
    "parse_query",
    "read_texts",
    "search",
]
