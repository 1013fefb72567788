"""A made-up world of laboratories: who works where, on what, and when their pages are captured."""

from dataclasses import dataclass
from datetime import date, timedelta

from lib.synth.dice import Dice
from lib.synth.names import person_name
from lib.synth.vocabulary import Field, Topic, load_fields

OWNERS = 4  # people of a laboratory whose pages are captured
_BLOCK = 16  # numbers of a laboratory's people: four owners, then twelve who recur as their co-authors
_OUTSIDERS = 4 * _BLOCK  # people for each laboratory who belong to none
_NEWEST = date(2026, 11, 16)  # nothing here reads the clock: a world looks the same whenever it is made


@dataclass(frozen=True)
class World:
    """What decides everything else: with the same three numbers, everything is the same."""

    profiles: int
    papers: int
    seed: int

    @property
    def labs(self) -> int:
        """How many laboratories there are; the last one may be smaller."""
        return -(-self.profiles // OWNERS)

    def first_paper(self, lab: int) -> int:
        """The number of the laboratory's first paper: papers are shared out by the number of profiles."""
        return min(lab * OWNERS, self.profiles) * self.papers // self.profiles

    def outsider(self, dice: Dice) -> str:
        """Someone who belongs to no laboratory."""
        return person_name(self.seed, self.labs * _BLOCK + dice.between(0, self.labs * _OUTSIDERS - 1))


@dataclass(frozen=True)
class Author:
    """Someone whose page is captured, on the days of `captures`, oldest first; `topics` in the order of a career."""

    profile: int
    name: str
    topics: tuple[Topic, ...]
    since: date
    senior: bool
    captures: tuple[date, ...]


@dataclass(frozen=True)
class Lab:
    """Authors of one field, and their regular co-authors who have no page."""

    number: int
    name: str
    field: Field
    owners: tuple[Author, ...]
    regulars: tuple[str, ...]


def found_lab(world: World, number: int) -> Lab:
    """Laboratory `number` (0…) of the world."""
    dice = Dice(world.seed, "lab", number)
    field = load_fields()[(number + world.seed) % len(load_fields())]
    profiles = range(number * OWNERS, min((number + 1) * OWNERS, world.profiles))
    topics = dice.some(field.topics, len(field.topics))
    owners = tuple(
        _author(world, dice, topics[place:] + topics[:place], profile) for place, profile in enumerate(profiles)
    )
    regulars = tuple(person_name(world.seed, number * _BLOCK + place) for place in range(OWNERS, _BLOCK))
    return Lab(number, f"lab-{number + 1}", field, owners, regulars)


def _author(world: World, dice: Dice, topics: list[Topic], profile: int) -> Author:
    lab, place = divmod(profile, OWNERS)
    since = date(dice.between(2013, 2023), dice.between(1, 12), 1)
    return Author(
        profile,
        person_name(world.seed, lab * _BLOCK + place),
        tuple(topics[: dice.between(2, 3)]),
        since,
        dice.chance(0.85 if since.year < 2018 else 0.15),
        _captures(dice, lab, place),
    )


def _captures(dice: Dice, lab: int, place: int) -> tuple[date, ...]:
    """One to three days. The oldest of three lies in the year before, so that other dates lack their year."""
    newest = _NEWEST - timedelta(days=dice.between(0, 42))
    half_year = newest - timedelta(days=dice.between(140, 190))
    year = newest - timedelta(days=dice.between(325, 350))
    if place == 0:
        return (newest,) if lab % 4 == 3 else (half_year, newest) if lab % 2 else (year, half_year, newest)
    return (half_year, newest) if place == 2 and lab % 2 == 0 else (newest,)
