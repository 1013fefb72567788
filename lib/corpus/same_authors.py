"""Which dumps are pages of one author: the same name and a shared paper, or a reader's word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lib.corpus.decisions import Decisions
from lib.corpus.groups import Groups, by_key
from lib.corpus.keys import name_key, slug
from lib.dumps.model import Dump


@dataclass(frozen=True, slots=True)
class Page:
    """A dump as one author's page.

    `id` is the profile_id as long as this is the author's oldest page: the name for the oldest page of that name,
    followed by "~" and the start of the dump's hash for those that came later and for pages without a name.
    """

    dump: Dump
    papers: frozenset[int]
    id: str

    @property
    def name(self) -> str:
        """The owner's name as names are compared; "" when unknown."""
        return name_key(self.dump.owner.name or "")


def list_pages(dumps: Sequence[Dump], papers: Mapping[str, frozenset[int]]) -> list[Page]:
    """The dumps with their papers (dump_id -> group numbers), each with the name it has when it stands alone."""
    pages: list[Page] = []
    taken: set[str] = set()
    for dump in dumps:
        name = dump.owner.name
        short = (slug(name) or "author") if name else "unknown"
        full = short if name and short not in taken else f"{short}~{dump.id[:10]}"
        taken.add(short)
        pages.append(Page(dump, papers.get(dump.id, frozenset()), full))
    return pages


def merge_authors(pages: Sequence[Page], decisions: Decisions) -> Groups:
    """Groups of pages that are one author's; two pages that a reader keeps apart are in different groups."""
    number = PageNumbers(pages)
    groups = Groups([page.dump.id for page in pages], _known(decisions.pairs("author", "apart"), number))
    for one, other in _known(decisions.pairs("author", "together"), number):
        groups.join(one, other)
    for members in by_key(_shared_papers(pages)):
        groups.join_all(members)
    return groups


class PageNumbers:
    """Finds a page by any name it may have had in a link: its id, or the start of its dump's hash after "~"."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._ids = {page.id: number for number, page in enumerate(pages)}
        self._hashes = {page.dump.id[:10]: number for number, page in enumerate(pages)}

    def find(self, profile_id: str) -> int | None:
        """The page's number, or None when no page is called so."""
        by_hash = self._hashes.get(profile_id.partition("~")[2])
        return self._ids.get(profile_id, by_hash)


def _known(pairs: Iterable[tuple[str, str]], number: PageNumbers) -> Iterator[tuple[int, int]]:
    for one, other in pairs:
        first, second = number.find(one), number.find(other)
        if first is not None and second is not None:
            yield first, second


def _shared_papers(pages: Sequence[Page]) -> Iterator[tuple[tuple[object, ...], int]]:
    for number, page in enumerate(pages):
        for paper in sorted(page.papers) if page.name else ():
            yield (page.name, paper), number
