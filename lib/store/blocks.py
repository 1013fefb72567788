"""What a dashboard shows, in order: views of the library, and text between them."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from lib.errors import InputError
from lib.store.entries import paragraphs, storable

TEXT_LENGTH = 10_000
QUERY_LENGTH = 8_000
BLOCKS = 50
_PAGE = re.compile(r"[a-z][a-z0-9_-]{0,39}")


@dataclass(frozen=True)
class Passage:
    """Plain text between views."""

    text: str


@dataclass(frozen=True)
class SavedView:
    """A page and what its address says after the "?": opening it shows the same view."""

    page: str
    query: str


Block = Passage | SavedView


def checked(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks as they are kept; InputError when there is no view, or too much of anything."""
    kept = tuple(map(_checked, blocks))
    views = sum(isinstance(block, SavedView) for block in kept)
    if not views or len(kept) > BLOCKS:
        raise InputError(f"A dashboard has between one view and {BLOCKS} views and texts; this has {len(kept)} blocks.")
    return kept


def write_blocks(blocks: Iterable[Block]) -> str:
    """The blocks as JSON."""
    return json.dumps([_record(block) for block in blocks], ensure_ascii=False)


def read_blocks(text: str) -> tuple[Block, ...]:
    """The blocks that `write_blocks` wrote; InputError when they are none."""
    try:
        return checked(_block(record) for record in json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(f"This is no dashboard: {text[:100]!r}.") from None


def _checked(block: Block) -> Block:
    if isinstance(block, Passage):
        return Passage(paragraphs(block.text, "text", TEXT_LENGTH))
    query = storable(block.query).lstrip("?")
    if not _PAGE.fullmatch(block.page) or len(query) > QUERY_LENGTH:
        raise InputError(f"There is no view {block.page[:40]!r} with an address of {len(query):,} characters.")
    return SavedView(block.page, query)


def _record(block: Block) -> dict[str, str]:
    return {"text": block.text} if isinstance(block, Passage) else {"page": block.page, "query": block.query}


def _block(record: dict[str, object]) -> Block:
    values = {name: value for name, value in record.items() if isinstance(value, str)}
    return Passage(values["text"]) if "text" in values else SavedView(values["page"], values["query"])
