"""Union by shared keys: pairs stay apart whatever is joined, and every group can say why it is one."""

from hypothesis import given
from hypothesis import strategies as st

from lib.corpus.groups import Groups, by_key

SIZE = 8
pairs = st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda pair: pair[0] != pair[1])


@given(st.lists(pairs, max_size=6), st.lists(pairs, max_size=20))
def test_pairs_stay_apart_and_each_join_is_remembered(
    apart: list[tuple[int, int]], joins: list[tuple[int, int]]
) -> None:
    groups = Groups([str(number) for number in range(SIZE)], apart)
    for one, other in joins:
        before = groups.leaders()
        joined = groups.join(one, other)
        leaders = groups.leaders()
        assert joined == (leaders[one] == leaders[other])
        if not joined:
            assert leaders == before
            assert groups.apart(one, other)
    leaders = groups.leaders()
    assert not any(leaders[one] == leaders[other] for one, other in apart)
    assert all(leaders[leader] == leader <= member for member, leader in enumerate(leaders))
    partners = groups.partners()
    assert set(partners) == {member for member, leader in enumerate(leaders) if member != leader}
    assert all(leaders[member] == leaders[partner] for member, partner in partners.items())


@given(st.lists(pairs, max_size=20))
def test_groups_meet_where_any_of_their_members_is_at_home(joins: list[tuple[int, int]]) -> None:
    homes = [str(number % 3) for number in range(SIZE)]
    groups = Groups(homes)
    for one, other in joins:
        groups.join(one, other)
    leaders = groups.leaders()
    homes_of = [{homes[other] for other in range(SIZE) if leaders[other] == leader} for leader in leaders]
    for one in range(SIZE):
        for other in range(SIZE):
            assert groups.meet(one, other) == bool(homes_of[one] & homes_of[other])


def test_members_of_a_key_join_the_first_group_that_accepts_them() -> None:
    groups = Groups(["x"] * 6, [(0, 1)])
    groups.join_all(range(6), lambda one, other: (one + other) % 2 == 0 or other == 5)
    assert groups.leaders() == [0, 1, 0, 1, 0, 0]


def test_only_keys_that_two_share_are_listed() -> None:
    assert by_key([(("a",), 1), (("b",), 2), (("a",), 3)]) == [[1, 3]]
