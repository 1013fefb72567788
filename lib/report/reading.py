"""What the chapters of a report read: the library, the part in view, its groups with their looks, and its topics."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from lib import tables
from lib.corpus import Corpus
from lib.grouping import Grouping, group_rows, tell_apart
from lib.network import Network, read_network
from lib.opening import Opened, Part
from lib.opening.part import topics_of
from lib.selection import Selection
from lib.tables.groups import choose_rivals, group_papers, keep_shown
from lib.work import Tell, untold


@dataclass(frozen=True, eq=False)
class Reading:
    """A part of a library, ready to be written about; `tell` hears how far the topics are, which can take long."""

    library: Opened
    part: Part
    tell: Tell = untold

    @property
    def corpus(self) -> Corpus:
        """The whole library."""
        return self.library.corpus

    @property
    def shown(self) -> Corpus:
        """What is in view."""
        return self.part.shown

    @property
    def unpicked(self) -> Corpus:
        """What the filters alone leave: for the figures in which something can be picked."""
        return self.part.unpicked

    @property
    def selection(self) -> Selection:
        """What put it there."""
        return self.part.selection

    @property
    def title(self) -> str:
        """The library and what the selection leaves of it, in words."""
        return f"{self.library.title}: {self.part.words}"

    @cached_property
    def topics(self) -> dict[str, pd.DataFrame]:
        """The frames of lib.topics.frames, found in the papers and called by the names that the link says."""
        return topics_of(self.corpus, self.selection, self.tell)

    @cached_property
    def network(self) -> Network:
        """Who writes with whom on the papers in view."""
        return read_network(self.shown.authorships, self.shown.papers)

    @cached_property
    def unpicked_network(self) -> Network:
        """Who writes with whom on the papers that the filters alone leave."""
        return read_network(self.unpicked.authorships, self.unpicked.papers)

    def group(self, by: str, most: int = 7) -> Grouping:
        """The grouping of the papers in view; looks are those of the pages."""
        whole = group_papers(self.corpus, by, tables.topics.groups(self.topics) if by == "topic" else None)
        chosen = self.selection.authors if by == "author" else ()
        return group_rows(keep_shown(whole, self.unpicked.papers, chosen, most), self.corpus, by, whole)

    def rivals(self, chosen: tuple[str, ...]) -> Grouping:
        """The papers of the chosen authors; of one alone or none, beside those with most papers in view."""
        known = tuple(author for author in chosen if author in self.corpus.labels.index)
        everyone = self.group("author", len(self.corpus.profiles))
        return tell_apart(choose_rivals(everyone.rows, self.shown.papers, known), everyone.styles)
