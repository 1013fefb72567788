"""Which computations there are. A new one is a function that gives frames, and a line here."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from lib.corpus import Corpus
from lib.errors import WorkError

Params = Mapping[str, str | int | float | bool | None]
Tell = Callable[[float, str], None]  # how much is done (0–1), and what comes now
Function = Callable[[Corpus, Params, Tell], Mapping[str, pd.DataFrame]]


@dataclass(frozen=True)
class Task:
    """One computation.

    Attributes:
        name: What pages call it.
        module: Where its function is; imported only when it runs.
        function: `function(corpus, params, tell)` gives frames by name and depends on nothing else.
        version: Of its rules: raise it when the same corpus gives another result.
        quick: Up to how many papers it takes less than 0.3 s, so that the page runs it itself.
    """

    name: str
    module: str
    function: str
    version: int
    quick: int

    def load(self) -> Function:
        """The function itself."""
        found: Function = getattr(importlib.import_module(self.module), self.function)
        return found


TASKS: dict[str, Task] = {
    task.name: task
    for task in (
        Task("count", "lib.work.tasks", "count_papers", 1, 0),
        Task("words", "lib.work.counts", "count_words", 1, 500),
        Task("weights", "lib.work.weights", "weight_frames", 2, 5_000),
        Task("texts", "lib.work.texts", "text_frames", 1, 3_000),
        Task("topics", "lib.topics.frames", "topic_frames", 3, 30),
        Task("network", "lib.work.networks", "network_frames", 1, 10_000),
        Task("graph", "lib.work.networks", "graph_frames", 3, 400),
    )
}


def count_papers(corpus: Corpus, params: Params, tell: Tell) -> dict[str, pd.DataFrame]:
    """The smallest computation there is, which shows that the way there and back works: papers of each category."""
    tell(0.5, "Counting papers")
    if params.get("fail"):
        raise WorkError(f"Nothing can be counted with fail={params['fail']!r}; leave it out.")
    counts = corpus.papers.groupby("category", as_index=False).agg(papers=("paper_id", "size"))
    return {"counts": counts}
