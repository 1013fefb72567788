"""BibTeX, read back by a BibTeX library: every field of every paper, whatever stands in a title."""

import re
from collections.abc import Sequence
from datetime import date
from unicodedata import category

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry
from hypothesis import given
from hypothesis import strategies as st

from lib.corpus import Corpus, build_corpus
from lib.dumps.model import Record
from lib.export import to_bibtex
from lib.export.latex import escape, escape_title
from lib.samples import load_sample
from tests.hand_dumps import dump, record

# What LaTeX prints for each command: the text companion symbols of LaTeX2e.
SYMBOLS = {
    "backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^", "less": "<",
    "greater": ">", "bar": "|",
}  # fmt: skip
DAY = date(2026, 3, 31)
NASTY = r"100% {of} $x_1$ & #3 \input{a} ~ ^ <b> | in @misc{a, } \} models }"


def library(*records: Record, owner: str | None = "Ana de Ruiz") -> Corpus:
    return build_corpus([dump("ruiz.txt", owner, DAY, records)])


def read_back(corpus: Corpus) -> Sequence[Entry]:
    found = parse_string(to_bibtex(corpus))
    assert not found.failed_blocks
    return found.entries


def only(*records: Record) -> dict[str, str]:
    (entry,) = read_back(library(*records))
    return {field.key: field.value for field in entry.fields}


def text_of(latex: str) -> str:
    """What LaTeX prints: symbols for their commands, and no braces but those that are symbols."""
    return re.sub(
        r"\\text(\w+)\{\}|\\([&%$#_])|([{}])",
        lambda found: SYMBOLS[found[1]] if found[1] else found[2] or "",
        latex,
    )


@pytest.mark.parametrize("name", ["profiles", "group"])
def test_every_paper_of_the_samples_comes_back_field_by_field(name: str) -> None:
    corpus = build_corpus(load_sample(name))
    entries = read_back(corpus)
    by_title = {text_of(entry["title"]): entry for entry in entries}
    assert len(by_title) == len(entries) == len(corpus.papers)
    names = corpus.author_names
    for paper in corpus.papers.to_dict("records"):
        entry = by_title[paper["title"]]
        assert entry.entry_type == "misc"
        people = text_of(entry["author"]).replace(" and others", " et al.").replace(" and ", ", ")
        assert people == names[paper["paper_id"]]
        assert entry["date"] == f"{paper['date']:%Y-%m-%d}"
        assert entry["year"] == entry["date"][:4]
        assert entry["keywords"] == paper["category"]
        assert text_of(entry["abstract"]) == " ".join(str(paper["abstract"]).split())
        assert entry["note"].startswith("Page listing of ")
        assert ("the year is inferred" in entry["note"]) == bool(paper["year_inferred"])


def test_keys_are_unique_and_the_same_in_every_selection() -> None:
    corpus = build_corpus(load_sample("group"))
    whole = {entry["title"]: entry.key for entry in read_back(corpus)}
    assert len(set(whole.values())) == 300
    assert all(re.fullmatch(r"[a-z0-9]+-[a-z0-9]+-[0-9a-f]{10}", key) for key in whole.values())
    part = read_back(corpus.only(corpus.papers["paper_id"].iloc[10:40]))
    assert len(part) == 30
    assert all(whole[entry["title"]] == entry.key for entry in part)


def test_the_order_of_the_dumps_does_not_matter() -> None:
    dumps = load_sample("group")
    assert to_bibtex(build_corpus(reversed(dumps))) == to_bibtex(build_corpus(dumps))


def test_a_key_is_plain_whatever_the_names_are() -> None:
    (entry,) = read_back(library(record("第三者", "李明")))
    assert re.fullmatch(r"anonymous-untitled-[0-9a-f]{10}", entry.key)
    (entry,) = read_back(library(record("The Ødegård Effect", "Zoë Ødegård")))
    assert entry.key.startswith("odegard-odegard-")


def test_what_latex_would_run_is_shown_instead() -> None:
    fields = only(record(NASTY, "Ana Ruiz & Söhne", abstract=NASTY))
    assert text_of(fields["title"]) == NASTY
    assert text_of(fields["abstract"]) == NASTY
    assert r"\input" not in fields["title"]
    assert text_of(fields["author"]) == "Ana Ruiz & Söhne"


@given(st.text(max_size=60))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    shown = " ".join("".join(" " if category(letter) in {"Cc", "Cs"} else letter for letter in text).split())
    for latex in (escape(text), escape_title(text)):
        assert text_of(latex) == shown
        entry = parse_string(f"@misc{{a,\n  title = {{{latex}}},\n}}\n").entries[0]
        assert entry["title"] == latex
        assert not re.search(r"(?<!\\)[%&#$_~^]", latex)


def test_braces_keep_capitals_that_mean_something() -> None:
    shown = "A Survey of BERT, GANs and iPhone X in 3D: C++ for Image-to-CAD"
    assert escape_title(shown) == "A Survey of {BERT,} {GANs} and {iPhone} X in {3D:} {C++} for {Image-to-CAD}"


def test_authors_are_joined_by_and_and_hidden_ones_are_others() -> None:
    assert only(record("One", "Ana Ruiz", "Bo Li"))["author"] == "Ana Ruiz and Bo Li"
    assert only(record("One", "Ana Ruiz", "Bo Li", more_authors=True))["author"] == "Ana Ruiz and Bo Li and others"
    assert only(record("One", "Team Sand and Sea"))["author"] == "{Team Sand and Sea}"
    assert only(record("One", "Ruiz, Jr."))["author"] == "{Ruiz, Jr.}"


def test_what_is_not_known_is_left_out() -> None:
    fields = only(record("One", day=None, category="", abstract=""))
    assert set(fields) == {"title", "note"}
    assert fields["note"] == "Page listing of Ana de Ruiz, as of 2026-03-31, not a publication record"


def test_the_note_says_what_is_not_certain() -> None:
    note = only(record("One", "Ana Ruiz", year_shown=False, doubtful=True))["note"]
    assert note.endswith("the year is inferred; where the title ends and the authors begin is not certain")


def test_no_papers_make_an_empty_file() -> None:
    assert to_bibtex(build_corpus([])) == ""
