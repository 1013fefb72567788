"""A correction as it is kept: its words fit to be kept, its days possible."""

from dataclasses import replace
from datetime import date, timedelta

from lib.corpus.decisions import Decision
from lib.corrections import Category, Change, Dated, Heading, Recaptured
from lib.errors import InputError
from lib.store.entries import one_line, storable
from lib.store.uploads import check_capture_day

TITLE_LENGTH = 1_000
NAME_LENGTH = 200
AUTHORS = 5_000  # the longest author lists of physics have about as many
CATEGORY_LENGTH = 40
_FIRST = date(1900, 1, 1)


def checked(change: Change, today: date) -> Change:
    """The change with its words in one line each.

    Raises:
        InputError: a word is empty or too long, or a day impossible.
    """
    match change:
        case Heading(title, authors, more):
            names = tuple(one_line(name, "author's name", NAME_LENGTH) for name in authors[: AUTHORS + 1])
            if len(names) > AUTHORS:
                raise InputError(f"The paper has over {AUTHORS:,} authors. Leave some out, as “et al.”.")
            return Heading(one_line(title, "title", TITLE_LENGTH), names, more)
        case Category(category):
            return Category(one_line(category, "category", CATEGORY_LENGTH))
        case Dated(day) if day is not None and not _FIRST <= day <= today + timedelta(days=1):
            raise InputError(f"The paper's day {day.isoformat()} is not between {_FIRST.year} and today. Correct it.")
        case Recaptured(day):
            check_capture_day(day, today)
        case Decision(about="owner", other=name) if name.strip():
            return replace(change, other=one_line(name, "author's name", NAME_LENGTH))
        case Decision(one=one, other=other):
            return replace(change, one=storable(one), other=storable(other))
    return change
