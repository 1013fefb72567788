"""The rows of merges: each with its reason in words, and with the ids under which a reader can take it back."""

from collections.abc import Iterator, Sequence

from lib.corpus.decisions import Decisions
from lib.corpus.merged import Merged
from lib.corpus.rows import Row
from lib.corpus.same_papers import witnesses
from lib.corpus.suspected_authors import suspected_authors
from lib.corpus.suspected_papers import suspected_papers


def merge_rows(merged: Merged, decisions: Decisions) -> Iterator[Row]:
    """A row for each record folded into a paper and each page folded into a profile, then what is only suspected."""
    yield from _merged_papers(merged)
    yield from _merged_authors(merged)
    yield from suspected_papers(merged)
    yield from suspected_authors(merged, decisions)


def _merged_papers(merged: Merged) -> Iterator[Row]:
    for number, partner in merged.same_papers.partners().items():
        entry, other = merged.entries[number], merged.entries[partner]
        seen = witnesses(entry, other) if entry.title == other.title else ""
        yield {
            "kind": "paper",
            "kept": merged.paper_ids[number],
            "other": entry.id,
            "dump_id": entry.dump.id,
            "reason": f"The same title, {seen}." if seen else "A reader said that they are one paper.",
            "state": "merged",
        }


def _merged_authors(merged: Merged) -> Iterator[Row]:
    for number, partner in merged.same_authors.partners().items():
        page, other = merged.pages[number], merged.pages[partner]
        shared = page.papers & other.papers
        by_rule = page.name and page.name == other.name and shared
        titles = [merged.entries[paper].record.title for paper in sorted(shared)]
        yield {
            "kind": "author",
            "kept": merged.profile_ids[number],
            "other": page.id,
            "dump_id": page.dump.id,
            "reason": f"The same name and {_papers(titles)}." if by_rule else "A reader said that they are one author.",
            "state": "merged",
        }


def _papers(titles: Sequence[str]) -> str:
    if len(titles) == 1:
        return f"one shared paper, “{titles[0]}”"
    return f"{len(titles)} shared papers, among them “{titles[0]}”"
