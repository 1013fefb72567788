"""How text is shown and how it is compared: a browser's invisible characters must make no two names differ."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF), "")
_SPACES = dict.fromkeys((0x0009, 0x00A0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_SHOWN = str.maketrans({**_INVISIBLE, **_SPACES})
_NOT_SHOWN = re.compile(f"[{''.join(map(chr, _SHOWN))}]")
_COMPARED = str.maketrans(
    {**_INVISIBLE, **dict.fromkeys(map(ord, "‘’‚‛′`´"), "'"), **dict.fromkeys(map(ord, "“”„‟″«»"), '"')}
)
_DASHES = re.compile("[‐‑‒–—−]")


def show(text: str) -> str:
    """The text as it is shown: NFC, plain spaces, nothing invisible, no space at its ends; quotes stay curly."""
    if text.isascii():
        return text.replace("\t", " ").strip()
    return normalize("NFC", text.translate(_SHOWN) if _NOT_SHOWN.search(text) else text).strip()


@lru_cache(maxsize=20_000)
def normalise(text: str) -> str:
    """The text as it is compared: NFKC and casefold, straight quotes, plain hyphens, single spaces."""
    if not text.isascii():
        text = normalize("NFKC", _DASHES.sub("-", text.translate(_COMPARED)))
    return " ".join(text.casefold().split())


def may_be_same(name: str, other: str) -> bool:
    """Whether two names may be one person's: equal but for accents, middle names and initials.

    It is a reason to be careful or to ask, never a reason to merge.
    """
    first, second = _words(name), _words(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    given, given_other = first[0], second[0]
    return given == given_other or (
        given[0] == given_other[0] and 1 in {len(given), len(given_other)} and len(first) > 1 and len(second) > 1
    )


def _words(name: str) -> list[str]:
    """The name's words without accents, capitals and points."""
    if not name.isascii():
        name = "".join(letter for letter in normalize("NFKD", name.replace("¨", "")) if not combining(letter))
    return [word for word in re.split(r"[\s.]+", name.casefold()) if word]
