"""What makes two names or two titles the same: the forms they are compared in, and what they are called in links."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

from lib.dumps.normal import normalise

_BREAKS = re.compile(r"[\s\-'\".,:;!?()\[\]{}]+")
# Letters that Unicode does not take apart into a base and a mark.
_WHOLE_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


@lru_cache(maxsize=1 << 17)
def name_key(name: str) -> str:
    """Equal for two spellings of a name that differ in nothing a reader would notice; "" for a blank name."""
    return normalise(name)


def title_key(title: str) -> str:
    """Equal for titles that differ in punctuation at most; symbols such as + and # count ("C++" is not "C")."""
    return _BREAKS.sub(" ", normalise(title)).strip()


def plain_letters(text: str) -> str:
    """The text compared loosely: without diacritics, in small letters."""
    plain = normalise(text)
    if plain.isascii():
        return plain
    marked = unicodedata.normalize("NFKD", plain.translate(_WHOLE_LETTERS))
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


def slug(text: str, limit: int = 60) -> str:
    """The text as part of a link: small letters and digits joined by "-", at most `limit` long, cut between words."""
    words = re.sub(r"[\W_]+", "-", plain_letters(text)).strip("-")
    return words if len(words) <= limit else (words[: limit + 1].rpartition("-")[0] or words[:limit])


def digest(*parts: str) -> str:
    """A hash of the parts in 40 hexadecimal digits, the same on every machine."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
