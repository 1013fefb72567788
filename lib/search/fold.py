"""The form in which texts are searched: small letters without diacritics, and the way back to the text as written."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base and a mark.
_WHOLE_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_MARKS = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200d]")
_WORDS = re.compile(r"\w+")


def fold(text: str) -> str:
    """The text in small letters, without diacritics: what a reader types without a compose key."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()).casefold()).translate(_WHOLE_LETTERS)


def fold_with_origins(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters (and its end) where that stands in `text`."""
    if text.isascii():
        return text.lower(), list(range(len(text) + 1))
    pieces = [_fold_character(character) for character in text]
    origins = [at for at, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), [*origins, len(text)]


@lru_cache(maxsize=4_096)
def _fold_character(character: str) -> str:
    return fold(character)


def words_of(text: str) -> list[str]:
    """The folded words of the text: runs of letters, digits and underscores."""
    return _WORDS.findall(fold(text))
