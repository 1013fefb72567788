"""Which formats papers can be taken away in: one line each, and every place that offers them follows."""

import io
from dataclasses import dataclass
from typing import Protocol

from lib.export.bibtex import to_bibtex
from lib.export.document import to_json
from lib.export.papers import list_papers
from lib.export.workbook import to_excel
from lib.opening import Opened, Part
from lib.spreadsheet import to_csv
from lib.work import Tell, untold


class Write(Protocol):
    """Writes papers, and says meanwhile how far it is where that takes longer than the start of a process."""

    def __call__(self, library: Opened, part: Part, tell: Tell = untold) -> bytes:
        """The file."""


@dataclass(frozen=True)
class Format:
    """One format: its name on the command line, what a reader calls it, the file's ending and kind, and who writes.

    Up to `quick` papers are written in less than 0.3 s.
    """

    name: str
    label: str
    ending: str
    mime: str
    write: Write
    quick: int


def _bibtex(library: Opened, part: Part, tell: Tell = untold) -> bytes:  # noqa: ARG001 - a format may look at the library
    return to_bibtex(part.shown, tell).encode("utf-8")


def _csv(library: Opened, part: Part, tell: Tell = untold) -> bytes:  # noqa: ARG001
    return to_csv(list_papers(part.shown))


def _json(library: Opened, part: Part, tell: Tell = untold) -> bytes:  # noqa: ARG001
    return to_json(part.shown)


def _parquet(library: Opened, part: Part, tell: Tell = untold) -> bytes:  # noqa: ARG001
    stream = io.BytesIO()
    list_papers(part.shown).to_parquet(stream, index=False)
    return stream.getvalue()


_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    each.name: each
    for each in (
        Format("bibtex", "BibTeX", "bib", "application/x-bibtex", _bibtex, 400),
        Format("excel", "Excel", "xlsx", _EXCEL, to_excel, 300),
        Format("csv", "CSV", "csv", "text/csv", _csv, 1_500),
        Format("json", "JSON", "json", "application/json", _json, 1_000),
        Format("parquet", "Parquet", "parquet", "application/vnd.apache.parquet", _parquet, 3_000),
    )
}
