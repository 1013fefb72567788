"""A selection and its link: the same view has the same link, and nothing in a link is dropped in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.errors import OeuvreError, SelectionError
from lib.selection import ANY, Between, Pick, PickKind, Selection, from_query, read_query
from lib.selection.options import (
    BY,
    BY_NAME,
    COMPARE,
    FOCUS,
    MIN_JOINT,
    OPTIONS,
    PER,
    K,
    Option,
    escape,
    unescape,
)

KINDS: list[PickKind] = ["paper", "topic", "period", "author", "person", "category"]
words = st.text(max_size=12)
ends = st.none() | st.integers(1, 9999)
scores = st.none() | st.floats(0, 100)


def spellings(option: Option[str] | Option[int] | Option[tuple[str, ...]]) -> st.SearchStrategy[str]:
    if option.allowed:
        return st.sampled_from(option.allowed)
    if option.bounds != (0, 0):
        return st.integers(*option.bounds).map(str)
    if option is COMPARE:
        return st.lists(words.filter(str.strip), min_size=1, max_size=8).map(escape)
    return words


options = st.sampled_from(OPTIONS).flatmap(lambda option: st.tuples(st.just(option.name), spellings(option)))
selections = st.builds(
    Selection,
    library=words,
    authors=st.lists(words, max_size=3).map(tuple),
    years=st.builds(Between, ends, ends),
    categories=st.lists(words, max_size=3).map(tuple),
    code=st.none() | st.booleans(),
    scores=st.builds(Between, scores, scores),
    text=words,
    paper=words,
    picks=st.lists(st.builds(Pick, st.sampled_from(KINDS), st.lists(words, max_size=3).map(tuple))).map(tuple),
    options=st.lists(options, max_size=4).map(tuple),
)


@given(selections)
def test_a_selection_comes_back_from_its_link(selection: Selection) -> None:
    assert from_query(selection.to_query()) == selection


@given(
    st.dictionaries(
        st.sampled_from(["years", "score", "pick", "code", "k", "by", "compare", "x"]) | words, st.lists(words)
    )
)
def test_no_link_breaks_anything_and_what_is_understood_has_a_link_again(query: dict[str, list[str]]) -> None:
    selection, complaints = read_query(query)
    assert from_query(selection.to_query()) == selection
    assert all(complaints)


def test_a_link_is_short_and_can_be_read() -> None:
    selection = Selection(
        library="synthetic",
        authors=("songpei-xu", "marco-de-nadai"),
        years=Between(2019, None),
        categories=("IR", "CV"),
        code=True,
        scores=Between(20, 96.2),
        text="cold  start",
        paper="on-looms-4887be",
        picks=(Pick("topic", ("3", "11")), Pick("person", ("Xu, Songpei",))),
    )
    assert selection.set(BY, "topic").set(K, 7).to_query() == {
        "library": ["synthetic"],
        "author": ["marco-de-nadai", "songpei-xu"],
        "years": ["2019-"],
        "category": ["CV", "IR"],
        "code": ["yes"],
        "score": ["20-96.2"],
        "q": ["cold start"],
        "paper": ["on-looms-4887be"],
        "pick": ["person:Xu%2C Songpei", "topic:11,3"],
        "by": ["topic"],
        "k": ["7"],
    }


def test_defaults_are_left_out() -> None:
    assert Selection().to_query() == {}
    assert Selection().set(BY, BY.default).set(COMPARE, ()).set(FOCUS, " ").to_query() == {}
    assert not Selection(paper="p").set(K, 3).filters


def test_the_same_view_is_the_same_selection_however_it_was_made() -> None:
    one = Selection(
        authors=("b", "a", "b"), picks=(Pick("topic", ("2",)), Pick("topic", ("1",))), years=Between(2024, 2019)
    )
    other = Selection(authors=("a", "b"), picks=(Pick("topic", ("1", "2", "2")),), years=Between(2019, 2024))
    assert one == other
    assert Selection(picks=(Pick("topic", ()),), scores=Between(20.04, None)) == Selection(scores=Between(20, None))


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("2019-2024", Between(2019, 2024)),
        ("2019-", Between(2019, None)),
        ("-2024", Between(None, 2024)),
        ("2019", Between(2019, 2019)),
        ("2024-2019", Between(2019, 2024)),
    ],
)
def test_a_range_is_read_with_open_ends(text: str, between: Between) -> None:
    assert from_query({"years": [text]}).years == between


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ({"years": ["2019.5-"]}, "The link says years='2019.5-'; expected years such as 2019-2024, 2019- or -2024."),
        ({"years": ["-"]}, "The link says years='-'; expected years"),
        ({"years": ["20192024"]}, "expected years"),
        ({"years": ["0"]}, "The years 0 cannot be selected: expected numbers from 1 to 9999."),
        ({"score": ["12-345"]}, "The scores 12-345 cannot be selected: expected numbers from 0 to 100."),
        ({"code": ["maybe"]}, "The link says code='maybe'; expected yes or no. It was left out."),
        ({"pick": ["shape:3"]}, "The link says pick='shape:3'; expected a kind (paper, topic,"),
        ({"pick": ["topic:,"]}, "The link says pick='topic:,'"),
        (
            {"authr": ["a"]},
            "The link says authr='a', which means nothing here; it was left out. Did you mean 'author'?",
        ),
        ({"zzzzz": ["a"]}, "which means nothing here; it was left out."),
        ({"by": ["cat"]}, "by='cat' cannot be selected: expected author, category, topic or none."),
        ({"k": ["61"]}, "k='61' cannot be selected: expected a whole number from 0 to 60."),
        ({"k": ["²"]}, "k='²' cannot be selected"),
        ({"compare": [",".join("abcdefghi")]}, "expected one to 8 ids, separated by commas."),
        ({"q": ["a", "b"]}, "The link gives 'q' 2 times; the last one counts."),
    ],
)
def test_what_cannot_be_understood_is_said(query: dict[str, list[str]], complaint: str) -> None:
    complaints = read_query(query)[1]
    assert len(complaints) == 1
    assert complaint in complaints[0]
    with pytest.raises(SelectionError):
        from_query(query)


def test_the_rest_of_a_broken_link_still_counts() -> None:
    selection, complaints = read_query(
        {"years": ["soon"], "author": ["ada"], "pick": ["topic:1", "x"], "q": ["a", "b"]}
    )
    assert selection == Selection(authors=("ada",), picks=(Pick("topic", ("1",)),), text="b")
    assert len(complaints) == 3


def test_what_is_streamlits_own_is_not_ours_to_judge() -> None:
    assert read_query({"embed": ["true"], "embed_options": ["light_theme"]}) == (Selection(), ())


def test_an_option_has_its_own_type() -> None:
    selection = Selection().set(PER, "month").set(K, 12).set(COMPARE, ("ada", "b,c%"))
    assert (selection.get(PER), selection.get(K), selection.get(COMPARE)) == ("month", 12, ("ada", "b,c%"))
    assert (selection.get(BY), selection.get(MIN_JOINT), selection.get(FOCUS)) == ("author", 1, "")


@pytest.mark.parametrize("options", [(("nothing", "1"),), (("k", "many"),), (("per", "week"),)])
def test_an_option_that_does_not_exist_or_has_no_such_value_is_refused(options: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(OeuvreError, match=r"no option|cannot be selected"):
        Selection(options=options)


@pytest.mark.parametrize(
    "changes", [{"years": Between(0, None)}, {"scores": Between(None, 100.1)}, {"scores": Between(float("nan"), None)}]
)
def test_a_range_beyond_what_there_can_be_is_refused(changes: dict[str, Between]) -> None:
    with pytest.raises(SelectionError, match="cannot be selected"):
        Selection(**changes)  # type: ignore[arg-type]  # fields by name


def test_a_chip_takes_the_place_of_the_one_of_its_kind_and_goes_alone() -> None:
    chips = Selection().pick("topic", ["1"]).pick("author", ["ada"]).pick("topic", ["2", "3"])
    assert chips.picks == (Pick("author", ("ada",)), Pick("topic", ("2", "3")))
    assert chips.pick("topic", []).picks == (Pick("author", ("ada",)),)
    assert chips.filters
    assert not chips.pick("topic", []).pick("author", []).filters


def test_names_in_the_link_are_never_two_things() -> None:
    assert not BY_NAME.keys() & {"library", "author", "years", "category", "code", "score", "q", "paper", "pick"}
    assert len(BY_NAME) == len(OPTIONS)


@given(st.lists(words.filter(str.strip), unique=True))
def test_values_with_commas_come_back(values: list[str]) -> None:
    assert list(unescape(escape(values))) == values


def test_an_open_range_is_no_filter() -> None:
    assert not ANY
    assert Between(0, None)
