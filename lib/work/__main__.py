"""`python -m lib.work FOLDER CORPUS WORDS`: the process of one computation.

It reads the corpus from the folder, says how far it is on standard output, and leaves the result in the folder.
"""

import json
import sys
from pathlib import Path

from lib.corpus import Corpus
from lib.errors import OeuvreError
from lib.work import kept
from lib.work.process import tell
from lib.work.tasks import TASKS


def main(folder: Path, corpus_id: str, words: str) -> None:
    """Compute what `words` (JSON: task, params, result) asks for."""
    asked = json.loads(words)
    tell(0.0, "Reading the library")
    corpus = Corpus(corpus_id, **kept.read(folder / "libraries" / corpus_id))
    frames = TASKS[asked["task"]].load()(corpus, asked["params"], tell)
    kept.write(frames, folder / "results" / asked["result"])


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
    except OeuvreError as error:
        sys.exit(str(error))
