"""The merged library before it becomes frames: which entries are one paper, which pages are one author's."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lib.corpus.entries import Entry
from lib.corpus.groups import Groups
from lib.corpus.same_authors import Page
from lib.dumps.model import CaptureYear


@dataclass(frozen=True, eq=False)
class Merged:
    """Entries and pages, oldest first, with their groups, and the capture years that other dumps settled."""

    entries: tuple[Entry, ...]
    same_papers: Groups
    pages: tuple[Page, ...]
    same_authors: Groups
    years: Mapping[str, CaptureYear]

    @cached_property
    def paper_ids(self) -> list[str]:
        """For each entry the id of its paper: that of the oldest entry of the group."""
        return [self.entries[leader].id for leader in self.same_papers.leaders()]

    @cached_property
    def profile_ids(self) -> list[str]:
        """For each page the id of its profile: that of the author's oldest page."""
        return [self.pages[leader].id for leader in self.same_authors.leaders()]

    @cached_property
    def papers(self) -> dict[str, list[Entry]]:
        """The entries of each paper, oldest capture first."""
        papers: defaultdict[str, list[Entry]] = defaultdict(list)
        for paper_id, entry in zip(self.paper_ids, self.entries, strict=True):
            papers[paper_id].append(entry)
        return dict(papers)

    @cached_property
    def profiles(self) -> dict[str, list[Page]]:
        """The pages of each profile, oldest capture first."""
        profiles: defaultdict[str, list[Page]] = defaultdict(list)
        for profile_id, page in zip(self.profile_ids, self.pages, strict=True):
            profiles[profile_id].append(page)
        return dict(profiles)

    @cached_property
    def profile_of(self) -> dict[str, str]:
        """The profile of each dump: dump_id -> profile_id."""
        return {page.dump.id: profile_id for page, profile_id in zip(self.pages, self.profile_ids, strict=True)}

    @cached_property
    def names(self) -> dict[str, str | None]:
        """The name of each profile as its newest page with a name shows it; None when no page has one."""
        return {
            profile_id: next((page.dump.owner.name for page in reversed(pages) if page.name), None)
            for profile_id, pages in self.profiles.items()
        }
