"""Old links keep working: an id that was folded into another, or whose page got another name, leads there."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

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


@dataclass(frozen=True)
class _Ids:
    """What the ids of one kind are called today; looked up only where a link names any."""

    corpus: Corpus
    kind: str

    def now(self, name: str) -> str:
        """The id it has now: a page is also found by the start of its dump's hash, which follows "~"."""
        if not name or name in self._today:
            return name
        return str(self._folded.get(name) or self._hashes.get(name.partition("~")[2], name))

    @cached_property
    def _today(self) -> set[str]:
        ids = self.corpus.profiles["profile_id"] if self.kind == "author" else self.corpus.papers["paper_id"]
        return set(ids.tolist())  # a series kept by Arrow takes fifteen times as long value by value

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        merges = self.corpus.merges
        merged = merges[(merges["kind"] == self.kind) & (merges["state"] == "merged")]
        return dict(zip(merged["other"], merged["kept"], strict=True))

    @cached_property
    def _hashes(self) -> Mapping[str, str]:
        captures = self.corpus.captures if self.kind == "author" else self.corpus.captures.head(0)
        return dict(zip(captures["dump_id"].str[:10], captures["profile_id"], strict=True))
