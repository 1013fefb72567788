"""What speaks for and against one hypothesis: short sentences, each with its weight in `lib.dumps.names.weights`."""

from lib.dumps.names.knowledge import Knowledge, fold, has_beginning, has_word
from lib.dumps.names.shape import (
    FUNCTION_WORDS,
    NAME_PREFIXES,
    PARTICLES,
    TITLES_OF_GROUPS,
    inner_capital,
    is_cased,
    is_initials,
)

_COUNTS = ("", "one author", "two authors", "three authors")
_WORDS = ("", "name of one word", "name of two words", "name of three words", "name of four words")
_ENGLISH_ENDINGS = ("ing", "ion", "ions", "ity", "ment", "ments", "ness", "ism", "sis", "ance", "ence", "ics", "ology")


def of_title_end(title: str, abstract: str, knowledge: Knowledge) -> list[str]:
    """What the title's last word says; `title` needs to hold that word only, `abstract` is folded."""
    last = title[-1]
    if not last.isalnum():
        return _of_end_mark(title)
    start = len(title)
    while start and title[start - 1].isalnum():
        start -= 1
    word = title[start:]
    signs = [_boundary(last)]
    folded = fold(word)
    if word in FUNCTION_WORDS:
        signs.append("title ends in a function word")
    if len(word) == 1:
        signs.append("title ends in one letter")
    elif inner_capital(word):
        signs.append("title ends in camel case")
    signs.append(_of_word(folded, abstract, knowledge))
    if len(folded) > 4 and folded.endswith(_ENGLISH_ENDINGS):
        signs.append("title ends like English")
    return signs


def _boundary(last: str) -> str:
    if last.isdigit():
        return "after a digit"
    if last.islower():
        return "after a lower-case letter"
    return "after a capital" if last.isupper() else "after a letter without case"


def _of_end_mark(title: str) -> list[str]:
    last = title[-1]
    if last in "?!":
        return ["after ? or !"]
    if last in ')]}"”»':
        return ["after a bracket or quote"]
    if last == ".":
        word = title[:-1]
        return ["after an initial" if word and word[-1].isupper() and not word[-2:-1].isalpha() else "after a period"]
    if last in "'’`":
        return ["after an apostrophe"]
    return ["after a hyphen" if last in "-‐‑–—" else "after another mark"]


def _of_word(word: str, abstract: str, knowledge: Knowledge) -> str:
    """Whether the abstract, or else the dump, knows the title's last word."""
    if abstract and has_word(word, abstract):
        return "title's end in abstract"
    if word in knowledge.words:
        return "title's end in dump"
    stem = word[: max(4, len(word) - 3)]
    if len(word) > 4 and abstract and has_beginning(stem, abstract):
        return "title's end nearly in abstract"
    return "title's end unknown" if abstract or knowledge.words else "no words known"


def of_name(name: str, abstract: str, knowledge: Knowledge) -> list[str]:
    """What author one says; `abstract` is folded."""
    folded = fold(name)
    words = name.split()
    signs = []
    if folded in knowledge.names:
        signs.append("author known")
    if folded == knowledge.owner:
        signs.append("author is the owner")
    if words[-1].casefold() in TITLES_OF_GROUPS:
        signs.append("author is a group")
        return signs
    signs.append(_WORDS[len(words)] if len(words) < len(_WORDS) else "name of many words")
    signs += _of_given(words[0], abstract, knowledge)
    signs += [sign for word in words[1:] for sign in _of_later(word)]
    if len(words) > 1:
        signs += _of_family(fold(words[-1]), abstract, knowledge)
    return signs


def _of_given(word: str, abstract: str, knowledge: Knowledge) -> list[str]:
    folded = fold(word)
    if folded in PARTICLES:
        return ["name begins with a particle"]
    if is_initials(word):
        return ["given name is an initial" if "." in word else "given name is one letter"]
    signs = []
    if not word[0].isupper() and is_cased(word[0]):
        signs.append("given name in lower case")
    if folded in knowledge.given:
        signs.append("given name known")
    elif abstract and has_word(folded, abstract):
        signs.append("given name in abstract")
    elif folded in knowledge.words:
        signs.append("given name in dump")
    signs += _of_capitals(word, "given name")
    if not all(letter.isalpha() or letter in "-'’." for letter in word):
        signs.append("given name with odd characters")
    return signs


def _of_capitals(word: str, part: str) -> list[str]:
    if len(word) > 1 and word.isupper():
        return [f"{part} in capitals"]
    if len(word) > 2 and word[:2].isupper():
        return [f"{part} begins with two capitals"]
    camel = inner_capital(word)
    if camel:
        return [f"{part} like McDonald" if word[:camel] in NAME_PREFIXES else f"{part} in camel case"]
    return []


def _of_later(word: str) -> list[str]:
    """What a word of the name after the first says."""
    if word in PARTICLES:
        return ["particle in the name"]
    if word in FUNCTION_WORDS:
        return ["function word in the name"]
    if any(letter.isdigit() for letter in word):
        return ["digit in the name"]
    if word[0].islower():
        return ["lower-case word in the name"]
    return _of_capitals(word, "later name")


def _of_family(word: str, abstract: str, knowledge: Knowledge) -> list[str]:
    if word in knowledge.family:
        return ["family name known"]
    if len(word) > 2 and abstract and has_word(word, abstract):
        return ["family name in abstract"]
    return ["family name in dump"] if word in knowledge.words else []


def of_others(others: tuple[str, ...], first: str, knowledge: Knowledge) -> list[str]:
    """What authors two and three say when no "et al." tells how many there are."""
    signs = [_COUNTS[len(others) + 1]]
    for name in others:
        folded = fold(name)
        if folded in knowledge.names:
            signs.append("other author known")
            continue
        signs += [f"other: {sign}" for sign in _of_other(name.split())]
    if knowledge.owner and knowledge.owner not in {fold(name) for name in (first, *others)}:
        signs.append("complete list without owner")
    return signs


def _of_other(words: list[str]) -> list[str]:
    if not words:
        return ["empty"]
    signs = [] if 1 < len(words) < 5 else ["unusual number of words"]
    if not words[0][0].isupper() and is_cased(words[0][0]):
        signs.append("lower case")
    for word in words:
        signs += [sign for sign in _of_later(word) if sign != "particle in the name"]
    return signs
