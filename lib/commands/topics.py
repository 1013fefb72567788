"""`topics`: what the papers of dumps or of a table are about, as JSON for scripts or as a summary for people."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click
import orjson

from lib.errors import InputError
from lib.text import count_terms
from lib.topics import NO_TOPIC, Topics, WeightedTerm, fit_topics, paper_terms
from lib.topics.sources import Source, read_papers

_TERMS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class TopicDocument:
    """One topic as other programs read it; `stability` is null where there is one topic only."""

    topic: int
    label: str
    size: int
    stability: float | None
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicsDocument:
    """All of it; `labels` has one topic number for each row of the input, in its order, 0 for a row without a topic."""

    k: int
    why_k: str
    seed: int
    topics: tuple[TopicDocument, ...]
    labels: tuple[int, ...]


@click.command(epilog="Example: python -m lib topics papers.parquet --k 5 --json")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="FILE…")
@click.option("--k", type=click.IntRange(min=1), help="How many topics; a number is suggested where it is left out.")
@click.option("--seed", type=click.IntRange(min=0, max=2**32 - 1), default=0, show_default=True, help="Of all chance.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document with a topic number for each row.")
@click.option(
    "--captured",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day on which the pages were copied; today where it is left out.",
)
def command(files: tuple[Path, ...], k: int | None, seed: int, captured: datetime | None, *, as_json: bool) -> None:
    """Find topics: FILE is a profile dump, a folder of them, or a CSV or Parquet table with title and abstract.

    Rows of a table, and records of dumps, get one topic number each, in their order, counted from 1; 0 is a row that
    shares no word with any other. Fewer than ten papers are not clustered: all of them have topic 1.
    """
    day = captured.date() if captured else date.today()  # noqa: DTZ011 - the day on the reader's own calendar
    source = read_papers(files, captured=day)
    if not source.rows:
        raise InputError(f"{', '.join(map(str, files))}: there are no papers to find topics in.")
    counts = count_terms(source.papers)
    topics = fit_topics(counts, k=k, seed=seed)
    if as_json:
        click.echo(orjson.dumps(_document(source, topics), option=orjson.OPT_INDENT_2))
        return
    for line in _summary(topics):
        click.echo(line)
    if not topics.is_clustered:
        titles = source.papers.set_index("paper_id")["title"]
        for paper_id, terms in paper_terms(counts).items():
            click.echo(f"   {titles[paper_id]}: {_join(terms)}")


def _document(source: Source, topics: Topics) -> TopicsDocument:
    number = topics.papers.set_index("paper_id")["topic"].fillna(NO_TOPIC).astype(int).to_dict()
    found = tuple(
        TopicDocument(
            topic.number,
            topic.label,
            topic.papers,
            None if topic.stability is None else round(topic.stability, 4),
            tuple(term.term for term in topic.terms),
        )
        for topic in topics.topics
    )
    return TopicsDocument(topics.k, topics.why_k, topics.seed, found, tuple(number[row] for row in source.rows))


def _summary(topics: Topics) -> list[str]:
    lines = [topics.why_k]
    for topic in topics.topics:
        stability = "" if topic.stability is None else f", stability {topic.stability:.2f}"
        unstable = " (unstable: it does not hold when papers are left out)" if topic.is_unstable else ""
        papers = f"{topic.papers:,} paper{'' if topic.papers == 1 else 's'}"
        lines.append(f"{topic.number:>2} {topic.label}: {papers}{stability}{unstable}")
        lines.append(f"   {_join(topic.terms)}")
    return lines


def _join(terms: tuple[WeightedTerm, ...]) -> str:
    return ", ".join(term.term for term in terms[:_TERMS_SHOWN]) or "no telling words"
