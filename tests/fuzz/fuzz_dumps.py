"""Reads a great many hostile pages: only the library's own errors may come out, and every line must have its owner.

`make fuzz`, or `python -m tests.fuzz.fuzz_dumps --inputs 1000000 --seed 1`. What it finds is printed as a Python
literal, ready to become a case of tests/dumps/test_found.py.
"""

import sys
import time
from collections import Counter
from datetime import date
from random import Random

import click

from lib.dumps import decode, read, read_many
from lib.errors import InputError
from tests.dumps.soundness import find_faults
from tests.fuzz.pieces import make_text

CAPTURED = date(2026, 6, 30)
SLOW = 1.0
"""Seconds of processor time that no small page may take."""
ENCODINGS = ("utf-8", "utf-8", "utf-16", "utf-16-le", "cp1252", "gb18030")


def check(text: str) -> str:
    """ "read" or "refused"; a fault raises an AssertionError."""
    try:
        dumps = read_many(text, captured=CAPTURED)
    except InputError:
        return "refused"
    assert "".join(dump.text for dump in dumps) == text, "the parts are not the whole"
    several = len(dumps) > 1
    whole = (read(text, captured=CAPTURED),) if several else ()
    faults = [fault for dump in (*dumps, *whole) for fault in find_faults(dump)]
    assert not faults, "; ".join(faults)
    return "read as several" if several else "read"


def check_bytes(chance: Random, text: str) -> None:
    """Decoding, too, gives text or one of the library's own errors."""
    data = bytearray(text.encode(chance.choice(ENCODINGS), errors="replace"))
    for _ in range(chance.randint(0, 3) if data else 0):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        check(decode(bytes(data)).text)
    except InputError:
        return


@click.command()
@click.option("--inputs", default=100_000, help="How many pages to read.")
@click.option("--seed", default=1, help="Where the chance begins: the same seed, the same pages.")
def main(inputs: int, seed: int) -> None:
    """Read hostile pages and stop at the first fault."""
    count: Counter[str] = Counter()
    start, chance = time.monotonic(), Random(seed)  # noqa: S311 - pages, no secrets
    for number in range(inputs):
        text = make_text(chance)
        before = time.process_time()
        try:
            count[check(text)] += 1
            if number % 10 == 0:
                check_bytes(chance, text)
            assert time.process_time() - before < SLOW, "too slow"
        except Exception:
            click.echo(f"page {number} of seed {seed}: {text!r}", err=True)
            raise
        if number % 50_000 == 49_999:
            click.echo(f"{number + 1:,} pages in {time.monotonic() - start:,.0f} s: {dict(count)}")
    click.echo(f"{inputs:,} pages, seed {seed}, {time.monotonic() - start:,.0f} s: {dict(count)}")
    sys.exit(0)


if __name__ == "__main__":
    main()
