"""Bytes to text: what no profile dump can be is refused by name, everything else is decoded and says how."""

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from lib.dumps.refusal import find_source_refusal
from lib.errors import EncodingError, NotADumpError, TooLargeError

LIMIT = 512 * 1024 * 1024
"""Bytes; a dump of 100,000 papers has about 140 MB."""
SAMPLE = 256 * 1024
"""Bytes that are looked at where the encoding has to be guessed."""

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (or a document or spreadsheet of an office program, which is one)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document (RTF)"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"bplist", "a web archive"),
    (b"From: <Saved by", "a saved web page (MHTML)"),
)
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_CUT_OFF = {"unexpected end of data", "truncated data"}
_ADVICE = "Expected the text of an author's page, copied from the browser into a plain text file."


@dataclass(frozen=True)
class Decoded:
    """The text without its byte-order mark, the encoding it was read in, and how that was found."""

    text: str
    encoding: str
    how: str


def decode(data: bytes, *, encoding: str | None = None) -> Decoded:
    """The bytes as text.

    Args:
        data: what came in; archives are never opened.
        encoding: what the reader says it is; tried alone.

    Raises:
        NotADumpError: the bytes are a PDF, an archive, an image or otherwise no text.
        EncodingError: no encoding, or not the one that was asked for, reads the bytes.
        TooLargeError: more than `LIMIT` bytes.
    """
    if len(data) > LIMIT:
        raise TooLargeError(f"The file has {len(data):,} bytes; at most {LIMIT:,} are read. Divide it.")
    _refuse_signatures(data)
    decoded = _decode_as(data, encoding, "as asked for") if encoding else _guess(data)
    if decoded.text.count("\0", 0, SAMPLE):
        raise NotADumpError(f"The file is binary: there are zero bytes in it. {_ADVICE}")
    refusal = find_source_refusal(decoded.text, "The file")
    if refusal:
        raise refusal
    return decoded


def _refuse_signatures(data: bytes) -> None:
    start = data[:64].lstrip()
    kind = next((kind for signature, kind in _SIGNATURES if start.startswith(signature)), None)
    if kind is None and data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        kind = "a WebP image"
    if kind:
        raise NotADumpError(f"The file is {kind}, not text. {_ADVICE}")


def _guess(data: bytes) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name, "by its byte-order mark")
    wide = _wide_encoding(data[:SAMPLE])
    if wide:
        return _decode_as(data, wide, "by the zero bytes between its letters")
    try:
        return _decode_as(data, "utf-8", "all of it is valid UTF-8")
    except EncodingError:
        pass  # most files are UTF-8, the others are guessed
    if b"\0" in data[:SAMPLE]:
        raise NotADumpError(f"The file is binary: there are zero bytes in it. {_ADVICE}")
    return _mend_utf8(data) or _guess_narrow(data)


def _mend_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes are broken: other encodings hardly ever look like it anywhere."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", errors="ignore")) - broken
    if whole < 10 * broken:
        return None
    return Decoded(text, "utf-8", f"UTF-8 but for {broken} broken characters, which are shown as \ufffd")


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a mark: spaces and Latin letters have a zero byte, always on the same side."""
    low, high = sample[1::2].count(0), sample[0::2].count(0)
    encoding = "utf-16-le" if low > high else "utf-16-be"
    if 40 * max(low, high) < len(sample) or 10 * min(low, high) > max(low, high):
        return None
    return encoding if _is_printable(sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")) else None


def _guess_narrow(data: bytes) -> Decoded:
    """cp1252 where it fits, because detectors take western names for Polish ones; else what the detector finds."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if text and _is_printable(text[:SAMPLE]) and _is_western(text[:SAMPLE]):
        return Decoded(text, "cp1252", "not valid UTF-8, and readable as Windows text of western Europe")
    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise NotADumpError(f"The file is binary, or in an encoding that is not recognised. {_ADVICE}")
    return _decode_as(
        data, best.encoding, "the likeliest encoding by its letters; name another one if words look wrong"
    )


def _is_printable(sample: str) -> bool:
    """Whether more than 95 % of the characters can be seen, or end lines."""
    return sum(letter.isprintable() or letter in "\r\n\t" for letter in sample) > 0.95 * len(sample)


def _is_western(sample: str) -> bool:
    """Whether letters beyond ASCII stand alone or in pairs: other scripts read as cp1252 are long runs of them."""
    runs = _BEYOND_ASCII.findall(sample)
    return 10 * sum(len(run) > 2 for run in runs) <= len(runs)


def _decode_as(data: bytes, encoding: str, how: str) -> Decoded:
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
        text.encode("utf-8")  # some codecs let through what no text may hold
    except LookupError as error:
        raise EncodingError(f"There is no text encoding {encoding!r}; try utf-8, utf-16, cp1252 or gb18030.") from error
    except UnicodeError as error:
        if isinstance(error, UnicodeDecodeError) and error.reason in _CUT_OFF and len(data) > 4:
            return Decoded(data.decode(encoding, errors="replace"), encoding, f"{how}; the end of the file is cut off")
        raise EncodingError(f"The bytes are not {encoding}: {error}. Name another encoding, such as utf-8.") from error
    return Decoded(text, encoding, how)
