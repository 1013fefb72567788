"""Readers' corrections: typed changes that stand beside the untouched text and are made again after each reading.

    changes     what can be corrected, and its JSON
    targets     what a correction is about: a key that survives a better parser
    apply       Dump + corrections -> Dump

The log that keeps them is lib/store/corrections.py.
"""

from lib.corrections.apply import apply_corrections, capture_day
from lib.corrections.changes import (
    Accepted,
    Category,
    Change,
    Correction,
    Dated,
    Dropped,
    Heading,
    Recaptured,
    RecordChange,
    Removed,
)
from lib.corrections.targets import Target, record_targets, target_of

__all__ = [
    "Accepted",
    "Category",
    "Change",
    "Correction",
    "Dated",
    "Dropped",
    "Heading",
    "Recaptured",
    "RecordChange",
    "Removed",
    "Target",
    "apply_corrections",
    "capture_day",
    "record_targets",
    "target_of",
]
