"""What the authors' names say for and against a hypothesis: signs, with weights in `lib.dumps.names.weights`."""

from lib.dumps.names.knowledge import Knowledge, fold
from lib.dumps.names.shape import (
    FUNCTION_WORDS,
    GROUPS,
    NAME_PREFIXES,
    PARTICLES,
    begins_with_two_capitals,
    camel_parts,
    is_cased,
    is_english,
    is_initials,
    is_made_of_letters,
    is_syllable,
)
from lib.dumps.names.words import Words

_COUNTS = ("", "one author", "two authors", "three authors")
_LENGTHS = ("", "name of one word", "name of two words", "name of three words", "name of four words")


def of_name(name: str, knowledge: Knowledge, words: Words) -> list[str]:
    """What author one says."""
    folded = fold(name)
    parts = name.split()
    signs = []
    if folded in knowledge.names:
        signs.append("author known")
    if folded == knowledge.owner:
        signs.append("author is the owner")
    if len(parts) > 1 and parts[-1].casefold() in GROUPS:
        return [*signs, "author is a group", *(sign for part in parts for sign in _of_later(part))]
    if is_cased(name[0]):
        signs.append(_LENGTHS[len(parts)] if len(parts) < len(_LENGTHS) else "name of many words")
    signs += _of_given(parts[0], knowledge, words)
    for part in parts[1:]:
        signs += _of_later(part)
    if len(parts) > 1:
        signs += _of_family(folded.rsplit(maxsplit=1)[-1], knowledge, words)
    return signs


def _of_given(given: str, knowledge: Knowledge, words: Words) -> list[str]:
    """What the name's first word says."""
    if is_initials(given):
        return ["given name is an initial" if "." in given else "given name is one letter"]
    signs = _of_meaning(fold(given), knowledge, words)
    if given[1:].islower() and given.isalpha() and given[0].isupper():
        return signs
    if given[0].islower():
        signs.append("given name is a particle" if given in PARTICLES else "given name in lower case")
    if not is_made_of_letters(given):
        signs.append("given name with odd characters")
    return signs + _of_capitals(given, words)


def _of_meaning(given: str, knowledge: Knowledge, words: Words) -> list[str]:
    """Whether the folded given name is known as a name or as a word."""
    if given in knowledge.given:
        return ["given name known"]
    if words.has(given):
        return ["given name in abstract"]
    if given in words.dump:
        return ["given name in dump"]
    return ["given name like English"] if is_english(given) else []


def _of_capitals(given: str, words: Words) -> list[str]:
    """What capitals after the first letter say of the name's first word."""
    if given[1:].islower() or len(given) == 1:
        return []
    if given.isupper():
        return ["given name in capitals"]
    if begins_with_two_capitals(given):
        return ["given name begins with two capitals"]
    before, part = camel_parts(given)
    return [_of_camel_given(before, part, words)] if before else []


def _of_camel_given(before: str, part: str, words: Words) -> str:
    """What a capital inside a given name says: `DeLesley`, `MingYu`, or `NetworksAda` of `HyperNetworksAda`."""
    if before in NAME_PREFIXES:
        return "given name like McDonald"
    if words.is_word(fold(camel_parts(before)[1])):
        return "given name begins with a word"
    return "given name of two syllables" if is_syllable(before) and is_syllable(part) else "given name in camel case"


def _of_later(part: str) -> list[str]:
    """What a word of the name after the first says."""
    if part[0].isupper() and (part[1:].islower() or len(part) == 1):
        return []
    if part[0].islower():
        return [_of_small_word(part)]
    if not is_made_of_letters(part) and not is_initials(part):
        return ["odd characters in the name" if any(letter.isalnum() for letter in part) else "mark after the name"]
    if begins_with_two_capitals(part):
        return ["later name begins with two capitals"]
    if part.isupper():
        return ["later name in capitals"] if len(part) > 2 and "." not in part else []
    before, _ = camel_parts(part)
    return [] if not before or before in NAME_PREFIXES else ["later name in camel case"]


def _of_small_word(part: str) -> str:
    if part in PARTICLES:
        return "particle in the name"
    return "function word in the name" if part in FUNCTION_WORDS else "lower-case word in the name"


def _of_family(family: str, knowledge: Knowledge, words: Words) -> list[str]:
    if family in knowledge.family:
        return ["family name known"]
    if words.has(family):
        return ["family name in abstract"]
    return ["family name in dump"] if family in words.dump else []


def of_others(others: tuple[str, ...], first: str, knowledge: Knowledge) -> list[str]:
    """What authors two and three say where no "et al." tells how many there are."""
    signs = [_COUNTS[len(others) + 1]]
    folded = [fold(name) for name in others]
    for name, key in zip(others, folded, strict=True):
        signs += ["other author known"] if key in knowledge.names else _of_other(name.split())
    if knowledge.owner and knowledge.owner not in (*folded, fold(first)):
        signs.append("complete list without owner")
    return signs


def _of_other(parts: list[str]) -> list[str]:
    usual = 1 < len(parts) < 5 or not is_cased(parts[0][0])
    signs = [] if usual else ["other: unusual number of words"]
    return signs + [f"other: {sign}" for part in parts for sign in _of_later(part)]
