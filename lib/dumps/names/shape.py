"""What a word looks like: capital, initial, particle, camel case. What it means is not known here."""

import re


def words_in(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


PARTICLES = words_in(
    "da das de del della den der di do dos du e el al af av bin bint ben ibn la le lo las los ter ten und van vom von "
    "op y zu zum zur 't 's"
)
"""Lower-case words inside names, in the languages whose names use them."""

FUNCTION_WORDS = words_in(
    "a an the of for and or in on at to by with without from via as is are be can do does not no how what when where "
    "why who which that this its it into onto over under using towards toward through between beyond vs"
)
"""English words that join others: they hardly end a title, and do not stand in a name."""

GROUPS = words_in("collaboration team group consortium lab project community authors")
"""Last words of authors that are not one person."""

SUFFIXES = words_in("jr jr. sr sr. ii iii iv phd ph.d. md m.d.")
"""What follows a surname and belongs to it."""

NAME_PREFIXES = words_in("Mc Mac De Le La Lo Da Di Du Van Von Fitz")
"""Beginnings after which a capital inside one name is ordinary: McDonald, DeCoste, LeCun."""

ENGLISH_ENDINGS = (
    *("ing", "ings", "ion", "ions", "ity", "ities", "ment", "ments", "ness", "ism", "sis", "ses", "ance", "ence"),
    *("ics", "ology", "ers", "ors", "ous", "ive", "able", "ful", "graph", "graphs", "works"),
)
"""Endings of English nouns and adjectives that are rare in given names."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,4}[^\W\d_]?|[^\W\d_]")


def is_initials(word: str) -> bool:
    """Whether the word is one or more initials: `J.`, `J`, `J.-P.`, `R.L.`."""
    if len(word) > 1 and "." not in word:
        return False
    return len(word) <= 10 and word[0].isupper() and _INITIALS.fullmatch(word) is not None


def is_cased(letter: str) -> bool:
    """Whether the letter belongs to a script with capitals."""
    return letter.islower() or letter.isupper()


def is_made_of_letters(word: str) -> bool:
    """Whether there is nothing but letters, hyphens and apostrophes in the word."""
    return word.isalpha() or all(letter.isalpha() or letter in "-'’‐" for letter in word)


def is_english(word: str) -> bool:
    """Whether the folded word ends as English nouns and adjectives do."""
    return len(word) > 4 and word.endswith(ENGLISH_ENDINGS)


def is_syllable(word: str) -> bool:
    """Whether the word is as short as a syllable of a romanised East Asian name, and can be spoken."""
    return 1 < len(word) <= 6 and (not word.isascii() or any(letter in "aeiouyAEIOUY" for letter in word))


def begins_with_two_capitals(word: str) -> bool:
    """Whether two capitals are followed by something else: the mark of an acronym glued to a name."""
    return len(word) > 2 and word[0].isupper() and word[1].isupper() and not word.isupper()


def camel_parts(word: str) -> tuple[str, str]:
    """What stands before and from the word's last inner capital that begins a part: `Page`, `Rank`; `CNN`, `Young`.

    ("", word) where there is none.
    """
    if not word[1:].islower():
        for at in range(len(word) - 1, 0, -1):
            if word[at].isupper() and _begins_part(word, at):
                return word[:at], word[at:]
    return "", word


def _begins_part(word: str, at: int) -> bool:
    """Whether a capital follows a lower-case letter, or ends an acronym and begins a word of three letters or more."""
    if word[at - 1].islower():
        return True
    return word[at - 1].isalnum() and len(word) - at > 2 and word[at + 1 :].islower()


def last_word(text: str) -> str:
    """The letters and digits at the end of the text."""
    at = len(text)
    while at and text[at - 1].isalnum():
        at -= 1
    return text[at:]
