"""The papers of a made-up laboratory: who wrote what about which topic, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lib.synth.abstracts import Text, write_text
from lib.synth.dice import Dice
from lib.synth.labs import OWNERS, Author, Lab, World
from lib.synth.vocabulary import Topic

_DAY = timedelta(days=1)
_TOGETHER = 0.12  # chance that another author of the laboratory joins a paper
_NEWCOMER = 2022  # who begins to publish in this year or later has written little so far


@dataclass(frozen=True)
class Paper:
    """A paper as it really is in its world; a dump shows some of it, as of its day.

    `appeal` (0–1) moves score and rank, `cited` is citations a year, `scored` says whether the site scores it at all,
    `code_day` is when its repository became known and `gone_day` when it was withdrawn.
    """

    number: int
    text: Text
    topic: Topic
    category: str
    day: date
    authors: tuple[str, ...]
    appeal: float
    cited: float
    scored: bool
    code_day: date | None
    gone_day: date | None


def write_bridges(world: World, lab: Lab, neighbour: Lab) -> list[Paper]:
    """The few papers that the laboratory writes with the next one; both sides can work them out for themselves."""
    writer = _Writer(world, lab, Dice(world.seed, "bridge", lab.number))
    first = world.first_paper(lab.number)
    return [
        writer.write(number, writer.dice.pick(lab.owners), [writer.dice.pick(neighbour.owners)])
        for number in range(first, first + _bridge_count(world, lab))
    ]


def write_papers(world: World, lab: Lab, bridges: Sequence[Paper]) -> Iterator[Paper]:
    """The laboratory's papers after those `bridges`; each owner leads at least one, and no two have one title."""
    dice = Dice(world.seed, "papers", lab.number)
    writer = _Writer(world, lab, dice)
    first = world.first_paper(lab.number) + len(bridges)
    pool = [owner for owner in lab.owners for _ in range(_weight(dice, owner))]
    titles = {paper.text.title.casefold() for paper in bridges}
    for place, number in enumerate(range(first, world.first_paper(lab.number + 1))):
        lead = lab.owners[place] if place < len(lab.owners) else dice.pick(pool)
        paper = writer.write(number, lead, [owner for owner in lab.owners if dice.chance(_TOGETHER)])
        while paper.text.title.casefold() in titles:
            paper = replace(paper, text=writer.text(paper.topic))
        titles.add(paper.text.title.casefold())
        yield paper


def _bridge_count(world: World, lab: Lab) -> int:
    own = world.first_paper(lab.number + 1) - world.first_paper(lab.number)
    return min(3, own // 20) if lab.number + 1 < world.labs else 0


def _weight(dice: Dice, owner: Author) -> int:
    """How much the author writes compared with others: newcomers little, those whom one captures often more."""
    return 1 if owner.since.year >= _NEWCOMER else dice.between(2, 9) * len(owner.captures)


class _Writer:
    """Writes the papers of a laboratory, one after the other."""

    def __init__(self, world: World, lab: Lab, dice: Dice) -> None:
        self._world, self._lab, self.dice = world, lab, dice

    def write(self, number: int, lead: Author, others: Sequence[Author]) -> Paper:
        """A paper of the lead's, with those of the others who had begun to publish by then."""
        dice = self.dice
        newest = lead.captures[-1] - _DAY
        late = max(dice.share(), dice.share())
        day = lead.since + timedelta(days=int((newest - lead.since).days * late))
        team = [lead, *(other for other in others if other is not lead and other.since <= day)]
        topic = lead.topics[int((0.6 * late + 0.4 * dice.share()) * len(lead.topics))]
        luck = dice.share()
        return Paper(
            number=number,
            text=self.text(topic),
            topic=topic,
            category=dice.pick(topic.categories),
            day=day,
            authors=self._authors(team),
            appeal=dice.share(),
            cited=0.5 + 12 * luck * luck * luck * luck / (1.1 - luck),
            scored=dice.chance(0.85),
            code_day=_code_day(dice, lead, day),
            gone_day=_gone_day(dice, lead, day),
        )

    def text(self, topic: Topic) -> Text:
        """A title and an abstract about this topic."""
        return write_text(self.dice, self._lab.field, topic, self._lab.name)

    def _authors(self, team: list[Author]) -> tuple[str, ...]:
        """The team, some regulars of its lead and now and then outsiders; the young first, the senior last."""
        dice, lead = self.dice, team[0]
        regulars = self._lab.regulars
        circle = regulars[lead.profile % OWNERS * 3 :][:3] if dice.chance(0.8) else regulars
        places = {owner.name: 0.9 if owner.senior else 0.1 for owner in team}
        places |= dict.fromkeys(dice.some(circle, dice.between(1, 4)), 0.3)
        if dice.chance(0.5):
            places |= {self._world.outsider(dice): 0.4 for _ in range(dice.between(1, 3))}
        if not lead.senior and dice.chance(0.5):
            places[lead.name] = -1.0
        places = {name: place + 0.6 * dice.share() for name, place in places.items()}
        return tuple(sorted(places, key=places.__getitem__))


def _code_day(dice: Dice, lead: Author, day: date) -> date | None:
    """Mostly none, mostly at once; where the page is captured again, some repositories come between two captures."""
    if not dice.chance(0.35):
        return None
    first, last = lead.captures[0], lead.captures[-1]
    return dice.day(first + _DAY, last) if day < first < last and dice.chance(0.3) else day


def _gone_day(dice: Dice, lead: Author, day: date) -> date | None:
    """A few papers of pages that are captured again have been withdrawn by then."""
    first, last = lead.captures[0], lead.captures[-1]
    return dice.day(first + _DAY, last) if day < first < last and dice.chance(0.02) else None
