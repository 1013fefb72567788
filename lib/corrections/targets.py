"""What a correction is about, in words that outlive the parser that read the dump.

A record is called by the hash of its own lines, because its rank changes as soon as the parser finds one record more
before it. Should a better parser draw its borders elsewhere, the line at which it began still finds it: the text of a
dump never changes.
"""

import hashlib
from collections import Counter
from dataclasses import dataclass

from lib.corpus.decisions import Decision
from lib.corrections.changes import Change, Recaptured
from lib.dumps.lines import split_lines
from lib.dumps.model import Dump, Record


@dataclass(frozen=True)
class Target:
    """What is corrected: `key` within the dump, and the line where it began (None where no lines are meant)."""

    key: str
    line: int | None = None


def record_targets(dump: Dump) -> dict[Target, Record]:
    """The dump's records by what a correction calls them; equal records are numbered in their order."""
    lines = split_lines(dump.text)
    seen: Counter[str] = Counter()
    found = {}
    for record in dump.records:
        key = _digest("\n".join(_own_lines(lines, record)))
        seen[key] += 1
        found[Target(f"record {key}.{seen[key]}", record.lines.first)] = record
    return found


def target_of(change: Change) -> Target:
    """The target of a change that is not about a record: of two with the same target the second must see the first."""
    if isinstance(change, Decision):
        pair = sorted((change.one, change.other)) if change.about in ("paper", "author") else [change.one]
        if change.about == "problem":
            pair = [change.one, change.other]
        return Target(f"{change.about} {_digest(chr(31).join(pair))}")
    return Target("capture day" if isinstance(change, Recaptured) else "dump")


def _own_lines(lines: list[str], record: Record) -> list[str]:
    own = (line.strip() for line in lines[record.lines.first - 1 : record.lines.last])
    return [line for line in own if line]  # whether a blank line belongs to the record before it is a matter of taste


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
