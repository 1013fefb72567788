"""What a word looks like: capital, initial, particle, camel case, Roman numeral. No word's meaning is known here."""

import re


def words_in(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


PARTICLES = words_in(
    "da de del della den der di do dos du e el al af av bin bint ben ibn la le lo las los ter ten und van vom von "
    "y zu zum zur 't 's"
)
"""Lower-case words inside names, in the languages whose names use them."""

FUNCTION_WORDS = words_in(
    "a an the of for and or in on at to by with without from via as is are be can do does not no how what when where "
    "why who which that this its it into onto over under using towards toward through between beyond vs"
)
"""English words that join others: they neither end a title nor stand in a name."""

TITLES_OF_GROUPS = words_in("collaboration team group consortium lab project community authors")
"""Last words of authors that are not one person."""

SUFFIXES = words_in("jr jr. sr sr. ii iii iv phd ph.d. md m.d.")
"""What follows a surname and belongs to it."""

NAME_PREFIXES = words_in("Mc Mac De Le La Lo Da Di Du Van Von Fitz O' D' L' M' O’ D’ L’ M’ Al- El-")
"""Beginnings after which a capital inside one name is ordinary: McDonald, DeCoste, LeCun, O'Brien."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,4}[^\W\d_]?|[^\W\d_]\.?(?:-[^\W\d_]\.)?")
_CAMEL = re.compile(r"[^\W\d_]+")


def is_initials(word: str) -> bool:
    """Whether the word is one or more initials: `J.`, `J`, `J.-P.`, `R.L.`."""
    return len(word) <= 10 and word[:1].isupper() and _INITIALS.fullmatch(word) is not None


def inner_capital(word: str) -> int:
    """Where the first capital stands that follows a lower-case letter directly; 0 where there is none."""
    if word[1:].islower() or word.isupper():
        return 0
    for at in range(1, len(word)):
        if word[at].isupper() and word[at - 1].islower():
            return at
    return 0


def is_cased(letter: str) -> bool:
    """Whether the letter belongs to a script with capitals."""
    return letter.islower() or letter.isupper()
