"""Papers -> BibTeX that Zotero, biblatex and BibTeX itself read.

A page listing is not a publication record: it has no journal, no DOI and no address. So each entry is `@misc`, and its
note says whose page lists the paper, as of when, and what is not certain about it.
"""

import re
from collections.abc import Iterator, Mapping

from lib.corpus import Corpus
from lib.corpus.keys import digest, plain_letters
from lib.export.document import CaptureDocument, PaperDocument, describe_papers
from lib.export.latex import escape, escape_title
from lib.work import Tell, untold

_WORDS = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(("an", "and", "are", "as", "at", "by", "for", "from", "how", "in", "is", "of", "on", "the", "to"))
_CUTS = re.compile(r",|\band\b", re.IGNORECASE)
_STEP = 1_000  # entries between two words about how far it is

Captures = Mapping[str, CaptureDocument]


def to_bibtex(corpus: Corpus, tell: Tell = untold) -> str:
    """An entry for each paper, in the order of their keys; "" without papers.

    A key names the first author, the first telling word of the title and, so that it is unique and the same in every
    selection, digits that hash the paper's identity. There is no year in it: one that is inferred may change.
    """
    document = describe_papers(corpus)
    captures = {capture.dump_id: capture for capture in document.captures}
    entries, total = {}, len(document.papers)
    for number, paper in enumerate(document.papers):
        if number % _STEP == 0:
            tell(0.4 + 0.6 * number / total, f"Written: {number:,} of {total:,} entries")
        entries[key_of(paper)] = _entry(paper, captures)
    return "\n".join(f"@misc{{{key},\n{entries[key]}}}\n" for key in sorted(entries))


def key_of(paper: PaperDocument) -> str:
    """The paper's key: letters, digits and hyphens alone, as in `nadai-strictly-3f2a9c41d0`."""
    first = next(iter(_visible(paper)), "anonymous")
    author = (_WORDS.findall(plain_letters(first)) or ["anonymous"])[-1]
    words = _WORDS.findall(plain_letters(paper.title)) or ["untitled"]
    telling = next((word for word in words if word not in _SMALL and len(word) > 1), words[0])
    return f"{author[:30]}-{telling[:30]}-{digest(paper.paper_id)[:10]}"


def _visible(paper: PaperDocument) -> list[str]:
    return [author.name for author in paper.authors if author.position is not None]


def _entry(paper: PaperDocument, captures: Captures) -> str:
    return "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(paper, captures))


def _fields(paper: PaperDocument, captures: Captures) -> Iterator[tuple[str, str]]:
    """The fields with what they say; one that nothing is known for is left out."""
    yield "title", escape_title(paper.title)
    names = _visible(paper)
    if names:
        yield "author", " and ".join([*map(_name, names), *([] if paper.authors_complete else ["others"])])
    if paper.date:
        yield "date", paper.date.isoformat()
        yield "year", f"{paper.date.year:04}"  # BibTeX itself knows no dates
    if paper.category:
        yield "keywords", escape(paper.category)
    yield "note", escape(_note(paper, captures))
    if paper.abstract:
        yield "abstract", escape(paper.abstract)


def _name(name: str) -> str:
    """A name as BibTeX takes it: in braces where it would be cut at a comma or at the word "and"."""
    whole = _CUTS.search(name) or name.casefold() == "others"
    return f"{{{escape(name)}}}" if whole else escape(name)


def _note(paper: PaperDocument, captures: Captures) -> str:
    sights = [sight for sight in paper.seen if sight.dump_id in captures]
    pages = [captures[sight.dump_id] for sight in sights]
    whose = " and ".join(sorted({page.author for page in pages}))
    as_of = f" of {whose}, as of {max(page.captured for page in pages)}" if pages else ""
    doubts = ["the year is inferred"] if paper.year_inferred and paper.date else []
    if sights and sights[-1].doubtful:
        doubts.append("where the title ends and the authors begin is not certain")
    return "; ".join([f"Page listing{as_of}, not a publication record", *doubts])
