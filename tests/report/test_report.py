"""A report is one file: what it says, what it escapes, how large it is, and what its policy lets run."""

import base64
import gzip
import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from plotly.offline import get_plotlyjs

from lib.commands.report import command
from lib.corpus import build_corpus
from lib.corrections import Category, Correction
from lib.opening import Opened, narrow, open_named, read_link
from lib.opening.wanted import Wanted
from lib.report import Reading, make_report, to_html
from lib.report.apart import order_report
from lib.report.numbers import MOST, to_table
from tests.hand_dumps import dump, record


@pytest.fixture(autouse=True, scope="module")
def _own_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OEUVRE_DATA", str(tmp_path_factory.mktemp("data")))
        yield


def write(name: str, link: str = "", note: str = "") -> str:
    library = open_named(name)
    return to_html(make_report(Reading(library, narrow(library.corpus, read_link(link))), note=note))


def hash_of(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.fixture(scope="module")
def group() -> str:
    return write("group")


def test_three_hundred_papers_take_less_than_six_megabytes(group: str) -> None:
    assert len(group.encode()) < 6_000_000
    (packed,) = re.findall(r'id="plotly">([^<]*)<', group)
    assert gzip.decompress(base64.b64decode(packed)).decode() == get_plotlyjs()
    assert group.count("<script") == 3  # the figures, Plotly, and the lines that draw


def test_topics_are_found_and_called_as_the_link_says() -> None:
    library = open_named("group")
    link = "?library=group&author={}&topics_from=selection&k=2&names=1%3DThe+first"
    author = str(library.corpus.seniority.iloc[0])
    reading = Reading(library, narrow(library.corpus, read_link(link.format(author))))
    topics = reading.topics["topics"]
    assert topics["papers"].sum() <= len(reading.shown.papers) < len(library.corpus.papers)
    assert topics["label"].tolist()[0] == "The first"
    assert "The first" in set(reading.group("topic").rows["label"])


def test_every_script_and_style_is_in_the_policy_by_its_hash_and_nothing_else_may_run(group: str) -> None:
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', group)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in policy
    assert "http" not in policy
    assert hash_of(get_plotlyjs()) in policy
    for kind in ("script", "style"):
        for text in re.findall(rf"<{kind}>(.*?)</{kind}>", group, re.DOTALL):
            assert hash_of(text) in policy
    assert not re.findall(r"<(?:script|link|img|iframe)[^>]*\s(?:src|href)=", group)
    assert not re.findall(r"<[^>]*\son\w+=", group.partition("<script")[0])


def test_every_chapter_has_its_question_and_the_origin_of_its_figures(group: str) -> None:
    titles = re.findall(r"<h2>(.*?)</h2>", group)
    assert titles == ["Overview", "Topics", "Timeline", "Scores", "Compare", "Network", "Where this comes from"]
    library = open_named("group")
    text = unescape(group)
    assert "In view: 300 of 300 papers of the library (the whole library)." in text
    assert library.corpus.id in text
    assert "seed of everything random: 0." in text
    assert all(file in text for file in library.corpus.captures["file"])
    assert all(title in text for title in library.corpus.papers["title"])


def test_corrections_in_force_are_listed_with_who_made_them_and_when() -> None:
    library = open_named("profiles")
    row = library.corpus.captures.iloc[0]
    now, place = datetime(2026, 5, 1, tzinfo=UTC), (str(row["dump_id"]), "key", 5)
    log = (
        Correction(1, Category("undone"), *place, "ada@x.org", now, undone_by=2),
        Correction(3, Category("<b>"), *place, "ada@x.org", now),
    )
    opened = Opened(library.title, library.corpus, log)
    html = to_html(make_report(Reading(opened, narrow(library.corpus, read_link("")))))
    assert "1 correction of readers in force." in html
    block = html[html.index("<h3>The corrections</h3>") : html.index("<h3>The papers</h3>")]
    assert all(said in block for said in ("ada@x.org", "2026-05-01", str(row["file"]), "&lt;b&gt;"))
    assert "undone" not in block


def test_the_same_selection_makes_the_same_file() -> None:
    assert write("profiles", "years=2024-") == write("profiles", "years=2024-")


def test_a_report_shows_what_the_link_shows() -> None:
    text = unescape(write("profiles", "years=2024-&per=quarter"))
    library = open_named("profiles")
    papers = library.corpus.papers
    recent = papers[papers["date"] >= "2024"]
    assert f"In view: {len(recent)} of 24 papers of the library (since 2024)." in text
    assert "as a link: ?years=2024-&per=quarter." in text


def test_text_from_dumps_is_never_markup() -> None:
    evil = '</script><img src=x onerror="alert(1)"> & <b>'
    records = [record(f"{evil} {at}", f"Ana <i>Ruiz</i> {at}", category=evil, score=50.0 + at) for at in range(12)]
    corpus = build_corpus([dump("<b>.txt", "Ana <u>", date(2026, 1, 1), records)])
    html = to_html(make_report(Reading(Opened(evil, corpus), narrow(corpus, read_link(""))), evil, evil))
    for tag in ("<img", "<b>", "<i>", "<u>", 'onerror="alert'):
        assert tag not in html.replace("&lt;", "")
    assert html.count("</script>") == 3


def test_no_papers_in_view_are_said_and_drawn_by_nothing() -> None:
    html = write("empty")
    assert "In view: 0 of 0 papers" in html
    assert "<script>" not in html
    assert re.findall(r"<h2>(.*?)</h2>", html) == ["Overview", "Where this comes from"]


def test_a_table_is_whole_and_marks_what_is_missing() -> None:
    years, scores = pd.array([2024, None], "Int64"), pd.array([1.5, None], "Float64")
    table = pd.DataFrame({"title": ["<a>", None], "year": years, "score": scores, "lane": [1, 2]})
    html = to_table(table)
    assert (html.count("<td class=number>"), html.count('<th scope="col" class=number')) == (4, 2)
    assert html.count("<tr>") == 3
    assert "&lt;a&gt;" in html
    assert "lane" not in html
    assert re.findall(r"<td[^>]*>(.*?)</td>", html) == ["&lt;a&gt;", "2024", "1.5", "–", "–", "–"]
    long = to_table(pd.DataFrame({"papers": range(MOST + 1)}))
    assert f"the first {MOST:,} of {MOST + 1:,} rows" in long
    assert "<details open" not in long
    assert to_table(table.head(0)) == ""


def test_a_process_writes_the_same_report_and_says_how_far_it_is(tmp_path: Path) -> None:
    selection = read_link("?library=profiles&years=2024-&per=quarter")
    told = list(order_report(Wanted.part("profiles", None, selection)).write(tmp_path / "report"))
    assert (tmp_path / "report").read_text() == write("profiles", "?years=2024-&per=quarter&library=profiles")
    assert "The chapter “Topics” is written" in [progress.words for progress in told]
    assert [progress.share for progress in told] == sorted(progress.share for progress in told)


def test_the_verb_writes_the_file_and_never_over_another(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    arguments = ["--view", "library=profiles&years=2024-", "--title", "Recent & ours", "--out", str(file)]
    done = CliRunner().invoke(command, arguments)
    assert done.exit_code == 0
    assert "<h1>Recent &amp; ours</h1>" in file.read_text(encoding="utf-8")
    again = CliRunner().invoke(command, arguments)
    assert "is already there" in str(again.exception)
