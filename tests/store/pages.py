"""Small author pages to bring into a store."""

from collections.abc import Sequence
from datetime import date

from lib.store import Upload

DAY = date(2026, 3, 1)


def page(owner: str, *titles: str) -> bytes:
    """The page of an author, in the spaced layout, with one paper for each title."""
    header = f"{owner}\n\nCV\n\nh-index3\n{len(titles)}papers\n12citations\n\n{len(titles)} Papers\n\n"
    records = [
        f"{60 + number % 40}.5CVMay {number % 28 + 1}, 2024\n{title}\n\n{owner}, Grace Hopper, Alan Turing et al.\n\n"
        f"We study {title.lower()} and report what we found in {number + 3} experiments."
        for number, title in enumerate(titles)
    ]
    return (header + "\n\n".join(records)).encode()


def uploads(count: int, start: int = 0) -> list[Upload]:
    """Pages of different authors, two papers each."""
    return [
        Upload(f"{number:03}.txt", page(f"Person Number{_word(number)}", *_titles(number)), DAY)
        for number in range(start, start + count)
    ]


def _titles(number: int) -> Sequence[str]:
    return (f"Graphs of Kind {_word(number)}", f"Maps of Kind {_word(number)}")


def _word(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)).capitalize()
