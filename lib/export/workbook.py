"""A part of a library as an Excel workbook: papers, authors, scores, what each column means, and where it all is from.

Text is written as text: no cell is a formula or a link, whatever it begins with. What is missing is an empty cell.
"""

import io
from collections.abc import Mapping
from datetime import datetime

import numpy as np
import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lib import tables
from lib.corpus import Corpus
from lib.export.papers import list_papers
from lib.opening import Opened, Part, origin
from lib.schema.derived import column, label, view
from lib.work import Tell, untold

LONGEST = 32_767  # characters of a cell; Excel calls a file with more damaged
WIDEST = 60  # characters of a column; what is longer is seen when its cell is opened
_CUT = " … (cut: a cell holds no more)"
_EARLY = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel's days have no zone
SCORES = view(
    "scores", "a paper in a dump", "title", "page", "captured", "score", "rank", "file", "first_line", "last_line"
)


def to_excel(library: Opened, part: Part, tell: Tell = untold) -> bytes:
    """The workbook; the same bytes for the same part."""
    sheets = {
        "Papers": list_papers(part.shown),
        "Authors": tables.overview.authors(part.shown).drop(columns="profile_id"),
        "Scores": _scores(part.shown),
        "Dumps": origin.dumps(part.shown),
        "Corrections": origin.corrections(library),
    }
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties(
            {"title": library.title, "created": _EARLY if pd.isna(part.shown.as_of) else part.shown.as_of}
        )
        head, day = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd"})
        rows, done = sum(map(len, sheets.values())) + 1, 0
        for name, table in sheets.items():
            tell(0.1 + 0.7 * done / rows, f"Writing the sheet “{name}”: {len(table):,} rows")
            done += len(table)
            _fill(book.add_worksheet(name), table.rename(columns=label), head, day)
        _fill(book.add_worksheet("Columns"), _meanings(sheets), head, day)
        _fill(book.add_worksheet("About"), _about(library, part), head, day)
        tell(0.8, "Packing the workbook")
    return stream.getvalue()


def _scores(corpus: Corpus) -> pd.DataFrame:
    """Every score that a page shows, in each capture of it, oldest first."""
    rows = corpus.observations.dropna(subset=["score"]).rename(columns={"position": "rank"})
    rows = rows.merge(corpus.papers[["paper_id", "title"]], on="paper_id")
    rows = rows.merge(corpus.captures[["dump_id", "captured", "file", "profile_id"]], on="dump_id")
    rows = rows.assign(page=rows["profile_id"].map(corpus.labels))
    return SCORES.cast(rows.sort_values(["captured", "page", "dump_id", "rank"]).reset_index(drop=True))


def _meanings(sheets: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    known = {
        (name, found.label): found for name, table in sheets.items() for found in map(column, map(str, table)) if found
    }
    rows = [(name, title, found.unit, found.meaning, found.source) for (name, title), found in known.items()]
    return pd.DataFrame(rows, columns=["Sheet", "Column", "Unit", "Meaning", "Where it comes from"])


def _about(library: Opened, part: Part) -> pd.DataFrame:
    whole = f"{len(part.shown.papers):,} of {len(library.corpus.papers):,} papers of “{library.title}”."
    said = (whole, *origin.sentences(library, part), *part.missing)
    return pd.DataFrame({"About this file": list(said)})


def _fill(sheet: Worksheet, table: pd.DataFrame, head: Format, day: Format) -> None:
    """Write the table with its head, which stays in sight, and with filters."""
    for at, name in enumerate(table.columns):
        sheet.write_string(0, at, str(name), head)
        longest = max((len(str(value)) for value in table[name] if not pd.isna(value)), default=0)
        sheet.set_column(at, at, min(max(longest, len(str(name))) + 2, WIDEST))
    for row, values in enumerate(table.itertuples(index=False, name=None), start=1):
        for at, value in enumerate(values):
            _write(sheet, (row, at), value, day)
    sheet.freeze_panes(1, 0)
    if len(table):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)


def _write(sheet: Worksheet, place: tuple[int, int], value: object, day: Format) -> None:
    if value is None or value is pd.NA or value is pd.NaT or value != value:  # noqa: PLR0124 - NaN is not itself
        return
    if isinstance(value, bool | np.bool_):
        sheet.write_boolean(*place, bool(value))
    elif isinstance(value, int | float | np.number):
        sheet.write_number(*place, float(value))
    elif isinstance(value, datetime):
        sheet.write_datetime(*place, value, day)
    else:
        sheet.write_string(*place, _fitting(str(value)))


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - len(_CUT)] + _CUT
