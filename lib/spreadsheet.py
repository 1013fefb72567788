"""Frames as CSV that a spreadsheet opens without running any of it."""

import pandas as pd

_RISKY = tuple("=+-@＝＋－＠")  # what makes a spreadsheet take a cell for a formula (OWASP, CSV injection)


def to_csv(frame: pd.DataFrame) -> bytes:
    """The frame as UTF-8 CSV with a byte-order mark (Excel needs it); text that could run gets an apostrophe before it.

    Numbers stay numbers, negative ones too; a missing value is an empty cell; days are written YYYY-MM-DD.
    """
    safe = frame.rename(columns=harmless)
    for name in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[name]) and not pd.api.types.is_datetime64_any_dtype(safe[name]):
            safe[name] = safe[name].map(harmless, na_action="ignore")
    return safe.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\r\n").encode("utf-8-sig")


def harmless(cell: object) -> object:
    """The cell as it is, or with an apostrophe before it where a spreadsheet would take it for a formula."""
    if isinstance(cell, str) and (cell[:1] in {"\t", "\r", "\n"} or cell.lstrip().startswith(_RISKY)):
        return "'" + cell
    return cell
