"""Text that people type or send, made fit to be kept: bounded, of one line where one is expected, storable anywhere."""

import re
import unicodedata

from lib.errors import InputError

NAME_LENGTH = 100
FILE_NAME_LENGTH = 400


def storable(text: str) -> str:
    """The text with U+FFFD for what no database keeps: NUL and halves of surrogate pairs."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def one_line(text: str, what: str, longest: int = NAME_LENGTH) -> str:
    """The text in NFC with its white space made single spaces.

    Raises:
        InputError: nothing is left, or it is over `longest` characters; the message calls it `what`.
    """
    line = " ".join(unicodedata.normalize("NFC", _without_controls(storable(text))).split())
    if not line:
        raise InputError(f"The {what} is empty ({text[:50]!r}). Type at least one letter or digit.")
    if len(line) > longest:
        raise InputError(f"The {what} has {len(line):,} characters, {line[:30]!r}… Shorten it to {longest:,} at most.")
    return line


def paragraphs(text: str, what: str, longest: int) -> str:
    """The text as typed, without control characters other than line breaks and tabs; may be empty.

    Raises:
        InputError: it is over `longest` characters; the message calls it `what`.
    """
    kept = unicodedata.normalize("NFC", _without_controls(storable(text.replace("\r\n", "\n")), but="\n\t")).strip()
    if len(kept) > longest:
        raise InputError(f"The {what} has {len(kept):,} characters. Shorten it to {longest:,} at most.")
    return kept


def slug(name: str) -> str:
    """What a name is called in links: lower-case ASCII letters, digits and hyphens, at most 50; never empty."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-") or "library"


def file_name(name: str) -> str:
    """A file's name as it came, as data: only what cannot be kept is replaced, and what is too long is cut."""
    return storable(name)[-FILE_NAME_LENGTH:] or "unnamed"


def _without_controls(text: str, but: str = "") -> str:
    # A line break in a name is a blank; other controls, and the marks that turn the reading direction, are nothing.
    spaced = text if "\n" in but else re.sub(r"[\t\n\r\v\f\u2028\u2029]", " ", text)
    return "".join(sign for sign in spaced if sign in but or not _steers(sign))


def _steers(sign: str) -> bool:
    return unicodedata.category(sign) == "Cc" or sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
