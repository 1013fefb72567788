"""A glued title and author list is split where the evidence says so, and marked where it does not."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.dumps.names import Head, HeadSplit, is_author_list, read_author_list, split_heads
from lib.dumps.names.hypotheses import capital_starts, lower_starts, read_line
from lib.dumps.names.split import CANDIDATES, NEAREST
from tests.dumps.conftest import TrueDump, TruePaper

ABOUT = "We look closely at {}, and at little else; our experiments are many and our margins thin."

TRAPS = [
    ("Search, Tagging, and Ranking", "Ada Bell, Bo Li, Cy Young et al."),
    ("Search, Tagging, and Ranking", "Ada Bell, Bo Li"),
    ("Sorting, Please", "Ada Bell, Bo Li, Cy Young et al."),
    ("Tides, Winds and Everything", "Ada Bell"),
    ("Differential Pumping", "Ada Bell, Bo Li, Cy Young et al."),
    ("Is This the Last Bus?", "Ada Bell, Bo Li"),
    ("Stop That Tram!", "Ada Bell"),
    ("Slow Trains (Extended Version)", "Ada Bell, Bo Li, Cy Young"),
    ("The Meaning of “Late”", "Ada Bell, Bo Li"),
    ("What Is Meant by 'Late'", "Ada Bell, Bo Li"),
    ("Trams Never Wait.", "Ada Bell, Bo Li"),
    ("Timetables for 2031", "Ada Bell, Bo Li"),
    ("Timetables in 3D", "Ada Bell, Bo Li"),
    ("Timetables, Part II", "Ian Bell, Bo Li, Cy Young et al."),
    ("Timetables, Part III", "Ian Bell"),
    ("Tuning Trams with LoRA", "Ada Bell, Bo Li, Cy Young et al."),
    ("Trams in PyTorch", "Ada Bell"),
    ("Asking ChatGPT", "Wei Li, Bo Li, Cy Young et al."),
    ("From Map to Map by I2I", "Wei Li, Bo Li"),
    ("Waiting with an iPhone", "Wei Li, Bo Li"),
    ("Trams on a CPU", "J.-P. Bell, R.L. Young, Bo Li et al."),
    ("Trams and SLAM", "A. Bell, B. Young"),
    ("Slow Solvers", "MingYu Li, Ada Bell, Bo Li et al."),
    ("Slow Solvers", "MingYu Li, XiaoBo Wang"),
    ("Slow Solvers", "Ada Bell, Bo McDonald"),
    ("Slow Solvers", "Ada DeCoste, Bo O'Brien, Yan LeCroix et al."),
    ("Slow Solvers", "DeShawn Bell, Bo Li"),
    ("Slow Solvers", "O'Neil Bell, Edda D'Amore, Bo Li"),
    ("Slow Solvers", "Ada van der Bell, Bo bin Li, Cy de la Young"),
    ("Slow Solvers", "Ada Bell Jr., Henry Young III"),
    ("Slow Solvers", "Ada Bell, Jr., Henry Young"),
    ("Slow Solvers", "Élodie Bell, Özge Şahin, Þóra Jónsdóttir et al."),
    ("Slow Solvers", "Jean-Luc Bell, Wei-ning Hsu"),
    ("Slow Solvers", "Weinan E, Bo Li, Cy Young et al."),
    ("Slow Solvers", "Yuxuan YAO, Bo LI, Cy Young et al."),
    ("Slow Solvers", "Иван Петров, Анна Белая, Пётр Седов et al."),
    ("Медленные решатели", "Иван Петров, Анна Белая"),
    ("Slow Solvers", "李明, 王伟, 张三 et al."),
    ("Slow Solvers", "Madonna, Ada Bell, Bo Li et al."),
    ("New Particles at the LHC", "ATLAS Collaboration, Ada Bell, Bo Li et al."),
    ("A Large Open Solver", "Quartz Team"),
    ("SLOW SOLVERS FOR EVERYONE", "Ada Bell, Bo Li"),
    ("On Timetables and Power", "bell young, Ada Bell, Bo Li et al."),
]  # fmt: skip


def split(title: str, authors: str, abstract: str = "") -> HeadSplit:
    return split_heads([Head(title + authors, abstract)])[0]


def facts(found: HeadSplit) -> tuple[str, tuple[str, ...], bool]:
    return found.splits[0].title, found.splits[0].authors, found.more_authors


@pytest.mark.parametrize(("title", "authors"), TRAPS)
def test_a_title_that_its_abstract_echoes_is_split_right(title: str, authors: str) -> None:
    assert facts(split(title, authors, ABOUT.format(title.lower()))) == (title, *read_author_list(authors))


@pytest.mark.parametrize(("title", "authors"), TRAPS)
def test_without_an_abstract_a_split_is_right_or_marked(title: str, authors: str) -> None:
    found = split(title, authors)
    assert found.doubtful or facts(found) == (title, *read_author_list(authors))


@pytest.mark.parametrize(
    ("title", "authors"), [trap for trap in TRAPS if trap[1] != "bell young, Ada Bell, Bo Li et al."]
)
def test_the_true_split_is_among_those_a_reviewer_may_choose(title: str, authors: str) -> None:
    names, _ = read_author_list(authors)
    assert (title, names) in {(each.title, each.authors) for each in split(title, authors).splits}


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        ("Slow Solvers", "Ada Bell, Bo Li, Cy Young et al."),
        ("Is This the Last Bus?", "Ada Bell"),
        ("Ok", "Bo Li, Cy Hu"),
    ],
)
def test_an_ordinary_line_is_not_marked(title: str, authors: str) -> None:
    assert not split(title, authors).doubtful


@pytest.mark.parametrize(
    "line", ["On Powerbell young, Ada Bell, Bo Li et al.", "深度学习李明, 王伟, 张三 et al.", "TramsinXYZ"]
)
def test_a_line_in_which_nothing_tells_is_marked(line: str) -> None:
    assert split_heads([Head(line, "")])[0].doubtful


@pytest.mark.parametrize("line", ["trams", "Ada Bell, Bo Li", "a title without any name"])
def test_a_line_without_a_seam_is_marked(line: str) -> None:
    assert split_heads([Head(line, "")])[0].doubtful


@pytest.mark.parametrize("line", ["", "T", "?", ",", " et al.", "2031 – 2032"])
def test_a_line_that_holds_no_name_stays_whole_and_is_marked(line: str) -> None:
    found = split_heads([Head(line, "")])[0]
    assert (facts(found), found.doubtful) == ((line, (), False), True)


def test_a_name_that_stands_second_elsewhere_settles_where_author_one_starts() -> None:
    alone = Head("Tramways RevisitedXuanYi Hu, Ada Bell, Bo Li et al.", "")
    other = Head("Slow SolversAda Bell, XuanYi Hu, Bo Li et al.", "")
    assert split_heads([alone])[0].doubtful
    found, _ = split_heads([alone, other])
    assert facts(found) == ("Tramways Revisited", ("XuanYi Hu", "Ada Bell", "Bo Li"), True)
    assert not found.doubtful
    assert not split_heads([alone], known=frozenset({"XUANYI HU"}))[0].doubtful


def test_the_owner_of_the_page_settles_how_many_authors_there_are() -> None:
    head = Head("Winds, TidesAda Bell, YuHan Moss", "")
    weights = [split_heads([head], owner=owner)[0].splits[0].score for owner in (None, "YuHan Moss")]
    assert facts(split_heads([head], owner="YuHan Moss")[0]) == ("Winds, Tides", ("Ada Bell", "YuHan Moss"), False)
    assert weights[1] > weights[0]


def test_words_of_other_abstracts_help_a_title_whose_own_abstract_is_silent() -> None:
    head = Head("Planning with HyperTramsOda Bell, Bo Li", "Nothing of use.")
    other = Head("Slow SolversAda Bell, Cy Young, Bo Li et al.", "Trams and hypertrams are slow.")
    assert split_heads([head, other])[0].splits[0].score > split_heads([head])[0].splits[0].score


def test_scores_are_shares_and_the_best_comes_first() -> None:
    for title, authors in TRAPS:
        scores = [each.score for each in split(title, authors).splits]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) <= CANDIDATES
        assert 0 <= sum(scores) <= 1 + 1e-9


def test_the_order_of_the_lines_does_not_matter() -> None:
    heads = [
        Head(title + authors, ABOUT.format(title) if number % 3 else "")
        for number, (title, authors) in enumerate(TRAPS)
    ]
    mixed = sorted(range(len(heads)), key=lambda number: heads[number].text[::-1])
    found = split_heads(heads)
    assert split_heads([heads[number] for number in mixed]) == [found[number] for number in mixed]


@pytest.mark.parametrize(
    "line", ["aB" * 200_000, "A" * 300_000, ", Ab Cd" * 50_000, "x et al." * 50_000, "e\u0301A李" * 90_000]
)
def test_a_hostile_line_is_tried_at_few_places(line: str) -> None:
    read = read_line(line)
    for starts in (capital_starts, lower_starts):
        assert sum(len(starts(read.body, ending)) for ending in read.endings) <= 3 * 160
    assert len(split_heads([Head(line, line)])[0].splits) <= CANDIDATES <= NEAREST


PIECES = st.sampled_from(
    [*"aAbB ,.-'’()?!1²李éÉ\u0301\xa0\u200b\nİŉ", " et al.", ", ", ", Jr.", " van ", "Ada Bell", " Team", " of "]
)


@given(st.lists(st.lists(PIECES, max_size=25).map("".join), max_size=3), st.lists(PIECES, max_size=9).map("".join))
@settings(max_examples=300, deadline=None)
def test_every_split_of_any_text_holds_what_the_text_held(texts: list[str], abstract: str) -> None:
    for text, found in zip(texts, split_heads([Head(text, abstract) for text in texts]), strict=True):
        for each in found.splits:
            assert text.startswith(each.title)
            assert all(name and name == name.strip() for name in each.authors)
            assert "".join(f"{each.title}{','.join(each.authors)}".split()) in "".join(text.split())


@pytest.mark.parametrize(
    "line",
    [
        *(authors for _, authors in TRAPS if not authors.startswith("Madonna, Bo")),
        "Ada Bell",
        "A. B. Bell",
        "Hao Li*, Bo Hu ²",
    ],
)
def test_names_on_a_line_of_their_own_are_an_author_list(line: str) -> None:
    assert is_author_list(line)


@pytest.mark.parametrize(
    "line",
    ["", "Attention", "Sorting, Please", "A Tram for the City", "Trams and Winds, Tides", "We like trams.", "Is It?",
     "Tram 7", "Ada Bell, Bo Li, Cy Young, Di Hu", "Trams are slow (Bell, 2031; Li et al.", "Trams: A View",
     "Trams are slow, late, and full of people who would rather walk. They were studied by Bell et al.", "x" * 400],
)  # fmt: skip
def test_titles_sentences_and_abstracts_are_no_author_list(line: str) -> None:
    assert not is_author_list(line)


@pytest.mark.parametrize(
    ("line", "names", "more"),
    [("Ada Bell, Bo Li et al.", ("Ada Bell", "Bo Li"), True), ("Ada Bell,Bo", ("Ada Bell,Bo",), False),
     (" Ada Bell ,  Bo Li\xa0et al", ("Ada Bell", "Bo Li"), True), ("", (), False),
     ("Ada Bell, Jr., Bo Li", ("Ada Bell, Jr.", "Bo Li"), False),
     ("Ada Bell, ", ("Ada Bell",), False), ("Ada Bell, et al.", ("Ada Bell",), True)],
)  # fmt: skip
def test_an_author_list_is_read_as_it_is_written(line: str, names: tuple[str, ...], more: bool) -> None:
    assert read_author_list(line) == (names, more)


def glued(paper: TruePaper) -> str:
    return paper.title + ", ".join(paper.authors) + (" et al." if paper.more_authors else "")


@dataclass(frozen=True)
class Ratchet:
    """The least share right, and the largest shares marked and wrong in silence."""

    right: float
    doubtful: float
    silent: float


@pytest.mark.shared
@pytest.mark.parametrize(
    ("alone", "abstracts", "ratchet"),
    [
        (False, True, Ratchet(0.998, 0.01, 0.0002)),
        (True, True, Ratchet(0.998, 0.01, 0.0002)),
        (False, False, Ratchet(0.995, 0.01, 0.001)),
    ],
    ids=["as they are", "each record alone", "without abstracts"],
)
def test_real_titles_and_authors_are_split_right_or_marked(
    truth: list[TrueDump], alone: bool, abstracts: bool, ratchet: Ratchet
) -> None:
    pages = [[paper] for page in truth for paper in page.papers] if alone else [[*page.papers] for page in truth]
    heads = [[Head(glued(paper), paper.abstract if abstracts else "") for paper in page] for page in pages]
    found = [split for page in heads for split in split_heads(page)]
    papers = [paper for page in pages for paper in page]
    wrong = [
        split.doubtful
        for paper, split in zip(papers, found, strict=True)
        if facts(split) != (paper.title, paper.authors, paper.more_authors)
    ]
    assert len(wrong) <= (1 - ratchet.right) * len(papers)
    assert sum(split.doubtful for split in found) <= ratchet.doubtful * len(papers)
    assert wrong.count(False) <= ratchet.silent * len(papers)
