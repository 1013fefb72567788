"""Titles and authors of all records of a dump, and its owner: each helps to find the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.dumps.layout import LONGEST_HEAD, Body
from lib.dumps.model import Owner, Split
from lib.dumps.names import Head, HeadSplit, split_heads
from lib.dumps.owner import AuthorList, infer_owner


@dataclass(frozen=True, slots=True)
class Heading:
    """Title and visible authors of one record; `splits` are the ways to divide a glued line, best first."""

    title: str
    authors: tuple[str, ...]
    more_authors: bool
    doubtful: bool = False
    splits: tuple[Split, ...] = ()


def read_headings(
    bodies: Sequence[Body], owner: str | None, known: frozenset[str]
) -> tuple[tuple[Heading, ...], Owner]:
    """The headings of all records, and whose page it is.

    Args:
        bodies: what stands beneath the badge lines.
        owner: the name in the header; it wins over every inference.
        known: names that were seen elsewhere.
    """
    shown = known.union(*(body.authors for body in bodies if body.authors))
    headings = _divide(bodies, owner, shown)
    if owner is not None:
        return headings, Owner(owner, "header", f"The page's header names {owner}.")
    inferred = infer_owner(_author_lists(bodies, headings))
    if inferred.name is not None and any(heading.doubtful for heading in headings):
        again = _divide(bodies, inferred.name, shown)
        headings = tuple(new if old.doubtful else old for old, new in zip(headings, again, strict=True))
        inferred = infer_owner(_author_lists(bodies, headings))
    return headings, inferred


def _divide(bodies: Sequence[Body], owner: str | None, known: frozenset[str]) -> tuple[Heading, ...]:
    glued = [Head(body.title, body.abstract) for body in bodies if _is_glued(body)]
    splits = iter(split_heads(glued, owner=owner, known=known) if glued else ())
    return tuple(_heading(body, next(splits) if _is_glued(body) else None) for body in bodies)


def _is_glued(body: Body) -> bool:
    return body.authors is None and len(body.title) <= LONGEST_HEAD


def _heading(body: Body, split: HeadSplit | None) -> Heading:
    if split is None:
        authors = body.authors or ()
        return Heading(body.title, authors, body.more_authors, False, (Split(body.title, authors, 1.0),))
    best = split.splits[0]
    return Heading(best.title or body.title, best.authors, split.more_authors, split.doubtful, split.splits)


def _author_lists(bodies: Sequence[Body], headings: Sequence[Heading]) -> list[AuthorList]:
    """The visible authors; the last list of a copy that breaks off beneath it may have lost its "et al."."""
    last = len(bodies) - 1
    return [
        AuthorList(
            heading.authors,
            not heading.more_authors and not heading.doubtful and (number < last or bool(bodies[number].abstract)),
        )
        for number, heading in enumerate(headings)
    ]
