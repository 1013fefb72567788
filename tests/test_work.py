"""What takes long runs in a process of its own and comes back as it would have been computed here."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lib.corpus import Corpus, build_corpus
from lib.errors import WorkError
from lib.network import locate_people, read_network
from lib.samples import load_sample
from lib.search import read_texts
from lib.similar import weigh
from lib.text import count_terms
from lib.work import TASKS, Job, Task, kept
from lib.work.networks import graph_frames, network_frames, to_draw, to_network
from lib.work.texts import text_frames, to_texts
from lib.work.weights import to_weights, weight_frames

PEOPLE = "person_id name profile_id papers partners joint_papers"
TIED = {
    "joint": "first second paper_id",
    "people": PEOPLE,
    "size": "papers hiding",
    "ties": "first second papers fractional",
}
HANDED_OVER = {  # by each task: the version of its rules, and the columns of its frames
    "count": (1, {"counts": "category papers"}),
    "words": (1, {"size": "papers words"}),
    "weights": (
        2,
        {"papers": "paper_id", "terms": "term", "weights.ends": "end", "weights.entries": "place value"},
    ),
    "texts": (
        1,
        {
            "counted": "word",
            "numbered": "word",
            "papers": "paper_id start end",
            "titles.ends": "end",
            "titles.entries": "place value",
            "tokens": "token",
            "words.ends": "end",
            "words.entries": "place value",
        },
    ),
    "topics": (
        3,
        {
            "evidence": "k stability spread silhouette smallest_topic verdict",
            "map": "paper_id x y",
            "own_terms": "paper_id term weight",
            "placed": "paper_id topic distance second margin",
            "terms": "term weight papers topic label",
            "topics": "topic label papers stability unstable central why_k",
            "tree": "branch parent label topic papers height",
        },
    ),
    "network": (1, TIED),
    "graph": (3, {**TIED, "located": f"{PEOPLE} fractional betweenness community x y"}),
}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return build_corpus(load_sample("profiles"))


def job(corpus: Corpus, folder: Path, **params: str) -> Job:
    return Job(TASKS["count"], corpus, params, folder)


def test_the_process_gives_what_this_process_would_have_given(corpus: Corpus, tmp_path: Path) -> None:
    counting = job(corpus, tmp_path)
    told = list(counting.run())
    assert [progress.words for progress in told] == ["Reading the library", "Counting papers"]
    assert told[-1].share == 0.5
    pd.testing.assert_frame_equal(counting.read()["counts"], counting.run_here()["counts"])
    assert dict(counting.read()["counts"].itertuples(index=False, name=None)) == {"CV": 17, "IR": 7}


@pytest.mark.parametrize("task", TASKS.values(), ids=lambda task: task.name)
def test_frames_of_another_shape_have_another_version_so_that_kept_ones_are_not_read(
    task: Task, corpus: Corpus, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OEUVRE_DATA", str(tmp_path))
    frames = task.load()(corpus, {}, lambda *_: None)
    shape = {name: " ".join(map(str, frame.columns)) for name, frame in frames.items()}
    assert (task.version, shape) == HANDED_OVER[task.name], "raise its version in lib/work/tasks.py, and say so here"


def test_a_result_that_is_there_is_not_computed_again(corpus: Corpus, tmp_path: Path) -> None:
    assert list(job(corpus, tmp_path).run())
    assert list(job(corpus, tmp_path).run()) == []


def test_another_parameter_or_another_corpus_is_another_job(corpus: Corpus, tmp_path: Path) -> None:
    other = build_corpus(load_sample("profiles")[:1])
    ids = {job(corpus, tmp_path).id, job(corpus, tmp_path, by="year").id, job(other, tmp_path).id}
    assert len(ids) == 3


def test_a_failure_says_what_failed_and_leaves_no_result(corpus: Corpus, tmp_path: Path) -> None:
    failing = job(corpus, tmp_path, fail="yes")
    with pytest.raises(WorkError, match="count stopped with code 1: Nothing can be counted with fail='yes'"):
        list(failing.run())
    assert not failing.result.exists()


def test_a_network_comes_back_from_disk_as_it_was_read(corpus: Corpus, tmp_path: Path) -> None:
    kept.write(network_frames(corpus, {}, lambda *_: None), tmp_path / "network")
    found, read = to_network(kept.read(tmp_path / "network")), read_network(corpus.authorships, corpus.papers)
    pd.testing.assert_frame_equal(found.people, read.people)
    pd.testing.assert_frame_equal(found.ties, read.ties)
    pd.testing.assert_frame_equal(found.joint, read.joint)
    assert (found.papers, found.hiding) == (read.papers, read.hiding)


def test_weights_come_back_from_disk_as_they_were_weighed(corpus: Corpus, tmp_path: Path) -> None:
    kept.write(weight_frames(corpus, {}, lambda *_: None), tmp_path / "weights")
    found, weighed = to_weights(kept.read(tmp_path / "weights")), weigh(count_terms(corpus.papers))
    assert (found.paper_ids, found.terms) == (weighed.paper_ids, weighed.terms)
    assert found.matrix.shape == weighed.matrix.shape
    assert found.matrix.nnz == weighed.matrix.nnz > 0
    assert abs(found.matrix - weighed.matrix).max() == 0


def test_texts_come_back_from_disk_as_they_were_read(corpus: Corpus, tmp_path: Path) -> None:
    kept.write(text_frames(corpus, {}, lambda *_: None), tmp_path / "texts")
    found, read = to_texts(kept.read(tmp_path / "texts")), read_texts(count_terms(corpus.papers), corpus.papers)
    assert (found.paper_ids, found.names) == (read.paper_ids, read.names)
    assert list(found.positions.number.items()) == list(read.positions.number.items())
    for name in ("tokens", "starts", "ends"):
        np.testing.assert_array_equal(getattr(found.positions, name), getattr(read.positions, name))
    for name in ("words", "titles"):
        assert getattr(found, name).shape == getattr(read, name).shape
        assert abs(getattr(found, name) - getattr(read, name)).max() == 0 < getattr(read, name).nnz


def test_a_library_without_papers_has_neither_weights_nor_texts() -> None:
    nothing = build_corpus([])
    weights = to_weights(weight_frames(nothing, {}, lambda *_: None))
    assert weights.paper_ids == weights.terms == ()
    assert weights.matrix.shape == (0, 0)
    texts = to_texts(text_frames(nothing, {}, lambda *_: None))
    assert not texts.positions.number
    assert texts.words.shape == texts.titles.shape == (0, 0)


def test_the_people_of_a_graph_are_those_that_the_page_draws_ties_between(corpus: Corpus) -> None:
    whole = read_network(corpus.authorships, corpus.papers)
    focus = str(whole.people["person_id"].iloc[0])
    for least, around in ((1, ""), (2, ""), (1, focus)):
        drawn = to_draw(whole, least, around)
        placed = graph_frames(corpus, {"least": least, "focus": around}, lambda *_: None)["located"]
        pd.testing.assert_frame_equal(placed, locate_people(drawn))
        assert set(placed["person_id"]) == set(drawn.people["person_id"])


def test_frames_are_kept_whole_and_the_oldest_are_forgotten(tmp_path: Path) -> None:
    frames = {"one": pd.DataFrame({"a": pd.array([1, None], dtype="Int64")}), "two": pd.DataFrame({"b": ["x"]})}
    for name in ("first", "second", "third"):
        kept.write(frames, tmp_path / name)
    kept.write({"one": frames["two"]}, tmp_path / "third")
    pd.testing.assert_frame_equal(kept.read(tmp_path / "third")["one"], frames["one"])
    kept.forget_oldest(tmp_path, 2)
    assert sorted(folder.name for folder in tmp_path.iterdir()) == ["second", "third"]
