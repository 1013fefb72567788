"""Papers and authors that are alike, in a library of six papers."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics.pairwise import cosine_similarity

from lib.errors import SelectionError
from lib.network import identify_people
from lib.schema import AUTHORSHIPS
from lib.similar import Weights, compare_authors, similar_authors, similar_papers, weigh, weigh_authors
from lib.text import count_terms

PAPERS = {
    "p1": ("Speech synthesis with neural vocoders", "Vocoders speak."),
    "p2": ("Neural vocoders for singing", "Singing voices need vocoders."),
    "p3": ("Speech recognition", "Transcripts of speech."),
    "p4": ("Walking robots", "Legged robots walk on grass."),
    "p5": ("Robots on grass", "A legged robot for grass."),
    "p6": ("Quux", None),
}
WRITTEN = {
    "p1": ["Ada Verne", "Bo Lund"],
    "p2": ["Bo Lund"],
    "p3": ["Cy Ito"],
    "p4": ["Dee Roy"],
    "p5": ["Cy Ito", "Dee Roy"],
    "p6": ["Eve Lone"],
}
PROFILES = {"Ada Verne": "ada", "Bo Lund": "bo", "Cy Ito": "cy", "Dee Roy": "dee", "Eve Lone": "eve"}


def weights_of(papers: Mapping[str, tuple[str, str | None]]) -> Weights:
    rows = [{"paper_id": paper, "title": title, "abstract": abstract} for paper, (title, abstract) in papers.items()]
    return weigh(count_terms(pd.DataFrame(rows, columns=["paper_id", "title", "abstract"], dtype="string")))


def authorships_of(written: dict[str, list[str]]) -> pd.DataFrame:
    return AUTHORSHIPS.frame(
        {"paper_id": paper, "name": name, "profile_id": PROFILES[name]}
        for paper, names in written.items()
        for name in names
    )


WEIGHTS = weights_of(PAPERS)
AUTHORSHIPS_OF_ALL = authorships_of(WRITTEN)
WRITERS = identify_people(AUTHORSHIPS_OF_ALL)
AUTHORS = weigh_authors(WEIGHTS, AUTHORSHIPS_OF_ALL[["profile_id", "paper_id"]])


def test_similar_papers_are_those_that_share_terms_the_most_similar_first() -> None:
    found = similar_papers(WEIGHTS, WRITERS, "p1")
    assert found["paper_id"].tolist() == ["p2", "p3"]
    assert found["rank"].tolist() == [1, 2]
    every = cosine_similarity(WEIGHTS.matrix)
    assert found["similarity"].tolist() == pytest.approx([every[0, 1], every[0, 2]])
    assert found["terms"].tolist() == ["neural vocoders", "speech"]
    assert found["driven"].tolist() == pytest.approx([1, 1])
    assert found["shared_authors"].tolist() == ["Bo Lund", ""]


def test_papers_of_the_same_authors_can_be_left_out() -> None:
    assert similar_papers(WEIGHTS, WRITERS, "p1", other_authors=True)["paper_id"].tolist() == ["p3"]


def test_no_more_papers_than_asked_for() -> None:
    assert similar_papers(WEIGHTS, WRITERS, "p1", limit=1)["paper_id"].tolist() == ["p2"]


def test_a_paper_like_no_other_has_no_neighbours() -> None:
    assert similar_papers(WEIGHTS, WRITERS, "p6").empty


def test_two_papers_are_enough() -> None:
    two = {"a": ("Speech for robots", None), "b": ("Speech for cars", None)}
    found = similar_papers(weights_of(two), identify_people(authorships_of({})), "a")
    assert found[["paper_id", "terms"]].to_numpy().tolist() == [["b", "Speech"]]


def test_of_equally_similar_papers_the_first_id_comes_first() -> None:
    same = dict.fromkeys("dbca", ("Speech synthesis", None))
    found = similar_papers(weights_of(same), identify_people(authorships_of({})), "c")
    assert found["paper_id"].tolist() == ["a", "b", "d"]
    assert found["similarity"].tolist() == pytest.approx([1, 1, 1])


def test_what_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(SelectionError, match="no paper 'zed' among the 6"):
        similar_papers(WEIGHTS, WRITERS, "zed")
    with pytest.raises(SelectionError, match="no author 'zed' with papers among the 5"):
        similar_authors(AUTHORS, "zed")


def test_authors_are_compared_without_what_they_wrote_together() -> None:
    found = compare_authors(AUTHORS, ["dee", "cy", "ada", "bo"]).set_index(["first", "second"])
    assert found.index.tolist() == [
        ("ada", "bo"),
        ("ada", "cy"),
        ("ada", "dee"),
        ("bo", "cy"),
        ("bo", "dee"),
        ("cy", "dee"),
    ]
    assert found["together"].tolist() == [1, 0, 0, 0, 0, 1]
    assert found["first_papers"].tolist() == [1, 1, 1, 2, 2, 2]
    assert found["second_papers"].tolist() == [2, 2, 2, 2, 2, 2]
    # Ada has no paper without Bo: how alike they are cannot be told
    assert found["similarity"].isna().tolist() == [True, False, False, False, False, False]
    # Cy and Dee are compared by "Speech recognition" and "Walking robots" alone
    assert found.loc[("cy", "dee"), "similarity"] == 0
    assert found["terms"].tolist() == ["", "speech", "", "speech", "", ""]


def test_the_similarity_of_authors_is_the_cosine_of_their_sums() -> None:
    dense = WEIGHTS.matrix.toarray()
    expected = cosine_similarity([dense[0]], [dense[2] + dense[4]])[0, 0]
    found = similar_authors(AUTHORS, "ada")
    assert found["second"].tolist() == ["cy"]
    assert found["similarity"].tolist() == pytest.approx([expected])
    assert found["driven"].tolist() == pytest.approx([1])


def test_similar_authors_are_ranked() -> None:
    found = similar_authors(AUTHORS, "bo")
    assert found["first"].tolist() == ["bo"]
    assert found["second"].tolist() == ["cy"]
    assert similar_authors(AUTHORS, "eve").empty


def test_a_library_without_words_has_nothing_similar() -> None:
    empty = weights_of({})
    assert empty.matrix.shape == (0, 0)
    silent = weights_of({"a": ("The", None), "b": ("Of", None)})
    assert similar_papers(silent, identify_people(authorships_of({})), "a").empty
    assert weigh_authors(empty, AUTHORSHIPS_OF_ALL[["profile_id", "paper_id"]]).profile_ids == ()


titles = st.lists(st.sampled_from(["speech", "robots", "grass", "vocoders", "walking"]), min_size=1, max_size=4)


@settings(max_examples=30)
@given(st.lists(titles, min_size=2, max_size=5))
def test_similarity_is_mutual_and_within_its_bounds(words: list[list[str]]) -> None:
    weights = weights_of({f"p{at}": (" ".join(each), None) for at, each in enumerate(words)})
    writers = identify_people(authorships_of({}))
    found = np.zeros((len(words), len(words)))
    for at in range(len(words)):
        near = similar_papers(weights, writers, f"p{at}")
        found[at, [int(paper[1:]) for paper in near["paper_id"]]] = near["similarity"].to_numpy(float)
        assert near["driven"].between(0, 1 + 1e-9).all()
    assert found == pytest.approx(found.T)
    assert found.min() >= 0
    assert found.max() <= 1
