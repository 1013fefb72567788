"""Titles and abstracts of papers that nobody wrote."""

from dataclasses import dataclass

from lib.synth.dice import Dice
from lib.synth.phrases import Phrases
from lib.synth.vocabulary import Field, Shape, Template, Topic, load_prose, load_titles
from lib.synth.wording import join_articles, start_upper, title_case

_MIXED = 0.5  # share of papers that borrow words from another topic of their field
_LEFT_OUT = 0.4  # how often a role in brackets is missing


@dataclass(frozen=True)
class Text:
    """A title and its abstract; `code` is the sentence that an abstract gains once the code is public."""

    title: str
    abstract: str
    code: str


def write_text(dice: Dice, field: Field, topic: Topic, lab: str) -> Text:
    """A paper of this topic of this field; `lab` is where its code would be found."""
    other, mixed = dice.pick(field.topics), dice.chance(_MIXED)
    phrases = Phrases(dice, topic, other, mixed)
    claims = topic.claims + field.claims + (other.claims if mixed else ())
    shape = dice.pick(load_prose().shapes)
    phrases.fixed["name"] = name = _method_name(dice, phrases)
    phrases.fixed["url"] = f"https://github.com/synthetic-{lab}/{name}"
    title = _title(dice, phrases, shape)
    sentences = [_sentence(phrases, template) for template in _outline(dice, shape, claims)]
    code = phrases.fill(dice.pick(load_prose().sentences["code"]))
    return Text(title, join_articles(" ".join(sentences)), code)


def _method_name(dice: Dice, phrases: Phrases) -> str:
    words = phrases.fixed["method"].replace("-", " ").split()
    if len(words) >= 3 and dice.chance(0.3):
        return "".join(word[0] for word in words).upper()
    return phrases.fill(dice.pick(load_titles().names))


def _title(dice: Dice, phrases: Phrases, shape: Shape) -> str:
    template = dice.pick(load_titles().kinds[shape.kind])
    title = join_articles(phrases.fill(template))
    if dice.chance(0.8):
        return title_case(title)
    return title if template.text.startswith("{name}") else start_upper(title)


def _outline(dice: Dice, shape: Shape, claims: tuple[Template, ...]) -> list[Template]:
    """The templates of an abstract in order, none of them twice."""
    chosen: list[Template] = []
    for role in shape.roles:
        if role.startswith("(") and dice.chance(_LEFT_OUT):
            continue
        name = role.strip("()")
        choices = claims if name == "claim" else load_prose().sentences[name]
        chosen.append(dice.pick([template for template in choices if template not in chosen]))
    return chosen


def _sentence(phrases: Phrases, template: Template) -> str:
    sentence = phrases.fill(template)
    return sentence if template.text.startswith("{name}") else start_upper(sentence)
