"""The words of made-up papers: grammar that holds, names that nobody bears, and sentences that nobody wrote."""

import json
import re
from datetime import date

import pandas as pd
import pytest

from lib.synth.abstracts import write_text
from lib.synth.dice import Dice
from lib.synth.names import person_name
from lib.synth.phrases import Phrases
from lib.synth.vocabulary import SLOTS, Template, load_cultures, load_fields, load_prose, load_titles
from lib.synth.wording import join_articles, pluralise, title_case
from tests.conftest import SHARED

TOPICS = [(field, topic) for field in load_fields() for topic in field.topics]


def every_template() -> list[Template]:
    prose = [template for lines in load_prose().sentences.values() for template in lines]
    titles = [template for lines in load_titles().kinds.values() for template in lines]
    claims = [template for field, topic in TOPICS for template in field.claims + topic.claims]
    return [*prose, *titles, *load_titles().names, *claims]


def texts(count: int = 8) -> list[str]:
    """Titles and abstracts of every topic."""
    dice = Dice("texts")
    made = [write_text(dice, field, topic, "lab") for field, topic in TOPICS for _ in range(count)]
    return [part for text in made for part in (text.title, text.abstract, text.code)]


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("tactile policy", "tactile policies"),
        ("belief display", "belief displays"),
        ("perceptual loss", "perceptual losses"),
        ("mixture of adapters", "mixtures of adapters"),
        ("referral rule with rejection", "referral rules with rejection"),
        ("template attack", "template attacks"),
        ("call graph", "call graphs"),
        ("branch", "branches"),
        ("index", "indexes"),
    ],
)
def test_plurals_are_those_of_the_head_noun(singular: str, plural: str) -> None:
    assert pluralise(singular) == plural


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a intent model", "an intent model"),
        ("A entropy profile", "An entropy profile"),
        ("a user simulator and a unrolled network", "a user simulator and an unrolled network"),
        ("a unified index", "a unified index"),
        ("a one-pass model", "a one-pass model"),
        ("a MRI scan, a API trace", "an MRI scan, an API trace"),
        ("a k-space mask", "a k-space mask"),
        ("Via a arbitration rule", "Via an arbitration rule"),
    ],
)
def test_an_stands_before_vowels_that_are_heard(before: str, after: str) -> None:
    assert join_articles(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("on the role of drift in long-range mapping", "On the Role of Drift in Long-Range Mapping"),
        ("iGrip: a policy for k-space", "iGrip: A Policy for K-Space"),
        ("SpeakLoRA in spite of MRI (extended version)", "SpeakLoRA in Spite of MRI (Extended Version)"),
        ("GripNet++: faster picking", "GripNet++: Faster Picking"),
    ],
)
def test_title_case_keeps_capitals_inside_words(before: str, after: str) -> None:
    assert title_case(before) == after


def test_every_topic_has_enough_words_of_its_own() -> None:
    assert len(TOPICS) == 24
    for _, topic in TOPICS:
        assert len(topic.roots) >= 5
        assert len(topic.claims) >= 4
        for slot in SLOTS:
            phrases = topic.phrases[slot]
            assert len(set(phrases)) == len(phrases) >= 5, (topic.name, slot)


def test_every_gap_of_every_template_can_be_filled() -> None:
    _, topic = TOPICS[0]
    for template in every_template():
        phrases = Phrases(Dice(template.text), topic, topic, mixed=False)
        phrases.fixed |= {"name": "GripNet", "url": "https://github.com/synthetic-lab/GripNet"}
        filled = phrases.fill(template)
        assert not set(re.findall(r"\{(\w+)\}", filled)) & set(template.slots) - {"name", "url"}, filled


def test_made_up_prose_is_free_of_slips() -> None:
    for text in texts():
        assert text == text.strip()
        assert "\n" not in text
        assert not re.search(
            r"  | [.,;:?]|\b[Aa] [aeio]|\b(\w{4,}) \1\b|\{\w+\}(?!\})(?<!\\textit)|\(\)", _plain(text)
        ), text


def _plain(text: str) -> str:
    """Without the commands of LaTeX, and without the few words whose vowel is not heard."""
    return re.sub(r"\\\w+\{([^}]*)\}|\b[Aa] one\b", r"\1", text)


def test_no_two_people_are_called_the_same() -> None:
    names = [person_name(7, number) for number in range(100_000)]
    assert len(set(names)) == len(names)
    assert all(name == name.strip() and "  " not in name for name in names)


def test_most_names_have_no_initial_and_all_cultures_appear() -> None:
    names = [person_name(7, number) for number in range(160)]
    assert 5 < sum(bool(re.search(r"\b[A-Z]\. ", name)) for name in names) < 50
    for culture in load_cultures():
        assert any(name.endswith(culture.family) for name in names)


def test_dice_fall_the_same_way_on_every_machine() -> None:
    dice = Dice(7, "papers", 0)
    assert [dice.between(1, 6) for _ in range(12)] == [5, 4, 1, 2, 5, 4, 5, 2, 5, 3, 5, 3]
    assert dice.day(date(2026, 1, 2), date(2026, 1, 1)) == date(2026, 1, 2)


@pytest.mark.shared
def test_nobody_in_the_reference_dumps_bears_a_made_up_name() -> None:
    lines = (SHARED / "dumps" / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    real = {name for line in lines for paper in json.loads(line)["papers"] for name in paper["authors"]}
    invented = {f"{given} {family}" for c in load_cultures() for given in c.given for family in c.family}
    assert len(real) > 3000
    assert not real & invented


@pytest.mark.shared
def test_no_made_up_sentence_stands_in_a_real_abstract() -> None:
    lines = (SHARED / "dumps" / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    abstracts = [paper["abstract"] for line in lines for paper in json.loads(line)["papers"]]
    abstracts += pd.read_parquet(SHARED / "topics" / "papers.parquet")["abstract"].tolist()
    abstracts += [path.read_text(encoding="utf-8") for path in (SHARED / "seeds").iterdir()]
    real = {sentence for abstract in abstracts for sentence in _sentences(abstract)}
    made = {sentence for text in texts(40) for sentence in _sentences(text)}
    made -= {sentence for sentence in made if len(sentence.split()) < 4}
    assert len(real) > 50_000
    assert not {sentence for sentence in made & real if "github.com" not in sentence}


def _sentences(text: str) -> list[str]:
    return [sentence.strip(" .?!\n").casefold() for sentence in re.split(r"(?<=[.?!])\s+|\n", text)]
