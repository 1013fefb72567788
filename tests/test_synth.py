"""Made-up groups: the same everywhere, read back without loss, and with the structure that they promise."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product
from pathlib import Path

import pytest
from click.testing import CliRunner
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import normalized_mutual_info_score

from lib.commands.synth import command
from lib.corpus import build_corpus
from lib.dumps import Header, Record, read
from lib.errors import InputError
from lib.synth import SynthDump, SynthPaper, describe_truth, make_group

SIZES = [(12, 300, 7), (23, 400, 1), (4, 4, 2), (1, 1, 3), (1, 60, -5)]
FACTS = ("more_authors", "category", "date", "year_shown", "score", "badges", "abstract", "layout")
FIGURES = ("name", "field", "h_index", "paper_count", "citations", "novelty", "ai_score", "listed")


@cache
def group(profiles: int = 12, papers: int = 300, seed: int = 7) -> tuple[SynthDump, ...]:
    return tuple(make_group(profiles, papers, seed))


def distinct(dumps: tuple[SynthDump, ...]) -> dict[int, SynthPaper]:
    return {paper.number: paper for dump in dumps for paper in dump.papers}


def captures(dumps: tuple[SynthDump, ...]) -> list[list[SynthDump]]:
    """The dumps of every author who was captured more than once, oldest first."""
    owned = defaultdict(list)
    for dump in dumps:
        owned[dump.owner].append(dump)
    return [own for own in owned.values() if len(own) > 1]


def steps(dumps: tuple[SynthDump, ...]) -> Iterator[tuple[dict[int, Record], dict[int, Record]]]:
    """What every page showed before and after, by paper."""
    for own in captures(dumps):
        for before, after in pairwise(own):
            yield {p.number: p.record for p in before.papers}, {p.number: p.record for p in after.papers}


def claimed(header: Header | None) -> tuple[int, int, int]:
    assert header is not None
    figures = header.h_index, header.paper_count, header.citations
    assert None not in figures
    return tuple(figure or 0 for figure in figures)  # type: ignore[return-value] # three of them, as above


@pytest.mark.parametrize(("profiles", "papers", "seed"), SIZES)
def test_the_same_arguments_make_the_same_group(profiles: int, papers: int, seed: int) -> None:
    assert tuple(make_group(profiles, papers, seed)) == group(profiles, papers, seed)


def test_another_seed_makes_other_people_and_papers() -> None:
    assert not {dump.owner for dump in group()} & {dump.owner for dump in group(seed=8)}
    assert not {dump.text for dump in group()} & {dump.text for dump in group(seed=8)}


@pytest.mark.parametrize(("profiles", "papers", "seed"), SIZES)
def test_a_group_has_as_many_authors_and_different_papers_as_asked_for(profiles: int, papers: int, seed: int) -> None:
    dumps = group(profiles, papers, seed)
    assert len({dump.owner for dump in dumps}) == profiles
    assert sorted(distinct(dumps)) == list(range(papers))
    assert len({dump.file for dump in dumps}) == len(dumps)
    assert len({paper.record.title.casefold() for paper in distinct(dumps).values()}) == papers


@pytest.mark.parametrize(("profiles", "papers"), [(0, 5), (-1, 5), (5, 4), (1, 0)])
def test_a_group_that_cannot_be_made_is_refused_at_once(profiles: int, papers: int) -> None:
    with pytest.raises(InputError, match="at least one paper for each"):
        make_group(profiles, papers, 1)


def test_the_first_dump_of_a_million_papers_is_there_before_the_last() -> None:
    first = next(make_group(20_000, 1_000_000, 1))
    assert first.file.startswith("synthetic-00001-")
    assert 0 < len(first.papers) < 400


@pytest.mark.parametrize(("profiles", "papers", "seed"), SIZES)
def test_every_dump_is_read_back_to_its_truth(profiles: int, papers: int, seed: int) -> None:
    for made in group(profiles, papers, seed):
        dump = read(made.text, captured=made.captured, file=made.file)
        assert dump.layout == made.layout
        for figure, header in product(FIGURES, [dump.header] if made.header else []):
            assert getattr(header, figure) == getattr(made.header, figure), figure
        assert (dump.header is None) == (made.header is None)
        if dump.owner.confidence in {"header", "proven"}:  # "likely" may be mistaken, and says so
            assert dump.owner.name == made.owner
        assert [problem for problem in dump.problems if problem.severity == "problem"] == []
        for record, paper in zip(dump.records, made.papers, strict=True):
            assert [getattr(record, fact) for fact in FACTS] == [getattr(paper.record, fact) for fact in FACTS]
            whole = (record.title, record.authors) == (paper.record.title, paper.record.authors)
            assert whole or (record.doubtful and made.layout == "compact"), record.title


def test_papers_that_stand_in_several_dumps_become_one() -> None:
    corpus = build_corpus([read(made.text, captured=made.captured, file=made.file) for made in group()])
    assert [len(corpus.papers), len(corpus.profiles), len(corpus.captures)] == [300, 12, len(group())]
    assert len(corpus.observations) == sum(len(dump.papers) for dump in group())


def test_some_papers_are_shared_between_authors_and_some_between_fields() -> None:
    owners: dict[int, set[str]] = defaultdict(set)
    worked: dict[str, set[str]] = defaultdict(set)
    for dump in group():
        for paper in dump.papers:
            owners[paper.number].add(dump.owner)
            worked[dump.owner].add(paper.field)
    assert 30 <= sum(len(names) > 1 for names in owners.values()) <= 150
    assert 2 <= sum(len(fields) > 1 for fields in worked.values()) <= 8


def test_a_shared_paper_is_the_same_in_every_dump_of_one_day() -> None:
    shown: dict[tuple[int, object], set[tuple[object, ...]]] = defaultdict(set)
    for dump in group():
        for paper in dump.papers:
            record = paper.record
            shown[paper.number, dump.captured].add((record.title, record.authors, record.abstract, record.score))
    assert {len(versions) for versions in shown.values()} == {1}


def test_topics_can_be_found_again_but_not_without_effort() -> None:
    papers = [paper for _, paper in sorted(distinct(group()).items())]
    topics = [paper.topic for paper in papers]
    texts = [f"{paper.record.title} {paper.record.abstract}" for paper in papers]
    weights = TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=2).fit_transform(texts)
    found = KMeans(len(set(topics)), n_init=10, random_state=0).fit_predict(weights)
    assert len(set(topics)) == 12
    assert 0.65 < normalized_mutual_info_score(topics, found) < 0.98


def test_scores_stand_on_recent_papers_only_and_not_on_all_of_them() -> None:
    recent = [
        record.score
        for dump in group()
        for record in (paper.record for paper in dump.papers)
        if record.date and (dump.captured - record.date).days <= 365
    ]
    scores = [score for score in recent if score is not None]
    assert len(scores) == sum(paper.record.score is not None for dump in group() for paper in dump.papers)
    assert 0.7 < len(scores) / len(recent) < 0.95
    assert all(0 < score < 100 and score == round(score, 1) for score in scores)


def test_the_code_badge_stands_exactly_where_the_abstract_has_an_address() -> None:
    records = [paper.record for dump in group() for paper in dump.papers]
    assert all(("https://" in record.abstract) == (record.badges == ("Code",)) for record in records)
    assert 0.1 < sum(bool(record.badges) for record in records) / len(records) < 0.6


def test_the_year_is_left_out_exactly_in_the_year_of_the_capture() -> None:
    for dump in group():
        for paper in dump.papers:
            assert paper.record.date is not None
            assert paper.record.date < dump.captured
            assert paper.record.year_shown == (paper.record.date.year != dump.captured.year)


def test_papers_stand_neither_by_date_nor_by_score() -> None:
    for dump in group():
        days = [paper.record.date for paper in dump.papers if paper.record.date]
        scores = [paper.record.score for paper in dump.papers if paper.record.score is not None]
        for shown in (days, scores):
            falls = sum(earlier > later for earlier, later in pairwise(shown))  # type: ignore[operator] # one type each
            assert len(shown) < 8 or 0.2 < falls / len(shown) < 0.8, dump.file


def test_pages_that_are_captured_again_have_grown() -> None:
    several = captures(group())
    assert sorted(map(len, several)) == [2, 2, 2, 3, 3]
    assert any(len({dump.captured.year for dump in own}) > 1 for own in several)
    for own in several:
        for before, after in pairwise(own):
            assert before.captured < after.captured
            figures = list(zip(claimed(before.header), claimed(after.header), strict=True))
            assert all(then <= now for then, now in figures)
            assert figures[2][0] < figures[2][1]


def test_between_captures_papers_come_scores_move_code_appears_and_a_paper_goes() -> None:
    came, gone, moved, code, dropped = 0, 0, 0, 0, 0
    for before, after in steps(group()):
        came += len(after.keys() - before.keys())
        gone += len(before.keys() - after.keys())
        both = [(before[number], after[number]) for number in before.keys() & after.keys()]
        moved += sum(None not in (then.score, now.score) and then.score != now.score for then, now in both)
        dropped += sum(then.score is not None and now.score is None for then, now in both)
        code += sum(not then.badges and bool(now.badges) for then, now in both)
        assert all(then.title == now.title and now.abstract.startswith(then.abstract) for then, now in both)
    assert came > 10
    assert 1 <= gone <= 10
    assert moved > 10
    assert dropped > 10
    assert 1 <= code <= 20


def test_the_truth_is_a_line_of_json_for_each_dump() -> None:
    made = group()[0]
    truth = json.loads(describe_truth(made))
    assert describe_truth(made).endswith(b"}\n")
    assert [truth[key] for key in ("file", "layout", "owner")] == [made.file, made.layout, made.owner]
    assert truth["captured"] == made.captured.isoformat()
    assert truth["header"]["name"] == made.owner
    assert [paper["topic"] for paper in truth["papers"]] == [paper.topic for paper in made.papers]
    assert [paper["title"] for paper in truth["papers"]] == [paper.record.title for paper in made.papers]


def test_the_verb_writes_a_file_for_each_dump_and_the_truth(tmp_path: Path) -> None:
    out, truth = tmp_path / "made" / "group", tmp_path / "truth.jsonl"
    arguments = ["--profiles", "4", "--papers", "4", "--seed", "2", "--out", str(out), "--truth", str(truth)]
    result = CliRunner().invoke(command, arguments)
    made = group(4, 4, 2)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert f"Made {len(made)} dumps of 4 invented authors" in result.stderr
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {d.file: d.text.encode() for d in made}
    assert [json.loads(line)["file"] for line in truth.read_text().splitlines()] == [dump.file for dump in made]


def test_the_verb_prints_the_dumps_when_no_folder_is_named() -> None:
    result = CliRunner().invoke(command, ["--profiles", "1", "--papers", "1", "--seed", "3"])
    assert result.stdout == "".join(f"{made.text}\n\n" for made in group(1, 1, 3))


def test_the_verb_says_when_other_files_are_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "older.txt").write_text("x")
    result = CliRunner().invoke(command, ["--profiles", "1", "--papers", "1", "--out", str(tmp_path)])
    assert "1 more text files that were not made just now" in result.stderr


def test_the_verb_says_why_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = CliRunner().invoke(command, ["--profiles", "1", "--papers", "1", "--out", str(tmp_path / "file" / "x")])
    assert isinstance(result.exception, InputError)
    assert "cannot be written" in str(result.exception)
