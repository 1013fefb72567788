"""Which dumps are one author's, who wrote which paper, and what is only suspected."""

from datetime import date

import pytest

from lib.corpus import Corpus, Decision, Decisions, build_corpus
from lib.corpus.names import abbreviates, variant
from lib.dumps.model import Dump, Owner
from tests.hand_dumps import column, dump, header, record, rows

MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


def page(file: str, owner: str | None, captured: date, *titles: str) -> Dump:
    return dump(file, owner, captured, [record(title, "A B", more_authors=True) for title in titles])


def suspected(corpus: Corpus) -> list[tuple[object, ...]]:
    wanted = ("kind", "kept", "other", "reason")
    return [tuple(row[name] for name in wanted) for row in rows(corpus.merges) if row["state"] == "suspected"]


def test_the_same_name_and_a_shared_paper_is_one_author_with_two_captures() -> None:
    corpus = build_corpus([page("x.txt", "Wei Wang", MAY, "T", "U"), page("y.txt", "wei  wang", JUNE, "T", "U")])
    assert column(corpus.profiles, "profile_id") == ["wei-wang"]
    assert column(corpus.profiles, "name") == ["wei  wang"]  # as the newest capture has it
    assert column(corpus.captures, "profile_id") == ["wei-wang", "wei-wang"]
    assert rows(corpus.merges)[-1]["reason"] == "The same name and 2 shared papers, among them “T”."


def test_the_same_name_without_a_shared_paper_is_two_authors_and_suspected() -> None:
    first, second = page("x.txt", "Wei Wang", MAY, "T"), page("y.txt", "Wei Wang", JUNE, "U")
    corpus = build_corpus([second, first])
    later = f"wei-wang~{second.id[:10]}"
    assert column(corpus.profiles, "profile_id") == ["wei-wang", later]
    assert suspected(corpus) == [("author", "wei-wang", later, "The same name, “Wei Wang”, and no shared paper.")]


def test_a_later_capture_can_prove_that_two_pages_are_one_authors() -> None:
    pages = [page("x.txt", "Wei Wang", MAY, "T"), page("y.txt", "Wei Wang", JUNE, "U")]
    corpus = build_corpus([*pages, page("z.txt", "Wei Wang", JULY, "T", "U")])
    assert column(corpus.profiles, "profile_id") == ["wei-wang"]
    assert suspected(corpus) == []


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("José Núñez", "Jose Nunez", "the same name but for diacritics, hyphens or order"),
        ("Jian-Guo Li", "Jianguo Li", "the same name but for diacritics, hyphens or order"),
        ("Xu Songpei", "Songpei Xu", "the same name but for diacritics, hyphens or order"),
        ("Søren Łoś", "Soren Los", "the same name but for diacritics, hyphens or order"),
        ("S. Xu", "Songpei Xu", "one name abbreviates the other"),
        ("J.-P. Serre", "Jean-Pierre Serre", "one name abbreviates the other"),
        ("Donald Knuth", "Donald E. Knuth", "one name abbreviates the other"),
    ],
)
def test_variants_of_a_name_are_suspected_and_never_merged(one: str, other: str, how: str) -> None:
    corpus = build_corpus([page("x.txt", one, MAY, "T"), page("y.txt", other, JUNE, "T")])
    assert len(corpus.profiles) == 2
    reasons = [reason for kind, _, _, reason in suspected(corpus) if kind == "author"]
    assert reasons == [f"“{one}” and “{other}”: {how}; one shared paper, “T”."]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Songpei Xu", "Shuai Xu"),
        ("S. Xu", "S. Li"),
        ("Plato", "Platon"),
        ("A. B. Li", "A. C. Li"),
        ("王伟", "李娜"),
        ("", "X"),
    ],
)
def test_names_that_are_not_alike_are_not_suspected(one: str, other: str) -> None:
    assert not abbreviates(one, other)
    assert not variant(one, other)


def test_initials_that_fit_many_authors_say_nothing() -> None:
    pages = [page(f"{letter}.txt", f"S{letter} Xu", MAY, letter) for letter in "abcdefgh"]
    assert suspected(build_corpus([*pages, page("short.txt", "S. Xu", MAY, "T")])) == []


def test_a_page_without_a_name_whose_papers_are_all_on_one_page_is_suspected() -> None:
    nobody = page("x.txt", None, JUNE, "T", "U")
    corpus = build_corpus([page("y.txt", "Wei Wang", MAY, "T", "U", "V"), nobody, page("z.txt", "Ada", MAY, "T")])
    unknown = f"unknown~{nobody.id[:10]}"
    reason = "All 2 papers of this page are on the page of Wei Wang."
    assert suspected(corpus) == [("author", "wei-wang", unknown, reason)]


