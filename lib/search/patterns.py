"""A word or phrase of a query as a pattern over folded text: the same for finding and for highlighting."""

import re
from collections.abc import Iterable
from functools import lru_cache

from lib.search.fold import fold_with_origins, words_of
from lib.search.query import Clause, Query

_BETWEEN = r"[\s\-‐‑–_]+"  # what may stand between the words of a phrase, as lib/text counts phrases
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")  # scripts without spaces


def is_single(clause: Clause) -> bool:
    """Whether one word is looked for, in either number, and not several in a row."""
    return not clause.phrase and len(words_of(clause.value)) == 1


def is_beginning(clause: Clause) -> bool:
    """Whether the word goes on as it likes: `regular*`."""
    return is_single(clause) and clause.value.endswith("*")


def both_numbers(word: str) -> tuple[str, str]:
    """The word and its other number: "graph" finds "graphs", and the other way round; "loss" is no plural."""
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return (word, word[:-1] if plural else word + "s")


@lru_cache(maxsize=512)
def pattern_of(clause: Clause) -> "re.Pattern[str]":
    """Matches what the clause looks for: a word in either number, a beginning, or words in a row."""
    words = words_of(clause.value)
    if is_beginning(clause):
        return _whole(re.escape(words[0]) + r"\w*")
    if is_single(clause) and len(words[0]) > 1:
        return _whole("|".join(map(re.escape, both_numbers(words[0]))))
    return _whole(_BETWEEN.join(map(re.escape, words)))


def _whole(body: str) -> "re.Pattern[str]":
    """Whole words only, except in scripts that put no spaces between words."""
    return re.compile(body if _UNSPACED.search(body) else rf"(?<!\w)(?:{body})(?!\w)")


def find_highlights(text: str, query: Query) -> list[tuple[int, int]]:
    """Where the query's words stand in a title or an abstract: ranges (start, end) of the text as written.

    In order, none overlapping; `text[start:end]` is what to mark.
    """
    return _find(text, (pattern_of(clause) for clause in query.wanted_words))


def find_name_highlights(name: str, query: Query) -> list[tuple[int, int]]:
    """Where the values of `author:`, as beginnings, and the query's words stand in an author's name."""
    wanted = [clause for group in query.groups for clause in group if not clause.excluded]
    begun = {word for clause in wanted if clause.field == "author" for word in words_of(clause.value)}
    whole = {word for clause in wanted if clause.field == "text" for word in words_of(clause.value)}
    patterns = [rf"(?<!\w){re.escape(word)}" for word in sorted(begun)]
    patterns += [rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(whole)]
    return _find(name, map(re.compile, patterns))


def _find(text: str, patterns: Iterable["re.Pattern[str]"]) -> list[tuple[int, int]]:
    folded, origins = fold_with_origins(text)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(match.span() for pattern in patterns for match in pattern.finditer(folded)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return [(origins[start], origins[end]) for start, end in merged]
