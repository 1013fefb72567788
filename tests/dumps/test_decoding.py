"""Bytes to text: every encoding that a copied page comes in, and a refusal by name for what is no text."""

import io
import zipfile

import pytest

from lib.dumps import decode, read
from lib.errors import EncodingError, InputError, NotADumpError, TooLargeError
from tests.dumps.made import CAPTURED, COMPACT, SPACED

WESTERN = COMPACT.replace("Ada Lovelace", "Ada Núñez").replace("Bo Li", "Bo Müller") + " — “naïve” façade."
RUSSIAN = COMPACT.replace("Ada Lovelace", "Иван Иванов") + " Мы изучаем нейронные сети для ранжирования графов."
CHINESE = COMPACT.replace("Ada Lovelace", "张伟") + "我们研究图神经网络的排序问题。实验表明效果很好。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "utf-8"),
        (WESTERN, "utf-8-sig"),
        (WESTERN, "utf-16"),
        (WESTERN, "utf-16-le"),
        (WESTERN, "utf-16-be"),
        (WESTERN, "utf-32"),
        (WESTERN, "cp1252"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "koi8_r"),
        (CHINESE, "utf-16-le"),
        (CHINESE, "gb18030"),
    ],
)
def test_the_encoding_is_found_and_named(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.how


def test_western_names_are_not_taken_for_polish_ones() -> None:
    decoded = decode(WESTERN.replace("—", "-").replace("“", '"').replace("”", '"').encode("latin-1"))
    assert "Ada Núñez, Bo Müller" in decoded.text


def test_the_reader_may_name_the_encoding() -> None:
    assert decode(WESTERN.encode("cp1252"), encoding="cp1250").text != WESTERN
    assert decode(WESTERN.encode("mac_roman"), encoding="mac_roman").text == WESTERN
    with pytest.raises(EncodingError, match="klingon"):
        decode(b"text", encoding="klingon")
    with pytest.raises(EncodingError, match="not ascii"):
        decode(WESTERN.encode(), encoding="ascii")


@pytest.mark.parametrize("encoding", ["hex", "rot13", "zlib", "undefined", "unicode_escape", "utf-7"])
def test_encodings_that_give_no_text_are_refused(encoding: str) -> None:
    with pytest.raises(EncodingError):
        decode(b"\\ud800 +2AA- \xff", encoding=encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_a_file_that_is_cut_within_a_character_is_read_to_there(encoding: str) -> None:
    decoded = decode((WESTERN + "é").encode(encoding)[:-1])
    assert decoded.text.startswith(WESTERN)
    assert "cut off" in decoded.how


def test_a_broken_byte_does_not_spoil_the_other_names() -> None:
    data = (WESTERN * 3).encode() + b"\xff"
    decoded = decode(data)
    assert (decoded.encoding, decoded.text) == ("utf-8", WESTERN * 3 + "\ufffd")
    assert "1 broken" in decoded.how


def test_an_archive_is_named_and_never_opened() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("page.txt", SPACED)
    with pytest.raises(NotADumpError, match="ZIP"):
        decode(archive.getvalue())


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"GIF89a\x01\x00", "GIF"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"<!DOCTYPE html><html><body>CVJun 9, 2022</body></html>", "HTML"),
        ("\ufeff\n<html lang='en'>".encode("utf-16"), "HTML"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"\x00\x01\x02\x03" * 100, "binary"),
        (bytes(range(256)) * 64, "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, name: str) -> None:
    with pytest.raises(NotADumpError, match=name):
        decode(data)


def test_a_file_over_the_limit_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.dumps.decoding.LIMIT", 10)
    with pytest.raises(TooLargeError, match="11 bytes"):
        decode(b"x" * 11)


def test_nothing_at_all_is_text_but_no_dump() -> None:
    assert decode(b"").text == ""
    with pytest.raises(InputError):
        read(decode(b"").text, captured=CAPTURED)