def test_a_name_beyond_its_profiles_page_is_suspected_until_a_reader_says_whose_it_is() -> None:
    elsewhere = dump("y.txt", "Ada", JUNE, [record("U", "wei wang", "Ada"), record("V", "Wei Wang", "Ada")])
    dumps = [page("x.txt", "Wei Wang", MAY, "T"), elsewhere]
    corpus = build_corpus(dumps)
    reason = "The name stands on 2 papers, among them “U”, not listed on this author's page."
    assert suspected(corpus) == [("author", "wei-wang", "Wei Wang", reason)]
    assert column(corpus.authorships, "profile_id") == [None, "wei-wang", None, "ada", None, "ada"]
    told = build_corpus(dumps, Decisions((Decision("author", "wei-wang", "Wei Wang", "together"),)))
    assert suspected(told) == []
    assert column(told.authorships, "profile_id") == [None, "wei-wang", "wei-wang", "ada", "wei-wang", "ada"]
    assert len(told.listings) == 5
    denied = build_corpus(dumps, Decisions((Decision("author", "wei-wang", "Wei Wang", "apart"),)))
    assert suspected(denied) == []
    assert column(denied.authorships, "profile_id") == column(corpus.authorships, "profile_id")


def test_a_name_of_two_profiles_is_not_suspected_of_either() -> None:
    elsewhere = dump("z.txt", "Ada", JULY, [record("V", "Wei Wang", "Ada")])
    corpus = build_corpus([page("x.txt", "Wei Wang", MAY, "T"), page("y.txt", "Wei Wang", JUNE, "U"), elsewhere])
    assert [other for _, _, other, _ in suspected(corpus)] == [column(corpus.profiles, "profile_id")[1]]


def test_an_owner_is_recognised_among_the_visible_authors_of_his_own_page_by_a_variant_of_the_name() -> None:
    corpus = build_corpus(
        [dump("x.txt", "Songpei Xu", MAY, [record("T", "A B", "S. Xu"), record("U", "S. Xu", "S Xu")])]
    )
    assert [(row["name"], row["position"], row["profile_id"]) for row in rows(corpus.authorships)] == [
        ("A B", 1, None),
        ("S. Xu", 2, "songpei-xu"),
        ("S. Xu", 1, None),  # either could be the owner
        ("S Xu", 2, None),
        ("Songpei Xu", None, "songpei-xu"),
    ]


def test_two_authors_of_one_name_on_one_paper_are_two_rows() -> None:
    both = [page("x.txt", "Wei Wang", MAY, "T"), page("y.txt", "Wei Wang", JUNE, "T")]
    apart = Decisions((Decision("author", "wei-wang", f"wei-wang~{both[1].id[:10]}", "apart"),))
    hidden = build_corpus(both, apart)
    assert column(hidden.authorships, "name") == ["A B", "Wei Wang", "Wei Wang"]
    seen = build_corpus(
        [dump(one.file, "Wei Wang", one.captured, [record("T", "Wei Wang", "Wei Wang")]) for one in both], apart
    )
    assert [(row["position"], row["profile_id"]) for row in rows(seen.authorships)] == [
        (1, "wei-wang"),
        (2, f"wei-wang~{both[1].id[:10]}"),
    ]


def test_names_with_one_slug_have_two_ids() -> None:
    corpus = build_corpus(
        [page("x.txt", "José", MAY, "T"), page("y.txt", "Jose", JUNE, "U"), page("z.txt", "***", MAY, "V")]
    )
    ids = column(corpus.profiles, "profile_id")
    assert len(set(ids)) == 3
    assert {"jose", "author"} < set(ids)


def test_figures_are_never_mixed_from_two_headers() -> None:
    older = dump("x.txt", "Ada", MAY, [record("T", "Ada")], header=header(name="Ada", h_index=9, citations=80))
    newer = dump("y.txt", "Ada", JUNE, [record("T", "Ada")], header=header(name="Ada", h_index=10))
    profile = rows(build_corpus([older, newer]).profiles)[0]
    assert (profile["h_index"], profile["citations"], profile["header_captured"]) == (10, None, JUNE)


def test_a_reader_says_whose_page_it_is_or_that_nobody_knows() -> None:
    guessed = page("x.txt", "Wei Wang", MAY, "T")
    corpus = build_corpus([guessed], Decisions((Decision("owner", guessed.id, " Ada Lovelace ", "is"),)))
    assert column(corpus.profiles, "profile_id") == ["ada-lovelace"]
    assert column(corpus.captures, "owner_confidence") == ["reader"]
    assert column(corpus.captures, "owner_reason") == ["A reader said so."]
    nobody = build_corpus([guessed], Decisions((Decision("owner", guessed.id, "", "is"),)))
    assert column(nobody.captures, "owner_confidence") == ["unknown"]
    assert column(nobody.profiles, "name") == [None]


def test_the_surest_owner_of_several_captures_speaks_for_the_profile() -> None:
    sure = dump("x.txt", Owner("Ada", "proven", "All lists have her."), MAY, [record("T", "Ada")])
    profile = rows(build_corpus([sure, dump("y.txt", "Ada", JUNE, [record("T", "Ada")])]).profiles)[0]
    assert (profile["owner_confidence"], profile["owner_reason"]) == ("proven", "All lists have her.")
