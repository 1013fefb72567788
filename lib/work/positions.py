"""Where each word stands in a large library: read outside the page, and handed over as frames."""

import numpy as np
import pandas as pd

from lib.corpus import Corpus
from lib.search import Positions, read_positions
from lib.work.kept import Frames
from lib.work.tasks import Params, Tell


def position_frames(corpus: Corpus, params: Params, tell: Tell) -> dict[str, pd.DataFrame]:  # noqa: ARG001 - a Function
    """The positions of all words of the corpus for `to_positions`: frames `papers`, `words` and `tokens`."""
    tell(0.2, "Making this library searchable")
    found = read_positions(corpus.papers)
    return {
        "papers": pd.DataFrame({"paper_id": found.paper_ids, "start": found.starts[:-1], "end": found.ends}),
        "words": pd.DataFrame({"word": list(found.number)}, dtype="string"),
        "tokens": pd.DataFrame({"token": found.tokens}),
    }


def to_positions(frames: Frames) -> Positions:
    """The positions that `position_frames` handed over."""
    papers, tokens = frames["papers"], frames["tokens"]["token"].to_numpy()
    number = {word: at for at, word in enumerate(frames["words"]["word"].tolist())}
    starts = np.append(papers["start"].to_numpy(), len(tokens))
    return Positions(tuple(papers["paper_id"].tolist()), number, tokens, starts, papers["end"].to_numpy())
