"""What must hold of everything that was read, whatever the text was."""

from collections.abc import Iterator

from lib.dumps import Dump, Record, line_owners, write
from lib.dumps.lines import split_lines


def is_sound(dump: Dump) -> bool:
    """Whether nothing is wrong with the dump."""
    return not list(find_faults(dump))


def find_faults(dump: Dump) -> Iterator[str]:
    """Everything that is wrong with the dump, in words."""
    lines = len(split_lines(dump.text))
    if write(dump) != dump.text:
        yield "what is written is not what was read"
    if not accounts_for_every_line(dump):
        yield "a line has no owner, or two"
    for record in dump.records:
        yield from (f"record {record.lines}: {fault}" for fault in find_faults_of_record(record, lines))
    for problem in dump.problems:
        if not 1 <= problem.line <= lines or not problem.expected or not problem.found:
            yield f"problem {problem}"


def find_faults_of_record(record: Record, lines: int) -> Iterator[str]:
    """Everything that is wrong with one record of a dump of so many lines."""
    if not record.title or not record.category or not record.splits:
        yield "no title, no category or no split"
    if len(record.authors) > 3 or not all(name.strip() for name in record.authors):
        yield f"authors {record.authors}"
    if record.score is not None and not 0 <= record.score <= 100:
        yield f"score {record.score}"
    if not 1 <= record.lines.first <= record.lines.last <= lines:
        yield f"not within {lines} lines"


def accounts_for_every_line(dump: Dump) -> bool:
    """Whether each line, blank ones included, is in exactly one of header, records, problems and chrome."""
    count = [0] * len(split_lines(dump.text))
    for _, span in line_owners(dump):
        for number in range(span.first, span.last + 1):
            count[number - 1] += 1
    return count == [1] * len(count)
