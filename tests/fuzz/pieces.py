"""What hostile pages are made of: the pieces of real ones, near misses of them, and single odd characters."""

from random import Random

from tests.conftest import ROOT
from tests.dumps.made import ABSTRACT, COMPACT, HEADER, OTHER, SPACED

SAMPLES = tuple(
    (ROOT / "sample_data/profiles" / name).read_text(encoding="utf-8")
    for name in ("marco-de-nadai.txt", "songpei-xu.txt")
)
WHOLE = (COMPACT, SPACED, OTHER, HEADER, ABSTRACT)
SCORES = ("", "", "", "96.2", "21", "100.0", "0.0", "250", "-5", "1e3", "٣.٢", "96,2")
CATEGORIES = ("CV", "IR", "LG", "XX", "cs.CV", "q-bio.NC", "cond-mat.str-el", "quant-ph", "soft", "", "cv", "C")
DATES = (
    "Jun 9, 2022", "Mar 18", "Feb 30", "Feb 29", "Feb 29, 2023", "June 9, 2022", "Sept. 3", "Mar 182 citations",
    "Jun 9, 20", "Dec 31", "Jun 99, 9999", "Jan 1, 0000", "May", "Jun9,2022", "Mar 18, 20222 citations", "mar 1",
)  # fmt: skip
BADGES = ("", "", "", "Code", "CodeDataset", "Has Code", " · Code", "code", "2 stars", "NeurIPS 2025")
TITLES = (
    "Graph Networks for Ranking",
    "3D Nets",
    "On LoRA",
    "What is AI?",
    "IR",
    "É",
    "Comment on Li et al.",
    "x" * 300,
)
AUTHORS = (
    "Ada Lovelace", "Ada Lovelace, Bo Li", "Ada Lovelace, Bo Li, Cy Young et al.", "ATLAS Collaboration", "xiaoming",
    "A. Smith, Jr., Bo Li et al.", "王芳, 李娜", "Ada, Bo, Cy", "et al.", ", ,",
    "Ada Lovelace, Bo Li, Cy Young, Di Xu", "",
)  # fmt: skip
STRAY = (
    "", "", "", "h-index10", "7papers", "75citations", "Novelty57%", "AI Score47", "7 Papers", "1.2kcitations",
    "h-index", "10", "Ada Lovelace", "CV", "Load more", "Next", "© 2026 Scholar Feed", "·", "Code", "96.2", "Mar 18",
    "and so on.", "h-index107papers75citations", "Ada LovelaceCVh-index10 7papers", "\u200b", "\xa0", "\t",
)  # fmt: skip
ODD = "\n\n\r \t,.·-0159aAéß\x00\x0b\x0c\x1c\x85\xa0\xad\u0301\u200b\u2028\u202e\ufeff\ufffd\U0001f600王"


def make_text(chance: Random) -> str:
    """A page of such pieces, damaged character by character now and then."""
    text = _make_page(chance) if chance.random() < 0.9 else _cut_sample(chance)
    for _ in range(chance.choice((0, 0, 0, 1, 1, 2, 5))):
        text = _damage(chance, text)
    return text


def _make_page(chance: Random) -> str:
    end = chance.choice(("\n", "\n", "\n", "\r\n", "\r"))
    parts = [
        chance.choice((_make_record, _make_record, _stray, _whole))(chance)
        for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 6)))
    ]
    return chance.choice(("\n", "\n", "\n\n", "")).join(parts).replace("\n", end)


def _make_record(chance: Random) -> str:
    gap = chance.choice(("", "", "", " ", " · ", "\n"))
    badge = gap.join((chance.choice(SCORES), chance.choice(CATEGORIES), chance.choice(DATES), chance.choice(BADGES)))
    head = chance.choice(("\n", "\n\n", "", "")).join((chance.choice(TITLES), chance.choice(AUTHORS)))
    abstract = chance.choice((ABSTRACT, ABSTRACT, "", f"{ABSTRACT}\n{badge}\n{ABSTRACT}", "Short."))
    return chance.choice(("\n", "\n\n")).join((f"{badge}\n{head}", abstract))


def _stray(chance: Random) -> str:
    return "\n".join(chance.choices(STRAY, k=chance.randint(1, 5)))


def _whole(chance: Random) -> str:
    return chance.choice(WHOLE)


def _cut_sample(chance: Random) -> str:
    text = chance.choice(SAMPLES)
    start = chance.randrange(len(text))
    return text[start : start + chance.choice((100, 400, 400, 2500))]


def _damage(chance: Random, text: str) -> str:
    """The text with one stretch left out, doubled, moved or replaced by an odd character."""
    start = chance.randint(0, len(text))
    end = min(len(text), start + chance.choice((0, 1, 1, 3, 20, 200)))
    piece = chance.choice(("", chance.choice(ODD), text[start:end] * 2, text[start:end][::-1]))
    return text[:start] + piece + text[end:]
