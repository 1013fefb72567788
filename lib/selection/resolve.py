"""Old links keep working: an id that was folded into another, or whose page got another name, leads there."""

from dataclasses import replace

from lib.corpus import Corpus
from lib.selection.model import Pick, Selection
from lib.selection.options import COMPARE


def resolve(corpus: Corpus, selection: Selection) -> Selection:
    """The same view with ids as this library has them today; ids that it does not know stay as they are."""
    authors, papers = _Ids(corpus, "author"), _Ids(corpus, "paper")
    known = {"author": authors, "paper": papers}
    compared = selection.get(COMPARE)
    return replace(
        selection,
        authors=tuple(map(authors.now, selection.authors)),
        paper=papers.now(selection.paper),
        picks=tuple(
            Pick(pick.kind, tuple(map(known[pick.kind].now, pick.values))) if pick.kind in known else pick
            for pick in selection.picks
        ),
    ).set(COMPARE, tuple(dict.fromkeys(map(authors.now, compared))))


class _Ids:
    """What the ids of one kind are called today."""

    def __init__(self, corpus: Corpus, kind: str) -> None:
        today = corpus.profiles["profile_id"] if kind == "author" else corpus.papers["paper_id"]
        self._today = set(today.tolist())  # a series kept by Arrow takes fifteen times as long value by value
        merged = corpus.merges[(corpus.merges["kind"] == kind) & (corpus.merges["state"] == "merged")]
        self._folded = dict(zip(merged["other"], merged["kept"], strict=True))
        captures = corpus.captures if kind == "author" else corpus.captures.head(0)
        self._hashes = dict(zip(captures["dump_id"].str[:10], captures["profile_id"], strict=True))

    def now(self, name: str) -> str:
        """The id it has now: a page is also found by the start of its dump's hash, which follows "~"."""
        if name in self._today:
            return name
        return str(self._folded.get(name) or self._hashes.get(name.partition("~")[2], name))
