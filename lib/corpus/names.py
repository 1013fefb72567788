"""Names that may be one person's: other diacritics, hyphens, order, or initials. Enough to suggest, never to merge."""

import re
from functools import lru_cache

from lib.corpus.keys import plain_letters

_PARTS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1 << 16)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name without diacritics, in small letters; initials and the halves of a double name are words."""
    return tuple(_PARTS.findall(plain_letters(name)))


@lru_cache(maxsize=1 << 16)
def spelling(name: str) -> str:
    """Equal for names that differ in diacritics, hyphens, spaces or order only."""
    return "".join(sorted("".join(parts(name))))


def initials(name: str) -> tuple[str, str]:
    """The first letter and the last word: what "S. Xu" and "Songpei Xu" have in common; blank for a single word."""
    words = parts(name)
    return (words[0][0], words[-1]) if len(words) > 1 else ("", "")


def abbreviates(one: str, other: str) -> bool:
    """Whether one name is the other with given names shortened or left out, as "S. Xu" is "Songpei Xu"."""
    (*given, last), (*others, other_last) = parts(one) or ("",), parts(other) or ("",)
    if not given or not others or last != other_last or parts(one) == parts(other):
        return False
    return all(
        first.startswith(second) or second.startswith(first) for first, second in zip(given, others, strict=False)
    )


def variant(one: str, other: str) -> str:
    """In which way two names may be one person's, in words; "" when they are not alike."""
    if spelling(one) == spelling(other):
        return "the same name but for diacritics, hyphens or order"
    return "one name abbreviates the other" if abbreviates(one, other) else ""
