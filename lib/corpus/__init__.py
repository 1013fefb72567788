"""Dumps -> Corpus: the tables of one library, their content id, and what was merged and why.

`build_corpus` is the whole of it: records become papers (same_papers), dumps become profiles (same_authors), both as
readers decided (decisions), and what could be one but is not proven stands in `merges` as suspected (suspects).
"""

from lib.corpus.build import build_corpus
from lib.corpus.decisions import Decision, Decisions, problem_key, read_decision
from lib.corpus.model import Corpus

__all__ = ["Corpus", "Decision", "Decisions", "build_corpus", "problem_key", "read_decision"]
