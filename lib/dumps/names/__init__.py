"""Splitting a line in which a paper's title and its author list are glued together.

`A Model for Search and ReasoningAda Lovelace, Bo Li, Cy Young et al.` hides one question: where does author one
start (and, without "et al.", how many authors are there)? Every answer that the line allows is a hypothesis; the
evidence for and against each is weighed, and the share of the probability that the best one gets is the confidence.

    lists       what an author list on a line of its own looks like
    shape       what a word looks like: initial, particle, camel case, …
    hypotheses  every place where author one could start
    knowledge   the names that the dump itself teaches
    words       the words that its abstracts know
    title_evidence, name_evidence   what speaks for and against one hypothesis
    weights     how much each piece of evidence counts, and where these figures come from
    split       all of it together, for all heads of a dump at once
"""

from lib.dumps.names.lists import is_author_list, read_author_list
from lib.dumps.names.split import Head, HeadSplit, split_heads

__all__ = ["Head", "HeadSplit", "is_author_list", "read_author_list", "split_heads"]
