"""What the Library page lists: libraries, files that come in, the dumps that are here, and the log of corrections."""

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from lib.arrow import sort_rows
from lib.corpus import Corpus
from lib.corrections import Correction
from lib.corrections.words import describe
from lib.schema.derived import view
from lib.store import FileReport, Library, StoredDump

LIBRARIES = view("libraries", "a library", "called", "files", "size", "added", "added_by")
_READ = ("page", "owner_confidence", "papers_read", "doubts", "unread", "captured", "layout")
INCOMING = view("incoming", "a dump that comes in", "file", "status", *_READ, "first_day", "last_day", "encoding",
                "message", "owner_reason")  # fmt: skip
HOLDINGS = view("holdings", "a dump that is here", "file", "status", *_READ, "added", "added_by", "owner_reason",
                "dump_id")  # fmt: skip
LOG = view("log", "a correction", "at", "by", "file", "first_line", "said", "why", "counts")
PAIRS = view(
    "pairs", "two that are or may be one", "state", "kind", "what", "other_what", "where", "reason", "kept", "other"
)
_UNKNOWN = "unknown author"


def libraries(found: Iterable[Library]) -> pd.DataFrame:
    """A row for each library with its files and their bytes."""
    return LIBRARIES.frame(
        {
            "called": library.name,
            "files": library.files,
            "size": library.size,
            "added": _second(library.created_at),
            "added_by": library.created_by,
        }
        for library in found
    )


def incoming(reports: Iterable[tuple[FileReport, str]]) -> pd.DataFrame:
    """A row for each dump of each file that comes in, or for the file alone where nothing could be read.

    Each report comes with the status to show for it.
    """
    return INCOMING.frame(row for report, status in reports for row in _incoming(report, status))


def _incoming(report: FileReport, status: str) -> Iterator[Mapping[str, object]]:
    file = {"file": report.file, "status": status, "encoding": report.encoding, "message": report.message}
    for facts in report.dumps:
        yield {
            **file,
            "page": facts.owner.name or _UNKNOWN,
            "owner_confidence": facts.owner.confidence,
            "owner_reason": facts.owner.reason,
            "layout": facts.layout,
            "captured": facts.captured,
            "papers_read": facts.papers,
            "doubts": facts.doubtful,
            "unread": facts.problems,
            "first_day": facts.first,
            "last_day": facts.last,
        }
    if not report.dumps:
        yield file


def holdings(corpus: Corpus, dumps: Iterable[StoredDump] | None = None) -> pd.DataFrame:
    """A row for each dump: those with doubts or problems first; `dumps` also lists those that were put away."""
    rows = corpus.captures.assign(page=corpus.captures["name"].fillna(_UNKNOWN), status="in the library")
    rows = rows.set_index("dump_id").assign(
        doubts=corpus.observations.groupby("dump_id")["doubtful"].sum().astype("Int64"),
        unread=corpus.problems[corpus.problems["severity"] == "problem"].groupby("dump_id").size(),
        added=None,
        added_by=None,
    )
    rows[["doubts", "unread"]] = rows[["doubts", "unread"]].fillna(0)
    if dumps is not None:
        rows = _with_removed(rows, list(dumps))
    rows = rows.rename_axis("dump_id").reset_index()
    rows = rows.assign(open=rows["doubts"].fillna(0) + rows["unread"].fillna(0))
    order = {"open": False, "page": True, "captured": True, "file": True}
    return HOLDINGS.cast(rows.sort_values(list(order), ascending=list(order.values())))


def _with_removed(rows: pd.DataFrame, dumps: list[StoredDump]) -> pd.DataFrame:
    """The rows with who brought each dump and when, and rows for those that were put away."""
    known = {dump.id: dump for dump in dumps}
    rows = rows.reindex(list(known))
    rows["added"] = [_second(dump.added_at) for dump in dumps]
    rows["added_by"] = [dump.added_by for dump in dumps]
    away = rows["status"].isna()
    rows.loc[away, "status"] = "put away"
    rows.loc[away, "file"] = [known[str(dump_id)].file for dump_id in rows.index[away]]
    rows.loc[away, "captured"] = [pd.Timestamp(known[str(dump_id)].captured) for dump_id in rows.index[away]]
    return rows


def log(entries: Iterable[Correction], files: Mapping[str, str]) -> pd.DataFrame:
    """A row for each correction, newest first; `files` names the file of each dump."""
    return LOG.frame(
        {
            "at": _second(entry.at),
            "by": entry.by,
            "file": files.get(entry.dump_id or ""),
            "first_line": entry.line,
            "said": describe(entry.change),
            "why": entry.why or None,
            "counts": "counts" if entry.undone_by is None else "undone",
        }
        for entry in sorted(entries, key=lambda entry: -entry.number)
    )


def _second(moment: object) -> pd.Timestamp:
    """The moment in UTC without its zone, in whole seconds, as frames have it."""
    found = pd.Timestamp(moment)  # type: ignore[arg-type]  # a datetime, or what pandas reads as one
    return found.tz_localize(None).floor("s") if found.tz else found.floor("s")


def names(corpus: Corpus) -> "pd.Series[str]":
    """The title of each paper and what to call each profile, by their ids."""
    known = dict(zip(corpus.papers["paper_id"], corpus.papers["title"], strict=True)) | corpus.labels.to_dict()
    return pd.Series(known, dtype="string")


def pairs(corpus: Corpus) -> pd.DataFrame:
    """What may be one, then what was taken for one, each with its evidence."""
    rows = corpus.merges
    rows = rows.assign(what=corpus.call(rows["kept"]).fillna(rows["kept"]), other_what=corpus.call(rows["other"]))
    rows["where"] = rows["dump_id"].map(corpus.captures.set_index("dump_id")["file"])
    unlisted = (rows["state"] == "suspected") & rows["other_what"].isna()
    rows["other_what"] = rows["other_what"].mask(unlisted, rows["other"])
    return PAIRS.cast(sort_rows(rows, ["state", "kind", "what", "other"], falling=["state"]))
