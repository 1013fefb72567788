"""From dumps to the frames of one library, step by step."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lib.corpus.authorships import authorship_rows
from lib.corpus.decisions import Decisions
from lib.corpus.entries import Entry, list_entries, order_dumps
from lib.corpus.keys import digest
from lib.corpus.merged import Merged
from lib.corpus.merges import merge_rows
from lib.corpus.model import Corpus
from lib.corpus.rows import capture_rows, observation_rows, paper_rows, problem_rows, profile_rows
from lib.corpus.same_authors import list_pages, merge_authors
from lib.corpus.same_papers import merge_papers
from lib.corpus.years import fix_years
from lib.dumps.model import Dump
from lib.schema import AUTHORSHIPS, CAPTURES, MERGES, OBSERVATIONS, PAPERS, PROBLEMS, PROFILES

VERSION = "1"  # of these rules: raise it when the same dumps give other frames, so that nothing stale is shown


def build_corpus(dumps: Iterable[Dump], decisions: Decisions | None = None) -> Corpus:
    """The tables of the library that these dumps make, as readers decided.

    The order of the dumps does not matter, and a dump that comes twice counts once. Rows stand in the order of the
    captures, oldest first, and within a dump in the site's own.
    """
    decisions = decisions or Decisions()
    owners = dict(decisions.pairs("owner", "is"))
    dumps = [replace(dump, owner=decisions.owner_of(dump, owners)) for dump in order_dumps(dumps)]
    merged = merge(dumps, decisions)
    return Corpus(
        content_id(dumps, decisions),
        profiles=PROFILES.frame(profile_rows(merged)),
        captures=CAPTURES.frame(capture_rows(merged)),
        papers=PAPERS.frame(paper_rows(merged)),
        authorships=AUTHORSHIPS.frame(authorship_rows(merged, decisions)),
        observations=OBSERVATIONS.frame(observation_rows(merged)),
        problems=PROBLEMS.frame(problem_rows(merged, decisions)),
        merges=MERGES.frame(merge_rows(merged, decisions)),
    )


def merge(dumps: Sequence[Dump], decisions: Decisions) -> Merged:
    """What is one paper and what is one author in these dumps, papers first: they are the evidence for authors."""
    entries = list_entries(dumps)
    papers = merge_papers(entries, decisions)
    leaders = papers.leaders()
    pages = list_pages(dumps, _papers_of(entries, leaders))
    authors = merge_authors(pages, decisions)
    return Merged(tuple(entries), papers, tuple(pages), authors, fix_years(entries, leaders))


def _papers_of(entries: Sequence[Entry], leaders: Sequence[int]) -> dict[str, frozenset[int]]:
    papers: defaultdict[str, set[int]] = defaultdict(set)
    for entry, leader in zip(entries, leaders, strict=True):
        papers[entry.dump.id].add(leader)
    return {dump_id: frozenset(numbers) for dump_id, numbers in papers.items()}


def content_id(dumps: Sequence[Dump], decisions: Decisions) -> str:
    """The hash of everything that the frames depend on, in 40 hexadecimal digits, the same on every machine.

    The text's hash alone would not do: a reader's correction changes what is read from the same text.
    """
    parts = [VERSION]
    for dump in dumps:
        parts += [dump.id, dump.file, dump.captured.isoformat(), repr(dump.owner), repr(dump.header), repr(dump.year)]
        parts += [repr(problem) for problem in dump.problems]
        for record in dump.records:
            parts += [record.title, *record.authors, record.abstract, *record.badges]
            parts += map(str, (record.lines, record.more_authors, record.category, record.date, record.year_shown))
            parts += map(str, (record.score, record.doubtful))
    return digest(*parts, *(repr(decision) for decision in decisions.in_force()))
