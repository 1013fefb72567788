"""The texts of a large library as a search needs them: read outside the page, and handed over as frames."""

import numpy as np
import pandas as pd
from scipy.sparse import csc_array

from lib.corpus import Corpus
from lib.search import Positions, Texts, read_texts
from lib.work import sparse
from lib.work.counts import kept_counts
from lib.work.kept import Frames
from lib.work.tasks import Params, Tell


def text_frames(corpus: Corpus, params: Params, tell: Tell) -> dict[str, pd.DataFrame]:  # noqa: ARG001 - a Function
    """The texts of the corpus for `to_texts`: frames `papers`, `tokens`, and for words and titles their matrices."""
    tell(0.1, "Counting the words of each paper")
    counts = kept_counts(corpus)
    tell(0.4, "Making this library searchable")
    found = read_texts(counts, corpus.papers)
    where = found.positions
    return {
        "papers": pd.DataFrame({"paper_id": found.paper_ids, "start": where.starts[:-1], "end": where.ends}),
        "tokens": pd.DataFrame({"token": where.tokens}),
        "numbered": pd.DataFrame({"word": list(where.number)}, dtype="string"),
        "counted": pd.DataFrame({"word": found.names}, dtype="string"),
        **sparse.to_frames("words", found.words),
        **sparse.to_frames("titles", found.titles),
    }


def to_texts(frames: Frames) -> Texts:
    """The texts that `text_frames` handed over."""
    papers, tokens = frames["papers"], frames["tokens"]["token"].to_numpy()
    numbered, counted = frames["numbered"]["word"].tolist(), frames["counted"]["word"].tolist()
    number = {word: at for at, word in enumerate(numbered)}
    starts = np.append(papers["start"].to_numpy(), len(tokens))
    words, titles = (
        csc_array(sparse.from_frames(name, frames), shape=(len(papers), len(names)))
        for name, names in (("words", counted), ("titles", numbered))
    )
    where = Positions(number, tokens, starts, papers["end"].to_numpy())
    return Texts(tuple(papers["paper_id"].tolist()), tuple(counted), words, where, titles)
