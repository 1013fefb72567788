"""What a made-up dump really says, as a line of JSON: for scoring how dumps are parsed and topics are found."""

import orjson

from lib.synth.group import SynthDump, SynthPaper

_FIGURES = ("name", "field", "h_index", "paper_count", "citations", "novelty", "ai_score")


def describe_truth(dump: SynthDump) -> bytes:
    """A line of JSON (with its newline): file, layout, captured, owner, header, and the papers with their topics."""
    header = {figure: getattr(dump.header, figure) for figure in _FIGURES} if dump.header else None
    line = {
        "file": dump.file,
        "layout": dump.layout,
        "captured": dump.captured,
        "owner": dump.owner,
        "header": header,
        "papers": [_paper(paper) for paper in dump.papers],
    }
    return orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)


def _paper(paper: SynthPaper) -> dict[str, object]:
    record = paper.record
    return {
        "number": paper.number,
        "field": paper.field,
        "topic": paper.topic,
        "title": record.title,
        "authors": record.authors,
        "more_authors": record.more_authors,
        "category": record.category,
        "date": record.date,
        "year_shown": record.year_shown,
        "score": record.score,
        "badges": record.badges,
        "abstract": record.abstract,
    }
