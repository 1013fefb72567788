"""What topics are once they are found: which paper is in which, how surely, and why so many."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from lib.schema.table import Column, Table

UNSTABLE_BELOW = 0.6  # Hennig (2007): below it a cluster should not be trusted; 0.75 and more is stable
NO_TOPIC = 0  # of a paper that shares no word with any other
_OURS = "computed by Oeuvre"

PLACED = Table(
    "placed",
    "a paper in its topic",
    (
        Column("paper_id", "string", "Paper", "Which paper.", _OURS, required=True),
        Column("topic", "Int64", "Topic", "Its topic; missing when it shares no word with any other paper.", _OURS),
        Column(
            "distance", "Float64", "Distance", "1 - cosine to the topic's centre: 0 is a paper at its centre.", _OURS
        ),
        Column(
            "second",
            "Int64",
            "Second-best topic",
            "Whose centre is the closest of the others; missing where there are none.",
            _OURS,
        ),
        Column(
            "margin",
            "Float64",
            "Margin",
            "How much farther the second-best topic is: near 0 the paper lies on the border; below 0 it lies closer to "
            "the other centre, but its words speak for this topic.",
            _OURS,
        ),
    ),
    ("paper_id",),
)


@dataclass(frozen=True)
class WeightedTerm:
    """A term that sets a topic apart.

    `weight` is how much more often the topic's papers use it than others, in standard errors (log-odds with a prior,
    lib.statistics.distinctive_terms); of a single topic, the sum of its tf-idf. `papers` of the topic have the term.
    """

    term: str
    weight: float
    papers: int


@dataclass(frozen=True)
class Topic:
    """One topic.

    `number` counts from 1, the largest first. `stability` (0–1, None where there is one topic only) is the mean Jaccard
    similarity between the topic and the most similar one found in each resample (Hennig 2007). `central` are the ids of
    the papers closest to the centre, the closest first. `papers` of the library are in it.
    """

    number: int
    label: str
    papers: int
    stability: float | None
    terms: tuple[WeightedTerm, ...]
    central: tuple[str, ...]

    @property
    def is_unstable(self) -> bool:
        """Whether the topic does not hold when some of the papers are left out."""
        return self.stability is not None and self.stability < UNSTABLE_BELOW


@dataclass(frozen=True)
class Evidence:
    """What speaks for one number of topics.

    `stability` is the mean adjusted Rand index between clusterings of resamples, `spread` its standard deviation,
    `silhouette` the mean over papers (-1–1, cosine), `smallest` how many papers the smallest topic has.
    """

    k: int
    stability: float
    spread: float
    silhouette: float
    smallest: int


@dataclass(frozen=True)
class KChoice:
    """The suggested number of topics, the reason in words, others that are as good, and the evidence for each k."""

    k: int
    why: str
    as_good: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, eq=False)
class Space:
    """Papers as points: the closer two are, the more alike their words.

    `points` has the shape (papers, dimensions), rows of length 1; `axes` the same before that, with half as many
    dimensions more where there are few papers. `counts` (papers, words) is what they come from. All are in the order
    of `paper_ids`. Only papers that share a word with another are in it; `apart` are the others.
    """

    paper_ids: tuple[str, ...]
    apart: tuple[str, ...]
    counts: csr_array
    axes: NDArray[np.float64]
    points: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Topics:
    """The topics of some papers, and how they were found.

    `topics` are numbered from 1 as in `papers`, a frame of the table `PLACED` in the order of paper_ids. `choice` says
    why there are so many. `space` holds the points that they were found in.
    """

    seed: int
    choice: KChoice
    topics: tuple[Topic, ...]
    papers: pd.DataFrame
    space: Space

    @property
    def k(self) -> int:
        """How many topics there are."""
        return len(self.topics)

    @property
    def why_k(self) -> str:
        """Why there are so many, in words."""
        return self.choice.why

    @property
    def is_clustered(self) -> bool:
        """Whether there is more than one topic: small libraries are not clustered."""
        return self.k > 1

    @property
    def by_number(self) -> dict[str, tuple[str, ...]]:
        """The paper_ids of each topic number, as lib.selection picks them."""
        groups = self.papers.dropna(subset=["topic"]).groupby("topic")["paper_id"]
        return {str(topic): tuple(ids) for topic, ids in groups}
