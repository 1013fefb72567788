"""What holds for every page: facts survive a round trip, and every line of any text is accounted for."""

from dataclasses import replace

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from lib.dumps import Header, Layout, Record, read, read_many, render
from lib.dumps.lines import split_lines, whole_lines
from lib.errors import InputError, NotADumpError
from tests.dumps.facts import CAPTURED, NOWHERE, pages
from tests.dumps.made import BADGE, COMPACT, HEADER, OTHER, SPACED
from tests.dumps.soundness import is_sound

Page = tuple[Header | None, list[Record], Layout]
many = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

LINES = (
    "", " ", "\u200b", BADGE, "CVFeb 30", "96.2", "IR", "Mar 18", "Code", "7 Papers", "h-index10", "7papers",
    "Novelty", "57%", "Ada Lovelace", "Ada Lovelace, Bo Li, Cy Young et al.", "Load more", "© 2026", "Next",
    "A sentence, as it is.", "CVMar 182 citations", "250CVMay 1", "A TitleAda Lovelace, Bo Li", "x" * 300,
    "et al.", ",", "·", "A\x0cB", "A\u2028B",
)  # fmt: skip
ENDS = ("\n", "\r\n", "\r")


def glued(record: Record) -> str:
    return record.title + ", ".join(record.authors)


@given(pages)
@many
def test_facts_that_are_shown_are_read_again(page: Page) -> None:
    header, records, layout = page
    dump = read(render(header, records, layout), captured=CAPTURED)
    assert is_sound(dump)
    assert len(dump.records) == len(records)
    for true, record in zip(records, dump.records, strict=True):
        for name in ("category", "date", "year_shown", "score", "badges", "abstract", "more_authors"):
            assert getattr(record, name) == getattr(true, name), name
        if layout == "spaced":
            assert (record.title, record.authors) == (true.title, true.authors)
        else:
            assert glued(record) == glued(true)
    assert (dump.header and replace(dump.header, lines=NOWHERE)) == header


@given(pages)
@many
def test_what_was_read_of_a_page_renders_to_the_page(page: Page) -> None:
    text = render(*page)
    dump = read(text, captured=CAPTURED)
    assert render(dump.header, dump.records, dump.layout) == text


@given(pages, st.data())
@many
def test_a_damaged_page_is_refused_or_every_line_is_accounted_for(page: Page, data: st.DataObject) -> None:
    lines = whole_lines(render(*page))
    for _ in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, len(lines)))
        kind = data.draw(st.sampled_from(["insert", "delete", "double", "end", "cut"]))
        if kind == "insert":
            lines.insert(at, data.draw(st.sampled_from(LINES)) + data.draw(st.sampled_from(ENDS)))
        elif kind == "end" and at < len(lines):
            lines[at] = lines[at].rstrip("\r\n") + data.draw(st.sampled_from((*ENDS, "")))
        else:
            lines[at : at + 1] = lines[at : at + 1] * (2 if kind == "double" else 0)
    text = "".join(lines)
    text = text[: data.draw(st.integers(0, len(text)))] if data.draw(st.booleans()) else text
    try:
        dumps = read_many(text, captured=CAPTURED)
    except NotADumpError:
        return
    assert "".join(dump.text for dump in dumps) == text
    assert all(is_sound(dump) for dump in dumps)
    assert is_sound(read(text, captured=CAPTURED))


@given(st.lists(st.sampled_from((*LINES, COMPACT, SPACED, OTHER, HEADER)), max_size=12), st.sampled_from(ENDS))
@many
def test_lines_in_any_order_are_refused_or_accounted_for(parts: list[str], end: str) -> None:
    text = end.join(parts)
    try:
        dump = read(text, captured=CAPTURED)
    except NotADumpError:
        return
    assert is_sound(dump)


@example("\u200b")
@example("\ufeff")
@example(",")
@given(st.text(max_size=300))
@many
def test_no_text_raises_anything_but_our_own_errors(text: str) -> None:
    for whole in (text, f"{SPACED}\n{text}", f"{text}\n{COMPACT}"):
        try:
            dump = read(whole, captured=CAPTURED)
        except InputError:
            assume(whole == text)
            continue
        assert is_sound(dump)


@given(st.text("ab\r\n\x0b\x0c\x1c\x85\u2028", max_size=40))
@many
def test_lines_are_whole_and_counted_alike(text: str) -> None:
    whole = whole_lines(text)
    assert "".join(whole) == text
    assert [line.rstrip("\r\n") for line in whole] == split_lines(text)


@given(pages, st.integers(1, 4))
@many
def test_reading_twice_and_in_pieces_gives_the_same(page: Page, copies: int) -> None:
    text = render(*page)
    assert read(text, captured=CAPTURED) == read(text, captured=CAPTURED)
    text = text.replace("\n\n", "\n" * (copies + 1))
    once = read(text, captured=CAPTURED)
    assert [(r.title, r.authors, r.abstract, r.date) for r in once.records] == [
        (r.title, r.authors, r.abstract, r.date) for r in read(render(*page), captured=CAPTURED).records
    ]
