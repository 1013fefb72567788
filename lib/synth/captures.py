"""The page of a made-up author as it stands on one day."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lib.dumps.model import Header, Layout, Record, Span
from lib.synth.dice import Dice
from lib.synth.labs import Author, World
from lib.synth.papers import Paper

_VISIBLE = 3  # authors that the page shows before "et al."
_SCORED_DAYS = 365  # papers older than this have no score
_NOWHERE = Span(1, 1)  # the lines of a record are known once it is written


@dataclass(frozen=True)
class Page:
    """What is to be written: header, records and, in the same order, the papers that the records show."""

    captured: date
    layout: Layout
    header: Header | None
    records: tuple[Record, ...]
    papers: tuple[Paper, ...]


def capture_pages(world: World, author: Author, papers: Sequence[Paper]) -> list[Page]:
    """The author's page on each day of capture; days on which it had no paper yet are left out."""
    dice = Dice(world.seed, "pages", author.profile)
    habit: Layout = "compact" if dice.chance(0.5) else "spaced"
    several = len(author.captures) > 1
    claims = _claims(dice, author) if several or dice.chance(0.2 if habit == "compact" else 0.85) else None
    order = {paper.number: _rank(dice, paper) for paper in papers}
    pages = []
    for captured in author.captures:
        layout = _other(habit) if dice.chance(0.2) else habit  # someone else's browser copies in another way
        shown = [paper for paper in papers if _is_shown(paper, captured)]
        shown.sort(key=lambda paper: order[paper.number] - 1 / (2 + _years(paper, captured)))
        records = tuple(_record(paper, layout, captured) for paper in shown)
        if records:
            header = claims.header(papers, records, captured) if claims else None
            pages.append(Page(captured, layout, header, records, tuple(shown)))
    return pages


def _other(layout: Layout) -> Layout:
    return "spaced" if layout == "compact" else "compact"


@dataclass(frozen=True)
class _Claims:
    """How the site counts an author: from other sources than the list, so near it and never quite the same."""

    name: str
    known: float  # the share of all citations that the site has heard of; it may count some that are not there
    more_papers: int
    novelty: int
    ai_score: int
    silent: tuple[str, ...]  # figures that the page does not show

    def header(self, papers: Sequence[Paper], records: Sequence[Record], captured: date) -> Header:
        """The figures on this day; those that count something grow from capture to capture."""
        out = [paper for paper in papers if paper.day < captured]
        cited = sorted((int(paper.cited * _years(paper, captured) * self.known) for paper in out), reverse=True)
        figures = {
            "h_index": sum(count > place for place, count in enumerate(cited)),
            "paper_count": len(out) + self.more_papers,
            "citations": sum(cited),
            "novelty": self.novelty + captured.month % 3,
            "ai_score": self.ai_score + captured.month % 4,
        }
        shown = {name: figure for name, figure in figures.items() if name not in self.silent}
        field = Counter(record.category for record in records).most_common(1)[0][0]
        return Header(_NOWHERE, self.name, field, **shown, listed=len(records))


def _claims(dice: Dice, author: Author) -> _Claims:
    hideable = ("h_index", "citations", "novelty", "ai_score")
    silent = dice.some(hideable, dice.between(0, 2) if len(author.captures) == 1 and dice.chance(0.4) else 0)
    more_papers = dice.between(1, 3) if dice.chance(0.3) else 0
    return _Claims(
        author.name, dice.near(1.0, 0.3), more_papers, dice.between(28, 76), dice.between(22, 90), tuple(silent)
    )


def _is_shown(paper: Paper, captured: date) -> bool:
    return paper.day < captured and (paper.gone_day is None or paper.gone_day > captured)


def _years(paper: Paper, captured: date) -> float:
    return (captured - paper.day).days / 365


def _rank(dice: Dice, paper: Paper) -> float:
    """Where the site puts the paper: neither by date nor by the visible score, though both play a part."""
    return dice.share() - 0.4 * paper.appeal


def _record(paper: Paper, layout: Layout, captured: date) -> Record:
    code = paper.code_day is not None and paper.code_day <= captured
    return Record(
        lines=_NOWHERE,
        layout=layout,
        title=paper.text.title,
        authors=paper.authors[:_VISIBLE],
        more_authors=len(paper.authors) > _VISIBLE,
        category=paper.category,
        date=paper.day,
        year_shown=paper.day.year != captured.year,
        score=_score(paper, captured),
        badges=("Code",) if code else (),
        abstract=f"{paper.text.abstract} {paper.text.code}" if code else paper.text.abstract,
    )


def _score(paper: Paper, captured: date) -> float | None:
    """The score on this day (0–100), the same on every page that was captured on it; None for older papers."""
    if not paper.scored or (captured - paper.day).days > _SCORED_DAYS:
        return None
    moved = (paper.number * 7919 + captured.toordinal() * 104729) % 1000 / 1000 - 0.5
    return round(min(max(6 + 90 * paper.appeal + 9 * moved, 0.1), 99.9), 1)
