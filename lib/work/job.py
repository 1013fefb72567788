"""One computation on one corpus: its name on disk, its process, how far it is, and its result."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from lib.corpus import Corpus
from lib.work import kept
from lib.work.kept import Frames
from lib.work.process import Progress, run_module
from lib.work.tasks import Params, Task, Tell

LIBRARIES, RESULTS = 8, 64  # how many are kept on disk


@dataclass(frozen=True, eq=False)
class Job:
    """A task, the corpus it reads, its parameters, and the folder below which everything is kept."""

    task: Task
    corpus: Corpus
    params: Params
    folder: Path

    @property
    def id(self) -> str:
        """The hash of all that the result depends on."""
        said = json.dumps([self.task.name, self.task.version, self.corpus.id, dict(self.params)], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:40]

    @property
    def result(self) -> Path:
        """Where the result is, once it is there."""
        return self.folder / "results" / self.id

    @property
    def quick(self) -> bool:
        """Whether it takes so short that it needs no process of its own."""
        return len(self.corpus.papers) <= self.task.quick

    def run_here(self) -> Frames:
        """The result, computed in this process."""
        return self.task.load()(self.corpus, self.params, lambda share, words: None)  # noqa: ARG005 - Tell's names

    def run(self) -> Iterator[Progress]:
        """Compute the result in a process of its own and say how far it is; WorkError when it fails."""
        if self.result.exists():
            return
        self._lay_out_corpus()
        words = json.dumps({"task": self.task.name, "params": dict(self.params), "result": self.id})
        yield from run_module(self.task.name, "lib.work", str(self.folder), self.corpus.id, words)
        kept.forget_oldest(self.folder / "results", RESULTS)

    def fetch(self, tell: Tell) -> Frames:
        """The result from disk, or computed in this process and kept there; what is quick is never kept."""
        if self.quick:
            return self.run_here()
        if not self.result.exists():
            kept.write(self.task.load()(self.corpus, self.params, tell), self.result)
            kept.forget_oldest(self.folder / "results", RESULTS)
        return self.read()

    def read(self) -> Frames:
        """The result from disk."""
        return kept.read(self.result)

    def _lay_out_corpus(self) -> None:
        libraries = self.folder / "libraries"
        frames = {field.name: getattr(self.corpus, field.name) for field in fields(Corpus) if field.name != "id"}
        if not (libraries / self.corpus.id).exists():
            kept.forget_oldest(libraries, LIBRARIES - 1)
            kept.write(frames, libraries / self.corpus.id)
