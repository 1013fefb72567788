"""What is counted: prose without formulas and addresses, words as scikit-learn reads them, and phrases."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sklearn.feature_extraction.text import CountVectorizer

from lib.errors import InputError
from lib.text import STOP_WORDS, Counts, Terms, clean, count_terms, load_counts, save_counts


def papers(*texts: str) -> pd.DataFrame:
    rows = [{"paper_id": f"p{at}", "title": "", "abstract": text} for at, text in enumerate(texts)]
    return pd.DataFrame(rows, columns=["paper_id", "title", "abstract"], dtype="string")


def count_of(terms: Terms, name: str) -> list[int]:
    counted: list[int] = terms.matrix[:, [terms.number[name]]].toarray()[:, 0].tolist()
    return counted


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("noise of $O(\\sqrt{n})$ at most", "noise of at most"),
        ("it costs $5 and $10 a day", "it costs $5 and $10 a day"),
        ("we \\emph{never} lose", "we never lose"),
        ("shown in \\cite{someone2020} before", "shown in before"),
        ('Schr\\"{o}dinger and Erd\\H{o}s', "Schrödinger and Erdős"),
        ("\\begin{equation} a = b \\end{equation} holds", "holds"),
        ("see https://example.org/a?b=1 now", "see now"),
        ("code at github.com/someone/thing", "code at"),
        ("write to first.last@uni.example.edu", "write to"),
        ("as in arXiv:2101.00001v2 and doi:10.1000/xyz", "as in and"),
        ("<b>bold</b> &amp; plain", "bold & plain"),
        ("learn(cid:173)ing of shapes", "learning of shapes"),
        ("recogni- tion", "recognition"),
        ("pre- and post-training", "pre- and post-training"),
        ("a state-of-the-art state estimator", "a state estimator"),
        ("the ﬁeld", "the field"),
        ("图像分割", "图像 像分 分割"),
    ],
)
def test_only_prose_is_left(text: str, prose: str) -> None:
    assert " ".join(clean(text).replace(" . ", " ").split()).strip(" .") == prose


def test_words_are_counted_as_scikit_learn_counts_them() -> None:
    texts = ["The robot's arm re-grasps a cup, a cup!", "3D maps; maps of Lévy flights", ""]
    counts = count_terms(papers(*texts)).words
    vectorizer = CountVectorizer()
    expected = vectorizer.fit_transform(texts)
    assert list(counts.names) == vectorizer.get_feature_names_out().tolist()
    assert counts.matrix.toarray().tolist() == expected.toarray().tolist()


def test_a_phrase_is_two_to_four_telling_words_that_nothing_separates() -> None:
    counts = count_terms(papers(*["We show few-shot motion planning, fast control of the arm and hand"] * 2)).phrases
    assert counts.names == (
        "fast control",
        "few shot",
        "few shot motion",
        "few shot motion planning",
        "motion planning",
        "shot motion",
        "shot motion planning",
    )
    assert counts.shown[1:4] == ("few-shot", "few-shot motion", "few-shot motion planning")
    assert counts.matrix.toarray().tolist() == [[1] * 7] * 2


def test_a_general_word_finishes_a_phrase_but_begins_none() -> None:
    counts = count_terms(papers(*["Language models learn; models language"] * 2)).phrases
    assert counts.names == ("language models",)


def test_a_phrase_of_a_single_paper_is_not_kept() -> None:
    assert count_terms(papers("motion planning", "grasp planning", "motion planning")).phrases.names == (
        "motion planning",
    )


def test_terms_are_shown_as_the_papers_write_them() -> None:
    counts = count_terms(papers("LiDAR maps by LiDAR-inertial odometry", "Learning maps, learning LiDAR-inertial maps"))
    shown = dict(zip(counts.words.names, counts.words.shown, strict=True))
    assert shown["lidar"] == "LiDAR"
    assert shown["learning"] == "learning"
    assert counts.phrases.shown == ("LiDAR-inertial",)


def test_stop_words_are_counted_and_marked() -> None:
    words = count_terms(papers("We propose robots in 2020")).words
    assert dict(zip(words.names, words.is_telling.tolist(), strict=True)) == {
        "2020": False,
        "in": False,
        "propose": False,
        "robots": True,
        "we": False,
    }
    assert {"we", "propose"} <= STOP_WORDS


def test_the_order_of_rows_changes_nothing() -> None:
    frame = papers("graph cuts for graph matching", "motion planning of arms", "graph matching", "")
    forward, backward = count_terms(frame), count_terms(frame.iloc[::-1])
    assert forward.paper_ids == backward.paper_ids == ("p0", "p1", "p2", "p3")
    same(forward, backward)


def test_missing_text_is_a_row_without_counts() -> None:
    frame = papers("graph", "")
    frame.loc[1, ["title", "abstract"]] = pd.NA
    assert count_terms(frame).words.matrix.toarray().tolist() == [[1], [0]]


def test_no_papers_are_no_counts() -> None:
    counts = count_terms(papers())
    assert counts.paper_ids == ()
    assert counts.words.matrix.shape == (0, 0)
    assert counts.phrases.matrix.shape == (0, 0)


def test_the_counts_of_some_papers_keep_the_terms() -> None:
    counts = count_terms(papers("graph", "arm arm", "graph arm"))
    some = counts.of(["p2", "p1"])
    assert some.paper_ids == ("p1", "p2")
    assert some.words.names == counts.words.names
    assert count_of(some.words, "arm") == [2, 1]


def test_counts_come_back_from_disk_as_they_were(tmp_path: Path) -> None:
    counts = count_terms(papers("few-shot SLAM 图像分割", "few-shot maps", ""))
    save_counts(counts, tmp_path / "counts")
    same(load_counts(tmp_path / "counts"), counts)


def test_a_file_that_holds_no_counts_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "notes.npz").write_text("not counts")
    with pytest.raises(InputError, match=r"notes\.npz.*expected kept term counts"):
        load_counts(tmp_path / "notes.npz")


def test_an_object_array_is_refused_rather_than_unpickled(tmp_path: Path) -> None:
    with (tmp_path / "counts.npz").open("wb") as file:
        np.savez(file, version=np.array([{"a": 1}], dtype=object))
    with pytest.raises(InputError, match="expected kept term counts"):
        load_counts(tmp_path / "counts.npz")


def same(one: Counts, other: Counts) -> None:
    assert one.paper_ids == other.paper_ids
    for mine, theirs in ((one.words, other.words), (one.phrases, other.phrases)):
        assert mine.names == theirs.names
        assert mine.shown == theirs.shown
        assert mine.matrix.shape == theirs.matrix.shape
        assert mine.matrix.toarray().tolist() == theirs.matrix.toarray().tolist()
