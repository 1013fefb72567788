"""Dumps -> Corpus: the tables of one library, their content id, and what was merged and why."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, eq=False)
class Corpus:
    """The checked frames of one library (lib/schema.py has their columns); `id` is the hash of their content."""

    id: str
    profiles: pd.DataFrame
    captures: pd.DataFrame
    papers: pd.DataFrame
    authorships: pd.DataFrame
    observations: pd.DataFrame
    problems: pd.DataFrame
    merges: pd.DataFrame
