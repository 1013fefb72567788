"""Frames as CSV that a spreadsheet opens without running any of it."""

import pandas as pd

_RISKY = tuple("=+-@＝＋－＠")  # what makes a spreadsheet take a cell for a formula (OWASP, CSV injection)
_BREAKS = ("\t", "\r", "\n")


def to_csv(frame: pd.DataFrame) -> bytes:
    """The frame as UTF-8 CSV with a byte-order mark (Excel needs it); text that could run gets an apostrophe before it.

    Numbers stay numbers, negative ones too; a missing value is an empty cell; days are written YYYY-MM-DD.
    """
    safe = frame.set_axis(_harmless(pd.Series(frame.columns, dtype="string")), axis=1)
    for name in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[name]) and not pd.api.types.is_datetime64_any_dtype(safe[name]):
            safe[name] = _harmless(safe[name].astype("string"))
    return safe.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\r\n").encode("utf-8-sig")


def _harmless(cells: "pd.Series[str]") -> "pd.Series[str]":
    """The cells as they are, with an apostrophe before those that a spreadsheet would take for a formula."""
    risky = cells.str.startswith(_BREAKS) | cells.str.lstrip().str.startswith(_RISKY)
    return cells.where(~risky.fillna(value=False), "'" + cells)
