"""The look of every figure: one palette that reads on light and dark paper, and one style for each author or topic.

The colours are those of Okabe and Ito (2008), moved as little as possible until each has a contrast of at least 3:1
(WCAG 2.2, 1.4.11) on both papers, and any two differ by ΔE 11 or more to every kind of colour vision (Machado et al.,
2009). So a figure needs no second version for the dark theme. A colour never stands alone: a style is colour, marker
symbol and dash together, and it belongs to the author or topic itself, not to a rank on screen.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

PAPER = {"light": "#FFFFFF", "dark": "#15181D"}  # the same as in .streamlit/config.toml; a test compares them
INK = {"light": "#1F2328", "dark": "#E8E6E1"}
BLUE, VERMILION, GREEN, PURPLE = "#0073B4", "#C43A00", "#009A69", "#C976A3"
ORANGE, SKY, OLIVE, GREY = "#D26602", "#009CD2", "#96982F", "#727780"
PALETTE = (BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, OLIVE, GREY)
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x", "star", "triangle-down", "pentagon")
GLYPHS = dict(zip(SYMBOLS, "●■◆▲✚✖★▼⬟", strict=True))  # the marks as characters, for bars and their legends
DASHES = ("solid", "dash", "dot", "dashdot", "longdash")
SEQUENTIAL = ((0.0, "rgba(0,115,180,0.06)"), (1.0, "rgba(0,115,180,0.6)"))  # ink is read on all of it, on either paper
PALE_INK = "#6A6E75"  # words on light paper that are read after the data
FAINT = "rgba(124,127,133,0.35)"  # lines that must not compete with the data


@dataclass(frozen=True)
class Style:
    """How one author or topic looks in every figure."""

    colour: str
    symbol: str
    dash: str

    @property
    def glyph(self) -> str:
        """The symbol as a character: a bar has no marker, and must not be told by its colour alone."""
        return GLYPHS[self.symbol]


def style(number: int) -> Style:
    """The style of topic `number` (0…): the first eight differ in colour, the first 360 in some part of it."""
    turn = number // len(PALETTE)
    return Style(
        PALETTE[number % len(PALETTE)],
        SYMBOLS[(number % len(PALETTE) + turn) % len(SYMBOLS)],
        DASHES[(number % len(PALETTE) + turn) % len(DASHES)],
    )


def styles(identities: Iterable[str]) -> dict[str, Style]:
    """The style of each identity of a whole library, not of what is on screen: it stays when others are hidden.

    Each takes the place that it likes best, by a hash, of those that are free: up to eight differ in colour, and most
    keep their look when someone joins.
    """
    taken: dict[int, str] = {}
    for count, identity in enumerate(sorted(set(identities), key=_digest)):
        start = count - count % len(PALETTE)  # eight colours are used up before the next eight places are given out
        liked = sorted(
            range(len(PALETTE)), key=[_digest(f"{identity} {place}") for place in range(len(PALETTE))].__getitem__
        )
        taken[next(start + place for place in liked if start + place not in taken)] = identity
    return {identity: style(place) for place, identity in taken.items()}


def styles_by_seniority(identities: Sequence[str]) -> dict[str, Style]:
    """The style of each identity, given those that came first before those that came later.

    The first four get the hues that differ most, which suits libraries of two authors; whoever joins comes last and
    changes nobody's look.
    """
    return {identity: style(place) for place, identity in enumerate(dict.fromkeys(identities))}


def _digest(identity: str) -> str:
    return hashlib.sha256(identity.encode()).hexdigest()


def canvas(title: str, x: str = "", y: str = "", *, height: int = 360) -> go.Figure:
    """An empty figure in the house's look; `x` and `y` are the axis titles, with their units."""
    axis = {"automargin": True, "zeroline": False}
    layout = {
        "title": {"text": title},
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 36, "b": 8},
        "bargap": 0.28,
        "hovermode": "closest",
        "hoverlabel": {"align": "left", "namelength": -1},
        "legend": {
            "orientation": "h",
            "yanchor": "bottom",
            "y": 1.0,
            "x": 0.0,
            "title": {"text": ""},
            "traceorder": "normal",
            "itemsizing": "constant",
        },
        "colorway": list(PALETTE),
        "xaxis": axis | {"title": {"text": x}},
        "yaxis": axis | {"title": {"text": y}},
    }
    return go.Figure(layout=layout)  # at once: one update after the other takes Plotly eight times as long


def hatching(unfinished: Iterable[bool]) -> dict[str, object]:
    """The pattern of bars of which some stand for a period that is not over."""
    return {
        "shape": ["/" if open_one else "" for open_one in unfinished],
        "fillmode": "overlay",
        "fgcolor": "rgba(255,255,255,0.8)",
        "solidity": 0.4,
    }


def template(paper: str) -> go.layout.Template:
    """The colours of text, grid and background for a figure outside the dashboard; `paper` is "light" or "dark"."""
    axis = {"gridcolor": FAINT, "linecolor": FAINT, "zerolinecolor": FAINT, "automargin": True, "ticklabelstandoff": 4}
    return go.layout.Template(
        layout={
            "paper_bgcolor": PAPER[paper],
            "plot_bgcolor": PAPER[paper],
            "font": {"color": INK[paper], "family": '"Source Sans", "Source Sans 3", sans-serif', "size": 12},
            "colorway": list(PALETTE),
            "xaxis": axis,
            "yaxis": axis,
        },
        data={"heatmap": [{"textfont": {"color": INK[paper]}}]},
    )


def luminance(colour: str) -> float:
    """Relative luminance (0 black – 1 white) of a `#rrggbb` colour, as WCAG 2.2 defines it."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (1–21) of two `#rrggbb` colours, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
