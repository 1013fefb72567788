"""Titles and abstracts -> words -> term counts: made once per library, used by topics, search and comparison alike.

In reading order: `clean` takes out what is not prose, `stopwords` are the words that tell nothing, `tokens` reads
words in their order, `terms` and `phrases` count them, `counts` is what a library keeps and `kept` how.
"""

from lib.text.clean import clean
from lib.text.counts import Counts, count_terms
from lib.text.kept import load_counts, save_counts
from lib.text.stopwords import FILLERS, GENERIC, STOP_WORDS
from lib.text.terms import Terms

__all__ = ["FILLERS", "GENERIC", "STOP_WORDS", "Counts", "Terms", "clean", "count_terms", "load_counts", "save_counts"]
