"""Which formats papers can be taken away in: one line each, and every place that offers them follows."""

import io
from collections.abc import Callable
from dataclasses import dataclass

from lib.corpus import Corpus
from lib.export.bibtex import to_bibtex
from lib.export.document import to_json
from lib.export.papers import list_papers
from lib.spreadsheet import to_csv


@dataclass(frozen=True)
class Format:
    """One format: its name on the command line, what a reader calls it, the file's ending and kind, and who writes."""

    name: str
    label: str
    ending: str
    mime: str
    write: Callable[[Corpus], bytes]


def _bibtex(corpus: Corpus) -> bytes:
    return to_bibtex(corpus).encode("utf-8")


def _csv(corpus: Corpus) -> bytes:
    return to_csv(list_papers(corpus))


def _parquet(corpus: Corpus) -> bytes:
    stream = io.BytesIO()
    list_papers(corpus).to_parquet(stream, index=False)
    return stream.getvalue()


FORMATS = {
    each.name: each
    for each in (
        Format("bibtex", "BibTeX", "bib", "application/x-bibtex", _bibtex),
        Format("csv", "CSV", "csv", "text/csv", _csv),
        Format("json", "JSON", "json", "application/json", to_json),
        Format("parquet", "Parquet", "parquet", "application/vnd.apache.parquet", _parquet),
    )
}
