"""Which things are one: union by shared keys, never across a pair that a reader keeps apart."""

from collections.abc import Callable, Iterable, Sequence

from networkx.utils.union_find import UnionFind

_RECENT = 8  # with how many groups under one key a newcomer is compared; bounds the work for titles such as "Editorial"

Check = Callable[[int, int], bool]


class Groups:
    """The numbers 0 … size-1 in groups. A group is called by its least member, and every join is remembered.

    Union-find (Tarjan 1975, https://doi.org/10.1145/321879.321884) with pairs that must stay apart.

    Args:
        homes: Where each number comes from; weak evidence does not join groups that meet in one home.
        apart: Pairs that are never in one group.
    """

    def __init__(self, homes: Sequence[str], apart: Iterable[tuple[int, int]] = ()) -> None:
        self._sets: UnionFind[int] = UnionFind(range(len(homes)))
        self._homes = {member: {home} for member, home in enumerate(homes)}
        self._foes: dict[int, set[int]] = {}
        self._joins: list[tuple[int, int]] = []
        for one, other in apart:
            self._foes.setdefault(one, set()).add(other)
            self._foes.setdefault(other, set()).add(one)

    def join(self, one: int, other: int) -> bool:
        """Make one group of both members' groups; False when a pair keeps them apart."""
        first, second = self._sets[one], self._sets[other]
        if first == second:
            return True
        if self.apart(one, other):
            return False
        self._sets.union(first, second)
        root = self._sets[one]
        gone = second if root == first else first
        self._homes[root] |= self._homes.pop(gone)
        if gone in self._foes:
            self._foes.setdefault(root, set()).update(self._foes.pop(gone))
        self._joins.append((one, other))
        return True

    def join_all(self, members: Iterable[int], check: Check | None = None) -> None:
        """Join those that share a key, each with the first of the recent groups that `check` accepts."""
        recent: list[int] = []
        for member in members:
            if not any(self._met(old, member, check) for old in recent):
                recent = [*recent[1 - _RECENT :], member]

    def _met(self, one: int, other: int, check: Check | None) -> bool:
        if self._sets[one] == self._sets[other]:
            return True
        return (check is None or check(one, other)) and self.join(one, other)

    def apart(self, one: int, other: int) -> bool:
        """Whether a pair keeps the groups of both members apart."""
        second = self._sets[other]
        return any(self._sets[foe] == second for foe in self._foes.get(self._sets[one], ()))

    def meet(self, one: int, other: int) -> bool:
        """Whether the groups of both members have a home in common."""
        return not self._homes[self._sets[one]].isdisjoint(self._homes[self._sets[other]])

    def leaders(self) -> list[int]:
        """For each member the least member of its group."""
        least: dict[int, int] = {}
        return [least.setdefault(self._sets[member], member) for member in self._sets]

    def partners(self) -> dict[int, int]:
        """For each member that is not the least of its group, the least member it was joined with directly."""
        partner: dict[int, int] = {}
        for one, other in self._joins:
            partner[one] = min(other, partner.get(one, other))
            partner[other] = min(one, partner.get(other, one))
        leaders = self.leaders()
        return {member: partner[member] for member in sorted(partner) if leaders[member] != member}


def by_key(keys: Iterable[tuple[Sequence[object], int]]) -> list[list[int]]:
    """The members that share a key, for every key that at least two share."""
    shared: dict[tuple[object, ...], list[int]] = {}
    for key, member in keys:
        shared.setdefault(tuple(key), []).append(member)
    return [members for members in shared.values() if len(members) > 1]
