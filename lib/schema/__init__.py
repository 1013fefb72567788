"""Tables and columns: type, unit, label, meaning and source of everything that Oeuvre computes with.

One truth for the checks on frames, the titles of axes and the glossary on screen. A frame is called by what
one row of it is (`papers`), and nothing depends on what pandas would guess of a dtype.
"""

from lib.schema.library import AUTHORSHIPS, CAPTURES, MERGES, OBSERVATIONS, PAPERS, PROBLEMS, PROFILES, TABLES
from lib.schema.table import Column, Dtype, Severity, Table

__all__ = [
    "AUTHORSHIPS",
    "CAPTURES",
    "MERGES",
    "OBSERVATIONS",
    "PAPERS",
    "PROBLEMS",
    "PROFILES",
    "TABLES",
    "Column",
    "Dtype",
    "Severity",
    "Table",
]
