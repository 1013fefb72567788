"""What readers decided about a library: a log that only grows, so that every decision can be undone by a later one.

A decision is four short strings, which any store can keep as one row. The latest about the same pair counts; "by rule"
withdraws what was said before. A decision about something that is not in the library has no effect until it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Literal, cast, get_args

from lib.dumps.model import Dump, Owner, Problem
from lib.errors import InputError

About = Literal["paper", "author", "owner", "problem"]
Verdict = Literal["together", "apart", "is", "dismissed", "by rule"]


@dataclass(frozen=True)
class Decision:
    """One thing a reader said.

    | about | one | other | verdicts |
    |---|---|---|---|
    | paper | a paper_id | another: `kept` and `other` of a row in `merges` | together, apart |
    | author | a profile_id | another, or a name on papers whose author it is | together, apart |
    | owner | a dump_id | the name of the author whose page it is ("" for unknown) | is |
    | problem | a dump_id | `problem_key` of the problem | dismissed |
    """

    about: About
    one: str
    other: str
    verdict: Verdict

    def as_record(self) -> dict[str, str]:
        """The decision as JSON would hold it."""
        return {name: str(value) for name, value in asdict(self).items()}


def read_decision(record: Mapping[str, object]) -> Decision:
    """The decision that `as_record` wrote; InputError when it is none."""
    about, verdict = record.get("about"), record.get("verdict")
    one, other = record.get("one"), record.get("other")
    known = about in get_args(About) and verdict in get_args(Verdict)
    if not (known and isinstance(one, str) and isinstance(other, str)):
        raise InputError(
            f"This is no decision: {dict(record)!r}. Expected `about` (one of {', '.join(get_args(About))}), "
            f"`verdict` (one of {', '.join(get_args(Verdict))}), and the strings `one` and `other`."
        )
    return Decision(cast(About, about), one, other, cast(Verdict, verdict))


def problem_key(problem: Problem) -> str:
    """What a dismissal calls a problem: its line and what stands there."""
    return f"{problem.line}: {problem.found}"


@dataclass(frozen=True)
class Decisions:
    """All that readers decided about one library, oldest first."""

    log: tuple[Decision, ...] = ()

    def __add__(self, decision: Decision) -> "Decisions":
        return Decisions((*self.log, decision))

    def in_force(self) -> tuple[Decision, ...]:
        """What still counts, in an order that does not depend on when it was said."""
        latest = {_subject(decision): decision for decision in self.log}
        counting = (decision for decision in latest.values() if decision.verdict != "by rule")
        return tuple(sorted(counting, key=lambda decision: tuple(decision.as_record().values())))

    def pairs(self, about: About, verdict: Verdict) -> Iterator[tuple[str, str]]:
        """What was decided in this way, as (one, other)."""
        for decision in self.in_force():
            if (decision.about, decision.verdict) == (about, verdict):
                yield decision.one, decision.other

    def owner_of(self, dump: Dump, owners: Mapping[str, str]) -> Owner:
        """Whose page the dump is: what a reader said (`owners`, dump_id -> name), else what the dump says."""
        if dump.id not in owners:
            return dump.owner
        name = owners[dump.id].strip() or None
        return Owner(name, "reader" if name else "unknown", "A reader said so.")


def _subject(decision: Decision) -> tuple[str, ...]:
    """What a decision is about: of two that share it, the later one counts."""
    if decision.about == "owner":  # one owner a dump, whatever the name
        return (decision.about, decision.one)
    return (decision.about, *sorted((decision.one, decision.other)))
