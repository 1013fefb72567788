"""Small grammar: plurals, "a" or "an", title case."""

import re

_VOWEL = re.compile(r"\b([Aa]) (?=(?!us|uni[^mn]|ut|eu|one)[aeiou]|[AEIO][A-Z]|[FHLMNRSX][A-Z]{2})")
_ENDINGS = {"y": "ies", "s": "ses", "x": "xes", "h": "hes"}
_MINOR = re.compile("a|an|the|and|or|but|of|for|in|on|at|by|to|with|from|as|via|per|into|over")


def join_articles(text: str) -> str:
    """The text with "an" where "a" stands before a vowel that is heard."""
    return _VOWEL.sub(r"\1n ", text)


def pluralise(phrase: str) -> str:
    """The plural of a noun phrase whose head stands before "of" or "with", or else at the end."""
    for link in (" of ", " with "):
        head, found, rest = phrase.partition(link)
        if found:
            return pluralise(head) + found + rest
    last = phrase[-1]
    regular = last not in _ENDINGS or phrase[-2:] in {"ay", "ey", "oy", "th", "ph"}
    return phrase + "s" if regular else phrase[:-1] + (_ENDINGS[last] if last == "y" else last + "es")


def start_upper(sentence: str) -> str:
    """The sentence with its first letter as a capital."""
    return sentence[:1].upper() + sentence[1:]


def title_case(title: str) -> str:
    """The title with capitals on its major words and after a colon; capitals inside a word stay as they are."""
    words = title.split(" ")
    opens = [True, *(word.endswith((":", "?")) for word in words)]
    return " ".join(
        word if _MINOR.fullmatch(word) and not opening else "-".join(_capital(part) for part in word.split("-"))
        for word, opening in zip(words, opens, strict=False)
    )


def _capital(part: str) -> str:
    if part != part.lower():
        return part
    return part[:1] + start_upper(part[1:]) if part.startswith("(") else start_upper(part)
