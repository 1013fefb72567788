"""What the end of a title says for and against a hypothesis: signs, with weights in `lib.dumps.names.weights`."""

from lib.dumps.names.knowledge import fold
from lib.dumps.names.shape import FUNCTION_WORDS, camel_parts, last_word
from lib.dumps.names.words import Words

_APOSTROPHES = "'’"
_HYPHENS = "-‐‑–—"
_CLOSING = ')]}"”»'


def of_title_end(title: str, words: Words) -> list[str]:
    """What the end of the title says; the title may be cut on the left."""
    word = last_word(title)
    return _of_boundary(word, words) if word else _of_end_mark(title, words)


def _of_boundary(word: str, words: Words) -> list[str]:
    """What a title's last word says that the name follows directly."""
    signs = []
    last = word[-1]
    if last.isdigit():
        signs.append("after a digit")
    elif not last.islower():
        signs.append("after a capital" if last.isupper() else "after no case")
    if word in FUNCTION_WORDS:
        signs.append("title ends in a function word")
    if len(word) == 1:
        signs.append("title ends in one small letter" if last.islower() else "title ends in one letter")
    known = words.knowing(fold(word))
    signs.append(known)
    before, part = camel_parts(word)
    if before and known != "title's end in abstract":
        signs.append(_of_camel_end(before, part, words))
    return signs


def _of_camel_end(before: str, part: str, words: Words) -> str:
    """What a title's last word in camel case says: `PageRank`, or `ModelsYoung` of `ModelsYoungJoon Yoo`."""
    if words.is_word(fold(part)):
        return "camel case ends in a word"
    return "camel case hides a glue" if words.is_word(fold(camel_parts(before)[1])) else "camel case ends unknown"


def _of_end_mark(title: str, words: Words) -> list[str]:
    """What a title says that does not end in a letter or digit."""
    last, before = title[-1], title[:-1]
    if last in "?!":
        return ["after ? or !"]
    if not before.strip() or before[-1].isspace():
        return ["after a dash" if last in _HYPHENS else "after an opening mark"]
    if last in _CLOSING or (last in _APOSTROPHES and _has_open_quote(before)):
        return ["after a bracket or quote"]
    if last == ".":
        return ["after an initial" if _ends_in_initial(before, words) else "after a period"]
    if last in _APOSTROPHES + _HYPHENS:
        return _of_inner_mark(before, "an apostrophe" if last in _APOSTROPHES else "a hyphen", words)
    return ["after another mark"]


def _has_open_quote(text: str) -> bool:
    """Whether a single quotation mark opens in the text."""
    return any(f"{before}{mark}" in f" {text}" for before in " (" for mark in "'‘")


def _ends_in_initial(text: str, words: Words) -> bool:
    word = last_word(text)
    return word[-1:].isupper() and not (len(word) > 1 and words.has(fold(word)))


def _of_inner_mark(before: str, mark: str, words: Words) -> list[str]:
    """What the part before an apostrophe or hyphen says: `Jean-`, `O'`, or a title's own word."""
    word = last_word(before)
    part = camel_parts(word)[1]
    if not part or (part[0].isupper() and not words.is_word(fold(part))):
        return [f"after {mark} in a name"]
    return [f"after {mark}", words.knowing(fold(word))]


def of_commas(title: str, words: Words) -> list[str]:
    """What a title's part after its last comma says where it could belong to the authors; the title may be cut."""
    comma = title.rfind(", ")
    if comma < 0:
        return []
    parts = title[comma + 2 :].split()
    signs = []
    if 0 < len(parts) <= 3 and all(part[0].isupper() for part in parts):
        signs.append("title ends in a name's beginning")
    if any(_is_glued(part, words) for part in title[:comma].split()[-12:]):
        signs.append("glue left in the title")
    return signs


def _is_glued(word: str, words: Words) -> bool:
    """Whether a title's word looks like a last word of a title and a given name: `ModelsAda`."""
    if word[1:].islower():
        return False
    before, part = camel_parts(word)
    return bool(before) and words.is_word(fold(last_word(before))) and not words.is_word(fold(part))
