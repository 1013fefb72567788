"""A dump as text again: from its own lines byte for byte, or from facts alone in either layout."""

from collections.abc import Iterator, Sequence

from lib.dumps.badge import MONTHS
from lib.dumps.lines import whole_lines
from lib.dumps.model import Dump, Header, Layout, Record, Span


def line_owners(dump: Dump) -> list[tuple[str, Span]]:
    """Which lines belong to "header", "record", "problem" and "chrome", in the order of the text.

    Every line of the dump is in exactly one of the spans.
    """
    owners = [("header", dump.header.lines)] if dump.header else []
    owners += [("record", record.lines) for record in dump.records]
    owners += [("problem", problem.unread) for problem in dump.problems if problem.unread]
    owners += [("chrome", span) for span in dump.chrome]
    return sorted(owners, key=lambda owner: owner[1].first)


def write(dump: Dump) -> str:
    """The text of the dump, put together from the lines of header, records, problems and chrome."""
    lines = whole_lines(dump.text)
    return "".join("".join(lines[span.first - 1 : span.last]) for _, span in line_owners(dump))


def render(header: Header | None, records: Sequence[Record], layout: Layout) -> str:
    """A dump made of facts alone, as the site would show it; like a browser's copy without a last line end.

    Years are left out where `year_shown` is false. Lines, splits and the records' own layouts play no part.
    """
    blank = "" if layout == "compact" else "\n"
    parts = [] if header is None else [_render_header(header, blank)]
    parts += [_render_record(record, blank) for record in records]
    return f"\n{blank}".join(parts)


def render_badge(record: Record) -> str:
    """The line above the record: score, category, date and badges without a space between them."""
    score = "" if record.score is None else f"{record.score:.1f}"
    if record.date is None:
        return f"{score}{record.category}"
    year = f", {record.date.year}" if record.year_shown else ""
    return f"{score}{record.category}{MONTHS[record.date.month - 1]} {record.date.day}{year}{''.join(record.badges)}"


def _render_header(header: Header, blank: str) -> str:
    top = [text for text in (header.name, header.field) if text]
    figures = "\n".join(_figures(header))
    listed = [] if header.listed is None else [f"{header.listed} {_plural(header.listed, 'Paper')}"]
    middle = "\n".join([top[-1], figures]) if top and figures else figures or "".join(top[-1:])
    return f"\n{blank}".join([*top[:-1], middle, *listed] if middle else [*top[:-1], *listed])


def _figures(header: Header) -> Iterator[str]:
    if header.h_index is not None:
        yield f"h-index{header.h_index}"
    if header.paper_count is not None:
        yield f"{header.paper_count}{_plural(header.paper_count, 'paper')}"
    if header.citations is not None:
        yield f"{header.citations}{_plural(header.citations, 'citation')}"
    if header.novelty is not None:
        yield f"Novelty{header.novelty}%"
    if header.ai_score is not None:
        yield f"AI Score{header.ai_score}"


def _plural(count: int, word: str) -> str:
    return word if count == 1 else f"{word}s"


def _render_record(record: Record, blank: str) -> str:
    authors = ", ".join(record.authors) + (" et al." if record.more_authors else "")
    head = f"{record.title}\n\n{authors}" if blank else f"{record.title}{authors}"
    abstract = record.abstract.replace("\n", f"\n{blank}")
    return f"{render_badge(record)}\n{head}" + (f"\n{blank}{abstract}" if abstract else "")
