"""The Selection: everything that changes what a reader sees, in a form in which equal views are equal."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from lib.errors import SelectionError
from lib.selection.options import BY_NAME, Option, escape

T = TypeVar("T")

PickKind = Literal["paper", "topic", "period", "author", "person", "category"]
DEFAULT_LIBRARY = "profiles"


@dataclass(frozen=True)
class Between:
    """A range with both ends included; an end that is None is open."""

    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            low, high = self.high, self.low
            object.__setattr__(self, "low", low)
            object.__setattr__(self, "high", high)

    def __bool__(self) -> bool:
        return self.low is not None or self.high is not None

    def __str__(self) -> str:
        """As a link has it: 2019-2024, 2019-, -2024, or 2019 for a single value."""
        low, high = (format(end, "g") if end is not None else "" for end in (self.low, self.high))
        return low if low == high else f"{low}-{high}"


ANY = Between()


@dataclass(frozen=True)
class Pick:
    """What a reader clicked in a figure: papers pass if any of `values` is theirs.

    | kind | values |
    |---|---|
    | paper | paper_ids |
    | topic | topic numbers, as the page's Topics has them |
    | period | 2024, 2024-Q1, 2024-03 or 2024-03-18: the paper's date lies in it |
    | author | profile_ids: the papers listed for them |
    | person | names of visible or hidden authors, with or without a page |
    | category | codes as shown |
    """

    kind: PickKind
    values: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", _set(self.values))

    def __str__(self) -> str:
        """As a link has it: topic:3,5."""
        return f"{self.kind}:{escape(self.values)}"


@dataclass(frozen=True)
class Selection:
    """What is on screen: filters, the opened paper, what was clicked, and the page's options.

    Filters and picks narrow together; the values of one widen each other. Unknown is not a value: a paper without a
    date does not pass a filter on years, nor one without a score a filter on scores.

    Attributes:
        library: The library that is shown.
        authors: profile_ids; papers pass that are listed for any of them.
        years: Years of publication, whole numbers 1–9999.
        categories: Codes as shown.
        code: True for papers with the badge Code, False for those without, None for both.
        scores: 0–100 in steps of 0.1, as the site shows them, in the newest capture.
        text: What to look for in titles, abstracts and authors.
        paper: The paper_id of the opened paper; it filters nothing.
        picks: At most one of each kind.
        options: What the page's own controls say, without defaults; read them with `get`.
    """

    library: str = DEFAULT_LIBRARY
    authors: tuple[str, ...] = ()
    years: Between = ANY
    categories: tuple[str, ...] = ()
    code: bool | None = None
    scores: Between = ANY
    text: str = ""
    paper: str = ""
    picks: tuple[Pick, ...] = ()
    options: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        _check("years", self.years, 1, 9999)
        _check("scores", self.scores, 0, 100)
        set_field = object.__setattr__  # the frozen dataclass's way to normalise: equal views must be equal
        set_field(self, "library", self.library.strip() or DEFAULT_LIBRARY)
        set_field(self, "authors", _set(self.authors))
        set_field(self, "years", Between(*(_rounded(end, 0) for end in (self.years.low, self.years.high))))
        set_field(self, "categories", _set(self.categories))
        set_field(self, "scores", Between(*(_rounded(end, 1) for end in (self.scores.low, self.scores.high))))
        set_field(self, "text", " ".join(self.text.split()))
        set_field(self, "paper", self.paper.strip())
        set_field(self, "picks", _one_of_each_kind(self.picks))
        set_field(self, "options", _without_defaults(self.options))

    @property
    def filters(self) -> bool:
        """Whether any paper may be left out."""
        return bool(
            self.authors
            or self.years
            or self.categories
            or self.code is not None
            or self.scores
            or self.text
            or self.picks
        )

    def get(self, option: Option[T]) -> T:
        """The option's value, which is its default if the reader chose nothing."""
        text = dict(self.options).get(option.name)
        return option.default if text is None else option.read(text)

    def set(self, option: Option[T], value: T) -> "Selection":
        """The same view with this option."""
        return replace(self, options=(*self.options, (option.name, option.write(value))))

    def picked(self, kind: PickKind) -> tuple[str, ...]:
        """The values of the chip of this kind; none without one."""
        return next((pick.values for pick in self.picks if pick.kind == kind), ())

    def pick(self, kind: PickKind, values: Iterable[str]) -> "Selection":
        """The same view with this chip in place of the one of its kind; no values take it away."""
        others = (pick for pick in self.picks if pick.kind != kind)
        return replace(self, picks=(*others, Pick(kind, tuple(values))))

    def to_query(self) -> dict[str, list[str]]:
        """The parameters of the link, without defaults; `from_query` reads them back."""
        query = {
            "library": [self.library] if self.library != DEFAULT_LIBRARY else [],
            "author": list(self.authors),
            "years": [str(self.years)] if self.years else [],
            "category": list(self.categories),
            "code": [] if self.code is None else ["yes" if self.code else "no"],
            "score": [str(self.scores)] if self.scores else [],
            "q": [self.text] if self.text else [],
            "paper": [self.paper] if self.paper else [],
            "pick": [str(pick) for pick in self.picks],
            **{name: [value] for name, value in self.options},
        }
        return {name: values for name, values in query.items() if values}


def _set(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value.strip()}))


def _rounded(end: float | None, digits: int) -> float | None:
    return None if end is None else round(end, digits) + 0.0  # + 0.0: a link cannot say -0


def _check(name: str, between: Between, low: int, high: int) -> None:
    ends = [end for end in (between.low, between.high) if end is not None]
    if not all(low <= end <= high for end in ends):
        raise SelectionError(f"The {name} {between} cannot be selected: expected numbers from {low} to {high}.")


def _one_of_each_kind(picks: Iterable[Pick]) -> tuple[Pick, ...]:
    values: dict[PickKind, tuple[str, ...]] = {}
    for pick in picks:
        values[pick.kind] = (*values.get(pick.kind, ()), *pick.values)
    return tuple(Pick(kind, values[kind]) for kind in sorted(values) if values[kind])


def _without_defaults(options: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The last value of each option in its one spelling; SelectionError for what is no option or no value of it."""
    kept: dict[str, str] = {}
    for name, text in options:
        option = BY_NAME.get(name)
        if option is None:
            raise SelectionError(f"There is no option {name!r}; there are {', '.join(sorted(BY_NAME))}.")
        kept[name] = option.spell(text)
    return tuple(sorted((name, text) for name, text in kept.items() if text))
