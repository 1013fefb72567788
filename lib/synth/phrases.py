"""The words of one paper: what it holds on to from title to abstract, and what it draws anew for every gap."""

from collections.abc import Callable, Mapping, Sequence

from lib.synth.dice import Dice
from lib.synth.vocabulary import Template, Topic, load_prose
from lib.synth.wording import pluralise

_ROMAN = ("I", "II", "III", "IV")
_BORROWED = ("obstacle", "part", "setting", "metric", "data", "method")

_NUMBERS: Mapping[str, Callable[[Dice], str]] = {
    "percent": lambda dice: f"{dice.between(2, 240) / 10}" + ("\\%" if dice.chance(0.25) else "%"),
    "count": lambda dice: str(dice.between(10, 40)),
    "digit": lambda dice: str(dice.between(2, 9)),
    "factor": lambda dice: str(dice.pick((1.5, 2, 3, 4, 6, 8, 10))),
    "low": lambda dice: f"{dice.between(410, 680) / 10}",
    "high": lambda dice: f"{dice.between(690, 940) / 10}",
    "roman": lambda dice: dice.pick(_ROMAN),
}


class Phrases:
    """Fills the gaps of templates for one paper, without saying the same phrase twice while others are left."""

    def __init__(self, dice: Dice, topic: Topic, other: Topic, mixed: bool) -> None:
        self._dice = dice
        self._topic = topic
        self._borrowed = other.phrases if mixed and other is not topic else {}
        self._left: dict[str, list[str]] = {}
        method = dice.pick(topic.phrases["method"])
        self.fixed: dict[str, str] = {
            "task": dice.pick(topic.phrases["task"]),
            "object": dice.pick(topic.phrases["object"]),
            "other_task": dice.pick(other.phrases["task"]),
            "method": method,
            "methods": pluralise(method),
            "a_method": f"a {method}",
        }
        self._left["method"] = [phrase for phrase in self._hand("method") if phrase != method]

    def fill(self, template: Template) -> str:
        """The template with every gap filled."""
        pieces = [template.literals[0]]
        for slot, literal in zip(template.slots, template.literals[1:], strict=True):
            pieces += (self._phrase(slot), literal)
        return "".join(pieces)

    def _phrase(self, slot: str) -> str:
        if slot in self.fixed:
            return self.fixed[slot]
        if slot in _NUMBERS:
            return _NUMBERS[slot](self._dice)
        if slot == "root":
            return self._dice.pick(self._topic.roots)
        words = load_prose().words.get(slot)
        return self._dice.pick(words) if words else self._dice.take(self._hand("method" if slot == "other" else slot))

    def _hand(self, slot: str) -> list[str]:
        hand = self._left.get(slot)
        if not hand:
            borrowed: Sequence[str] = self._borrowed.get(slot, ()) if slot in _BORROWED else ()
            hand = self._left[slot] = [*self._topic.phrases[slot], *borrowed]
        return hand
