"""Dumps made by hand for the tests: small, invented, and written as a browser's copy would show them."""

from datetime import date

from lib.dumps import Dump, read

CAPTURED = date(2026, 6, 30)
ABSTRACT = "We rank graphs with neural networks. Experiments on three graphs show gains."
BADGE = "CVJun 9, 2022Code"
COMPACT = f"{BADGE}\nGraph Networks for RankingAda Lovelace, Bo Li, Cy Young et al.\n{ABSTRACT}"
SPACED = f"{BADGE}\nGraph Networks for Ranking\n\nAda Lovelace, Bo Li, Cy Young et al.\n\n{ABSTRACT}"
OTHER = f"96.2IRMar 18\nTrees for Search\n\nBo Li, Ada Lovelace\n\n{ABSTRACT}"
HEADER = "Ada Lovelace\n\nCV\nh-index10\n7papers\n75citations\nNovelty57%\nAI Score47\n\n7 Papers"


def parse(text: str, captured: date = CAPTURED) -> Dump:
    return read(text, captured=captured, file="made.txt")


def with_badge(badge: str) -> str:
    return SPACED.replace(BADGE, badge)


def problems(dump: Dump) -> list[tuple[int, str]]:
    return [(problem.line, problem.found) for problem in dump.problems]
