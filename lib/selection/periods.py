"""Periods as links write them: 2024, 2024-Q1, 2024-03 or 2024-03-18."""

import re

import pandas as pd

_PERIOD = re.compile(r"(\d{4})(?:-Q([1-4])|-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def read_period(text: str) -> pd.Period | None:
    """The year, quarter, month or day that the text names, or None."""
    found = _PERIOD.fullmatch(text)
    if not found:
        return None
    year, quarter, _, day = found.groups()
    try:
        if quarter:
            return pd.Period(f"{year}Q{quarter}", freq="Q")
        return pd.Period(text, freq="D" if day else ("M" if found[3] else "Y"))
    except ValueError:  # a month 13, a 30 February
        return None
