"""The rows of profiles, captures, papers, observations and problems: the newest capture speaks, nothing is made up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from lib.corpus.decisions import Decisions, problem_key
from lib.corpus.entries import Entry
from lib.corpus.merged import Merged
from lib.corpus.years import date_of, same_day
from lib.dumps.model import Confidence, Dump, Header

Row = Mapping[str, object]
_SUREST: tuple[Confidence, ...] = ("reader", "header", "proven", "likely", "unknown")


def _figures(header: Header | None) -> Row:
    if header is None:
        return {}
    names = ("field", "h_index", "paper_count", "citations", "novelty", "ai_score")
    return {name: getattr(header, name) for name in names}


def profile_rows(merged: Merged) -> Iterator[Row]:
    """A row for each author; the header figures are those of the newest capture that shows a header."""
    for profile_id, pages in merged.profiles.items():
        headed = [page.dump for page in pages if page.dump.header]
        surest = min(reversed(pages), key=lambda page: _SUREST.index(page.dump.owner.confidence))
        yield {
            "profile_id": profile_id,
            "name": merged.names[profile_id],
            **_figures(headed[-1].header if headed else None),
            "captured": pages[-1].dump.captured,
            "header_captured": headed[-1].captured if headed else None,
            "owner_confidence": surest.dump.owner.confidence,
            "owner_reason": surest.dump.owner.reason,
        }


def capture_rows(merged: Merged) -> Iterator[Row]:
    """A row for each dump, with the header as it stood on that day."""
    for page, profile_id in zip(merged.pages, merged.profile_ids, strict=True):
        year = merged.years.get(page.dump.id, page.dump.year)
        yield {
            "dump_id": page.dump.id,
            "profile_id": profile_id,
            "captured": page.dump.captured,
            "name": page.dump.owner.name,
            **_figures(page.dump.header),
            "file": page.dump.file,
            "layout": page.dump.layout,
            "papers_read": len(page.dump.records),
            "owner_confidence": page.dump.owner.confidence,
            "owner_reason": page.dump.owner.reason,
            "year": year.year,
            "year_reason": year.reason,
        }


def paper_rows(merged: Merged) -> Iterator[Row]:
    """A row for each paper: the newest capture speaks, but for Code (any capture) and the authors (the longest list).

    An abstract, a category or a date that the newest capture lacks is taken from the newest that has one: they do not
    cease to be. A score is an observation of its day: if the newest day shows none, it is missing.
    """
    for paper_id, entries in merged.papers.items():
        day, inferred = _date(merged, entries)
        records = [entry.record for entry in reversed(entries)]
        badges = dict.fromkeys(badge for entry in entries for badge in entry.record.badges)
        yield {
            "paper_id": paper_id,
            "title": records[0].title,
            "abstract": next((record.abstract for record in records if record.abstract.strip()), None),
            "category": next((record.category for record in records if record.category), None),
            "date": day,
            "year_inferred": inferred,
            "score": _score(entries),
            "has_code": "Code" in badges,
            "badges": ", ".join(badges),
            "authors_complete": not longest(entries).record.more_authors,
        }


def longest(entries: Sequence[Entry]) -> Entry:
    """The entry with the longest author list ("et al." counts as one more), the newest of several."""
    return max(reversed(entries), key=lambda entry: len(entry.record.authors) + entry.record.more_authors)


def _score(entries: Sequence[Entry]) -> float | None:
    newest = [entry.record.score for entry in reversed(entries) if entry.dump.captured == entries[-1].dump.captured]
    return next((score for score in newest if score is not None), None)


def _date(merged: Merged, entries: Sequence[Entry]) -> tuple[date | None, bool]:
    """The newest capture's date and whether its year is inferred; the same day with its year elsewhere settles it."""
    dated = [(date_of(entry, merged.years), entry.record.year_shown) for entry in reversed(entries)]
    newest, shown = next(((day, shown) for day, shown in dated if day), (None, True))
    if newest is None or shown:
        return newest, False
    explicit = (day for day, year_shown in dated if day and year_shown and same_day(newest, day) is not None)
    settled = next(explicit, None)
    return settled or newest, settled is None


def observation_rows(merged: Merged) -> Iterator[Row]:
    """A row for each record: what the page showed of a paper on the day of its capture."""
    for entry, paper_id in zip(merged.entries, merged.paper_ids, strict=True):
        yield {
            "paper_id": paper_id,
            "dump_id": entry.dump.id,
            "position": entry.position,
            "date": date_of(entry, merged.years),
            "score": entry.record.score,
            "badges": ", ".join(entry.record.badges),
            "first_line": entry.record.lines.first,
            "last_line": entry.record.lines.last,
            "doubtful": entry.record.doubtful,
        }


def problem_rows(merged: Merged, decisions: Decisions) -> Iterator[Row]:
    """A row for each problem of a dump that no reader dismissed; doubtful records are a column of observations."""
    dismissed = set(decisions.pairs("problem", "dismissed"))
    for page in merged.pages:
        yield from _problems(page.dump, dismissed)


def _problems(dump: Dump, dismissed: Iterable[tuple[str, str]]) -> Iterator[Row]:
    for problem in dump.problems:
        if (dump.id, problem_key(problem)) not in dismissed:
            yield {
                "dump_id": dump.id,
                "file": dump.file,
                "line": problem.line,
                "found": problem.found,
                "expected": problem.expected,
                "severity": problem.severity,
            }
